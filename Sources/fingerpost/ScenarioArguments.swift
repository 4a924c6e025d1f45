import ArgumentParser
import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostReports

/// What somebody thinks of, as it is asked for on the command line.
struct ScenarioArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Say something else of a service.", valueName: "service.key=value"))
  var change: [String] = []

  @Option(help: ArgumentHelp("Pause a service.", valueName: "service"))
  var pause: [String] = []

  @Option(help: ArgumentHelp("Close a service.", valueName: "service"))
  var close: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      End the funding of a service, or what an organisation pays, on a date or at once; services for \
      which nobody else pays close.
      """, valueName: "service-or-organisation[@date]"))
  var endFunding: [String] = []

  @Option(
    help: ArgumentHelp(
      "Remove the routes by which a family can go from one service to another, or one route by its id.",
      valueName: "from:to"))
  var removeRoute: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Add a route between two services, or from `families`; a referral, or a self-referral from \
      families, unless another kind is named.
      """, valueName: "from:to[:kind]"))
  var addRoute: [String] = []

  /// Whether nothing is asked for.
  var isEmpty: Bool {
    (change + pause + close + endFunding + removeRoute + addRoute).isEmpty
  }

  /// A change, and how it was typed.
  struct Typed {
    let text: String
    let change: Scenario.Change
  }

  /// The changes, in the order of the options here: statements first, added routes last.
  ///
  /// - Parameters:
  ///   - map: The map that they are made to.
  ///   - date: The day on which what has no date of its own happens.
  ///   - tell: What to do with what was read but should be looked at.
  /// - Returns: The changes, and how each was typed.
  /// - Throws: What cannot be understood.
  func changes(
    to map: SystemMap, on date: CalendarDate, tell: (Diagnostic) -> Void
  ) throws -> [Typed] {
    var typed: [Typed] = []
    func add(
      _ option: String, _ texts: [String], _ change: (String) throws -> Scenario.Change
    ) throws {
      for text in texts {
        do {
          typed.append(Typed(text: "--\(option) \(text)", change: try change(text)))
        } catch let error as ValidationError {
          throw ValidationError("--\(option) \(text): \(error.message)".withStop)
        }
      }
    }
    try add("change", change) { text in
      let (statement, diagnostics) = ServiceStatementReader().read(text, of: map)
      guard let statement else {
        throw ValidationError(diagnostics.map(\.message).joined(separator: "; "))
      }
      diagnostics.forEach(tell)
      return .changeService(statement.service, key: statement.key, statement.change)
    }
    try add("pause", pause) { .pauseService(Service.ID($0)) }
    try add("close", close) { .closeService(Service.ID($0)) }
    try add("end-funding", endFunding) { try Self.end(of: $0, in: map, on: date) }
    try add("remove-route", removeRoute) { text in
      if map.routes[Route.ID(text)] != nil { return .removeRoute(Route.ID(text)) }
      let ends = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      return ends.count == 2 && !ends.contains("")
        ? .removeRoutes(from: Service.ID(ends[0]), to: Service.ID(ends[1]))
        : .removeRoute(Route.ID(text))
    }
    try add("add-route", addRoute) { try Self.route($0) }
    return typed
  }

  private static func end(
    of text: String, in map: SystemMap, on date: CalendarDate
  ) throws -> Scenario.Change {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let end = parts.count == 1 ? date : CalendarDate(argument: parts[1])
    else { throw ValidationError("write a date after the @, such as 2027-03-31") }
    let (service, body) = (Service.ID(parts[0]), Organisation.ID(parts[0]))
    if map.services[service] != nil { return .endFundingOfService(service, on: end) }
    if map.organisations[body] != nil { return .endFundingByOrganisation(body, on: end) }
    let known = map.services.map(\.id.rawValue) + map.organisations.map(\.id.rawValue)
    throw ValidationError(
      "the map has no service and no organisation `\(parts[0])`"
        + (parts[0].nearest(in: known).map { "; did you mean `\($0)`?" } ?? ""))
  }

  private static func route(_ text: String) throws -> Scenario.Change {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), !parts.contains("") else {
      throw ValidationError("write both ends with : between them, such as family-hub:team")
    }
    let ends = (Service.ID(parts[0]), Service.ID(parts[1]))
    guard parts.count == 3 else { return .addRoute(from: ends.0, to: ends.1) }
    guard let kind = RouteKind(rawValue: parts[2]) else {
      throw ValidationError(
        "`\(parts[2])` is no kind of route; "
          + parts[2].choices(among: RouteKind.allCases.map(\.rawValue)))
    }
    return .addRoute(from: ends.0, to: ends.1, kind: kind)
  }
}

extension String {
  /// The text with a full stop, unless it ends as a question.
  var withStop: String { hasSuffix("?") ? self : self + "." }
}
