import FingerpostAnalysis
import FingerpostTestSupport
import Testing

struct `The strongly connected components` {
  @Test func `agree with networkx on random graphs`() async throws {
    let answers = try await PythonOracle.networkx(
      "strongly-connected-components", as: [[Int]].self)
    for (sample, answer) in answers {
      let components = sample.graph.stronglyConnectedComponents().components
      #expect(components.sorted { $0[0] < $1[0] } == answer, "\(sample)")
    }
  }

  @Test func `come in reverse topological order`() {
    for sample in RandomGraph.batch {
      let result = sample.graph.stronglyConnectedComponents()
      for (tail, head) in zip(sample.tails, sample.heads) {
        #expect(result.componentOfNode[tail] >= result.componentOfNode[head], "\(sample)")
      }
      for (index, component) in result.components.enumerated() {
        #expect(component.allSatisfy { result.componentOfNode[$0] == index }, "\(sample)")
      }
    }
  }

  @Test func `of a chain of 200,000 nodes are its nodes, and of a ring the whole`() {
    #expect(longChain.stronglyConnectedComponents().components.count == 200_000)
    #expect(longCycle.stronglyConnectedComponents().components.count == 1)
  }
}
