import FingerpostDiagrams

/// Looks for a layout that holds everything and prints legibly: down the ladder when something is
/// missing, then through the styles until the text is large enough.
struct LayoutSearch {
  /// A layout that was found whole.
  struct Found {
    var layout: Layout
    var rung: Rung
    var style: LayoutStyle
    var dot: String
    var remarks: [String]
  }

  private let diagram: Diagram
  private let host: any GraphvizHost
  private let ladder: [Rung]
  private var place = 0
  private var reason = ""
  private var attempts: [String] = []

  init(_ diagram: Diagram, host: any GraphvizHost) {
    self.diagram = diagram
    self.host = host
    ladder = Rung.ladder(for: diagram)
  }

  /// The first style that prints legibly, or else the one that prints largest.
  mutating func best(mostNodesWithLineLabels limit: Int) async throws(DrawingError) -> Found {
    if diagram.nodes.count > limit, let unlabelled = ladder.firstIndex(of: .withoutLineLabels) {
      place = unlabelled
      reason = "it holds more than \(limit) boxes"
    }
    var best: (found: Found, printed: Double)?
    for style in columnStyles + styles {
      let attempt =
        style.levelsAreColumns ? try await columns(in: style) : try await whole(in: style)
      guard let found = attempt else { continue }
      let page = PageWriter(
        diagram, layout: found.layout, rung: found.rung, style: style,
        notes: diagram.notes + found.remarks
      ).page
      if page.fit == .legible { return found }
      if best.map({ page.smallestPrintedText > $0.printed }) ?? true {
        best = (found, page.smallestPrintedText)
      }
      // No other style makes up for half the size; columns are too different from them to tell.
      if !style.levelsAreColumns, page.smallestPrintedText < Page.smallestLegibleText / 2 { break }
    }
    guard let best else {
      throw DrawingError(picture: diagram.name, reason: .exhausted(attempts))
    }
    return best.found
  }

  /// Large diagrams never fit on a page, and each layout of them takes long.
  private var styles: ArraySlice<LayoutStyle> {
    diagram.nodes.count > 120 ? LayoutStyle.all.suffix(1) : LayoutStyle.all[...]
  }

  /// Columns come first where the levels of the diagram can be some.
  ///
  /// Graphviz 2.42 frees memory twice for a line with text between two boxes of one rank, after which
  /// the next pictures of the same process are wrong or break off.
  private var columnStyles: [LayoutStyle] {
    let rung = ladder[place]
    guard rung.hasGroups, let columns = LevelColumns(of: diagram) else { return [] }
    return rung.hasEdgeLabels && columns.hasTextOnLines(within: diagram) ? [] : LayoutStyle.columns
  }

  /// A layout in columns in which nothing is missing; `nil` when Graphviz does not give one, which
  /// is no reason to step down: the other styles hold the same.
  private func columns(in style: LayoutStyle) async throws(DrawingError) -> Found? {
    let rung = ladder[place]
    let writer = DOTWriter(diagram, rung: rung, style: style)
    let dot = writer.text
    do {
      let ranked = try await layout(of: dot, names: writer.names, engine: rung.engine)
      guard let layout = LevelColumns(of: diagram)?.added(to: ranked),
        layout.losses(from: diagram, drawn: rung).isEmpty
      else { return nil }
      let remarks = [rung.note(because: reason)].compactMap(\.self)
      return Found(layout: layout, rung: rung, style: style, dot: dot, remarks: remarks)
    } catch {
      guard error.isAboutThePicture else {
        throw DrawingError(picture: diagram.name, reason: .graphviz(error))
      }
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
