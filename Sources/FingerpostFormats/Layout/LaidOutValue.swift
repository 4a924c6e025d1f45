/// A value of a map file with its comments, its keys in the order of the format.
struct LaidOutValue {
  /// What decides how its entries stand.
  enum Role {
    /// The whole file.
    case map
    /// Elements under their ids, with an empty line between two of them where `isSpaced`.
    case collection(isSpaced: Bool)
    /// An element under its id.
    case element
    /// Anything else.
    case part
  }

  /// A comment on a line of its own.
  struct Comment {
    var text: String
    /// Whether an empty line stands above it.
    var isAfterEmptyLine = false
  }

  /// A key with its value, or an item of a list.
  struct Entry {
    /// The key; `nil` for an item.
    var key: YAMLNode?
    var value: LaidOutValue
    /// The comments above it.
    var above: [Comment] = []
    /// Whether an empty line stands between them and it.
    var isDetached = false
    /// The comments at the ends of lines before the value's first.
    var beside: [String] = []
    /// The comments at the end of the value's last line.
    var after: [String] = []
    /// Where the key stands in the order of the format.
    var rank = 0
  }

  /// What it holds in the file.
  var node: YAMLNode
  var role: Role
  /// What a collection holds.
  var entries: [Entry] = []
  /// The comments below the last entry.
  var below: [Comment] = []
}
