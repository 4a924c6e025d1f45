public import FingerpostModel
import FingerpostRules

/// The services whose entries were confirmed too long ago, or of which the map does not say when they
/// were, by who keeps them.
public struct ReviewsDue: Sendable {
  /// What one role, or nobody, is to look at.
  public struct Group: Hashable, Sendable {
    /// The role that keeps the entries; `nil` when the map names none.
    public var owner: String?
    /// The services, in the order of the map.
    public var entries: [Entry]
  }

  /// A service to look at.
  public struct Entry: Hashable, Sendable {
    /// Its id.
    public var service: Service.ID
    /// What people call it.
    public var name: String
    /// When it was last confirmed; `nil` when the map does not say.
    public var assured: CalendarDate?
  }

  /// What people call the map.
  public let title: String
  /// The groups in the order of the owners' names, those without an owner last.
  public let groups: [Group]
  /// How long an entry may go unconfirmed, by the standards of the map.
  public let limit: TimeSpan?

  /// Gathers what the rule about confirmed entries found.
  ///
  /// - Parameters:
  ///   - check: A check of the map.
  ///   - map: The map, as its readers are shown it.
  ///   - profiles: The standards of the check, beside what every map needs.
  public init(_ check: MapReport, of map: SystemMap, by profiles: [Profile]) {
    title = map.title.onOneLine
    limit = ([.core] + profiles).compactMap(\.limits.assuredWithin).last
    let rule = RuleID.assuredWithinThreeMonths.rawValue
    let due = Set(
      check.findings.filter { $0.rule == rule }.map(\.element)
        + check.questions.filter { $0.rule == rule }.map(\.element))
    let services = map.services.filter {
      due.contains(ElementID(.services, $0.id.rawValue))
    }
    let byOwner = Dictionary(grouping: services) { $0.owner.value?.onOneLine }
    groups = byOwner.map { owner, services in
      Group(
        owner: owner,
        entries: services.map {
          Entry(service: $0.id, name: $0.name.onOneLine, assured: $0.assured)
        })
    }.sorted { a, b in
      switch (a.owner, b.owner) {
      case (let a?, let b?): a < b
      case (nil, _): false
      case (_, nil): true
      }
    }
  }

  /// A letter a group, as plain text for an email.
  public var letters: String {
    guard !groups.isEmpty else { return "No entry of the map “\(title)” is due for review.\n" }
    let since = limit.map { " in the last \($0)" } ?? ""
    return groups.map { group in
      let head =
        group.owner.map { "To: \($0)" } ?? "The map does not say who keeps these entries"
      return """
        \(head)

        These entries of the map “\(title)” were not confirmed\(since).
        Please say for each whether it still holds, or what has changed:

        \(group.entries.map { "- \($0.sentence)" }.joined(separator: "\n"))

        """
    }.joined(separator: "\n\n")
  }
}

extension ReviewsDue.Entry {
  /// What people call it, and when it was last confirmed.
  var sentence: String {
    "\(name): "
      + (assured.map { "last confirmed \($0.onInWords)" }
        ?? "the map does not say when it was last confirmed")
  }
}
