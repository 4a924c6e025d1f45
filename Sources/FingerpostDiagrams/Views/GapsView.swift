import FingerpostAnalysis
public import FingerpostModel

/// Everything that is missing, dashed and numbered on a quiet map of the system: help for families,
/// routes, and seats on boards.
///
/// What the map does not say is never drawn as missing; it is counted in one line.
public struct GapsView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the pages answer.
  public var question: Phrase { .gapsQuestion }

  /// Missing seats and routes come from rules.
  public var usesFindings: Bool { true }

  /// Families without help come from coverage.
  public var usesCoverage: Bool { true }

  /// Draws up the pages: one, or several where there are many gaps.
  ///
  /// - Complexity: That of the changes for each combination without help.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard setting.date ?? map.asOf != nil else { return .nothing(because: .noDate) }
    let marks = GapMark.all(of: map, in: setting)
    guard !marks.isEmpty else { return .nothing(because: .noGapFound) }
    let pages = (marks.count + Self.mostOnAPage - 1) / Self.mostOnAPage
    let perPage = (marks.count + pages - 1) / pages
    return .pages(
      (0..<pages).map { page in
        let numbers = (page * perPage)..<min(marks.count, (page + 1) * perPage)
        let name = ViewName.gaps.rawValue + (page == 0 ? "" : "-\(page + 1)")
        var builder = GapsPage(map, setting)
        return builder.build(
          named: name, numbers.map { ($0 + 1, marks[$0]) }, ofAll: marks.count)
      })
  }

  /// The rules whose findings say that a seat is missing, empty or left by its holder.
  ///
  /// Those about how seats are shared out, or about quorum, say nothing of a seat that is not there.
  package static let rulesAboutSeats: Set<String> = [
    "board-minimum-functions", "board-recommended-sectors", "board-parent-carer-voice",
    "board-commissioner-link", "guideline-group-four-stakeholders", "seat-vacant",
    "seat-term-ended",
  ]

  /// The rules whose findings say that a route is missing, and what is missing at the service that
  /// they are about, or the other way along the route.
  ///
  /// Those about what is wrong with a route that is there are not among them; and families without
  /// help are drawn from coverage, which knows what would help them.
  package static let rulesAboutRoutes: [String: Phrase] = [
    "step-up-route": .missingStepUp,
    "step-down-route": .missingStepDown,
    "step-out-route": .missingStepOut,
    "step-up-without-return": .missingStepDown,
    "community-route-for-all": .missingWayOn,
    "referral-source-coverage": .missingReferrers,
    "referrer-feedback-edge": .missingWayOn,
    "signpost-only-route": .missingWayOn,
    "unreachable-service": .missingWayTo,
    "isolated-service": .missingWayTo,
    "dead-end": .missingWayOn,
    "exclusion-has-onward-route": .missingOnward,
    "exclusion-chain-dead-end": .missingOnward,
    "severe-illness-redirect": .missingOnward,
    "substance-route": .missingOnward,
  ]

  /// With more gaps than these the small print leaves no room for the picture.
  static let mostOnAPage = 10
}

/// A page of gaps while it is drawn up.
private struct GapsPage {
  let map: SystemMap
  let setting: ViewSetting
  var frame: PageFrame
  var groups: [Diagram.Group] = []
  var nodes: [Diagram.Node] = []
  var edges: [Diagram.Edge] = []

  init(_ map: SystemMap, _ setting: ViewSetting) {
    self.map = map
    self.setting = setting
    frame = PageFrame(map, setting)
  }

  private var theme: Theme { setting.theme }
  private var words: Words { setting.words }

  mutating func build(
    named name: String, _ marks: [(number: Int, mark: GapMark)], ofAll all: Int
  ) -> Diagram {
    let (shown, leftOut) = partOfMap(near: marks.map(\.mark))
    addBackground(shown)
    for (number, mark) in marks { add(mark, number) }

    func count(_ kind: GapMark.Kind) -> Int { marks.count { $0.mark.kind == kind } }
    let counted: [(Int, Phrase)] = [
      (count(.help), .groupsWithoutHelp), (count(.route), .routes), (count(.seat), .seats),
    ]
    let words = self.words
    func remark(_ number: Int, _ mark: GapMark) -> String {
      words(.gapTitle, ["gap": words(.gapNumber, number), "what": mark.text])
    }
    var remarks = marks.map { remark($0, $1) }
    if all > marks.count, let first = marks.first, let last = marks.last {
      let numbers = ["from": first.number, "to": last.number, "all": all]
      remarks.append(words(.gapsOnOtherPages, numbers.mapValues { String($0) }))
    }
    if let leftOut { remarks.append(leftOut) }
    var diagram = frame.diagram(
      name,
      subtitle: words(
        .gapsSubtitle,
        ["what": words.list(counted.filter { $0.0 > 0 }.map { words($0.1, $0.0) })]),
      summary: words(.gapsSummary, marks.count), questions: questions, remarks: remarks,
      groups: groups, nodes: nodes, edges: edges)
    diagram.foreignNotes = marks.filter { $0.mark.isForeign }.map { remark($0, $1) }
    return diagram
  }

  /// What is not drawn because the map does not say.
  private var questions: [String] {
    let unsaid = setting.coverage?.answers().count { $0 == .notStated } ?? 0
    let seats = map.boards.flatMap { $0.seats ?? [] }.count { !$0.member.isStated }
    return [
      unsaid == 0 ? "" : words(.combinationsUnsaid, unsaid),
      seats == 0 ? "" : words(.whoHoldsSomeSeats, seats),
    ]
  }

  // MARK: - The map behind

