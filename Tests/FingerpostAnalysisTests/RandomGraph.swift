import FingerpostAnalysis
import FingerpostTestSupport
import Foundation
import Testing

/// A graph made at random from a seed, and the nodes to ask about.
struct RandomGraph: Encodable, CustomStringConvertible {
  let seed: UInt64
  let nodeCount: Int
  private(set) var tails: [Int] = []
  private(set) var heads: [Int] = []
  private(set) var sources: [Int] = []
  private(set) var targets: [Int] = []
  private(set) var hops = 0
  private(set) var refusedNodes: [Int] = []
  private(set) var refusedEdges: [Int] = []

  var description: String { "graph of \(nodeCount) nodes with seed \(seed)" }

  var graph: DirectedGraph {
    DirectedGraph(
      nodeCount: nodeCount, edges: zip(tails, heads).map { (tail: $0, head: $1) })
  }

  /// As many graphs as the run asks for: 2,000 with `FINGERPOST_SOAK=1`, otherwise 220.
  static let batch: [RandomGraph] = {
    let sizes = [0, 1, 2, 3, 5, 8, 12, 17, 23, 30, 38, 47, 60]
    let count = isSoak ? 2_000 : 220
    return (0..<count).map { index in
      let size = index % 55 == 54 ? 300 : sizes[index % sizes.count]
      return RandomGraph(nodeCount: size, seed: UInt64(index))
    }
  }()

  /// The graphs small enough for answers by trying everything.
  static let smallBatch = batch.filter { $0.nodeCount <= 23 }

  init(nodeCount: Int, seed: UInt64) {
    self.seed = seed
    self.nodeCount = nodeCount
    guard nodeCount > 0 else { return }
    var random = SeededGenerator(seed: seed)
    let nodes = 0..<nodeCount
    addEdges(using: &random)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      sources.append(Int.random(in: nodes, using: &random))
    }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      targets.append(Int.random(in: nodes, using: &random))
    }
    hops = Int.random(in: 0...5, using: &random)
    refusedNodes = nodes.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
    refusedEdges = tails.indices.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
  }

  /// Adds edges in one of several patterns, then some parallel edges and self-loops.
  private mutating func addEdges(using random: inout SeededGenerator) {
    let nodes = 0..<nodeCount
    let densest = min(nodeCount * nodeCount, 12 * nodeCount)
    let count =
      [
        0, nodeCount / 3, nodeCount / 2, nodeCount, nodeCount * 3 / 2, nodeCount * 2,
        nodeCount * 4, densest,
      ].randomElement(using: &random) ?? 0
    let labels = nodes.shuffled(using: &random)
    let pattern = Int.random(in: 0..<6, using: &random)
    for index in 0..<count {
      var tail = Int.random(in: nodes, using: &random)
      var head = Int.random(in: nodes, using: &random)
      switch pattern {
      case 0:  // Without cycles.
        (tail, head) = (min(tail, head), max(tail, head))
      case 1:  // Long and thin: short hops along a line, rarely back.
        head = min(tail + Int.random(in: 1...2, using: &random), nodeCount - 1)
        if Int.random(in: 0..<10, using: &random) == 0 { swap(&tail, &head) }
      case 2:  // Clusters of about six, with few edges between them.
        if Int.random(in: 0..<8, using: &random) > 0 {
          head = min(tail / 6 * 6 + head % 6, nodeCount - 1)
        }
      case 3:  // A ring first, then anything.
        if index < nodeCount { (tail, head) = (index, (index + 1) % nodeCount) }
      case 4:  // A tree first, then anything.
        if index + 1 < nodeCount { (tail, head) = (index == 0 ? 0 : tail % index, index + 1) }
      default:
        break
      }
      tails.append(labels[tail])
      heads.append(labels[head])
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      guard let edge = tails.indices.randomElement(using: &random) else { break }
      let isTurned = Bool.random(using: &random)
      tails.append(isTurned ? heads[edge] : tails[edge])
      heads.append(isTurned ? tails[edge] : heads[edge])
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      let node = Int.random(in: nodes, using: &random)
      tails.append(node)
      heads.append(node)
    }
  }
}

/// What `networkx_oracle.py` reads.
private struct Request: Encodable {
  let question: String
  let graphs: [RandomGraph]
}

extension PythonOracle {
  /// What networkx answers about each of the graphs.
  static func networkx<Answer: Decodable>(
    _ question: String, about graphs: [RandomGraph] = RandomGraph.batch,
    as type: Answer.Type = Answer.self
  ) async throws -> [(RandomGraph, Answer)] {
    let answers = try await PythonOracle(script: "networkx_oracle.py")
      .answer(to: Request(question: question, graphs: graphs), as: [Answer].self)
    try #require(answers.count == graphs.count)
    return Array(zip(graphs, answers))
  }
}

/// The indices at which a mask is true.
func indices(of mask: [Bool]) -> [Int] { mask.indices.filter { mask[$0] } }

/// A chain of 200,000 nodes, 0 to 1 to 2 and so on: too long for recursion.
let longChain = DirectedGraph(
  nodeCount: 200_000, edges: (1..<200_000).map { (tail: $0 - 1, head: $0) })

/// The same with an edge from its end back to its start.
let longCycle = DirectedGraph(
  nodeCount: 200_000, edges: (0..<200_000).map { (tail: $0, head: ($0 + 1) % 200_000) })
