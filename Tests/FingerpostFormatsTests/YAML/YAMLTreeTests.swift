import FingerpostFormats
import FingerpostModel
import Testing

struct `A YAML tree` {
  @Test(
    arguments: [
      ("a: 1\nb: [x, 'y z', \"q\\n\"]\n", "{a: 1, b: [x, y z, q⏎]}"),
      ("a:\n- 1\n-\n  c: d\n- - e\n", "{a: [1, {c: d}, [e]]}"),
      ("a: |\n  one\n  two\nb: >\n  one\n  two\n", "{a: one⏎two⏎, b: one two⏎}"),
      ("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n", "{a: ∅, b: ∅, c: ∅, d: , e: null}"),
      ("[a: b, c]", "[{a: b}, c]"),
      ("{a, b: , c: {d: e,},}", "{a: ∅, b: ∅, c: {d: e}}"),
      ("one\n two\n", "one two"),
      ("", "∅"),
      ("# nothing\n", "∅"),
      ("---\na: 1\n...\n", "{a: 1}"),
      ("\u{FEFF}a: é\nü: 𝒳\n", "{a: é, ü: 𝒳}"),
      ("a: 1\r\nb:\r\n  - x\r\n", "{a: 1, b: [x]}"),
      ("a: 1\rb:\r  - x\r", "{a: 1, b: [x]}"),
      ("a: \"x\u{85}y\"\nb: z\n", "{a: x y, b: z}"),
      ("a: &x [1, 2]\nb: *x\nc: &y z\n? *y\n: d\n", "{a: [1, 2], b: [1, 2], c: z, z: d}"),
      ("? a\n? b\n: c\n", "{a: ∅, b: c}"),
    ])
  func `holds what the file says`(_ text: String, _ expected: String) throws {
    #expect(outline(try readTree(text).root) == expected)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `places every key and value`(_ lineEnd: String) throws {
    let text = "\u{FEFF}ä: {é: 𝒳, b: ü}  # ö\n# –\nlist:\n  - 'ß'\n  -   x # c\n\n# end\nz:\n"
    let tree = try readTree(text.replacing("\n", with: lineEnd))
    let places = tree.root.subtree.map { node in
      "\(node.location.line):\(node.location.column) \(node.kind == .scalar ? node.source : "…")"
    }
    #expect(
      places == [
        "1:1 …", "1:1 ä", "1:4 …", "1:5 é", "1:8 𝒳", "1:11 b", "1:14 ü", "3:1 list", "4:3 …",
        "4:5 'ß'", "5:7 x", "8:1 z", "8:3 ",
      ])
  }

  @Test func `counts only the lines that editors count`() throws {
    let tree = try readTree("a: \"x\u{85}y\u{2028}z\u{2029}\"\nb: c\n")
    let value = try #require(tree.root["b"])
    #expect(value.location.description == "map.yaml:2:4")
  }

  @Test func `ends a collection with its last token`() throws {
    let tree = try readTree(
      "a:\n  b: c # comment\n\n  # more\n# and more\nd:\n  - e\n  # last\n\nf: [g , ] # no\n")
    #expect(tree.root["a"]?.source == "b: c")
    #expect(tree.root["d"]?.source == "- e")
    #expect(tree.root["f"]?.source == "[g , ]")
    #expect(tree.root.source.hasSuffix("[g , ]"))
  }

  @Test(
    arguments: [
      ("a: |\n  x\n  y\n\n\n# c\nb: 1\n", "|\n  x\n  y"),
      ("a: |+\n  x\n\n\nb: 1\n", "|+\n  x\n\n"),
      ("a: >-\n  x\n  # no comment\n\nb: 1\n", ">-\n  x\n  # no comment"),
      ("a: |\n  x", "|\n  x"),
      ("a: | # c\n  x\n", "| # c\n  x"),
      ("- |\n x\n-  y\n", "|\n x"),
    ])
  func `ends a block scalar before its last line end`(_ text: String, _ source: String) throws {
    let root = try readTree(text).root
    #expect((root["a"] ?? root.elements.first { _ in true })?.source == source)
  }

  @Test func `places a null where its value would stand`() throws {
    let text = "a:   # c\nb: {c, d: , e: }\nf:\n  -\n  - # c\n? g\n# c\n? h\n# c\n"
    let tree = try readTree(text)
    let nulls = tree.root.subtree.filter(\.isNull).map(\.byteRange.lowerBound)
    #expect(nulls == [2, 14, 18, 23, 32, 36, 44, 52])
  }

  @Test func `leaves anchors and tags out of the range`() throws {
    let tree = try readTree("a: &x\n  # c\n  b: c\nd: &y 'e'\nf: *y\n")
    #expect(tree.root["a"]?.source == "b: c")
    #expect(tree.root["d"]?.source == "'e'")
    let alias = try #require(tree.root["f"])
    #expect(alias.source == "*y" && alias.isAlias && alias.text == "e")
  }

  @Test func `compares keys without making strings`() throws {
    let entry = try #require(try readTree("\"na\\x6de\": x\n").root.entries.first { _ in true })
    #expect(entry.key.isEqual(to: "name") && !entry.key.isEqual(to: "nam"))
    #expect(entry.key.isQuoted && !entry.value.isQuoted)
    #expect(entry.key.withBytes { Array($0) } == Array("name".utf8))
  }

  @Test(arguments: 0..<300)
  func `has ranges whose text reads back as the same value`(_ seed: Int) throws {
    var generator = YAMLTextGenerator(seed: UInt64(seed))
    let text = generator.document()
    for node in try readTree(text).root.subtree where node.kind == .scalar && !node.isNull {
      let isBlock = node.style == .literal || node.style == .folded
      let ending = isBlock && node.byteRange.upperBound < node.tree.bytes.count ? "\n" : ""
      let again = try readTree(node.source + ending).root
      #expect(again.text == node.text, "\(text.debugDescription)")
    }
  }

  private func outline(_ node: YAMLNode) -> String {
    switch node.kind {
    case .scalar: node.isNull ? "∅" : node.text.replacing("\n", with: "⏎")
    case .sequence: "[" + node.elements.map(outline).joined(separator: ", ") + "]"
    case .mapping:
      "{" + node.entries.map { outline($0.key) + ": " + outline($0.value) }.joined(separator: ", ")
        + "}"
    }
  }
}
