/// A closed list of words that one key of a map takes.
///
/// The raw value is what is written in a map; the label is what people are shown.
public protocol Word: RawRepresentable, CaseIterable, Hashable, Sendable, Comparable
where RawValue == String {
  /// What people are shown, such as `local authority`.
  var label: String { get }
}

extension Word {
  /// The written word with spaces for hyphens.
  public var label: String { spaced }

  /// The written word with spaces for hyphens.
  package var spaced: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }

  /// Orders words as they are written, on every machine alike.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
