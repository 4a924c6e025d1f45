/// Which form of a phrase goes with a number, in the categories of the Unicode plural rules.
///
/// Source: Unicode Technical Standard 35, part 3, "Language plural rules".
public enum PluralCategory:
  String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable
{
  /// The form for zero, where a language has one.
  case zero
  /// The form for one.
  case one
  /// The form for two, where a language has one.
  case two
  /// The form for a few, where a language has one.
  case few
  /// The form for many, where a language has one.
  case many
  /// The form for every other number, and of phrases without a number.
  case other

  /// The category of a number in a language.
  ///
  /// Welsh has six; every other language is taken to have two, as English has.
  public init(_ number: Int, language: String) {
    let isWelsh = language.lowercased().split(separator: "-").first == "cy"
    switch number {
    case 1: self = .one
    case 0 where isWelsh: self = .zero
    case 2 where isWelsh: self = .two
    case 3 where isWelsh: self = .few
    case 6 where isWelsh: self = .many
    default: self = .other
    }
  }
}
