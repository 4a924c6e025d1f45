public import FingerpostAnalysis
public import FingerpostModel

/// What somebody thinks of, in sentences without a full stop.
public struct ScenarioWording: Sendable {
  private var words: Words

  /// Takes the words to put it into.
  public init(in words: Words = .english) {
    self.words = words
    // What would be is not so now.
    self.words.phrases[.beforeAndNow] =
      words.phrases[.todayAndThen] ?? [.other: Phrase.todayAndThen.rawValue]
  }

  /// What one change assumes.
  ///
  /// - Parameters:
  ///   - change: The change.
  ///   - from: The map before it, as the readers may see it.
  ///   - to: The map after it, as they may see it.
  /// - Returns: A sentence or several.
  public func sentences(
    for change: Scenario.Change, from: SystemMap, to: SystemMap
  ) -> [String] {
    func name(_ id: Service.ID) -> String { "“\((from.services[id]?.name ?? "\(id)").onOneLine)”" }
    switch change {
    case .closeService(let id): return ["\(name(id)) closes"]
    case .pauseService(let id): return ["\(name(id)) is paused"]
    case .endFundingOfService(let id, on: let date):
      return ["The funding of \(name(id)) ends on \(words.date(date)), and it closes"]
    case .endFundingByOrganisation(let body, on: let date):
      let paid = from.services.filter { $0.fundedBy?.contains(body) ?? false }.map(\.id)
      // Of those that stay open it is no longer one of those who pay.
      let closed = paid.filter { to.services[$0]?.fundedBy?.contains(body) ?? false }
      let others = paid.filter { !closed.contains($0) }
      let payer = "“\((from.organisations[body]?.name ?? "\(body)").onOneLine)”"
      return ["\(payer) stops paying on \(words.date(date))"]
        + (closed.isEmpty
          ? []
          : [
            "Without anybody else who is stated to pay, and so closed: \(closed.map(name).inSentence())"
          ])
        + (others.isEmpty
          ? []
          : ["With others who pay, and so still open: \(others.map(name).inSentence())"])
    case .changeService(let id, let key, _):
      let lines = self.lines(from: from, to: to)
      return lines.isEmpty
        ? ["\(words.field(key)) of \(name(id)): nothing that these readers are shown changes"]
        : lines
    case .addRoute, .removeRoute, .removeRoutes, .takeBack: return lines(from: from, to: to)
    }
  }

  /// What changes between two maps, as these readers may see them.
  public func lines(from: SystemMap, to: SystemMap) -> [String] {
    DifferenceWording(MapDifference(from: from, to: to), in: words).lines
  }
}

extension ScenarioError {
  /// What is wrong, in a sentence, with what may have been meant.
  public var explanation: String {
    func unknown(_ kind: String, _ id: String, _ near: String?) -> String {
      "the map has no \(kind) `\(id)`" + (near.map { "; did you mean `\($0)`?" } ?? "")
    }
    return switch self {
    case .unknownService(let id, let near): unknown("service", "\(id)", near?.rawValue)
    case .unknownOrganisation(let id, let near): unknown("organisation", "\(id)", near?.rawValue)
    case .unknownRoute(let id, let near): unknown("route", "\(id)", near?.rawValue)
    case .noRoute(let from, let to):
      "the map has no route from `\(from)` to `\(to)` that a family can take"
    case .routeExists(let id): "the map has this route already: `\(id)`"
    case .selfLoop(let id): "a route cannot lead from `\(id)` to itself"
    case .fundsNothing(let body): "the map names nothing that `\(body)` pays for"
    }
  }
}
