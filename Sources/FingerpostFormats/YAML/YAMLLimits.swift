/// How large, deep and repetitive a file may be before it is refused unread.
package struct YAMLLimits: Hashable, Sendable {
  /// The largest file, in bytes.
  package var bytes = 32 << 20

  /// The most keys, values, lists and mappings that one file holds.
  ///
  /// A map of 30,000 services and 150,000 routes has about 1.6 million.
  package var nodes = 4_000_000

  /// How many mappings and lists may lie within one another, aliases followed.
  package var depth = 100

  /// How many nodes aliases may add to those of the file when each is read as a copy.
  package var aliasedNodes = 1_000_000

  /// How many problems of one file are listed; the others are counted.
  package var diagnostics = 1_000

  /// The limits of a file that a person wrote or a program exported.
  package init() {}
}
