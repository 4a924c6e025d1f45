import FingerpostModel

/// Which boxes of a diagram stand together when it is split.
///
/// Each box with facets stands in exactly one part. One without, such as families, stands in every
/// part to which it has lines. In a diagram of which no box has facets, each stands in one part.
struct Partition: Sendable {
  /// Boxes that stand together.
  struct Part: Hashable, Sendable {
    /// The boxes, by their position in `nodes`, in ascending order.
    var members: [Int]
    /// What the members share, a step for each facet by which they were parted from others.
    var path: [Step] = []
  }

  /// The values of a facet that the members of a part have.
  struct Step: Hashable, Sendable {
    var facet: Diagram.Facet
    var values: [Diagram.FacetValue]
  }

  /// Where a line runs.
  enum Place: Hashable, Sendable {
    /// Between boxes of one part.
    case inside(Int)
    /// From the part of its tail to that of its head.
    case between(Int, Int)
  }

  /// More boxes than this are never tried on one page: stubs for other pages come on top.
  static let mostMembers = 36
  /// Groups with fewer boxes than this share a page with others.
  private static let fewMembers = 10
  /// Groups that share a page have at most this many boxes together.
  private static let comfortableMembers = 24

  let diagram: Diagram
  /// The boxes in the order of their ids.
  let nodes: [Diagram.Node]
  /// The lines in the order of their ids.
  let edges: [Diagram.Edge]
  private(set) var parts: [Part]
  private let links: NodeLinks
  /// The part in which a box stands alone; `nil` for a box that stands wherever it has lines.
  private var partOfNode: [Int?] = []

  /// What is said in.
  var words: Words { diagram.words }

  /// Puts all boxes into one part.
  init(of diagram: Diagram) {
    self.diagram = diagram
    let nodes = diagram.nodes.sorted { $0.id < $1.id }
    self.nodes = nodes
    edges = diagram.edges.sorted { $0.id < $1.id }
    links = NodeLinks(nodes: nodes, edges: edges)
    let placed = nodes.indices.filter { !nodes[$0].facets.isEmpty }
    parts = [Part(members: placed.isEmpty ? Array(nodes.indices) : placed)]
    numberMembers()
  }

  private mutating func numberMembers() {
    partOfNode = Array(repeating: nil, count: nodes.count)
    for (index, part) in parts.enumerated() {
      for member in part.members { partOfNode[member] = index }
    }
  }

  // MARK: - Splitting

  /// Puts each value of a facet into a part of its own.
  mutating func group(by facet: Diagram.Facet) {
    parts = parts.flatMap { part in
      groups(of: part.members, by: facet).map { part.narrowed(to: [$0], by: facet) }
    }
    numberMembers()
  }

  /// Splits parts until none has more boxes than a page may hold.
  mutating func splitLargeParts() {
    var index = 0
    while index < parts.count {
      if parts[index].members.count <= Self.mostMembers || !split(index) { index += 1 }
    }
  }

  /// Splits a part by the next facet in which its boxes differ, or else in halves between which few
  /// lines run.
  ///
  /// - Returns: `false` when it is a single box.
  mutating func split(_ index: Int) -> Bool {
    let pieces = pieces(of: index)
    guard pieces.count > 1 else { return false }
    parts.replaceSubrange(index...index, with: pieces)
    numberMembers()
    return true
  }

  private func pieces(of index: Int) -> [Part] {
    let part = parts[index]
    for facet in Diagram.Facet.allCases {
      let groups = groups(of: part.members, by: facet)
      if groups.count > 1 {
        return packed(groups, by: facet).map { part.narrowed(to: $0, by: facet) }
      }
    }
    var members = part.members
    if members.count == 1 { members += lodgers(of: index) }
    guard members.count > 1 else { return [] }
    return links.halves(of: members.sorted()).map { Part(members: $0, path: part.path) }
  }

  /// The boxes without facets that stand in this part only.
  private func lodgers(of index: Int) -> [Int] {
    let homes = homes
    return nodes.indices.filter { partOfNode[$0] == nil && homes[$0] == [index] }
  }

  /// Boxes that share a value.
  fileprivate struct Group {
    var value: Diagram.FacetValue
    var members: [Int]
  }

  private func groups(of members: [Int], by facet: Diagram.Facet) -> [Group] {
    let others = Diagram.FacetValue(id: "", name: "others", place: Int.max, isStated: false)
    return Dictionary(grouping: members) { nodes[$0].facets[facet] ?? others }
      .map { Group(value: $0, members: $1.sorted()) }
      .sorted { ($0.value.place, $0.value.id) < ($1.value.place, $1.value.id) }
  }

  /// Lets small groups share a page, so that few lines leave it.
  private func packed(_ groups: [Group], by facet: Diagram.Facet) -> [[Group]] {
    let total = groups.reduce(0) { $0 + $1.members.count }
    let room = max(1, total * 2 / 3)
    return facet.isOrdered
      ? runs(of: groups, room: min(Self.mostMembers, room))
      : clumps(of: groups, room: min(Self.comfortableMembers, room))
  }

