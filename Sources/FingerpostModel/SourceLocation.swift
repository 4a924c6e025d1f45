/// A place in a file that a person can go to.
public struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file, as the person named it (a path, absolute or relative to where they are).
  public var file: String

  /// The line, counted from 1.
  public var line: Int

  /// The column, counted from 1 in Unicode scalars, as editors and SARIF's `unicodeCodePoints` do.
  public var column: Int

  /// Makes a place from its file, line and column.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, which editors and terminals can follow.
  public var description: String { "\(file):\(line):\(column)" }

  /// Orders places by file, then as they stand in it.
  public static func < (a: Self, b: Self) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
