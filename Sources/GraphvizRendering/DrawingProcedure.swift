package import FingerpostDiagrams

/// The steps from a diagram to its files: lay out, compare with what was asked, step down if
/// something is missing, put title and legend around it, write.
package struct DrawingProcedure: Sendable {
  private let host: any GraphvizHost
  private let fontProbe: FontProbe

  /// Prepares to draw with a host, whose font the probe knows or finds out.
  package init(host: any GraphvizHost, fontProbe: FontProbe = FontProbe()) {
    self.host = host
    self.fontProbe = fontProbe
  }

  /// Dots per inch of pictures of dots.
  private static let dotsPerInch = 192.0
  /// Most dots along a side.
  private static let mostDots = 8000.0
  /// With more nodes than this, text on lines only gets in the way.
  private static let mostNodesWithLineLabels = 25

  /// Draws a diagram in some formats.
  package func draw(
    _ diagram: Diagram, as formats: [OutputFormat], arranged: Arrangement = .fresh
  ) async throws(DrawingError) -> Drawing {
    try await drawing(of: try await laidOut(diagram, arranged), as: formats)
  }

  /// A diagram with everything in its place on a page.
  struct LaidOut: Sendable {
    let diagram: Diagram
    let found: LayoutSearch.Found
    let writer: PageWriter
    var drift: Drift?

    var isLegible: Bool { writer.page.fit == .legible }
  }

  /// Lays out a diagram; nothing is missing from what comes back.
  func laidOut(
    _ diagram: Diagram, _ arranged: Arrangement
  ) async throws(DrawingError) -> LaidOut {
    if let problem = diagram.contradiction {
      throw DrawingError(picture: diagram.name, reason: .inconsistent(problem))
    }
    guard let held = try await held(diagram, arranged) else { return try await fresh(diagram) }
    guard held.isChanged || arranged.isAfresh else { return held.laidOut }
    // What a fresh picture is like tells people when to ask for one.
    var fresh = try await fresh(diagram)
    var result = held.laidOut
    let drift = Drift(of: held.laidOut.writer, from: fresh.writer)
    result.drift = drift
    fresh.drift = drift
    // A picture that can be read is worth more than one that holds still.
    return arranged.isAfresh || drift.isBeyondThePage ? fresh : result
  }

  private func fresh(_ diagram: Diagram) async throws(DrawingError) -> LaidOut {
    var search = LayoutSearch(diagram, host: host)
    let found = try await search.best(mostNodesWithLineLabels: Self.mostNodesWithLineLabels)
    return LaidOut(diagram: diagram, found: found, writer: found.page)
  }

  /// The diagram in the places that an earlier picture had; `nil` when there are none for it.
  private func held(
    _ diagram: Diagram, _ arranged: Arrangement
  ) async throws(DrawingError) -> (laidOut: LaidOut, isChanged: Bool)? {
    guard let places = arranged.lock?.places(for: diagram) else { return nil }
    let search = LayoutSearch(diagram, host: host)
    guard
      let (found, isChanged) = try await search.held(
        in: places, mostNodesWithLineLabels: Self.mostNodesWithLineLabels)
    else { return nil }
    return (LaidOut(diagram: diagram, found: found, writer: found.page), isChanged)
  }

  /// Writes what has been laid out in some formats.
  func drawing(
    of laidOut: LaidOut, as formats: [OutputFormat]
  ) async throws(DrawingError) -> Drawing {
    let (diagram, found, writer) = (laidOut.diagram, laidOut.found, laidOut.writer)
    do {
      return Drawing(
        name: diagram.name,
        files: try await files(
          formats, of: diagram, writer, rung: writer.rung, layout: writer.layout, dot: found.dot),
        rung: writer.rung, remarks: found.remarks, warnings: try await fontProbe.warnings(host),
        passedOver: found.passedOver, page: writer.page,
        legibility: Legibility(of: writer, faults: found.faults), layout: writer.layout,
        dot: found.dot, places: KeptPlaces(writer), drift: laidOut.drift)
    } catch {
      throw DrawingError(picture: diagram.name, reason: .graphviz(error))
    }
  }

  private func files(
    _ formats: [OutputFormat], of diagram: Diagram, _ writer: PageWriter, rung: Rung,
    layout: Layout, dot: String
  ) async throws(GraphvizError) -> [OutputFormat: [UInt8]] {
    var files: [OutputFormat: [UInt8]] = [:]
    for format in OutputFormat.allCases where formats.contains(format) {
      switch format {
      case .dot:
        files[format] = Array(dot.utf8)
      case .svg:
        let parts = SVGPartCatalogue(
          diagram, names: DOTNames(of: diagram), rung: rung, layout: layout, texts: writer.texts,
          samples: writer.sampleCount)
        let bytes = try await written(writer.dot(), as: .svg)
        files[format] = try AccessibleSVG(diagram, parts: parts).rewrite(bytes)
      case .pdf:
        files[format] = DeterministicPDF.removingDate(
          from: try await written(writer.dot(), as: .pdf))
      case .png:
        let page = writer.page
        let longest = max(page.width, page.height) * page.scale / 72
        let dotsPerInch = min(Self.dotsPerInch, Self.mostDots / max(longest, 1))
        files[format] = try await written(writer.dot(dotsPerInch: dotsPerInch), as: .png)
      }
    }
    return files
  }

  private func written(
    _ dot: String, as format: GraphvizFormat
  ) async throws(GraphvizError) -> [UInt8] {
    let job = GraphvizJob(dot: dot, engine: .nop2, formats: [format])
    guard let bytes = try await host.result(of: job).files.first, !bytes.isEmpty else {
      throw .renderingFailed(format: format.rawValue, messages: "the file is empty")
    }
    return bytes
  }
}

extension Diagram {
  /// What makes the diagram contradict itself; `nil` when it does not.
  fileprivate var contradiction: String? {
    var nodeIDs: Set<Node.ID> = []
    for node in nodes where !nodeIDs.insert(node.id).inserted {
      return "two of its boxes have the id '\(node.id)'"
    }
    var groupIDs: Set<Group.ID> = []
    for group in groups where !groupIDs.insert(group.id).inserted {
      return "two of its groups have the id '\(group.id)'"
    }
    for node in nodes {
      if let group = node.group, !groupIDs.contains(group) {
        return "the box '\(node.id)' stands in the group '\(group)', which it does not hold"
      }
    }
    var edgeIDs: Set<Edge.ID> = []
    for edge in edges {
      guard edgeIDs.insert(edge.id).inserted else {
        return "two of its lines have the id '\(edge.id)'"
      }
      for end in [edge.tail, edge.head] where !nodeIDs.contains(end) {
        return "the line '\(edge.id)' ends at '\(end)', which it does not hold"
      }
    }
    return nil
  }
}
