/// A diagram that is too large for a page, as an overview and pages.
public struct PageSet: Hashable, Sendable {
  /// One picture of a set.
  public struct Page: Hashable, Sendable {
    /// What is drawn.
    public var diagram: Diagram
    /// The lines of the whole that each line of the picture stands for, where it stands for others.
    public var standsFor: [Diagram.Edge.ID: [Diagram.Edge.ID]]
    /// The lines of the whole that a box of the picture stands for.
    public var within: [Diagram.Node.ID: [Diagram.Edge.ID]]
    /// The boxes of the whole that stand on other pages, too, and say so.
    public var repeated: Set<Diagram.Node.ID>
    /// The boxes of the picture that stand for others.
    public var standIns: Set<Diagram.Node.ID>

    /// Makes a page.
    public init(
      diagram: Diagram, standsFor: [Diagram.Edge.ID: [Diagram.Edge.ID]] = [:],
      within: [Diagram.Node.ID: [Diagram.Edge.ID]] = [:], repeated: Set<Diagram.Node.ID> = [],
      standIns: Set<Diagram.Node.ID> = []
    ) {
      self.diagram = diagram
      self.standsFor = standsFor
      self.within = within
      self.repeated = repeated
      self.standIns = standIns
    }
  }

  /// The diagram that was split.
  public var whole: Diagram
  /// Groups with counted lines; it names every page.
  public var overview: Page
  /// The pages, in their order.
  public var pages: [Page]

  /// Makes a set.
  public init(whole: Diagram, overview: Page, pages: [Page]) {
    self.whole = whole
    self.overview = overview
    self.pages = pages
  }
}

/// Splits a diagram that is too large for a page.
///
/// It is split by area, then by level, then by organisation, and at last in halves between which few
/// lines run, until each part looks as if it fits on a page; who draws it finds out, and splits
/// further where that is needed.
public struct DiagramSplit: Sendable {
  private var partition: Partition

  /// The most boxes for other pages on a page; where there are more, pages that share an area share
  /// a box.
  private static let mostStubs = 10

  /// Splits a diagram whose ids are unique and whose lines end at its boxes.
  ///
  /// - Returns: `nil` when it has a single box or none.
  /// - Complexity: O(*n*² + *n* · *e*) for *n* boxes and *e* lines.
  public init?(_ diagram: Diagram) {
    partition = Partition(of: diagram)
    partition.splitLargeParts()
    if partition.parts.count < 2, !partition.split(0) { return nil }
  }

  /// The number of pages, the overview not counted.
  public var pageCount: Int { partition.parts.count }

  /// Splits a page further; the pages after it get higher numbers.
  ///
  /// - Returns: `false` when there is nothing to split.
  public mutating func split(page: Int) -> Bool { partition.split(page) }

  /// The overview and the pages.
  ///
  /// - Parameter mostBoxes: The most groups on the overview; where there are more pages, several
  ///   share one.
  /// - Returns: A set that shows every box and every line.
  public func pageSet(mostBoxesOnOverview mostBoxes: Int = 30) -> PageSet {
    let homes = partition.homes
    let places = partition.places(with: homes)
    let names = partition.names
    let clumps = PageClump.clumps(
      of: Array(partition.parts.indices), in: partition, atMost: max(1, mostBoxes))
    let overview = CountedOverview(
      partition, homes: homes, places: places, groups: clumps, arePages: true)
    let pages = partition.parts.indices.map { page in
      SplitPage(
        page, of: partition, homes: homes, places: places, names: names, mostStubs: Self.mostStubs
      ).page
    }
    return PageSet(whole: partition.diagram, overview: overview.page, pages: pages)
  }
}
