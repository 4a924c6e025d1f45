import FingerpostAnalysis
import FingerpostTestSupport
import Testing

/// A board made at random from a seed: functions on the left, members on the right.
private struct RandomBoard: Encodable, CustomStringConvertible {
  let seed: UInt64
  let leftCount: Int
  let rightCount: Int
  /// Pairs of a function and a member who represents it.
  let edges: [[Int]]

  var description: String {
    "board of \(leftCount) functions and \(rightCount) members, seed \(seed)"
  }

  var graph: BipartiteGraph {
    BipartiteGraph(
      leftCount: leftCount, rightCount: rightCount, edges: edges.map { (left: $0[0], right: $0[1]) }
    )
  }

  /// Most are the size of a real board; every tenth is larger.
  static let thousand = (0..<1_000).map { RandomBoard(seed: UInt64($0)) }

  init(seed: UInt64) {
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    let most = seed % 10 == 9 ? 60 : 11
    let leftCount = Int.random(in: 0...most, using: &random)
    let rightCount = Int.random(in: 0...most + 2, using: &random)
    // From boards on which hardly anybody represents anything to those where many can do much.
    let likelihood = [0.05, 0.1, 0.2, 0.35, 0.7][Int(seed / 10 % 5)]
    // Members at the beginning are named more often, so that functions compete for them.
    let isCrowded = Bool.random(using: &random)
    var edges: [[Int]] = []
    for left in 0..<leftCount {
      for right in 0..<rightCount {
        let share = isCrowded ? likelihood * 4 / Double(right + 1) : likelihood
        if Double.random(in: 0..<1, using: &random) < share { edges.append([left, right]) }
      }
    }
    self.leftCount = leftCount
    self.rightCount = rightCount
    self.edges = edges
  }
}

/// What `matching_oracle.py` answers about a board.
private struct Answer: Decodable {
  let matching: Int
  let smallest: Int?
}

struct `Members for the functions of a board` {
  @Test func `are as many as networkx finds, on 1,000 random boards`() async throws {
    let answers = try await PythonOracle(script: "matching_oracle.py")
      .answer(to: RandomBoard.thousand, as: [Answer].self)
    try #require(answers.count == RandomBoard.thousand.count)
    var reasons = 0
    var smallBoardsWithReason = 0
    for (board, answer) in zip(RandomBoard.thousand, answers) {
      let graph = board.graph
      let matching = graph.maximumMatching()
      expectIsMatching(matching, of: board)
      #expect(matching.count == answer.matching, "\(board)")
      let reason = graph.smallestDeficientSet()
      #expect((reason == nil) == (answer.matching == board.leftCount), "\(board)")
      if let reason {
        reasons += 1
        expectIsReason(reason, of: board)
      }
      if let smallest = answer.smallest {
        #expect(reason?.left.count ?? 0 == smallest, "\(board)")
        if smallest > 1 { smallBoardsWithReason += 1 }
      }
    }
    // The boards are no good as a test unless many of them fail, and not only for an empty seat.
    #expect(reasons > 200)
    #expect(smallBoardsWithReason > 100)
  }

  @Test func `are too few for two functions of one member`() throws {
    let graph = BipartiteGraph(
      leftCount: 3, rightCount: 3, edges: [(0, 1), (1, 0), (1, 2), (2, 1), (2, 1)])
    #expect(graph.maximumMatching().partnerOfLeft == [1, 0, nil])
    let reason = try #require(graph.smallestDeficientSet())
    #expect(reason.left == [0, 2])
    #expect(reason.right == [1])
  }

  @Test func `of boards too large to try everything are too few for a reason that cannot shrink`() {
    // 15 functions share 14 members, and 15 others share 13.
    var edges = (0..<15).flatMap { left in (0..<14).map { (left: left, right: $0) } }
    edges += (15..<30).flatMap { left in (14..<27).map { (left: left, right: $0) } }
    let graph = BipartiteGraph(leftCount: 30, rightCount: 27, edges: edges)
    let reason = graph.smallestDeficientSet()
    #expect(reason?.left.count == 14)
    #expect(reason?.right.count == 13)
  }

  @Test func `of 50,000 functions in a row are found without recursion`() {
    // Everybody has to move one place on before the last function gets the only member it can have.
    var edges = (0..<49_999).flatMap { [(left: $0, right: $0), (left: $0, right: $0 + 1)] }
    edges.append((left: 49_999, right: 0))
    let graph = BipartiteGraph(leftCount: 50_000, rightCount: 50_000, edges: edges)
    #expect(graph.maximumMatching().count == 50_000)
    #expect(graph.smallestDeficientSet() == nil)
  }

  private func expectIsMatching(_ matching: BipartiteMatching, of board: RandomBoard) {
    let edges = Set(board.edges)
    for (left, partner) in matching.partnerOfLeft.enumerated() {
      guard let right = partner else { continue }
      #expect(edges.contains([left, right]), "\(board)")
      #expect(matching.partnerOfRight[right] == left, "\(board)")
    }
    #expect(matching.partnerOfRight.count { $0 != nil } == matching.count, "\(board)")
  }

  /// Really too few, and enough for all but any one of the functions.
  private func expectIsReason(_ reason: DeficientSet, of board: RandomBoard) {
    let nodes = Set(reason.left)
    #expect(reason.left == nodes.sorted(), "\(board)")
    let neighbours = Set(board.edges.filter { nodes.contains($0[0]) }.map { $0[1] })
    #expect(reason.right == neighbours.sorted(), "\(board)")
    #expect(reason.right.count < reason.left.count, "\(board)")
    for left in reason.left {
      let rest = reason.left.filter { $0 != left }
      let places = Dictionary(uniqueKeysWithValues: rest.enumerated().map { ($1, $0) })
      let smaller = BipartiteGraph(
        leftCount: rest.count, rightCount: board.rightCount,
        edges: board.edges.compactMap { edge in places[edge[0]].map { (left: $0, right: edge[1]) } }
      )
      #expect(smaller.maximumMatching().count == rest.count, "\(board)")
    }
  }
}
