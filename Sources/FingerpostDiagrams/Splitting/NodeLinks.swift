/// The lines between boxes that are named by their index.
struct NodeLinks: Sendable {
  /// The ends of each line.
  let ends: [(tail: Int, head: Int)]
  /// The box at the other end of each line of a box, once for each line.
  let neighbours: [[Int]]

  /// Looks up the ends of the lines, which must be among the boxes.
  init(nodes: [Diagram.Node], edges: [Diagram.Edge]) {
    let position = Dictionary(
      nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    ends = edges.compactMap { edge in
      position[edge.tail].flatMap { tail in position[edge.head].map { (tail, $0) } }
    }
    var neighbours: [[Int]] = Array(repeating: [], count: nodes.count)
    for (tail, head) in ends where tail != head {
      neighbours[tail].append(head)
      neighbours[head].append(tail)
    }
    self.neighbours = neighbours
  }

  /// How many lines run between any two of some groups of boxes.
  func counts(between groups: [[Int]]) -> [[Int]] {
    var groupOf: [Int: Int] = [:]
    for (index, group) in groups.enumerated() {
      for member in group { groupOf[member] = index }
    }
    var counts = Array(repeating: Array(repeating: 0, count: groups.count), count: groups.count)
    for (index, group) in groups.enumerated() {
      for member in group {
        for other in neighbours[member].compactMap({ groupOf[$0] }) where other != index {
          counts[index][other] += 1
        }
      }
    }
    return counts
  }

  /// Two parts of about the same size between which few lines run, the one with the first box first.
  ///
  /// The first half grows from the first box by whatever has most lines to it; then boxes change
  /// sides one by one as long as that saves a line and neither side falls under two fifths. After C.
  /// M. Fiduccia and R. M. Mattheyses, "A linear-time heuristic for improving network partitions", 19th
  /// Design Automation Conference (1982), 175 to 181, but without its look ahead.
  ///
  /// - Complexity: O(*n*² + *n* · *e*) at worst for *n* boxes and *e* lines.
  func halves(of members: [Int]) -> [[Int]] {
    var isFirst: [Int: Bool] = [:]
    for member in members { isFirst[member] = false }
    var pull: [Int: Int] = [:]
    var rest = members
    for _ in 0..<(members.count / 2) {
      guard let next = rest.max(by: { a, b in (pull[a, default: 0], b) < (pull[b, default: 0], a) })
      else { break }
      rest.removeAll { $0 == next }
      isFirst[next] = true
      for other in neighbours[next] { pull[other, default: 0] += 1 }
    }

    let least = max(1, members.count * 2 / 5)
    var size = members.count / 2
    func gain(_ member: Int) -> Int {
      neighbours[member].reduce(0) { sum, other in
        guard let side = isFirst[other] else { return sum }
        return sum + (side == isFirst[member] ? -1 : 1)
      }
    }
    while let best = members.filter({ member in
      isFirst[member] == true ? size - 1 >= least : members.count - size - 1 >= least
    }).map({ (gain: gain($0), member: $0) }).max(by: { ($0.gain, $1.member) < ($1.gain, $0.member) }
    ),
      best.gain > 0
    {
      let wasFirst = isFirst[best.member] == true
      isFirst[best.member] = !wasFirst
      size += wasFirst ? -1 : 1
    }
    let halves = [members.filter { isFirst[$0] == true }, members.filter { isFirst[$0] != true }]
    return halves.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}
