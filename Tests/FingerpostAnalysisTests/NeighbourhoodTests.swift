import FingerpostAnalysis
import FingerpostTestSupport
import Testing

struct `The neighbourhood` {
  struct Answer: Decodable {
    let outgoing: [[Int]]
    let incoming: [[Int]]
    let both: [[Int]]
  }

  @Test func `is the ego graph that networkx finds on random graphs`() async throws {
    for (sample, answer) in try await PythonOracle.networkx("neighbourhood", as: Answer.self) {
      for (direction, expected) in [
        (TraversalDirection.outgoing, answer.outgoing), (.incoming, answer.incoming),
        (.both, answer.both),
      ] {
        let found = sample.graph.neighbourhood(
          of: sample.sources.prefix(1), hops: sample.hops, direction: direction)
        #expect(found.map { [$0.node, $0.hops] } == expected, "\(sample) \(direction)")
      }
    }
  }

  @Test func `of several nodes is that of each put together, at the least distance`() {
    for sample in RandomGraph.batch {
      let graph = sample.graph
      var least: [Int: Int] = [:]
      for source in sample.sources {
        for found in graph.neighbourhood(of: [source], hops: sample.hops) {
          least[found.node] = min(least[found.node] ?? found.hops, found.hops)
        }
      }
      let together = graph.neighbourhood(of: sample.sources, hops: sample.hops)
      #expect(Dictionary(together.map { ($0.node, $0.hops) }) { a, _ in a } == least, "\(sample)")
    }
  }

  /// A depth-limited depth-first search with one visited set answers 0, 1 and 2.
  @Test func `keeps a node that a longer way meets first`() {
    let graph = DirectedGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (0, 2)])
    let found = graph.neighbourhood(of: [0], hops: 2, direction: .outgoing)
    #expect(found.map(\.node) == [0, 1, 2, 3])
  }

  @Test func `enters only what it may`() {
    let graph = DirectedGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (0, 3)])
    #expect(graph.neighbourhood(of: [0], hops: 9, nodes: { $0 != 1 }).map(\.node) == [0, 3])
    #expect(graph.neighbourhood(of: [0], hops: 9, edges: { $0 != 2 }).map(\.node) == [0, 1, 2])
    #expect(graph.neighbourhood(of: [0], hops: -1).isEmpty)
  }

  @Test func `follows a chain of 200,000 nodes`() {
    #expect(longChain.neighbourhood(of: [100_000], hops: 200_000).count == 200_000)
  }
}
