/// Whether an overview and pages show all of a diagram, no more and no less.
///
/// It looks only at what is drawn and at what that is said to stand for, never at how it came about.
public struct WholeSet: Sendable {
  private let pageSet: PageSet
  private let edges: [Diagram.Edge.ID: Diagram.Edge]

  /// Prepares to compare a set with the diagram that was split.
  public init(_ pageSet: PageSet) {
    self.pageSet = pageSet
    edges = Dictionary(pageSet.whole.edges.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// What is missing or shown too often, each as a sentence without its full stop; empty when the set
  /// is whole.
  ///
  /// - Complexity: O(*p* + *e* log *e*) for *p* boxes and *e* lines on all pages together.
  public var problems: [String] {
    misplacedNodes + misplacedEdges + miscountedStubs + miscountedOverview
  }

  /// Each box stands on one page, or says on each of several that it stands on the others.
  private var misplacedNodes: [String] {
    var pagesOfNode: [Diagram.Node.ID: [Int]] = [:]
    for (number, page) in pageSet.pages.enumerated() {
      for node in page.diagram.nodes where !page.standIns.contains(node.id) {
        pagesOfNode[node.id, default: []].append(number)
      }
    }
    let known = Set(pageSet.whole.nodes.map(\.id))
    let strange = pagesOfNode.keys.filter { !known.contains($0) }.sorted()
    return strange.map { "the box '\($0)' is on a page and not in the whole" }
      + pageSet.whole.nodes.compactMap { node in
        let pages = pagesOfNode[node.id, default: []]
        guard let first = pages.first else { return "the box '\(node.id)' is on no page" }
        if pages.count == 1 { return nil }
        let isTold = pages.allSatisfy { pageSet.pages[$0].repeated.contains(node.id) }
        return isTold && Set(pages).count == pages.count
          ? nil : "the box '\(node.id)' is on page \(first + 1) and on another that does not say so"
      }
  }

  /// Each line runs on one page between its own ends, or on two to a stub that stands for its other
  /// end.
  private var misplacedEdges: [String] {
    var whole: [Diagram.Edge.ID: Int] = [:]
    var tails: [Diagram.Edge.ID: [Int]] = [:]
    var heads: [Diagram.Edge.ID: [Int]] = [:]
    var problems: [String] = []
    for (number, page) in pageSet.pages.enumerated() {
      for line in page.diagram.edges {
        guard let ids = page.standsFor[line.id] else {
          whole[line.id, default: 0] += 1
          if let edge = edges[line.id], edge.tail != line.tail || edge.head != line.head {
            problems.append("the line '\(line.id)' has other ends on page \(number + 1)")
          }
          continue
        }
        for id in ids {
          guard let edge = edges[id] else {
            problems.append("the line '\(line.id)' stands for '\(id)', which is not in the whole")
            continue
          }
          if line.tail == edge.tail, page.standIns.contains(line.head) {
            tails[id, default: []].append(number)
          } else if line.head == edge.head, page.standIns.contains(line.tail) {
            heads[id, default: []].append(number)
          } else {
            problems.append("the line '\(line.id)' stands for '\(id)' and has other ends")
          }
          if !line.title.contains(edge.title) {
            problems.append("the line '\(line.id)' stands for '\(id)' and does not say so")
          }
        }
      }
    }
    for id in whole.keys.sorted() where edges[id] == nil {
      problems.append("the line '\(id)' is on a page and not in the whole")
    }
    for edge in pageSet.whole.edges {
      let (atTail, atHead) = (tails[edge.id, default: []], heads[edge.id, default: []])
      switch (whole[edge.id, default: 0], atTail.count, atHead.count) {
      case (1, 0, 0): break
      case (0, 1, 1) where atTail != atHead: break
      default: problems.append("the line '\(edge.id)' is not shown exactly once")
      }
    }
    return problems
  }

  /// What a line to a stub counts is what the lines that it stands for carry.
  private var miscountedStubs: [String] {
    pageSet.pages.enumerated().flatMap { number, page in
      page.diagram.edges.compactMap { line in
        guard let ids = page.standsFor[line.id] else { return nil }
        let carried = ids.compactMap { edges[$0]?.carries }
        let isRight =
          line.carries.along == carried.reduce(0) { $0 + $1.along }
          && line.carries.back == carried.reduce(0) { $0 + $1.back }
        return isRight
          ? nil : "the line '\(line.id)' on page \(number + 1) counts something else than it shows"
      }
    }
  }

  /// Each line is counted once on the overview, on a line or within a box.
  private var miscountedOverview: [String] {
    let overview = pageSet.overview
    var problems: [String] = []
    for line in overview.diagram.edges {
      let ids = overview.standsFor[line.id, default: []]
      if line.carries.total != ids.reduce(0, { $0 + (edges[$1]?.carries.total ?? 0) }) {
        problems.append("the line '\(line.id)' on the overview counts something else than it shows")
      }
    }
    let counted =
      overview.diagram.edges.flatMap { overview.standsFor[$0.id, default: []] }
      + overview.diagram.nodes.flatMap { overview.within[$0.id, default: []] }
    if counted.sorted() != pageSet.whole.edges.map(\.id).sorted() {
      problems.append("the overview does not count every line exactly once")
    }
    return problems
  }
}
