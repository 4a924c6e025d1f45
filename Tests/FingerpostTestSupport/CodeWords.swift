/// The words that people are never shown, each with its plural.
///
/// Source: the design's list of what people are shown instead, and the names of graph theory.
public enum CodeWords {
  /// In small letters.
  public static let all: Set<String> = {
    let words = [
      "cell", "witness", "frontier", "ghost", "waiver", "node", "edge", "graph", "cluster",
      "vertex", "nil", "null", "enum", "boolean",
    ]
    return Set(words + words.map { $0 + "s" } + ["witnesses", "vertices"])
  }()

  /// Those in a text, apart from names of files and rules in `backticks`.
  public static func found(in text: String) -> Set<String> {
    let plain = text.replacing(/`[^`]*`/, with: " ").lowercased()
    return Set(plain.split { !$0.isLetter }.map(String.init)).intersection(all)
  }
}
