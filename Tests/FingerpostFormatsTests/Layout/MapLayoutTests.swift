import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostSamples
import FingerpostTestSupport
import Foundation
import Testing

struct `The one layout of map files` {
  @Test func `orders keys, indents by two and keeps comments where they belong`() throws {
    try expect(
      """
      # About the file.
      # It is invented.

      # The heading.
      title:   'Exampleton'   # as people say
      fingerpost: 1
      services:
          # The first.

          team: {kind: parent-infant-team, name: "none", # in quotes
            serves: [needs-much, # a lot
                     needs-more]}
            # An afterthought about the team.
          visiting:
              name: Visiting
              summary: unknown here
              ages: { to:  2 years, from: conception }
      routes:
      - {to: team,
         from: visiting,   kind: referral}  # often
      # Two more are planned.
      organisations: # who answers
        trust: The Trust
      # The end.
      """,
      becomes: """
        # About the file.
        # It is invented.

        fingerpost: 1

        # The heading.
        title: Exampleton  # as people say

        # Two more are planned.
        organisations:  # who answers
          trust: The Trust

        services:
          # The first.

          team:
            name: "none"  # in quotes
            kind: parent-infant-team
            serves:
              - needs-much  # a lot
              - needs-more
            # An afterthought about the team.

          visiting:
            name: Visiting
            ages: {from: conception, to: 2 years}
            summary: unknown here

        routes:
          - {from: visiting, to: team, kind: referral}  # often
        # The end.

        """)
  }

  @Test func `puts what does not fit on lines of its own, and texts of several lines stay so`()
    throws
  {
    let long = (1...12).map { "need-number-\($0)" }
    try expect(
      """
      fingerpost: 1
      title: Exampleton
      summary: >-   # in short
          A text
          of two lines.

      sources:
        toolkit: {title: "A long title of a source that goes on and on, as some do, and on",
          note: "one

          two"}
      services:
        team:
          serves: [\(long.joined(separator: ", "))]
          note: |
              as it
                stands

          name: The
            Team
      """,
      becomes: """
        fingerpost: 1
        title: Exampleton
        summary: A text of two lines.  # in short

        sources:
          toolkit:
            title: A long title of a source that goes on and on, as some do, and on
            note: "one

              two"

        services:
          team:
            name: The Team
            serves:
        \(long.map { "      - " + $0 }.joined(separator: "\n"))
            note: |
              as it
                stands

        """)
  }

  @Test func `keeps line ends and a byte order mark`() throws {
    let text = "\u{FEFF}fingerpost: 1\r\ntitle:  x # y\r\nsummary: |\r\n  a\r\n  b\r\n"
    let laidOut = try bytes(text)
    #expect(
      String(decoding: laidOut, as: UTF8.self)
        == "\u{FEFF}fingerpost: 1\r\ntitle: x  # y\r\nsummary: |\r\n  a\r\n  b\r\n")
  }

  @Test(arguments: [
    ("fingerpost: 1\nservices: {a: &x {name: A}, b: *x}\n", "repeats values"),
    ("%YAML 1.1\n---\nfingerpost: 1\n", "begins with `%`"),
    ("fingerpost: 1\ntitle: \"a\u{2028}b\"\n", "invisible line separator"),
    ("title: x\n", "no map file"), ("- 1\n", "no map file"), ("", "no map file"),
  ])
  func `is for no file that has none`(_ text: String, _ reason: String) {
    guard case .left(let because) = MapLayout.outcome(for: Array(text.utf8), file: "map.yaml")
    else {
      Issue.record("\(text) was laid out")
      return
    }
    #expect(because.contains(reason))
  }

  @Test(arguments: [
    "fingerpost: 1\n---\nfingerpost: 1\n", "fingerpost: !x 1\n", "a: [\n", "a: 1\na: 2\n", "\0",
  ])
  func `is for no file with problems`(_ text: String) {
    guard
      case .unreadable(let problems) = MapLayout.outcome(for: Array(text.utf8), file: "map.yaml")
    else {
      Issue.record("\(text) was read")
      return
    }
    #expect(!problems.isEmpty)
  }

  // MARK: - Properties

  private static let files = ["Maps", "Examples"].flatMap { folder in
    (FileManager.default.enumerator(atPath: PackageRoot.path(of: folder)).map { Array($0) } ?? [])
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }
  }.sorted()

  @Test(arguments: files)
  func `changes nothing that a kept file says`(_ file: String) throws {
    let text = try String(contentsOfFile: PackageRoot.path(of: file), encoding: .utf8)
    guard text.contains("fingerpost: 1") else { return }
    try expectSame(text)
  }

  @Test(arguments: 0..<150)
  func `changes nothing that a random map says, with comments anywhere`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var lines: [String] = []
    for line in RandomMap(seed: seed).text.split(separator: "\n") {
      while Int.random(in: 0..<6, using: &generator) == 0 {
        let column = Int.random(in: 0..<12, using: &generator)
        lines.append(
          Bool.random(using: &generator)
            ? String(repeating: " ", count: column) + "# note \(lines.count): [x" : "")
      }
      let isMarked = Int.random(in: 0..<6, using: &generator) == 0
      lines.append(line + (isMarked ? " # why \(lines.count) }" : ""))
    }
    try expectSame(lines.joined(separator: "\n"))
  }

  @Test(arguments: 0..<400)
  func `loses nothing of any text, whatever its styles`(_ seed: Int) throws {
    var generator = YAMLTextGenerator(seed: UInt64(seed) &* 104_729)
    let (tree, problems) = YAMLTree.read(Array(generator.document().utf8), file: "map.yaml")
    guard let tree, problems.isEmpty else { return }
    let text = String(decoding: tree.bytes, as: UTF8.self).debugDescription
    switch MapLayout.outcome(for: tree) {
    case .laidOut(let bytes):
      let again = try #require(YAMLTree.read(bytes, file: "map.yaml").tree)
      #expect(MapLayout.outcome(for: again) == .laidOut(bytes), "\(text)")
    case .left(let reason):
      // Two things of the generator have no one layout: values under a name, and odd line ends.
      #expect(reason.contains("repeats") || reason.contains("separator"), "\(reason): \(text)")
    case .unreadable: Issue.record("\(text) was not read")
    }
  }

  // MARK: -

  private func bytes(_ text: String) throws -> [UInt8] {
    switch MapLayout.outcome(for: Array(text.utf8), file: "map.yaml") {
    case .laidOut(let bytes): return bytes
    case let other:
      Issue.record("\(other): \(text)")
      return try #require(nil)
    }
  }

  private func expect(_ text: String, becomes layout: String) throws {
    #expect(String(decoding: try bytes(text), as: UTF8.self) == layout)
    #expect(String(decoding: try bytes(layout), as: UTF8.self) == layout)
  }

  /// The same map, with every comment and in the same layout when it is laid out again.
  private func expectSame(_ text: String) throws {
    let laidOut = try bytes(text)
    let again = String(decoding: laidOut, as: UTF8.self)
    #expect(try bytes(again) == laidOut)
    let before = MapReader().read(text: text)
    let after = MapReader().read(text: again)
    #expect(before.map.map { StatedMap(of: $0) } == after.map.map { StatedMap(of: $0) })
    #expect(before.diagnostics.map(\.message).sorted() == after.diagnostics.map(\.message).sorted())
    for line in text.split(separator: "\n") {
      guard let comment = line.wholeMatch(of: /(?:|.*\s)(# (?:note|why) [^"']*)/) else { continue }
      let mine = comment.output.1
      #expect(again.contains(mine), "\(mine)")
    }
  }
}
