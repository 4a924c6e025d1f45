/// Lines of the published catalogue that are no rules of their own here, and why.
public enum CatalogueRemarks {
  /// A line of the catalogue and what became of it.
  public struct Remark: Hashable, Sendable {
    /// The name in the catalogue.
    public let name: String
    /// The rules that ask the same; empty where none does.
    public let rules: [RuleID]
    /// Why.
    public let reason: String
  }

  /// Lines that are part of another rule.
  public static let merged = [
    Remark(
      name: "undefined-reference", rules: [.danglingReference, .nameNearDuplicate],
      reason:
        "An id that names nothing is a dangling reference; a name that matches no other, but comes "
        + "near one, is a near duplicate.")
  ]

  /// Lines that a map cannot decide, because they are about pictures; the project keeps them itself.
  public static let leftOut = [
    Remark(
      name: "output-contrast", rules: [],
      reason:
        "It is about pictures. A test asks of every pair of colours 4.5 to 1 for text and 3 to 1 for "
        + "shapes."),
    Remark(
      name: "output-not-colour-only", rules: [],
      reason:
        "It is about pictures. A test asks that every kind of route differs by its line or its arrow "
        + "heads."),
    Remark(
      name: "output-text-equivalent", rules: [],
      reason:
        "It is about pictures. Each is written with a page in words, and a test asks that the page "
        + "has every box and every line."),
    Remark(
      name: "output-reading-order", rules: [],
      reason:
        "It is about pictures. They read in one direction, the lowest level first, which a test of "
        + "the layout keeps."),
  ]
}
