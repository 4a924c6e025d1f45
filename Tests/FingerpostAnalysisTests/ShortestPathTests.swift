import FingerpostAnalysis
import FingerpostTestSupport
import Testing

/// A path as networkx gives it: the hops, −1 for none; and the nodes, for small graphs only.
struct PathAnswer: Decodable {
  let hops: Int
  let nodes: [Int]
}

struct `The shortest path` {
  struct Answer: Decodable {
    let whole: PathAnswer
    let filtered: PathAnswer
  }

  @Test func `has the length that networkx finds and is the first of its kind`() async throws {
    for (sample, answer) in try await PythonOracle.networkx("shortest-path", as: Answer.self) {
      let graph = sample.graph
      let whole = graph.shortestPath(from: sample.sources, to: sample.targets)
      expect(whole, toBe: answer.whole, in: sample)

      let (nodes, edges) = (Set(sample.refusedNodes), Set(sample.refusedEdges))
      let filtered = graph.shortestPath(
        from: sample.sources, to: sample.targets, nodes: { !nodes.contains($0) },
        edges: { !edges.contains($0) })
      expect(filtered, toBe: answer.filtered, in: sample)
      #expect(edges.isDisjoint(with: filtered?.edges ?? []), "\(sample)")
    }
  }

  @Test func `of a node to itself has no edge`() {
    let graph = DirectedGraph(nodeCount: 2, edges: [(0, 1), (1, 0)])
    #expect(graph.shortestPath(from: [1], to: [0, 1]) == .init(nodes: [1], edges: []))
  }

  @Test func `takes the lowest of parallel edges that it may`() {
    let graph = DirectedGraph(nodeCount: 2, edges: [(1, 0), (0, 1), (0, 1), (0, 1)])
    #expect(graph.shortestPath(from: [0], to: [1])?.edges == [1])
    #expect(graph.shortestPath(from: [0], to: [1], edges: { $0 > 1 })?.edges == [2])
  }

  @Test func `follows a chain of 200,000 nodes`() {
    #expect(longChain.shortestPath(from: [0], to: [199_999])?.hops == 199_999)
  }

  private func expect(
    _ path: DirectedGraph.Path?, toBe answer: PathAnswer, in sample: RandomGraph
  ) {
    #expect((path?.hops ?? -1) == answer.hops, "\(sample)")
    if !answer.nodes.isEmpty { #expect(path?.nodes == answer.nodes, "\(sample)") }
    if let path { expectWalk(path, in: sample) }
    if let path {
      #expect(sample.sources.contains(path.nodes[0]), "\(sample)")
      #expect(sample.targets.contains(path.nodes[path.hops]), "\(sample)")
    }
  }
}

/// Expects every edge of a path to lead from its node to the next.
func expectWalk(_ path: DirectedGraph.Path, in sample: RandomGraph) {
  #expect(path.nodes.count == path.edges.count + 1, "\(sample)")
  for (position, edge) in path.edges.enumerated() {
    #expect(sample.tails[edge] == path.nodes[position], "\(sample)")
    #expect(sample.heads[edge] == path.nodes[position + 1], "\(sample)")
  }
}
