import FingerpostModel

/// What people call one thing of a sort, and several.
struct Noun: Hashable, Sendable {
  let one: String
  let many: String

  init(_ one: String, _ many: String? = nil) {
    self.one = one
    self.many = many ?? one + "s"
  }

  /// `1 service`, `7 services`.
  func counted(_ count: Int) -> String { "\(count) \(count == 1 ? one : many)" }
}

extension ElementID {
  /// How many there are of its sort: `7 services`.
  func counted(_ count: Int, in words: Words) -> String {
    // The key of the list stands before the id of the item.
    guard path.count >= 3 else { return words(collection.counted, count) }
    let list = path[path.count - 2]
    return words(Self.items[list] ?? .entriesCounted, count, ["list": list.onOneLine])
  }

  /// The items of lists, by the key of the list.
  private static let items: [String: Phrase] = [
    "seats": .seats, "stages": .stagesCounted, "excludes": .exclusionsCounted,
    "only-for": .restrictionsCounted, "venues": .venuesCounted, "policies": .policiesCounted,
    "cohorts": .cohortsCounted, "staff": .postsCounted, "serves": .needsCounted,
    "discharge": .waysOutCounted, "delegates-to": .delegationsCounted,
  ]
}

extension ElementID.Collection {
  fileprivate var counted: Phrase {
    switch self {
    case .map: .mapsCounted
    case .kinds: .kindsCounted
    case .needs: .needsCounted
    case .conditions: .conditions
    case .areas: .areasCounted
    case .sources: .sourcesCounted
    case .organisations: .organisations
    case .services: .services
    case .routes: .routes
    case .boards: .boards
    case .programmes: .programmes
    case .agreements: .agreements
    case .flows: .flowsCounted
    case .documents: .documentsCounted
    case .links: .links
    case .views: .viewsCounted
    case .exceptions: .exceptionsCounted
    }
  }
}

extension Severity {
  /// What people call findings of this severity.
  var noun: Noun {
    switch self {
    case .error: Noun("error")
    case .warning: Noun("warning")
    case .note: Noun("note")
    }
  }
}

extension Sequence<String> {
  /// `a`, `a and b`, `a, b and c`.
  func inSentence() -> String {
    let words = Array(self)
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
