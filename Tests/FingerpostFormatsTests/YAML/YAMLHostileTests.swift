import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `Damaged YAML` {
  private static let fragments = [
    "&a ", "*a", "!t ", "? ", "- ", ": ", "[", "]", "{", "}", ",", "\"", "'", "|\n", ">\n", "|+\n",
    "#", " #", "\n", "\r", "\t", "  ", "%TAG", "---\n", "...\n", "\u{85}", "\u{2028}", "é", "𝒳",
    "<<",
    "\\", "\0", "@", "`", "\u{FEFF}",
  ].map { Array($0.utf8) }

  @Test(arguments: 0..<500)
  func `is read or refused, but never wrongly placed`(_ seed: Int) throws {
    var generator = YAMLTextGenerator(seed: UInt64(seed) &+ 0xABCD)
    var bytes = Array(generator.document().utf8)
    for _ in 0..<Int.random(in: 1...6, using: &generator.random) {
      let place = Int.random(in: 0...bytes.count, using: &generator.random)
      switch Int.random(in: 0..<4, using: &generator.random) {
      case 0:
        let end = min(bytes.count, place + Int.random(in: 0..<9, using: &generator.random))
        bytes.removeSubrange(place..<end)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator.random), at: place)
      default:
        let fragment = Self.fragments.randomElement(using: &generator.random) ?? []
        bytes.insert(contentsOf: fragment, at: place)
      }
    }
    let (tree, diagnostics) = YAMLTree.read(bytes, file: "map.yaml")
    #expect(tree != nil || !diagnostics.isEmpty)
    guard let tree else { return }
    var last = 0
    for node in tree.root.subtree where !node.isAlias {
      let range = node.byteRange
      #expect(range.upperBound <= bytes.count)
      #expect(node.location.line >= 1 && node.location.column >= 1)
      if node.kind == .scalar, tree.root.subtree.allSatisfy({ !$0.isAlias }) {
        #expect(range.lowerBound >= last)
        last = range.upperBound
      }
    }
    guard diagnostics.isEmpty, tree.root.kind == .mapping else { return }
    // An edit is done or refused; whether it is right, the editor checks itself.
    for entry in tree.root.entries {
      var editor = YAMLEditor(tree)
      try? editor.delete([.key(entry.key.text)])
      try? editor.set([.key(entry.key.text), "x", "y"], to: ["z"])
    }
  }
}
