import FingerpostAnalysis
import FingerpostModel

extension ScenarioReport {
  /// For programs, as `docs/what-if-report.schema.json` describes it.
  var json: String {
    JSONValue.members([
      // Raised when a reader of the old form would misread the new one.
      "fingerpost-what-if": .integer(1),
      "map": .string(map.id.rawValue),
      "title": .string(map.title),
      "scenario": JSONValue(title),
      "on": .string(date.description),
      "assumptions": .strings(assumptions),
      "unstated-scope": .strings(unstated?.missing.map(\.rawValue) ?? []),
      "covered": .integer(coveredCount),
      "lost": Self.value(of: effect.lost),
      "gained": Self.value(of: effect.gained),
      "no-longer-said": Self.value(of: effect.noLongerSaid),
      "now-said": Self.value(of: effect.nowSaid),
      "longer": Self.value(of: effect.longer),
      "shorter": Self.value(of: effect.shorter),
      "seats": .array(effect.seats.map { Self.value(of: $0) }),
      "cut-off": .strings(effect.cutOff.map(\.rawValue)),
      "findings": .array(DifferenceJSON.findings(of: check)),
      "questions": DifferenceJSON.questions(of: check),
      "summary": .string(ScenarioPage(self).sum),
    ]).text() + "\n"
  }

  private static func value(of outcomes: [ScenarioEffect.Outcome]) -> JSONValue {
    .array(
      outcomes.map { outcome in
        .members([
          "place": DifferenceJSON.value(of: outcome.question.cell),
          "condition": JSONValue(outcome.question.condition?.rawValue),
          "before": DifferenceJSON.value(of: outcome.before),
          "after": DifferenceJSON.value(of: outcome.after),
          "way-before": value(of: outcome.wayBefore),
          "way-after": value(of: outcome.wayAfter),
        ])
      })
  }

  private static func value(of way: RouteGraph.Way?) -> JSONValue {
    way.map {
      .members([
        "hand-offs": .integer($0.handOffs), "services": .strings($0.services.map(\.rawValue)),
      ])
    } ?? .null
  }

  private static func value(of seat: ScenarioEffect.Seat) -> JSONValue {
    var service: String?
    var function: String?
    var services: [Service.ID] = []
    switch seat.reason {
    case .memberFrom(let id): service = id.rawValue
    case .represents(let kind, of: let ids): (function, services) = (kind.rawValue, ids)
    }
    return .members([
      "board": .string(seat.board.rawValue), "seat": .string(seat.seat),
      "member-from": JSONValue(service), "represents": JSONValue(function),
      "services": .strings(services.map(\.rawValue)),
    ])
  }
}
