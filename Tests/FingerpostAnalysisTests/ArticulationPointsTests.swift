import FingerpostAnalysis
import FingerpostTestSupport
import Testing

struct `Articulation points and bridges` {
  struct ByEnds: Decodable {
    let points: [Int]
    let bridges: [[Int]]
  }

  struct ByIndex: Decodable {
    let points: [Int]
    let bridges: [Int]
  }

  @Test func `agree with networkx on random graphs`() async throws {
    for (sample, answer) in try await PythonOracle.networkx("articulation", as: ByEnds.self) {
      let articulation = sample.graph.articulation()
      let bridges = articulation.bridges.map { [sample.tails[$0], sample.heads[$0]].sorted() }
      #expect(articulation.points == answer.points, "\(sample)")
      #expect(bridges.sorted { $0.lexicographicallyPrecedes($1) } == answer.bridges, "\(sample)")
    }
  }

  @Test func `are what leaves more pieces when it is removed`() async throws {
    let answers = try await PythonOracle.networkx(
      "articulation-by-removal", about: RandomGraph.smallBatch, as: ByIndex.self)
    for (sample, answer) in answers {
      let articulation = sample.graph.articulation()
      #expect(articulation.points == answer.points, "\(sample)")
      #expect(articulation.bridges == answer.bridges, "\(sample)")
    }
  }

  @Test func `do not count parallel or opposite edges as bridges`() {
    let graph = DirectedGraph(
      nodeCount: 4, edges: [(0, 1), (0, 1), (1, 2), (2, 1), (2, 3), (3, 3)])
    #expect(graph.articulation().bridges == [4])
    #expect(graph.articulation().points == [1, 2])
  }

  @Test func `of a chain of 200,000 nodes are all but its ends, and of a ring none`() {
    #expect(longChain.articulation().points == Array(1..<199_999))
    #expect(longChain.articulation().bridges.count == 199_999)
    #expect(longCycle.articulation().points.isEmpty)
    #expect(longCycle.articulation().bridges.isEmpty)
  }
}
