import FingerpostFormats
import FingerpostModel
import Testing

/// Reads text that must have no problems.
func readTree(
  _ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> YAMLTree {
  let (tree, diagnostics) = YAMLTree.read(Array(text.utf8), file: "map.yaml")
  #expect(diagnostics.isEmpty, sourceLocation: sourceLocation)
  return try #require(tree, sourceLocation: sourceLocation)
}

/// The problems of a text, one a line.
func problems(_ text: String, limits: YAMLLimits = YAMLLimits()) -> [String] {
  YAMLTree.read(Array(text.utf8), file: "map.yaml", limits: limits).diagnostics.map(\.description)
}

extension YAMLNode {
  /// The bytes of the file where the node stands, as text.
  var source: String { String(decoding: tree.bytes[byteRange], as: UTF8.self) }

  /// The node and all below it.
  var subtree: [YAMLNode] {
    switch kind {
    case .scalar: [self]
    case .sequence: [self] + elements.flatMap(\.subtree)
    case .mapping: [self] + entries.flatMap { [$0.key] + $0.value.subtree }
    }
  }
}