  /// Neighbours in the order of the values, on the fewest pages, and of those ways the one in which
  /// the fewest lines leave.
  private func runs(of groups: [Group], room: Int) -> [[Group]] {
    let between = links.counts(between: groups.map(\.members))
    // For each number of groups, the best way of putting them on pages: how many, lines cut, where
    // the last page begins.
    var best: [(pages: Int, cut: Int, start: Int)] = [(0, 0, 0)]
    for end in 1...groups.count {
      var choice: (pages: Int, cut: Int, start: Int)?
      for start in (0..<end).reversed() {
        let size = groups[start..<end].reduce(0) { $0 + $1.members.count }
        guard size <= room || start == end - 1 else { break }
        var cut = best[start].cut
        for earlier in 0..<start { for here in start..<end { cut += between[earlier][here] } }
        let candidate = (best[start].pages + 1, cut, start)
        if choice.map({ (candidate.0, candidate.1) < ($0.pages, $0.cut) }) ?? true {
          choice = candidate
        }
      }
      if let choice { best.append(choice) }
    }
    var runs: [[Group]] = []
    var end = groups.count
    while end > 0 {
      let start = best[end].start
      runs.insert(Array(groups[start..<end]), at: 0)
      end = start
    }
    return runs
  }

  /// Large groups alone; each small one with those that it has most lines to, while there is room.
  private func clumps(of groups: [Group], room: Int) -> [[Group]] {
    let between = links.counts(between: groups.map(\.members))
    var waiting = groups.indices.filter { groups[$0].members.count < Self.fewMembers }
    var clumps = groups.indices.filter { groups[$0].members.count >= Self.fewMembers }.map { [$0] }
    while let seed = waiting.first {
      waiting.removeFirst()
      var clump = [seed]
      var size = groups[seed].members.count
      var lines = between[seed]
      while let next = waiting.filter({ size + groups[$0].members.count <= room })
        .max(by: { (lines[$0], $1) < (lines[$1], $0) })
      {
        waiting.removeAll { $0 == next }
        clump.append(next)
        size += groups[next].members.count
        for other in lines.indices { lines[other] += between[next][other] }
      }
      clumps.append(clump.sorted())
    }
    return clumps.sorted { $0[0] < $1[0] }.map { $0.map { groups[$0] } }
  }

  // MARK: - Where everything stands

  /// The parts in which each box stands, in ascending order.
  var homes: [[Int]] {
    var homes = nodes.indices.map { node -> Set<Int> in
      if let part = partOfNode[node] { return [part] }
      return Set(links.neighbours[node].compactMap { partOfNode[$0] })
    }
    for ends in links.ends where homes[ends.tail].isDisjoint(with: homes[ends.head]) {
      // Two boxes that stand in one part each were parted; any other two have to meet.
      guard partOfNode[ends.tail] == nil || partOfNode[ends.head] == nil else { continue }
      if let part = homes[ends.tail].min() {
        homes[ends.head].insert(part)
      } else if let part = homes[ends.head].min() {
        homes[ends.tail].insert(part)
      } else {
        homes[ends.tail].insert(parts.count - 1)
        homes[ends.head].insert(parts.count - 1)
      }
    }
    return homes.map { $0.isEmpty ? [parts.count - 1] : $0.sorted() }
  }

  /// Where each line runs, in the order of `edges`.
  func places(with homes: [[Int]]) -> [Place] {
    links.ends.map { ends in
      let shared = Set(homes[ends.tail]).intersection(homes[ends.head])
      if let part = shared.min() { return .inside(part) }
      return .between(homes[ends.tail][0], homes[ends.head][0])
    }
  }

  // MARK: - Names

  /// What a part is called beside its number, where there is little room.
  func shortName(of part: Int) -> String? {
    let steps = parts[part].path.prefix(2).map { $0.values.map(\.name).shortened(in: words) }
    return steps.isEmpty ? nil : steps.joined(separator: ", ").capitalisedFirst
  }

  /// What each part is called, such as `Wexmoor, specialist and acute`.
  var names: [String] {
    let names = parts.map { part in
      part.path.map { $0.values.map(\.name).shortened(in: words) }.joined(separator: ", ")
        .capitalisedFirst
    }
    let totals = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    var seen: [String: Int] = [:]
    return names.map { name in
      guard let total = totals[name], total > 1 || name.isEmpty else { return name }
      seen[name, default: 0] += 1
      let values = [
        "name": name, "number": String(seen[name, default: 1]), "total": String(total),
      ]
      return words(name.isEmpty ? .partOfParts : .namedPartOfParts, values)
    }
  }
}

extension Partition.Part {
  /// The part with only the boxes of some groups.
  fileprivate func narrowed(
    to groups: [Partition.Group], by facet: Diagram.Facet
  ) -> Partition.Part {
    Partition.Part(
      members: groups.flatMap(\.members).sorted(),
      path: path.filter { $0.facet != facet }
        + [Partition.Step(facet: facet, values: groups.map(\.value))])
  }
}

extension [String] {
  /// As many names as a heading has room for, and how many more there are.
  func shortened(in words: Words) -> String {
    words.list(count <= 3 ? self : prefix(2) + [words(.more, count - 2)])
  }
}
