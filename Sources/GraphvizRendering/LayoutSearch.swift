import FingerpostDiagrams
import FingerpostModel

/// Looks for a layout that holds everything and can be read: down the ladder when something is
/// missing, then through the styles until the text is large enough and nothing stands in its way.
struct LayoutSearch {
  /// A layout that was found whole, on its page.
  struct Found {
    var page: PageWriter
    var dot: String
    var remarks: [String]
    /// What stands in the way of reading it.
    var faults: [Legibility.Fault] = []
    /// Why no other way was taken; see `Drawing.passedOver`.
    var passedOver: [String] = []

    fileprivate var isLegible: Bool { page.page.fit == .legible }
    fileprivate var printed: Double { page.page.smallestPrintedText }

    fileprivate func isBetter(than other: Found) -> Bool {
      if isLegible != other.isLegible { return isLegible }
      return isLegible ? faults.count < other.faults.count : printed > other.printed
    }

    /// Why it was not taken.
    fileprivate var shortcoming: String {
      guard isLegible else {
        return "its smallest text prints at \(decimal(printed, places: 1)) points."
      }
      let times = faults.count == 1 ? "once" : "\(faults.count) times"
      return "\(times) a label or a line stands in the way of another."
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
    if diagram.nodes.count > limit, hasLongLineLabels,
      let unlabelled = ladder.firstIndex(of: .withoutLineLabels)
    {
      place = unlabelled
      reason = diagram.words(.moreBoxes, limit)
    }
    var best: Found?
    for style in columnStyles + styles {
      let attempt =
        style.levelsAreColumns ? try await columns(in: style) : try await whole(in: style)
      guard var found = attempt else { continue }
      found.faults = found.page.faults
      shortcomings.append((style, found.shortcoming))
      if best.map(found.isBetter(than:)) ?? true { best = found }
      if found.isLegible, found.faults.isEmpty { break }
      // No other style makes up for half the size; columns are too different from them to tell.
      if !style.levelsAreColumns, found.printed < Page.smallestLegibleText / 2 { break }
    }
    guard var found = best else {
      throw DrawingError(picture: diagram.name, reason: .exhausted(attempts))
    }
    found.passedOver =
      attempts
      + shortcomings.filter { $0.style != found.page.style }.map {
        "\($0.style.words): \($0.words)"
      }
    return found
  }

  /// The diagram in the places that an earlier picture had, and whether anything of it was not there.
  ///
  /// - Returns: `nil` when that cannot be done, which is no failure: it can be arranged afresh.
  func held(
    in places: KeptPlaces, mostNodesWithLineLabels limit: Int
  ) async throws(DrawingError) -> (found: Found, isChanged: Bool)? {
    let tooMany = diagram.nodes.count > limit && hasLongLineLabels
    let rung = ladder.first { $0 == (tooMany ? .withoutLineLabels : .asAsked) } ?? .asAsked
    let writer = DOTWriter(diagram, rung: rung, style: places.style)
    do {
      let boxes = try await layout(of: writer.boxesOnly, names: writer.names, engine: .nop2)
      let held = HeldLayout(
        diagram, in: places,
        sizes: boxes.nodes.mapValues { NodeSize(width: $0.width, height: $0.height) })
      guard held.layout.losses(from: diagram, drawn: rung).isEmpty else { return nil }
      let remarks = [rung.note(because: diagram.words(.moreBoxes, limit), in: diagram.words)]
        .compactMap(\.self)
      let page = PageWriter(
        diagram, layout: held.layout, rung: rung, style: places.style,
        notes: diagram.notes + remarks)
      let found = Found(page: page, dot: writer.text, remarks: remarks, faults: page.faults)
      return (found, held.isChanged)
    } catch {
      guard error.isAboutThePicture else {
        throw DrawingError(picture: diagram.name, reason: .graphviz(error))
      }
      return nil
    }
  }

  /// Whether a line carries more than a number or a word, which is all that people find again in a
  /// large picture.
  private var hasLongLineLabels: Bool { diagram.edges.contains { ($0.label?.count ?? 0) > 8 } }

  /// Large diagrams never fit on a page, and each layout of them takes long.
  private var styles: ArraySlice<LayoutStyle> {
    diagram.nodes.count > 120 ? LayoutStyle.all.suffix(1) : LayoutStyle.all[...]
  }

  /// Columns come first where the levels of the diagram can be some.
  ///
  /// Text on a line between two boxes of one column would go into a rank of its own before it.
  private var columnStyles: [LayoutStyle] {
    let rung = ladder[place]
    guard rung.hasGroups, let columns = LevelColumns(of: diagram) else { return [] }
    return rung.hasEdgeLabels && columns.hasTextOnLines(within: diagram) ? [] : LayoutStyle.columns
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
      return found(layout, rung, style, dot)
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
          return found(layout, rung, style, dot)
        }
        fail(rung, diagram.words(losses[0].phrase), "it lost \(counted(losses))")
      } catch {
        guard error.isAboutThePicture else {
          throw DrawingError(picture: diagram.name, reason: .graphviz(error))
        }
        fail(rung, diagram.words(error.shortly), "\(error)")
      }
      place += 1
    }
    throw DrawingError(picture: diagram.name, reason: .exhausted(attempts))
  }

  private func found(_ layout: Layout, _ rung: Rung, _ style: LayoutStyle, _ dot: String) -> Found {
    let remarks = [rung.note(because: reason, in: diagram.words)].compactMap(\.self)
    let page = PageWriter(
      diagram, layout: layout, rung: rung, style: style, notes: diagram.notes + remarks)
    return Found(page: page, dot: dot, remarks: remarks)
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
  fileprivate var shortly: Phrase {
    switch self {
    case .timedOut: .graphvizTooLong
    case .workerDied: .graphvizBrokeOff
    default: .graphvizFailed
    }
  }
}
