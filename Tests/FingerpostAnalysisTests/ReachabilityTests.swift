import FingerpostAnalysis
import FingerpostTestSupport
import Testing

struct `Reachability` {
  struct Answer: Decodable {
    let outgoing: [Int]
    let incoming: [Int]
    let both: [Int]
    let filtered: [Int]
    let filteredIncoming: [Int]
  }

  @Test func `agrees with networkx on random graphs`() async throws {
    for (sample, answer) in try await PythonOracle.networkx("reachability", as: Answer.self) {
      let graph = sample.graph
      let sources = sample.sources
      #expect(indices(of: graph.reachable(from: sources)) == answer.outgoing, "\(sample)")
      #expect(
        indices(of: graph.reachable(from: sources, direction: .incoming)) == answer.incoming,
        "\(sample)")
      #expect(
        indices(of: graph.reachable(from: sources, direction: .both)) == answer.both, "\(sample)")

      let (nodes, edges) = (Set(sample.refusedNodes), Set(sample.refusedEdges))
      for (direction, expected) in [
        (TraversalDirection.outgoing, answer.filtered), (.incoming, answer.filteredIncoming),
      ] {
        let reached = graph.reachable(
          from: sources, direction: direction, nodes: { !nodes.contains($0) },
          edges: { !edges.contains($0) })
        #expect(indices(of: reached) == expected, "\(sample)")
      }
    }
  }

  @Test func `follows a chain of 200,000 nodes`() {
    #expect(longChain.reachable(from: [0]).allSatisfy { $0 })
    #expect(longChain.reachable(from: [199_999], direction: .incoming).allSatisfy { $0 })
  }
}
