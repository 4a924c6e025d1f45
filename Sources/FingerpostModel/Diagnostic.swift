/// Something a person should know about the text of a map, and where it stands.
public struct Diagnostic: Hashable, Sendable {
  /// What sort of problem it is, printed in brackets at the end of the line.
  public enum Category: String, CaseIterable, Hashable, Sendable {
    /// The bytes are not UTF-8 text.
    case encoding
    /// The file is larger than the limit, or nests or repeats itself beyond it.
    case limit
    /// The file cannot be opened or read.
    case file
    /// The text is not YAML.
    case syntax
    /// The same key stands twice in one mapping.
    case duplicateKey = "duplicate-key"
    /// A key that the map format does not have.
    case unknownKey = "unknown-key"
    /// A key that must be there is not.
    case missingKey = "missing-key"
    /// A value of another type than the key takes.
    case wrongType = "wrong-type"
    /// A word that is not in the vocabulary of its key.
    case unknownWord = "unknown-word"
    /// Something that is not a date.
    case badDate = "bad-date"
    /// Something that is not an age, or a range of ages that ends before it begins.
    case badAge = "bad-age"
    /// Something that is not a count, a duration or another quantity.
    case badQuantity = "bad-quantity"
    /// An id that is empty or holds characters that ids cannot hold.
    case badID = "bad-id"
    /// Two elements that would have the same id.
    case clashingID = "clashing-id"
    /// A period that ends before it begins.
    case impossibleDates = "impossible-dates"
    /// A route or a link from an element to itself.
    case selfLoop = "self-loop"
    /// Elements that report to, lie within or belong to one another in a circle.
    case cycle
    /// A reference to something that the map does not hold.
    case unknownReference = "unknown-reference"
    /// Something that looks like data about one family or person.
    case caseLevelData = "case-level-data"
  }

  /// How much it matters.
  public var severity: Severity
  /// One or two sentences in plain English: what is wrong, and what to do next.
  public var message: String
  /// Where it stands; `nil` when it concerns no place in particular.
  public var location: SourceLocation?
  /// What sort of problem it is.
  public var category: Category
  /// Where the other of two stands that cannot both stand; the message names this place.
  public var other: SourceLocation?

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, _ category: Category, _ message: String, at location: SourceLocation?,
    besides other: SourceLocation? = nil
  ) {
    self.severity = severity
    self.category = category
    self.other = other
    self.message = message
    self.location = location
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: severity: message [category]`.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    return "\(place)\(severity.rawValue): \(message) [\(category.rawValue)]"
  }
}
