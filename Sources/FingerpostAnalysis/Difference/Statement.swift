public import FingerpostModel

/// What a version of a map says of one field, apart from where in the file it says so.
///
/// Two statements are equal when they say the same: the order of a list counts only where it means
/// something, and `12 months` is the same age as `1 year`.
public indirect enum Statement: Hashable, Sendable {
  /// The map does not say. Never the same as `none`.
  case notStated
  /// The map says that there is none.
  case none
  /// The list holds no such item.
  case absent
  /// Words as they are written.
  case text(String)
  /// A length of time.
  case span(TimeSpan)
  /// A count.
  case quantity(Quantity)
  /// Yes or no.
  case yesNo(Bool)
  /// A date.
  case date(CalendarDate)
  /// Ages of a child.
  case ages(AgeRange)
  /// A word of a vocabulary: as it is written, what kind of word it is, and what people are shown.
  case word(String, kind: String, label: String)
  /// The id of something that the map names.
  case reference(Reference)
  /// The address of an element.
  case address(ElementID)
  /// A source and the place in it.
  case citation(Citation)
  /// Several statements whose order means nothing, in ascending order of how they are written.
  case list([Statement])
  /// Several statements in an order that means something.
  case sequence([Statement])
  /// Facts under their keys.
  case record(StatedRecord)

  /// An id, and what it is the id of.
  public struct Reference: Hashable, Sendable {
    /// Where what it names is found.
    public enum Target: Hashable, Sendable {
      /// In a collection of the map.
      case collection(ElementID.Collection)
      /// An organisation, a service, a board, a programme or a document.
      case node
      /// On the scale of intensity.
      case intensity
      /// Among the written standards.
      case profile
    }

    /// The id as it is written.
    public var id: String
    /// Where what it names is found.
    public var target: Target

    /// Makes a reference.
    public init(_ id: String, in target: Target) {
      self.id = id
      self.target = target
    }
  }
}

/// Facts that a map states together, such as a venue or how a team is reached.
public struct StatedRecord: Hashable, Sendable {
  /// One fact.
  public struct Field: Hashable, Sendable {
    /// The key as it is written in a map.
    public var key: String
    /// What the map says.
    public var value: Statement
  }

  /// What tells it from other items of its list; `.notStated` when it stands in none.
  public var identity: Statement
  /// The facts in the order of the model, those not stated included.
  public var fields: [Field]

  /// What people call it: its name, otherwise the first of its facts.
  public var name: Statement {
    let name = self["name"]
    return name == .notStated ? fields.first?.value ?? identity : name
  }

  /// What is said under a key.
  public subscript(key: String) -> Statement {
    fields.first { $0.key == key }?.value ?? .notStated
  }
}

extension Statement: CustomStringConvertible {
  /// As short plain text, much as it is written in a map.
  public var description: String {
    switch self {
    case .notStated: "not stated"
    case .none: "none"
    case .absent: "not in the list"
    case .text(let text): text
    case .yesNo(let isYes): isYes ? "yes" : "no"
    case .date(let date): date.description
    case .ages(let ages): ages.description
    case .word(let word, _, _): word
    case .span(let span): span.description
    case .quantity(let quantity): quantity.description
    case .reference(let reference): reference.id
    case .address(let address): address.description
    case .citation(let citation): citation.description
    case .list(let items), .sequence(let items):
      items.map(\.description).joined(separator: ", ")
    case .record(let record): record.description
    }
  }

  /// The same list with its order left out of account; anything else as it is.
  var unordered: Statement {
    guard case .sequence(let items) = self else { return self }
    let written = items.map { (item: $0, text: $0.description) }
    return .list(written.sorted { $0.text < $1.text }.map(\.item))
  }

  /// The same statement with every element under its id in the later map.
  func renamed(by renames: Renames) -> Statement {
    switch self {
    case .notStated, .none, .absent, .text, .span, .quantity, .yesNo, .date, .ages, .word: self
    case .reference(let reference): .reference(renames.later(reference))
    case .address(let address): .address(renames.later(address))
    case .citation(let citation):
      .citation(
        Citation(
          Identifier(renames.later(citation.source.rawValue, in: .sources)), citation.place))
    case .list(let items):
      Statement.sequence(items.map { $0.renamed(by: renames) }).unordered
    case .sequence(let items): .sequence(items.map { $0.renamed(by: renames) })
    case .record(let record): .record(record.renamed(by: renames))
    }
  }
}

extension StatedRecord: CustomStringConvertible {
  /// Its facts with their keys, those not stated left out.
  public var description: String {
    let stated = fields.filter { $0.value != .notStated }
    guard !stated.isEmpty else { return "\(identity == .notStated ? "stated" : "\(identity)")" }
    return stated.map { "\($0.key) \($0.value)" }.joined(separator: "; ")
  }

  /// The facts alone, without what they rest on.
  var facts: [Field] { fields.filter { !FieldChange.remarks.contains($0.key) } }

  func renamed(by renames: Renames) -> StatedRecord {
    StatedRecord(
      identity: identity.renamed(by: renames),
      fields: fields.map { Field(key: $0.key, value: $0.value.renamed(by: renames)) })
  }
}
