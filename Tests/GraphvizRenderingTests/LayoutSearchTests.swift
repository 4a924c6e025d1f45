import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Synchronization
import Testing

struct `The search for a layout` {
  /// Puts the first line across the box of another where some words stand in the DOT text.
  private struct CarelessHost: GraphvizHost {
    var words: [String]

    func result(of job: GraphvizJob) async throws(GraphvizError) -> GraphvizResult {
      var result = try await LibraryHost().result(of: job)
      guard job.formats == [.positions], words.contains(where: job.dot.contains),
        var document = try? JSONSerialization.jsonObject(with: Data(result.files[0]))
          as? [String: Any],
        var edges = document["edges"] as? [[String: Any]],
        let objects = document["objects"] as? [[String: Any]]
      else { return result }
      let places = Dictionary(
        uniqueKeysWithValues: objects.compactMap { object in
          (object["name"] as? String).flatMap { name in
            (object["pos"] as? String).map { (name, $0) }
          }
        })
      // The seats are n0 and those after n1; the line e0 joins the boards, in whose ids they follow.
      guard let place = places["n0"] else { return result }
      let numbers = place.split(separator: ",").compactMap { Double($0) }
      let points = [-90.0, -30, 30, 90].map { "\(numbers[0] + $0),\(numbers[1])" }
      edges[0]["pos"] = points.joined(separator: " ")
      document["edges"] = edges
      if let data = try? JSONSerialization.data(withJSONObject: document) {
        result.files[0] = [UInt8](data)
      }
      return result
    }
  }

  /// The room between boxes in DOT text, which tells one style from another.
  private static let rooms = LayoutStyle.all.map {
    "nodesep=\(decimal($0.nodeSeparation / 72, places: 5)), ranksep=\(decimal($0.rankSeparation / 72, places: 5))"
  }

  @Test func `takes the first style that prints legibly and without a fault`() async throws {
    let first = try await DrawingProcedure(host: CarelessHost(words: []))
      .draw(SampleDiagrams.board, as: [])
    #expect(first.dot.contains(Self.rooms[0]))
    #expect(first.passedOver.isEmpty)
    #expect(first.legibility.faults.isEmpty)

    let second = try await DrawingProcedure(host: CarelessHost(words: [Self.rooms[0]]))
      .draw(SampleDiagrams.board, as: [])
    #expect(second.dot.contains(Self.rooms[1]))
    #expect(second.legibility.faults.isEmpty)
    #expect(
      second.passedOver == [
        "Spread out, boxes 14 points apart and lines at least 60 long: once a label or a line "
          + "stands in the way of another."
      ])
  }

  @Test func `takes the first of the styles with the fewest faults when none is without`()
    async throws
  {
    let drawing = try await DrawingProcedure(host: CarelessHost(words: ["digraph"]))
      .draw(SampleDiagrams.board, as: [])
    #expect(drawing.dot.contains(Self.rooms[0]))
    #expect(drawing.legibility.linesThroughBoxes == 1)
    #expect(drawing.passedOver.count == LayoutStyle.all.count - 1)
  }
}
