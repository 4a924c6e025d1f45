import FingerpostDiagrams

/// Looks for a layout that holds everything and can be read: down the ladder when something is
/// missing, then through the styles until the text is large enough and nothing stands in its way.
struct LayoutSearch {
  /// A layout that was found whole.
  struct Found {
    var layout: Layout
    var rung: Rung
    var style: LayoutStyle
    var dot: String
    var remarks: [String]
    /// Why no other way was taken; see `Drawing.passedOver`.
    var passedOver: [String] = []
  }

  /// A whole layout, and how well it can be read.
  private struct Candidate {
    var found: Found
    var page: Page
    /// The number of faults; 0 when the text is too small, because nobody looks further.
    var faults: Int

    var isLegible: Bool { page.fit == .legible }

    func isBetter(than other: Candidate) -> Bool {
      if isLegible != other.isLegible { return isLegible }
      return isLegible
        ? faults < other.faults : page.smallestPrintedText > other.page.smallestPrintedText
    }

    /// Why it was not taken.
    var shortcoming: String {
      isLegible
        ? "\(faults == 1 ? "once" : "\(faults) times") a label or a line stands in the way of another."
        : "its smallest text prints at \(decimal(page.smallestPrintedText, places: 1)) points."
    }
  }

  private let diagram: Diagram
  private let host: any GraphvizHost
  private let ladder: [Rung]
  private var place = 0
  private var reason = ""
  private var attempts: [String] = []
  private var shortcomings: [(style: LayoutStyle, words: String)] = []

  init(_ diagram: Diagram, host: any GraphvizHost) {
    self.diagram = diagram
    self.host = host
    ladder = Rung.ladder(for: diagram)
  }

  /// The first style that prints legibly and without a fault; failing that, the legible one with
  /// the fewest faults, or the one that prints largest.
  mutating func best(mostNodesWithLineLabels limit: Int) async throws(DrawingError) -> Found {
    if diagram.nodes.count > limit, let unlabelled = ladder.firstIndex(of: .withoutLineLabels) {
      place = unlabelled
      reason = "it holds more than \(limit) boxes"
    }
    var best: Candidate?
    for style in columnStyles + styles {
      let attempt =
        style.levelsAreColumns ? try await columns(in: style) : try await whole(in: style)
      guard let found = attempt else { continue }
      let writer = PageWriter(
        diagram, layout: found.layout, rung: found.rung, style: style,
        notes: diagram.notes + found.remarks)
      let isLegible = writer.page.fit == .legible
      let candidate = Candidate(
        found: found, page: writer.page, faults: isLegible ? writer.faults.count : 0)
      shortcomings.append((style, candidate.shortcoming))
      if best.map(candidate.isBetter(than:)) ?? true { best = candidate }
      if isLegible, candidate.faults == 0 { break }
      // No other style makes up for half the size; columns are too different from them to tell.
      if !style.levelsAreColumns,
        writer.page.smallestPrintedText < Page.smallestLegibleText / 2
      {
        break
      }
    }
    guard var found = best?.found else {
      throw DrawingError(picture: diagram.name, reason: .exhausted(attempts))
    }
    found.passedOver =
      attempts
      + shortcomings.filter { $0.style != found.style }.map { "\($0.style.words): \($0.words)" }
    return found
  }

  /// Large diagrams never fit on a page, and each layout of them takes long.
  private var styles: ArraySlice<LayoutStyle> {
    diagram.nodes.count > 120 ? LayoutStyle.all.suffix(1) : LayoutStyle.all[...]
  }

  /// Columns come first where the levels of the diagram can be some.
  private var columnStyles: [LayoutStyle] {
    LevelColumns(of: diagram) == nil || !ladder[place].hasGroups ? [] : LayoutStyle.columns
  }

  /// A layout in columns in which nothing is missing; `nil` when Graphviz does not give one, which
  /// is no reason to step down: the other styles hold the same.
  private mutating func columns(in style: LayoutStyle) async throws(DrawingError) -> Found? {
    let rung = ladder[place]
    let writer = DOTWriter(diagram, rung: rung, style: style)
    let dot = writer.text
    do {
      let ranked = try await layout(of: dot, names: writer.names, engine: rung.engine)
      guard let layout = LevelColumns(of: diagram)?.added(to: ranked),
        layout.losses(from: diagram, drawn: rung).isEmpty
      else {
        shortcomings.append((style, "not everything has its place."))
        return nil
      }
      let remarks = [rung.note(because: reason)].compactMap(\.self)
      return Found(layout: layout, rung: rung, style: style, dot: dot, remarks: remarks)
    } catch {
      guard error.isAboutThePicture else {
        throw DrawingError(picture: diagram.name, reason: .graphviz(error))
      }
      shortcomings.append((style, "\(error)"))
      return nil
    }
  }

  /// A layout in which nothing is missing, on the best rung that gives one.
  private mutating func whole(in style: LayoutStyle) async throws(DrawingError) -> Found {
    while place < ladder.count {
      let rung = ladder[place]
      let writer = DOTWriter(diagram, rung: rung, style: style)
      let dot = writer.text
      do {
        let layout = try await layout(of: dot, names: writer.names, engine: rung.engine)
        let losses = layout.losses(from: diagram, drawn: rung)
        if losses.isEmpty {
          let remarks = [rung.note(because: reason)].compactMap(\.self)
          return Found(layout: layout, rung: rung, style: style, dot: dot, remarks: remarks)
        }
        fail(rung, "Graphviz lost \(losses[0].kind) otherwise", "it lost \(counted(losses))")
      } catch {
        guard error.isAboutThePicture else {
          throw DrawingError(picture: diagram.name, reason: .graphviz(error))
        }
        fail(rung, error.shortly, "\(error)")
      }
      place += 1
    }
    throw DrawingError(picture: diagram.name, reason: .exhausted(attempts))
  }

  private mutating func fail(_ rung: Rung, _ short: String, _ long: String) {
    reason = short
    attempts.append("Drawn \(rung.words): \(long.hasSuffix(".") ? long : long + ".")")
  }

  private func counted(_ losses: [Loss]) -> String {
    losses.count == 1
      ? losses[0].description : "\(losses[0]) and \(losses.count - 1) more"
  }

  private func layout(
    of dot: String, names: DOTNames, engine: GraphvizEngine
  ) async throws(GraphvizError) -> Layout {
    guard !diagram.nodes.isEmpty || !diagram.groups.isEmpty else { return Layout() }
    let job = GraphvizJob(dot: dot, engine: engine, formats: [.positions])
    guard let json = try await host.result(of: job).files.first else {
      throw .layoutFailed(messages: "it gave no positions")
    }
    return try Layout(json: json, names: names)
  }
}

extension LayoutStyle {
  /// What tells it from others, for people.
  fileprivate var words: String {
    let kind =
      levelsAreColumns
      ? "With each level in one column" : levelsOverlap ? "With levels that overlap" : "Spread out"
    return "\(kind), boxes \(decimal(nodeSeparation)) points apart and lines at least "
      + "\(decimal(rankSeparation)) long"
  }
}

extension Rung {
  fileprivate var words: String {
    switch self {
    case .asAsked: "as asked"
    case .withoutLineLabels: "without text on lines"
    case .withoutGroups: "without boxes around groups"
    case .otherEngine: "by springs"
    }
  }
}

extension GraphvizError {
  /// The reason for stepping down, as it stands on a picture.
  fileprivate var shortly: String {
    switch self {
    case .timedOut: "Graphviz took too long otherwise"
    case .workerDied: "Graphviz broke off otherwise"
    default: "Graphviz failed otherwise"
    }
  }
}
