import FingerpostFormats
import Testing

struct `A YAML editor` {
  static let map = """
    # A map
    services:
      # The team
      team:   # note
        name: "Team"   # its name
        ages: {from: conception, to: 2 years}  # half open
      gp:
        serves: [a, b]
    routes:
    - {from: gp, to: team}

    # back
    - from: team
      to: gp # done
    """

  private func edited(
    _ text: String, _ edit: (inout YAMLEditor) throws(YAMLEditingError) -> Void
  ) throws -> String {
    var editor = YAMLEditor(try readTree(text))
    try edit(&editor)
    return String(decoding: editor.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      (["services", "team", "ages", "to"], "3 years", "to: 2 years", "to: 3 years"),
      (["services", "team", "name"], "The \"A\" team", "\"Team\"", "\"The \\\"A\\\" team\""),
      (["routes", 0, "to"], "x, y", "to: team}", "to: \"x, y\"}"),
      (["routes", 1, "to"], "x: y", "to: gp # done", "to: \"x: y\" # done"),
      (["services", "gp", "serves", 1], ["c"], "[a, b]", "[a, [c]]"),
      (["services", "team", "ages", "up"], "x", "to: 2 years}", "to: 2 years, up: x}"),
      (["services", "gp", "name"], "GP", "serves: [a, b]", "serves: [a, b]\n    name: GP"),
      (["services", "gp", "at", "x"], "y", "[a, b]", "[a, b]\n    at:\n      x: y"),
      (["services", "team"], "gone", "team:   # note\n", "team: gone   # note\n"),
    ] as [(YAMLPath, YAMLValue, String, String)])
  func `keeps every other byte when one value is set`(
    _ path: YAMLPath, _ value: YAMLValue, _ old: String, _ new: String
  ) throws {
    let text = try edited(Self.map) { editor throws(YAMLEditingError) in
      try editor.set(path, to: value)
    }
    var expected = Self.map.replacing(old, with: new)
    if path == ["services", "team"] {
      expected = expected.replacing(
        """
            name: "Team"   # its name
            ages: {from: conception, to: 2 years}  # half open

        """, with: "")
    }
    #expect(text == expected)
  }

  @Test(
    arguments: [
      ("a: 1\nb: 2\n", ["a"], "b: 2\n"),
      ("a: 1\nb: 2", ["b"], "a: 1"),
      ("a: 1\n", ["a"], "{}\n"),
      ("a:\n  b: c\n  # of a\nd: 1\n", ["d"], "a:\n  b: c\n  # of a\n"),
      ("# one\n\n# two\na: 1 # three\n# four\nb: 2\n", ["a"], "# one\n\n# four\nb: 2\n"),
      ("x:\n  # c\n  a: 1\n", ["x", "a"], "x: {}\n"),
      ("x: # c\n- a\ny: 1\n", ["x", 0], "x: [] # c\ny: 1\n"),
      ("- a: 1\n  # c\n  b: 2\n", [0, "a"], "- # c\n  b: 2\n"),
      ("- - a\n  - b\n", [0, 0], "- - b\n"),
      ("[a, b, c]\n", [0], "[b, c]\n"),
      ("[a, b, c]\n", [1], "[a, c]\n"),
      ("[a, b, c]\n", [2], "[a, b]\n"),
      ("[a, b,]\n", [1], "[a,]\n"),
      ("[\n  a,\n  # about b\n  b, # b\n  c\n]\n", [1], "[\n  a,\n  c\n]\n"),
      ("{a: 1, b: 2}\n", ["b"], "{a: 1}\n"),
      ("a: |\n  x\n  # no comment\nb: 1\n", ["b"], "a: |\n  x\n  # no comment\n"),
      ("a: |\n  x\n\nb: 1\n", ["a"], "\nb: 1\n"),
      ("a: 1\r\nb: 2\r\n", ["a"], "b: 2\r\n"),
      ("\u{FEFF}a: 1\nb: 2\n", ["a"], "\u{FEFF}b: 2\n"),
    ] as [(String, YAMLPath, String)])
  func `deletes an element with its comments`(
    _ text: String, _ path: YAMLPath, _ expected: String
  ) throws {
    let result = try edited(text) { editor throws(YAMLEditingError) in try editor.delete(path) }
    #expect(result == expected)
  }

