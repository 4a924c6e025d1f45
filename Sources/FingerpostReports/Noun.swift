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
  /// What people call things of its sort.
  var noun: Noun {
    // The key of the list stands before the id of the item.
    guard path.count >= 3 else { return collection.noun }
    let list = path[path.count - 2]
    return Self.items[list] ?? Noun("entry under `\(list)`", "entries under `\(list)`")
  }

  /// What people call the items of lists, by the key of the list.
  private static let items: [String: Noun] = [
    "seats": Noun("seat"), "stages": Noun("stage"), "excludes": Noun("exclusion"),
    "only-for": Noun("restriction"), "venues": Noun("venue"),
    "policies": Noun("policy", "policies"),
    "cohorts": Noun("cohort"), "staff": Noun("post"), "serves": Noun("need"),
    "discharge": Noun("way out", "ways out"), "delegates-to": Noun("delegation"),
  ]
}

extension ElementID.Collection {
  /// What people call the elements of the collection.
  var noun: Noun {
    switch self {
    case .map: Noun("map")
    case .kinds: Noun("kind of service", "kinds of service")
    case .needs: Noun("need")
    case .conditions: Noun("condition")
    case .areas: Noun("area")
    case .sources: Noun("source")
    case .organisations: Noun("organisation")
    case .services: Noun("service")
    case .routes: Noun("route")
    case .boards: Noun("board")
    case .programmes: Noun("programme")
    case .agreements: Noun("agreement")
    case .flows: Noun("flow")
    case .documents: Noun("document")
    case .links: Noun("link")
    case .views: Noun("view")
    case .exceptions: Noun("accepted exception")
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
