import FingerpostAnalysis
import FingerpostTestSupport
import Testing

struct `A directed graph` {
  @Test func `lists the edges at each node by neighbour and then by edge`() {
    for sample in RandomGraph.batch {
      let graph = sample.graph
      #expect(graph.edgeCount == sample.tails.count, "\(sample)")
      let edges = Array(zip(sample.tails, sample.heads).enumerated())
      for node in 0..<graph.nodeCount {
        let out = edges.filter { $0.element.0 == node }.map { [$0.element.1, $0.offset] }
        let back = edges.filter { $0.element.1 == node }.map { [$0.element.0, $0.offset] }
        #expect(graph.successors(of: node).map { [$0.node, $0.edge] } == inOrder(out), "\(sample)")
        #expect(
          graph.predecessors(of: node).map { [$0.node, $0.edge] } == inOrder(back), "\(sample)")
        #expect(graph.outDegree(of: node) == out.count)
        #expect(graph.inDegree(of: node) == back.count)
      }
    }
  }

  @Test func `knows the ends of an edge`() {
    let graph = DirectedGraph(nodeCount: 3, edges: [(2, 0), (1, 1)])
    #expect(graph.ends(ofEdge: 0) == (tail: 2, head: 0))
    #expect(graph.ends(ofEdge: 1) == (tail: 1, head: 1))
  }

  @Test func `may be empty`() {
    let graph = DirectedGraph(nodeCount: 0, edges: [])
    #expect(graph.nodeCount == 0)
    #expect(graph.edgeCount == 0)
    #expect(graph.isolatedNodes().isEmpty)
  }

  @Test func `has the isolated nodes that networkx finds`() async throws {
    for (sample, nodes) in try await PythonOracle.networkx("isolates", as: [Int].self) {
      #expect(sample.graph.isolatedNodes() == nodes, "\(sample)")
    }
  }

  private func inOrder(_ pairs: [[Int]]) -> [[Int]] {
    pairs.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