  @Test(
    arguments: [
      ("- a\n- b\n", [1], "x", "- a\n- x\n- b\n"),
      ("- a # c\n", [1], "x", "- a # c\n- x\n"),
      ("- a", [1], "x", "- a\n- x"),
      ("- a\n# about b\n- b\n", [1], "x", "- a\n- x\n# about b\n- b\n"),
      ("- - a\n", [0, 0], "x", "- - x\n  - a\n"),
      ("[a, b]\n", [0], "x", "[x, a, b]\n"),
      ("[a, b,]\n", [2], "x", "[a, b, x,]\n"),
      ("[]\n", [0], "x", "[x]\n"),
      ("{a: }\n", ["b"], "x", "{a: , b: x }\n"),
      ("[\n  a # c\n]\n", [1], "x", "[\n  a, # c\n  x\n]\n"),
      ("[\n  a, # c\n]\n", [1], "x", "[\n  a, # c\n  x,\n]\n"),
      ("a:\n", ["a", 0], "x", "a: [x]\n"),
      ("", ["a"], "x", "a: x\n"),
      ("# c", ["a"], "x", "# c\na: x\n"),
      ("---\n...\n", ["a"], "x", "---\na: x\n...\n"),
      ("a: |+\n  x\n\n", ["b"], "x", "a: |+\n  x\n\nb: x\n"),
      ("a: 1\r\n", ["b"], "x", "a: 1\r\nb: x\r\n"),
      ("- {a: b}\n", [1], .mapping([.init("c", "d: e")]), "- {a: b}\n- {c: \"d: e\"}\n"),
      ("- a: b\n", [1], .mapping([.init("c", "d"), .init("e", [])]), "- a: b\n- c: d\n  e: []\n"),
      ("a:\n    b: c\n", ["d"], .mapping([.init("e", "f")]), "a:\n    b: c\nd:\n    e: f\n"),
    ] as [(String, YAMLPath, YAMLValue, String)])
  func `inserts an element as its neighbours are written`(
    _ text: String, _ path: YAMLPath, _ value: YAMLValue, _ expected: String
  ) throws {
    let result = try edited(text) { editor throws(YAMLEditingError) in
      try editor.insert(value, at: path)
    }
    #expect(result == expected)
  }

  @Test(arguments: YAMLTextGenerator.texts, ["a: x\n", "a: {b: x}\n", "- 'x'\n", "a:\n"])
  func `writes text that reads back the same`(_ value: String, _ text: String) throws {
    var editor = YAMLEditor(try readTree(text))
    let path: YAMLPath =
      switch text.first {
      case "-": [0]
      default: text.contains("{") ? ["a", "b"] : ["a"]
      }
    try editor.set(path, to: .scalar(value))
    #expect(editor.tree.root.subtree.last?.text == value)
    try editor.set([editor.tree.root.kind == .mapping ? .key(value) : 0], to: "y")
    #expect(editor.tree.root.subtree.last?.text == "y")
  }

  @Test(
    arguments: YAMLTextGenerator.texts + [
      "one two  three", "one\ntwo\n\n\nthree\n", " begins with a space", "ends with one ",
      String(repeating: "a word or more ", count: 20) + "end", "a\n b", "\n", "a\n\n",
    ], ["a: |\n  x\nb: y\n", "a: >-\n    x\n    y\n", "a:\n  - >\n    x\n\n  - b\n"])
  func `writes text in lines of its own that reads back the same`(
    _ value: String, _ text: String
  ) throws {
    var editor = YAMLEditor(try readTree(text))
    let path: YAMLPath = text.contains("- >") ? ["a", 0] : ["a"]
    try editor.set(path, to: .scalar(value))
    let a = editor.tree.root["a"]
    #expect((text.contains("- >") ? a?.elements.first { _ in true } : a)?.text == value)
    #expect(editor.bytes.suffix(4) == Array(text.utf8).suffix(4) || !text.contains("b"))
  }

  @Test func `adds a section as sections stand, and an element as elements do`() throws {
    let text = "a: 1\n\n# Services\nservices:\n  x: &x\n    name: X\n"
    var editor = YAMLEditor(try readTree(text))
    try editor.set(["services", "y"], to: .mapping([.init("name", "Y"), .init("kind", "camhs")]))
    try editor.set(["needs"], to: .mapping([.init("n", .mapping([.init("name", "N")]))]))
    #expect(
      String(decoding: editor.bytes, as: UTF8.self)
        == text + "  y:\n    name: Y\n    kind: camhs\n\nneeds:\n  n:\n    name: N\n")
  }

  @Test func `keeps the lines of text when a word of it changes`() throws {
    let text = """
      a: >-
        A text of so many words that it stands in lines of its own, as people write it, with the
        rest of it in the next line.  # no comment
      b: |
        One line
        and another.
      """
    var editor = YAMLEditor(try readTree(text + "\n"))
    let folded = try #require(editor.tree.root["a"]?.text)
    try editor.set(["a"], to: .scalar(folded.replacing("rest", with: "end")))
    try editor.set(["b"], to: "One line\nand a third.\n")
    #expect(
      String(decoding: editor.bytes, as: UTF8.self)
        == text.replacing("rest", with: "end").replacing("another", with: "a third") + "\n")
  }

  @Test(
    arguments: [
      ("a: &x {b: c}\nd: *x\n", ["a"], .repeated(["a"])),
      ("a: &x {b: c}\nd: *x\n", ["a", "b"], .repeated(["a", "b"])),
      ("a: &x {b: c}\nd: *x\n", ["d", "b"], .repeated(["d"])),
      ("a: 1\n", ["a", "b"], .notACollection(["a"])),
      ("a: [1]\n", ["a", 5], .noSuchPlace(["a", 5])),
    ] as [(String, YAMLPath, YAMLEditingError)])
  func `refuses what it cannot do and leaves the file`(
    _ text: String, _ path: YAMLPath, _ expected: YAMLEditingError
  ) throws {
    var editor = YAMLEditor(try readTree(text))
    #expect(throws: expected) { try editor.set(path, to: "x") }
    #expect(editor.bytes == Array(text.utf8))
  }
}