  /// How many services stand on a sheet so that people can read them, with the small print of gaps.
  private static let mostServices = 24
  /// How many of them the column of a board leaves no room for.
  private static let servicesForAColumn = 6

  /// The part of the map that fits on a sheet with gaps: all of it, or what is within two hand-offs of
  /// a gap, or one, or none; and what to say of the rest.
  private func partOfMap(near marks: [GapMark]) -> (map: SystemMap, leftOut: String?) {
    let touched = marks.flatMap(\.services)
    let boards = Set(marks.map(\.place).filter { if case .seat = $0 { true } else { false } })
    let room = Self.mostServices - marks.count - boards.count * Self.servicesForAColumn
    guard map.services.count > room else { return (map, nil) }
    let graph = RouteGraph(of: map).restrictedToMovingRoutes()
    for hops in [2, 1, 0] {
      let near = Set(graph.neighbourhood(of: touched, hops: hops).map(\.id))
      let services = map.services.filter { near.contains($0.id) }
      guard services.count <= room || hops == 0 else { continue }
      var part = map
      part.services = Elements(services)
      part.routes = Elements(
        map.routes.filter { near.contains($0.from) && near.contains($0.to) })
      let left = map.services.count - services.count
      return (
        part,
        hops == 0
          ? words(.onlyAtGaps, left)
          : words(.onlyNearGaps, left, ["hops": words(.handOffs, hops)])
      )
    }
    return (map, nil)
  }

  private mutating func addBackground(_ part: SystemMap) {
    guard let page = SystemView().pages(of: part, in: setting).diagrams.first else { return }
    groups = page.groups
    nodes = page.nodes.map { node in
      var node = node
      node.style = theme.aside(node.style)
      return node
    }
    edges = page.edges.map { edge in
      var edge = edge
      edge.style = theme.aside(edge.style)
      // Dashes are for what is missing.
      edge.style.stroke = isLive(edge) ? .solid : .dotted
      edge.label = nil
      return edge
    }
    frame.use(20, .node(theme.aside(theme.box(for: nil))), words(.quietBoxLegend))
    if let live = edges.first(where: { $0.style.stroke == .solid }) {
      frame.use(21, .edge(plain(live.style)), words(.quietLineLegend))
    }
    if let other = edges.first(where: { $0.style.stroke == .dotted }) {
      frame.use(22, .edge(plain(other.style)), words(.plannedOrPaused))
    }
  }

  /// The look of a line in the legend, whatever its kind.
  private func plain(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    var plain = theme.aside(theme.line(for: .referral))
    plain.stroke = style.stroke
    return plain
  }

  /// Whether a route of a line is in use; the line names its routes.
  private func isLive(_ edge: Diagram.Edge) -> Bool {
    edge.id.split(separator: " + ").contains { id in
      guard let route = map.routes[Route.ID(String(id))] else { return true }
      let status = (setting.date ?? map.asOf).flatMap { route.status(on: $0) } ?? route.status
      return status ?? .active == .active
    }
  }

  /// The level after those of the services.
  private var nextLevel: Int { (groups.compactMap(\.level).max() ?? -1) + 1 }

  private mutating func putGroup(_ id: String, _ label: String) {
    guard !groups.contains(where: { $0.id == id }) else { return }
    groups.append(theme.group(id: id, label: label, level: nextLevel))
  }

  /// A service that a gap names stands on the page, whatever the view of the system shows.
  private mutating func putService(_ id: Service.ID) {
    guard !nodes.contains(where: { $0.id == id.rawValue }) else { return }
    if id == .families {
      nodes.append(
        Diagram.Node(
          id: id.rawValue, label: [words(.familiesBox)], style: theme.aside(theme.families),
          title: words(.familiesThemselves)))
    } else {
      var node = frame.node(for: id.named())
      node.style = theme.aside(node.style)
      nodes.append(node)
    }
  }

  // MARK: - Gaps

  private mutating func add(_ mark: GapMark, _ number: Int) {
    let gap = words(.gapNumber, number)
    let id = "gap \(number)"
    switch mark.place {
    case .line(let from, let to):
      putService(from)
      putService(to)
      frame.use(1, .edge(theme.missingLine), words(.missingRouteLegend))
      edges.append(
        Diagram.Edge(
          id: id, tail: from.rawValue, head: to.rawValue, style: theme.missingLine, label: gap,
          title: words(
            .missingRouteTitle,
            ["gap": gap, "from": frame.name(of: from), "to": frame.name(of: to)]),
          weight: 4))
    case .box(let services):
      // The level is that of the column; boards stand after it.
      putGroup("missing", words(.whatIsMissing))
      addBox(id, gap, mark, in: "missing")
      for service in services {
        putService(service)
        let title = words(
          .gapJoinTitle,
          ["gap": gap, "service": frame.name(of: service)])
        edges.append(
          Diagram.Edge(
            id: "\(id) at \(service)", tail: service.rawValue, head: id, style: theme.membership,
            title: title, weight: 4))
      }
    case .seat(let board):
      putGroup(
        "board \(board)",
        words(.seatsMissingOn, ["board": map.boards[board]?.name ?? board.rawValue]))
      addBox(id, gap, mark, in: "board \(board)")
    }
  }

  private mutating func addBox(
    _ id: String, _ gap: String, _ mark: GapMark, in group: Diagram.Group.ID
  ) {
    frame.use(0, .node(theme.ghost), words(.gapLegend))
    nodes.append(
      Diagram.Node(
        id: id, label: [gap] + mark.label, style: theme.ghost, group: group,
        title: words(.gapTitle, ["gap": gap, "what": mark.label.joined(separator: ", ")])))
  }
}
