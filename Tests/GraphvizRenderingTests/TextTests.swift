import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

struct `Text` {
  /// Texts that mean something to DOT, to SVG or to Graphviz.
  static let awkward = [
    "a \"quoted\" word", "back\\slash at the end\\", "<b>bold</b> & <i>", "</TABLE>",
    "&lt;&amp;&#65;",
    "\\N \\G \\E \\T \\H \\L \\l \\r", "مرحبا بالعالم", "שלום", "👩‍👧 family 🏥", "{record|like}",
    "line one\nline two", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "  spaces  ", "tab\there", "control\u{1}\u{7F}\u{85}", "%3 $x #y", "]]> <!-- -->", "'single'",
    "e\u{301}\u{302}", "\u{202E}reversed", "\u{FFFE}", "",
  ]

  @Test(arguments: awkward)
  func `comes out of Graphviz as it went in`(_ text: String) async throws {
    let expected = TextWrapping(width: 400, size: 11).lines(of: text)
    let diagram = OneBox.diagram(labelled: [text, text])
    let drawing = try await InProcessRenderer().draw(diagram, as: [.svg, .pdf])
    let svg = try ParsedSVG(try #require(drawing.files[.svg]))
    let shown = svg.texts.joined(separator: " ").filter { !$0.isWhitespace }
    for line in expected {
      #expect(shown.contains(line.filter { !$0.isWhitespace }))
    }
    #expect(svg.titles.contains { $0.filter { !$0.isWhitespace }.hasPrefix("Box") })
  }

  @Test(arguments: [
    ("https://example.org/a?b=c&d", true), ("http://example.org", true), ("page.html#x", true),
    ("../up", true), ("#service", true), ("a/b:c", true), ("javascript:alert(1)", false),
    ("JavaScript:alert(1)", false), (" javascript:alert(1)", false), ("data:text/html,x", false),
    ("//example.org", false), ("java\nscript:alert(1)", false), ("", false),
    ("\\\\example.org", false), ("file:///etc/passwd", false),
  ])
  func `of a link is taken only when it is a page`(_ address: String, _ isTaken: Bool) {
    #expect((LinkPolicy.allowed(address) != nil) == isTaken)
  }

  @Test(arguments: [
    (0, "0"), (1, "1"), (-1.5, "-1.5"), (0.05, "0.05"), (-0.001, "0"), (12.345, "12.35"),
    (99.999, "100"), (.infinity, "0"), (.nan, "0"),
  ])
  func `of a number is what Graphviz reads`(_ number: Double, _ text: String) {
    #expect(decimal(number) == text)
  }

  @Test func `is broken into even lines that fit`() {
    let wrapping = TextWrapping(width: 110, size: 11)
    #expect(wrapping.lines(of: "Health visiting") == ["Health visiting"])
    #expect(
      wrapping.lines(of: "Perinatal mental health, community")
        == ["Perinatal mental", "health, community"])
    for text in Self.awkward {
      for line in wrapping.lines(of: text) {
        #expect(FontMetrics.width(of: line, size: 11) <= 110 || line.count == 1)
      }
      let kept = wrapping.lines(of: text).joined().filter { !$0.isWhitespace }
      #expect(kept == printable(text).filter { !$0.isWhitespace })
    }
  }

  @Test func `breaks a long web address where it can, and loses no letter of it`() {
    let wrapping = TextWrapping(width: 150, size: 10)
    let address = "https://example.org/help-for-parents?place=north&kind=group"
    let lines = wrapping.lines(of: address)
    #expect(lines.joined() == address)
    #expect(lines.dropLast().allSatisfy { "/.-?&".contains($0.last ?? " ") }, "\(lines)")
    #expect(lines.count > 1)
  }

  @Test func `of which there is much makes a box wider, and not a tower`() {
    let sentence = Array(repeating: "many words on one thing", count: 20).joined(separator: " ")
    func lines(_ label: [String]) -> Int {
      NodeLabel(of: Diagram.Node(id: "a", label: label, title: ""), group: nil, wrapWidth: 118)
        .dot.components(separatedBy: "<BR").count
    }
    #expect(lines(["Name", sentence]) < 16)
  }

  @Test func `is as wide as Graphviz finds it`() async throws {
    let drawing = try await InProcessRenderer().draw(OneBox.diagram(labelled: ["A"]), as: [.dot])
    #expect(drawing.warnings.isEmpty, "Liberation Sans must be installed for the tests.")
  }
}
