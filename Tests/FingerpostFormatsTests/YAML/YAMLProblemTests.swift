import FingerpostFormats
import FingerpostModel
import Testing

struct `A YAML file with problems` {
  @Test(
    arguments: [
      (
        "a: 1\nb: 2\na: 3\n",
        "map.yaml:3:1: error: The key 'a' stands twice here; the first is on line 1. Delete or "
          + "rename one. [duplicate-key]"
      ),
      (
        "x: {'a': 1, \"\\x61\": 2}\n",
        "map.yaml:1:13: error: The key '\"\\x61\"' stands twice here; the first is on line 1. "
          + "Delete or rename one. [duplicate-key]"
      ),
      (
        "a: !!python/object x\n",
        "map.yaml:1:4: error: A YAML tag (`!…`) stands here; map files have none. Delete it, or "
          + "quote the text if it begins with `!`. [syntax]"
      ),
      (
        "a: 1\n---\nb: 2\n",
        "map.yaml:2:1: error: A second document begins here. A file holds one map: put this one "
          + "into a file of its own, or delete the line with `---`. [syntax]"
      ),
      (
        "? [a]\n: 1\n",
        "map.yaml:1:3: error: A list stands where a key belongs. Write the key as plain text, "
          + "then `: ` and the value. [syntax]"
      ),
      (
        "a: *b\n",
        "map.yaml:1:4: error: No anchor `&b` stands before this alias. Mark the value it repeats "
          + "with one, or quote the text if it begins with `*`. [syntax]"
      ),
      (
        "a: &b [*b]\n",
        "map.yaml:1:8: error: The alias `*b` stands inside the value that it repeats, which would "
          + "never end. Write the value out. [limit]"
      ),
      (
        "%TAG ! tag:x,2000:\n---\na: 1\n",
        "map.yaml:1:1: error: Map files have no YAML tags. Delete this `%TAG` line. [syntax]"
      ),
      (
        "é: 1\n\ta: 2\n",
        "map.yaml:2:1: error: A tab character stands here where spaces belong. Replace it with "
          + "spaces; YAML indents with spaces only. [syntax]"
      ),
      (
        "a: b: c\n",
        "map.yaml:1:5: error: A `:` stands here where no key can be. If it is part of the text, "
          + "put the text in quotes; if a key begins here, check its indentation. [syntax]"
      ),
      (
        "a: 'b\n",
        "map.yaml:1:4: error: The quote that opens here is never closed. Add the closing quote. "
          + "[syntax]"
      ),
      (
        "a: [b, c\nd: e\n",
        "map.yaml:2:2: error: The list in brackets that begins on line 1 is not closed, or a "
          + "comma is missing before this place. Add `,` or `]`. [syntax]"
      ),
      (
        "a:\n  b: c\n d: e\n",
        "map.yaml:3:2: error: This line does not belong to the mapping that begins on line 1. "
          + "Give it the same indentation as the other keys there, and check the line before it "
          + "for a missing quote or bracket. [syntax]"
      ),
      (
        "a: @b\n",
        "map.yaml:1:4: error: Text cannot begin with `@` here. Put the text in quotes. [syntax]"
      ),
      (
        "a: \u{1B}\n",
        "map.yaml:1:4: error: The control character (U+001B) stands here, which text cannot hold. "
          + "Delete it; if the file looks unreadable, it is not a text file. [encoding]"
      ),
      (
        "a: b\nc: \u{FEFF}d\n",
        "map.yaml:2:4: error: An invisible byte order mark (U+FEFF) stands here, in the middle of "
          + "the file. Delete it; it comes from joining files. [encoding]"
      ),
    ])
  func `says in plain English what is wrong and where`(_ text: String, _ problem: String) {
    #expect(problems(text).first == problem)
  }

  @Test func `lists the problems before a syntax error too`() {
    let found = problems("a: 1\nb: {c: 1, c: 2}\nd: !x y\ne: [\n")
    #expect(found.count == 3)
    #expect(found.first?.contains("2:11") == true && found.last?.contains("[syntax]") == true)
  }

