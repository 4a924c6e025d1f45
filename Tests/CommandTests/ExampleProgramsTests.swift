import FingerpostTestSupport
import Testing

struct `The example programs` {
  @Test func `answer a question about a map made in code`() async throws {
    let run = try await Program.built("ask-a-question").run()
    #expect(run.exitCode == 0)
    #expect(run.errorOutput.isEmpty)
    #expect(
      run.output == """
        How does a family get from health visiting to the parent-infant team?
          Health visiting → Children's centre
          Children's centre → Parent-infant team
        What can nobody reach any more if a service closes?
          Without Children's centre: Parent-infant team, Volunteer home visitors
          Without Parent-infant team: Volunteer home visitors

        """)
  }

  @Test func `draw a picture to standard output`() async throws {
    let run = try await Program.built("draw-in-process").run()
    #expect(run.exitCode == 0)
    expectPicture(run.output)
  }

  @Test func `draw a picture to a file`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "picture.svg")
    let run = try await Program.built("draw-in-process").run([path])
    #expect(run.exitCode == 0)
    #expect(run.output == "Wrote \(path).\n")
    expectPicture(String(decoding: try folder.contents(of: "picture.svg"), as: UTF8.self))
  }

  /// Every service stands in the picture, and the picture says that the place is invented.
  private func expectPicture(_ svg: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(svg.contains("<svg"), sourceLocation: sourceLocation)
    #expect(svg.hasSuffix("</svg>\n"), sourceLocation: sourceLocation)
    for text in ["Health visiting", "Baby café", "Parent-infant team", "invented"] {
      #expect(svg.contains(text), "\(text) is missing", sourceLocation: sourceLocation)
    }
  }
}
