public import FingerpostAnalysis
public import FingerpostModel

/// The way that a family takes to help, step by step, or where it stops.
public struct TraceReport: Sendable {
  private let map: SystemMap
  private let coverage: Coverage
  private let cell: CoverageCell
  private let condition: Condition.ID?
  private let start: Service.ID?
  private let audience: Audience

  /// Describes a family.
  ///
  /// - Parameters:
  ///   - map: The map that the coverage is of.
  ///   - coverage: Its coverage, over a grid that has the cell.
  ///   - cell: What the family needs, the child's age and where the family lives.
  ///   - condition: The condition that the family has; `nil` for none.
  ///   - start: The service that the family is with already; `nil` for any way in.
  ///   - audience: Who reads it; the map holds only what they may be shown.
  public init(
    of map: SystemMap, _ coverage: Coverage, for cell: CoverageCell,
    condition: Condition.ID? = nil, from start: Service.ID? = nil,
    audience: Audience = .operational
  ) {
    self.map = map
    self.coverage = coverage
    self.cell = cell
    self.condition = condition
    self.start = start
    self.audience = audience
  }

  /// The way, for people at a terminal.
  public var text: String {
    let words = CoverageWording(map: map, words: .english)
    let family =
      condition.map { "a family with this condition: \(words.name(of: $0))" }
      ?? "a family without any of the conditions that the map names"
    let place = start.map { ", now with \(words.name(of: $0))" } ?? ""
    let area = map.areas.isEmpty ? "" : ", in \(words.name(of: cell.area))"
    var lines = "\(words.name(of: cell.need)), \(cell.ages)\(area)".wrapped(indent: "")
    lines += "On \(coverage.date.inWords), for \(family)\(place).".wrapped(indent: "") + [""]
    if let way = coverage.way(for: cell, condition: condition, from: start) {
      lines += ["The way through, \(Self.count(way.handOffs, "hand-off", "hand-offs")):"]
      lines += steps(of: way, words)
    } else if let possible = coverage.possibleWay(for: cell, condition: condition, from: start) {
      lines.append("The map does not say. There may be this way:")
      lines += steps(
        of: possible.way, words, isCertain: false,
        isSent: possible.missing.contains { $0.key == .routes })
      lines += ["", "It depends on what the map leaves open:"]
      lines += possible.missing.flatMap {
        words.question($0).capitalisedFirst.wrapped(indent: "  ", first: "- ")
      }
    } else {
      lines += stop(words)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }

  // MARK: - Steps

  private func steps(
    of way: RouteGraph.Way, _ words: CoverageWording, isCertain: Bool = true, isSent: Bool = false
  ) -> [String] {
    var lines: [String] = []
    var number = 1
    if let first = way.services.first, first != .families {
      let how: String
      if first == start {
        how = "The family is with \(words.name(of: first))."
      } else if isSent {
        how = "Somebody may refer the family to \(words.name(of: first))."
      } else if map.services[first]?.entry == .open {
        how = "\(words.name(of: first)) is open to every family."
      } else {
        how = "The family may be able to go to \(words.name(of: first)) itself."
      }
      lines += how.wrapped(indent: "  ", first: "\(number). ")
      lines += contact(of: first)
      number += 1
    }
    for route in way.routes {
      lines += step(along: route, words).wrapped(indent: "  ", first: "\(number). ")
      lines += details(of: route, words).flatMap { $0.wrapped(indent: "     ") }
      number += 1
    }
    return lines + ["  There the family \(isCertain ? "finds" : "may find") help."]
  }

  private func step(along route: Route, _ words: CoverageWording) -> String {
    let to = words.name(of: route.to)
    let step = route.step.map { " (\($0.label))" } ?? ""
    switch route.kind {
    case .selfReferral: return "The family refers itself to \(to)\(step)."
    case .transfer:
      return "\(words.name(of: route.from).withCapital) hands the family over to \(to)\(step)."
    case .referral, .signposting, .consultation, .jointWork, .notification, .feedback:
      return "\(words.name(of: route.from).withCapital) refers the family to \(to)\(step)."
    }
  }

  /// How the request travels, and what follows.
  private func details(of route: Route, _ words: CoverageWording) -> [String] {
    guard let service = map.services[route.to] else { return [] }
    var lines: [String] = []
    var unsaid: [String] = []
    if let methods = service.referral?.methods, !methods.isEmpty {
      lines.append("How: \(Words.english.list(methods.map(\.label))).")
    } else {
      unsaid.append("how a request reaches it")
    }
    let contact = contact(of: route.to)
    lines += contact.map { String($0.drop { $0 == " " }) }
    switch service.wait {
    case .stated(let wait): lines.append("Wait: \(wait).")
    case .none: lines.append("Wait: none.")
    case .notStated: if !audience.hides(.waits) { unsaid.append("how long families wait") }
    }
    // Of the process at the service only a yes counts for every route to it.
    if let consent = route.consent ?? (service.referral?.consent == true ? true : nil) {
      lines.append(
        consent ? "The family's consent is asked for." : "The family's consent is not asked for.")
    } else {
      unsaid.append("whether the family's consent is asked for")
    }
    if route.kind == .selfReferral {
      if let told = service.referral?.selfReferral?.notify {
        let consent =
          service.referral?.selfReferral?.consent == true ? ", if the family agrees" : ""
        lines.append(
          told.isEmpty
            ? "It tells nobody of the family."
            : "It tells \(Words.english.list(told.map { words.name(of: $0) }))\(consent).")
      } else {
        unsaid.append("whom the service tells of a family that refers itself")
      }
    }
    if !unsaid.isEmpty {
      lines.append("The map does not say \(Words.english.alternatives(unsaid)).")
    }
    return lines
  }

  /// How to reach a team; never a person.
  private func contact(of id: Service.ID) -> [String] {
    guard let contact = map.services[id]?.contact else { return [] }
    let parts = [
      contact.phone.map { "telephone \($0)" }, contact.mailbox.map { "email \($0)" },
      contact.form.map { "form \($0)" }, contact.hours.map { "hours \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty
      ? [] : "Contact: \(parts.joined(separator: "; ")).".wrapped(indent: "     ")
  }

  // MARK: - Where the way stops

  private func stop(_ words: CoverageWording) -> [String] {
    guard let gap = coverage.gap(at: cell, condition: condition, from: start) else {
      return ["The map cannot be asked about this need, age and area."]
    }
    var lines = ["No way leads to help."] + words.reason(gap).wrapped(indent: "")
    lines.append("")
    if let start, !gap.refusals.isEmpty {
      lines += words.refusal(by: start, gap.refusals).wrapped(indent: "")
    } else if gap.reached.isEmpty {
      lines.append("Where the way stops: the family reaches no service at all.")
    } else {
      lines += "The family can at most reach \(words.names(of: gap.reached)).".wrapped(indent: "")
    }
    if !gap.stops.isEmpty {
      lines.append("Where the way stops:")
      lines += words.stops(gap.stops, atMost: 6)
        .flatMap { $0.wrapped(indent: "  ", first: "- ") }
    }
    let repairs = coverage.repairs(for: cell, condition: condition, from: start)
    if !repairs.isEmpty {
      lines += ["", "What would mend it, the smallest change first:"]
      lines += repairs.flatMap { words.repair($0).wrapped(indent: "  ", first: "- ") }
    }
    return lines
  }
}

extension String {
  fileprivate var withCapital: String {
    first.map { $0.uppercased() + dropFirst() } ?? self
  }
}
