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
  public static let merged: [Remark] = []

  /// Lines that a map cannot decide, because they are about pictures; the project keeps them itself.
  public static let leftOut = [
    Remark(
      name: "output-contrast", rules: [],
      reason: "It is about pictures. The colours of every theme are compared by a test."),
    Remark(
      name: "output-not-colour-only", rules: [],
      reason:
        "It is about pictures. A test asks that every kind of route differs by line or arrow head."),
    Remark(
      name: "output-text-equivalent", rules: [],
      reason:
        "It is about pictures. Each is written with a page in words, and a test compares the two."),
    Remark(
      name: "output-reading-order", rules: [],
      reason: "It is about pictures. They are laid out in one direction, lowest level first."),
  ]
}
