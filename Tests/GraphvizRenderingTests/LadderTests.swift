import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Synchronization
import Testing

struct `The ladder` {
  /// Loses a line, or fails, as long as a word stands in the DOT text.
  private struct FaultyHost: GraphvizHost {
    enum Fault: CaseIterable { case lineAbsent, lineWithoutPath, abort, timeOut }
    var fault: Fault
    var word: String

    func result(of job: GraphvizJob) async throws(GraphvizError) -> GraphvizResult {
      var result = try await LibraryHost().result(of: job)
      guard job.formats == [.positions], job.dot.contains(word), !job.dot.contains("probe")
      else { return result }
      switch fault {
      case .abort: throw .workerDied(reason: "signal 6")
      case .timeOut: throw .timedOut(seconds: 1)
      case .lineAbsent: result.files[0] = edited(result.files[0]) { $0.removeLast() }
      case .lineWithoutPath:
        result.files[0] = edited(result.files[0]) { $0[0].removeValue(forKey: "pos") }
      }
      return result
    }

    private func edited(
      _ json: [UInt8], _ change: (inout [[String: Any]]) -> Void
    ) -> [UInt8] {
      guard
        var document = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any],
        var edges = document["edges"] as? [[String: Any]]
      else { return [] }
      change(&edges)
      document["edges"] = edges
      return (try? JSONSerialization.data(withJSONObject: document)).map { [UInt8]($0) } ?? []
    }
  }

  @Test(arguments: [
    ("label=\" reports to \"", Rung.withoutLineLabels, "without the text on its lines"),
    ("subgraph", Rung.withoutGroups, "without the boxes around groups"),
    (
      "labeljust=l]",
      Rung.otherEngine, "in no reading order"
    ),
  ])
  func `is stepped down whatever goes wrong, and the picture says so`(
    _ word: String, _ rung: Rung, _ remark: String
  ) async throws {
    for fault in FaultyHost.Fault.allCases {
      let procedure = DrawingProcedure(host: FaultyHost(fault: fault, word: word))
      let drawing = try await procedure.draw(SampleDiagrams.board, as: [.svg])
      #expect(drawing.rung == rung)
      #expect(drawing.remarks.count == 1)
      #expect(drawing.remarks[0].contains(remark))
      let svg = try ParsedSVG(try #require(drawing.files[.svg]))
      #expect(svg.texts.joined(separator: " ").contains(drawing.remarks[0]))
      #expect(drawing.layout.losses(from: SampleDiagrams.board, drawn: rung).isEmpty)
    }
  }

  @Test func `ends with an error that says how each way failed`() async throws {
    let procedure = DrawingProcedure(host: FaultyHost(fault: .lineAbsent, word: "digraph"))
    let error = await #expect(throws: DrawingError.self) {
      try await procedure.draw(SampleDiagrams.board, as: [.svg])
    }
    guard case .exhausted(let attempts) = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(attempts.count == 4)
    #expect(error?.description.contains("'board'") == true)
    #expect(attempts[0].contains("the line"))
  }

  @Test func `drops text on lines of a large picture`() async throws {
    let diagram = RandomNetworks.diagram(
      services: 30, routes: 40, groups: 3, grouping: .areas, labels: true, seed: 1)
    let drawing = try await InProcessRenderer().draw(diagram, as: [.dot])
    #expect(drawing.rung == .withoutLineLabels)
    #expect(
      drawing.remarks == [
        "Drawn without the text on its lines, because it holds more than 25 boxes."
      ])
  }
}

struct `The comparison of what came back with what was asked` {
  @Test func `finds everything that is missing`() async throws {
    let diagram = SampleDiagrams.board
    let whole = try await InProcessRenderer().draw(diagram, as: [.dot]).layout
    #expect(whole.losses(from: diagram, drawn: .asAsked).isEmpty)

    var layout = whole
    layout.nodes["board"] = nil
    #expect(layout.losses(from: diagram, drawn: .asAsked) == [.node("board")])
    layout = whole
    layout.edges["reports"] = nil
    #expect(layout.losses(from: diagram, drawn: .asAsked) == [.edge("reports")])
    layout = whole
    layout.edges["reports"]?.points = []
    #expect(layout.losses(from: diagram, drawn: .asAsked) == [.edge("reports")])
    layout = whole
    layout.groups["seats"] = nil
    #expect(layout.losses(from: diagram, drawn: .asAsked) == [.group("seats")])
    layout = whole
    layout.headings["seats"] = nil
    #expect(layout.losses(from: diagram, drawn: .asAsked) == [.heading("seats")])
    layout = whole
    layout.edgeLabels["reports"] = nil
    #expect(layout.losses(from: diagram, drawn: .asAsked) == [.edgeLabel("reports")])
    #expect(layout.losses(from: diagram, drawn: .withoutLineLabels).isEmpty)
  }

  @Test func `is made again on the finished SVG`() async throws {
    /// Takes the shapes of a line out of the SVG.
    struct Eraser: GraphvizHost {
      func result(of job: GraphvizJob) async throws(GraphvizError) -> GraphvizResult {
        var result = try await LibraryHost().result(of: job)
        guard job.formats == [.svg] else { return result }
        var lines = String(decoding: result.files[0], as: UTF8.self).components(separatedBy: "\n")
        if let line = lines.firstIndex(where: { $0.hasPrefix("<g id=\"e0\"") }),
          let path = lines[line...].firstIndex(where: { $0.hasPrefix("<path") })
        {
          lines.remove(at: path)
        }
        result.files[0] = Array(lines.joined(separator: "\n").utf8)
        return result
      }
    }
    await #expect(throws: DrawingError.self) {
      try await DrawingProcedure(host: Eraser()).draw(SampleDiagrams.board, as: [.svg])
    }
  }

  @Test func `is not begun for a diagram that contradicts itself`() async throws {
    var diagram = SampleDiagrams.board
    diagram.edges[0].head = "nowhere"
    let error = await #expect(throws: DrawingError.self) {
      try await InProcessRenderer().draw(diagram, as: [.dot])
    }
    #expect(
      error?.description
        == "The picture 'board' cannot be drawn: the line 'reports' ends at 'nowhere', "
        + "which it does not hold.")
  }
}
