package import FingerpostModel

/// A change of one element of a map, as somebody made it who saw what the map said of it before.
package struct StatedChange: Sendable, Decodable {
  /// One place within the element, and what it is to say.
  package struct Edit: Sendable, Decodable {
    /// The keys, and the places in lists, from the element down; empty for the whole of it.
    package let path: [Step]
    /// What it is to say; `nil` to say nothing there any more.
    package let value: StatedValue?

    /// Makes an edit.
    package init(path: [Step], value: StatedValue?) {
      self.path = path
      self.value = value
    }
  }

  /// One level down.
  package enum Step: Hashable, Sendable, Codable {
    /// To what a key says.
    case key(String)
    /// To an item of a list, counted from 0.
    case index(Int)

    package init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let index = try? container.decode(Int.self) {
        self = .index(index)
      } else {
        self = .key(try container.decode(String.self))
      }
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .key(let key): try container.encode(key)
      case .index(let index): try container.encode(index)
      }
    }
  }

  /// The collection of the element, such as `services`.
  package let collection: String
  /// Its id; that of a new element, or `nil` for a new one of a list, such as a route.
  package let id: String?
  /// What the files said of it when somebody looked; `nil` for a new element.
  package let was: StatedValue?
  /// What is changed, in this order.
  package let edits: [Edit]

  /// Makes a change.
  package init(collection: String, id: String?, was: StatedValue?, edits: [Edit]) {
    self.collection = collection
    self.id = id
    self.was = was
    self.edits = edits
  }
}

/// Why a map would be impossible after a change.
package struct StatedProblem: Hashable, Sendable {
  /// The problem.
  package let diagnostic: Diagnostic
  /// Where it is within the element, by keys and places in lists; `nil` when it is elsewhere in the map.
  package let path: [StatedChange.Step]?
}

/// Why a change is not made.
package enum StatedChangeError: Error, Sendable {
  /// There is no such collection, or none whose elements can be changed by themselves.
  case noSuchCollection(String)
  /// The files say something else of the element than they did: what they say now, `nil` for nothing.
  case conflict(now: StatedValue?)
  /// A file cannot be edited at the place.
  case editing(YAMLEditingError)
  /// The map would be impossible afterwards.
  case unsound([StatedProblem])
  /// There is nothing to change.
  case nothing
}
