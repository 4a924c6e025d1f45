import FingerpostAnalysis
import FingerpostTestSupport
import Testing

struct `Immediate dominators` {
  @Test func `agree with networkx on random graphs`() async throws {
    for (sample, answer) in try await PythonOracle.networkx("dominators", as: [Int].self) {
      let dominators = sample.graph.dominators(from: sample.sources)
      let ours = (0..<sample.nodeCount).map {
        dominators.isReached($0) ? dominators.immediateDominator(of: $0) ?? -1 : -2
      }
      #expect(ours == answer, "\(sample)")
      #expect(
        dominators.reachedNodes.sorted()
          == indices(of: sample.graph.reachable(from: sample.sources)), "\(sample)")
    }
  }

  @Test func `name what is lost when a node is removed`() async throws {
    let answers = try await PythonOracle.networkx(
      "dominated", about: RandomGraph.smallBatch, as: [[Int]].self)
    for (sample, lost) in answers {
      let dominators = sample.graph.dominators(from: sample.sources)
      let counts = dominators.countsOfNodesDominated()
      for node in 0..<sample.nodeCount {
        #expect(dominators.nodesDominated(by: node) == lost[node], "\(sample)")
        #expect(counts[node] == lost[node].count, "\(sample)")
        for other in lost[node] {
          #expect(dominators.strictDominators(of: other).contains(node), "\(sample)")
        }
      }
    }
  }

  @Test func `of a chain and a ring of 200,000 nodes are found`() {
    for graph in [longChain, longCycle] {
      let dominators = graph.dominators(from: [0])
      #expect(dominators.immediateDominator(of: 199_999) == 199_998)
      #expect(dominators.strictDominators(of: 199_999).count == 199_999)
    }
  }
}