  @Test(arguments: [2, 8, 9, 3000])
  func `finds one key that stands twice among many`(_ count: Int) {
    let keys = (0..<count).map { "key-\($0): x\n" }.joined()
    #expect(problems(keys).isEmpty)
    let found = problems(keys + "key-1: x\n")
    #expect(found.count == 1 && found.first?.contains("the first is on line 2") == true)
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0xC3, 0xA9, 0x62, 0xE9, 0x0A], "2:3", "0xE9"),
      ([0x61, 0xED, 0xA0, 0x80], "1:2", "0xED"),
      ([0xC0, 0x80], "1:1", "0xC0"),
      ([0x61, 0xF4, 0x90, 0x80, 0x80], "1:2", "0xF4"),
      ([0x61, 0xE2, 0x82], "1:2", "0xE2"),
      ([0x61, 0x3A, 0x00], "1:3", "zero byte"),
      ([0x61, 0xC2, 0x80], "1:2", "U+0080"),
      ([0xFF, 0xFE, 0x61, 0x00], "1:1", "UTF-16"),
      ([0xFF, 0xFE, 0x00, 0x00], "1:1", "UTF-32"),
      ([0x00, 0x00, 0xFE, 0xFF], "1:1", "UTF-32"),
    ] as [([UInt8], String, String)])
  func `is refused where its bytes are no text`(_ bytes: [UInt8], _ place: String, _ word: String) {
    let (tree, diagnostics) = YAMLTree.read(bytes, file: "map.yaml")
    #expect(tree == nil && diagnostics.count == 1)
    #expect(diagnostics.first?.category == .encoding)
    #expect(diagnostics.first?.location.map { "\($0.line):\($0.column)" } == place)
    #expect(diagnostics.first?.message.contains(word) == true)
  }

  @Test func `is refused when its aliases multiply`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(problems(text).contains { $0.contains("With its aliases") && $0.hasSuffix("[limit]") })
  }

  @Test func `is refused when its aliases nest`() {
    var text = "- &a0 [x]\n"
    for level in 1...200 { text += "- &a\(level) [*a\(level - 1)]\n" }
    #expect(problems(text).first?.contains("more than 100 lists and mappings") == true)
  }

  @Test(
    arguments: [
      "[", "{", "- ", "? ", "[a, ", "{a: ", "- - a\n", "%TAG !a! b\n", "a: &a ", "*a ", "!a ",
      "\"", "'", "|\n", "a:\n ", "---\n", "...\n", ": ", ",", "#", "\n", "\t", " ", "a", "é",
      "- &a x\n", "- !a x\n", "a: b\n", "\\", "%", "- |\n", "{a,", "\u{85}", "\u{2028}",
    ])
  func `ends soon however often it repeats`(_ pattern: String) {
    var limits = YAMLLimits()
    limits.nodes = 20_000
    let text = String(repeating: pattern, count: 200_000 / pattern.utf8.count)
    let (_, diagnostics) = YAMLTree.read(Array(text.utf8), file: "map.yaml", limits: limits)
    #expect(diagnostics.count <= limits.diagnostics + 1)
  }

  @Test func `is refused when it has too many levels, values or bytes`() {
    let deep = String(repeating: "[", count: 101)
    #expect(problems(deep).first?.contains("More than 100 lists") == true)
    let level = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(problems(level).isEmpty)
    var limits = YAMLLimits()
    limits.nodes = 3
    #expect(problems("[a, b]", limits: limits).isEmpty)
    #expect(problems("[a, b, c]", limits: limits).first?.contains("[limit]") == true)
    limits.bytes = 5
    #expect(problems("abcde", limits: limits).isEmpty)
    #expect(problems("abcdef", limits: limits).first?.contains("6 bytes") == true)
  }

  @Test func `is refused when many values lie within many brackets`() {
    let text = String(repeating: "[", count: 99) + String(repeating: "a,", count: 1_100_000)
    #expect(problems(text).first?.contains("within many brackets") == true)
  }

  @Test func `has its problems counted beyond the limit`() {
    var limits = YAMLLimits()
    limits.diagnostics = 2
    let found = problems(String(repeating: "a: b\n", count: 5), limits: limits)
    #expect(found.count == 3 && found.last?.contains("2 more problems") == true)
  }
}
