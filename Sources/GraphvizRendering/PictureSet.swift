public import FingerpostDiagrams

/// A diagram on as many pages as it needs.
public struct PictureSet: Hashable, Sendable, Codable {
  /// One page.
  public struct Picture: Hashable, Sendable, Codable {
    /// What is shown.
    public var diagram: Diagram
    /// How it is drawn.
    public var drawing: Drawing

    /// Makes a picture.
    public init(diagram: Diagram, drawing: Drawing) {
      self.diagram = diagram
      self.drawing = drawing
    }
  }

  /// The picture itself, or an overview if it has further pages.
  public var first: Picture
  /// The pages that the overview names; empty when everything stands on the first.
  public var pages: [Picture]

  /// Makes a set.
  public init(first: Picture, pages: [Picture] = []) {
    self.first = first
    self.pages = pages
  }

  /// Every picture of the set, the first one first.
  public var pictures: [Picture] { [first] + pages }

  /// The first picture that has text too small to read; such a set is of no use on paper.
  public var illegible: Picture? { pictures.first { $0.drawing.page.fit != .legible } }
}

extension DrawingProcedure {
  /// With more boxes than this a diagram never fits on a page, and laying it out takes long.
  private static let mostNodesOnAPage = 120
  /// How many pages are at work at a time.
  private static let sideBySide = 8

  /// Draws a diagram on one page or several; see `DiagramRenderer`.
  package func drawSet(
    _ diagram: Diagram, as formats: [OutputFormat], arranged: Arrangement = .fresh
  ) async throws(DrawingError) -> PictureSet {
    var whole: Result<LaidOut, DrawingError>?
    if diagram.nodes.count <= Self.mostNodesOnAPage {
      let result = try await attempt(diagram, arranged)
      if case .success(let laidOut) = result, laidOut.isLegible {
        return PictureSet(first: try await picture(of: laidOut, as: formats))
      }
      whole = result
    }
    guard var split = DiagramSplit(diagram) else {
      guard let whole else {
        return PictureSet(
          first: try await picture(of: try await laidOut(diagram, arranged), as: formats))
      }
      return PictureSet(first: try await picture(of: try whole.get(), as: formats))
    }
    let pages = try await pages(of: &split, arranged)
    let overview = try await overview(of: split, arranged)
    let pictures = try await sideBySide([overview] + pages) { laidOut throws(DrawingError) in
      try await self.picture(of: laidOut, as: formats)
    }
    return PictureSet(first: pictures[0], pages: Array(pictures.dropFirst()))
  }

  /// Every page laid out, after as many further splits as it takes to make them legible.
  private func pages(
    of split: inout DiagramSplit, _ arranged: Arrangement
  ) async throws(DrawingError) -> [LaidOut] {
    while true {
      let set = split.pageSet()
      if let problem = WholeSet(set).problems.first {
        throw DrawingError(picture: set.whole.name, reason: .inconsistent(problem))
      }
      let attempts = try await sideBySide(set.pages) { page throws(DrawingError) in
        try await self.attempt(page.diagram, arranged)
      }
      var isSplit = false
      // From the last page to the first, so that the numbers of those before stay.
      for (page, attempt) in attempts.enumerated().reversed() {
        if case .success(let laidOut) = attempt, laidOut.isLegible { continue }
        isSplit = split.split(page: page) || isSplit
      }
      if !isSplit {
        var pages: [LaidOut] = []
        for attempt in attempts { pages.append(try attempt.get()) }
        return pages
      }
    }
  }

  /// The overview with as many groups as it can show legibly.
  private func overview(
    of split: DiagramSplit, _ arranged: Arrangement
  ) async throws(DrawingError) -> LaidOut {
    var most = 30
    while true {
      let set = split.pageSet(mostBoxesOnOverview: most)
      if let problem = WholeSet(set).problems.first {
        throw DrawingError(picture: set.whole.name, reason: .inconsistent(problem))
      }
      let attempt = try await attempt(set.overview.diagram, arranged)
      if most == 1 { return try attempt.get() }
      if case .success(let laidOut) = attempt, laidOut.isLegible { return laidOut }
      most = min(most, set.overview.standIns.count) / 2
      most = max(1, most)
    }
  }

  /// A layout, or the error of a diagram that cannot be drawn as it is but perhaps in parts.
  private func attempt(
    _ diagram: Diagram, _ arranged: Arrangement
  ) async throws(DrawingError) -> Result<LaidOut, DrawingError> {
    do {
      return .success(try await laidOut(diagram, arranged))
    } catch {
      if case .exhausted = error.reason { return .failure(error) }
      throw error
    }
  }

  private func picture(
    of laidOut: LaidOut, as formats: [OutputFormat]
  ) async throws(DrawingError) -> PictureSet.Picture {
    PictureSet.Picture(
      diagram: laidOut.diagram, drawing: try await drawing(of: laidOut, as: formats))
  }

  /// Does the same with each element, several at a time; the results are in the order of the elements.
  private func sideBySide<Element: Sendable, Outcome: Sendable>(
    _ elements: [Element],
    _ work: @escaping @Sendable (Element) async throws(DrawingError) -> Outcome
  ) async throws(DrawingError) -> [Outcome] {
    var results: [Result<Outcome, DrawingError>?] = Array(repeating: nil, count: elements.count)
    await withTaskGroup(of: (Int, Result<Outcome, DrawingError>).self) { group in
      var waiting = elements.enumerated().makeIterator()
      func next() {
        guard let (index, element) = waiting.next() else { return }
        group.addTask {
          do throws(DrawingError) {
            return (index, .success(try await work(element)))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<Self.sideBySide { next() }
      for await (index, result) in group {
        next()
        results[index] = result
      }
    }
    var outcomes: [Outcome] = []
    for result in results { if let result { outcomes.append(try result.get()) } }
    return outcomes
  }
}
