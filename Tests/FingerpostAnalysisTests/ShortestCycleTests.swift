import FingerpostAnalysis
import FingerpostTestSupport
import Testing

struct `The shortest cycle` {
  @Test func `of each component agrees with networkx on random graphs`() async throws {
    let answers = try await PythonOracle.networkx("shortest-cycles", as: [PathAnswer].self)
    for (sample, cycles) in answers {
      let graph = sample.graph
      let components = graph.stronglyConnectedComponents().components.sorted { $0[0] < $1[0] }
      try #require(components.count == cycles.count, "\(sample)")
      let together = graph.shortestCycles(amongEachOf: components)
      for (index, (component, answer)) in zip(components, cycles).enumerated() {
        let cycle = graph.shortestCycle(among: component)
        #expect(together[index] == cycle, "\(sample)")
        #expect((cycle?.hops ?? -1) == answer.hops, "\(sample)")
        if !answer.nodes.isEmpty { #expect(cycle?.nodes == answer.nodes, "\(sample)") }
        guard let cycle else { continue }
        expectWalk(cycle, in: sample)
        #expect(cycle.nodes.first == cycle.nodes.last, "\(sample)")
        #expect(Set(cycle.nodes).isSubset(of: component), "\(sample)")
      }
    }
  }

  /// A whole graph has several components, and nodes on no cycle.
  @Test func `of a whole graph is the shortest of its components`() {
    for sample in RandomGraph.batch {
      let graph = sample.graph
      let components = graph.stronglyConnectedComponents().components
      let least = graph.shortestCycles(amongEachOf: components).compactMap { $0?.hops }.min()
      #expect(graph.shortestCycle(among: 0..<sample.nodeCount)?.hops == least, "\(sample)")
    }
  }

  @Test func `may be a self-loop`() {
    let graph = DirectedGraph(nodeCount: 2, edges: [(0, 1), (1, 0), (1, 1)])
    #expect(graph.shortestCycle(among: [0, 1]) == .init(nodes: [1, 1], edges: [2]))
  }

  @Test func `of a chain of 200,000 nodes is none, and of a ring the whole`() {
    #expect(longChain.shortestCycle(among: 0..<200_000) == nil)
    #expect(longCycle.shortestCycle(among: 0..<200_000)?.hops == 200_000)
  }
}
