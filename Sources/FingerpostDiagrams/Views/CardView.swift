public import FingerpostModel

/// One service on a page: who can refer, for whom, how, what happens next, how long it takes, and where
/// families go after.
public struct CardView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that its pages answer.
  public var question: Phrase { .cardQuestion }

  /// Draws up a page for each service of which the map says more than its name.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard !map.services.isEmpty else { return .nothing(because: .noService) }
    let routes = RoutesByService(map)
    let pages = map.services.compactMap { service -> Diagram? in
      var page = CardPage(map, setting, of: service, routes: routes.of(service.id))
      return page.saysMore ? page.build() : nil
    }
    return pages.isEmpty ? .nothing(because: .onlyNamesOfServices) : .pages(pages)
  }

  /// The name of the page of a service.
  public static func pageName(of service: Service.ID) -> String { "card-\(service)" }
}

/// The routes that touch each service.
private struct RoutesByService {
  private var routes: [Service.ID: [Route]] = [:]

  init(_ map: SystemMap) {
    for route in map.routes {
      for end in Set([route.from, route.to]) { routes[end, default: []].append(route) }
    }
  }

  func of(_ service: Service.ID) -> [Route] { routes[service, default: []] }
}

/// The card of one service while it is drawn up.
private struct CardPage {
  let map: SystemMap
  let service: Service
  let routes: [Route]
  var frame: PageFrame
  let facts: CardFacts

  init(_ map: SystemMap, _ setting: ViewSetting, of service: Service, routes: [Route]) {
    self.map = map
    self.service = service
    self.routes = routes
    frame = PageFrame(map, setting)
    facts = CardFacts(of: service, routes: routes, in: frame)
  }

  private var theme: Theme { frame.theme }
  private var words: Words { frame.words }

  /// Whether there is anything to read on it beside the name.
  var saysMore: Bool {
    !routes.isEmpty || !facts.sections.isEmpty || service.description != nil
  }

  mutating func build() -> Diagram {
    let neighbours = neighbours
    var groups = Set(neighbours.map(\.group)).sorted().map { id in
      theme.group(id: id, label: words(Side(rawValue: id)?.heading ?? .worksWith), level: nil)
    }
    let card = card
    let sides = frame.draw(neighbours, around: card.id) { _ in Self.boxesOfASide }
    var nodes = [card] + sides.nodes
    var edges = sides.edges
    for side in [Side.before, .after] {
      let isEmpty = !neighbours.contains { $0.group == side.rawValue }
      let isOpen = side == .before && service.entry == .open
      guard isEmpty || isOpen && !neighbours.contains(where: { $0.end == .families }) else {
        continue
      }
      if isEmpty {
        groups.append(theme.group(id: side.rawValue, label: words(side.heading), level: nil))
      }
      let stub = isOpen ? familiesThemselves() : unsaid(side)
      frame.use(
        50, .edge(theme.membership), words(isOpen ? .comeByThemselvesLegend : .noRouteLegend))
      nodes.append(stub)
      edges.append(
        Diagram.Edge(
          id: stub.id, tail: side == .before ? stub.id : card.id,
          head: side == .before ? card.id : stub.id, style: theme.membership,
          title: words(
            .named,
            [
              "name": words(
                .titled, ["name": service.name, "what": words(side.heading).lowercasedFirst]),
              "value": stub.label.joined(separator: ", "),
            ])))
    }
    let names = ["service": service.name]
    return frame.diagram(
      CardView.pageName(of: service.id), subtitle: words(.cardSubtitle, names),
      summary: words(.cardSummary, names), questions: facts.questions,
      groups: groups.sorted { $0.id < $1.id }, nodes: nodes, edges: edges)
  }

  // MARK: - The card itself

  private var card: Diagram.Node {
    mutating get {
      let status = frame.status(of: service)
      var node = frame.box(for: service.id, id: service.id.rawValue)
      node.link = nil
      node.style = theme.card(node.style)
      frame.use(11, .node(node.style), words(.cardLegend))
      node.label = [service.name]
      let levels = (service.intensity ?? []).compactMap { map.rank(of: $0) }.sorted()
      let small = [
        service.kind.map { map.name(of: $0) }.flatMap { $0 == service.name ? nil : $0 },
        frame.sector(of: service).map { words.shortLabel($0) },
        levels.isEmpty ? nil : words.list(levels.map { map.intensities[$0].name }).lowercasedFirst,
      ].compactMap(\.self)
      if !small.isEmpty { node.label.append(small.joined(separator: " · ")) }
      if let others = service.alsoKnownAs, !others.isEmpty {
        node.label.append(words(.alsoKnownAs, ["names": others.joined(separator: "; ")]))
      }
      if let text = service.description { node.label.append(text) }
      node.sections = notLive(status) + facts.sections
      if node.sections.isEmpty {
        node.sections = [Diagram.Section(words(.mapDoesNotSayLegend), [words(.cardNothingStated)])]
      }
      return node
    }
  }

  /// What stands at the top of the card of a service that families cannot use, or soon cannot.
  private func notLive(_ status: Status?) -> [Diagram.Section] {
    switch status {
    case .planned:
      [
        Diagram.Section(
          words(.cardPlanned), line(.cardOpensOn, service.from))
      ]
    case .paused: [Diagram.Section(words(.cardPaused), line(.cardUntil, service.until))]
    case .closed: [Diagram.Section(words(.cardClosed), line(.cardClosedOn, service.until))]
    case .active, nil:
      service.until.map { [Diagram.Section(words(.cardCloses), line(.cardClosesOn, $0))] } ?? []
    }
  }

  private func line(_ phrase: Phrase, _ date: CalendarDate?) -> [String] {
    date.map { [words(phrase, ["date": words.date($0)])] } ?? []
  }

  // MARK: - Before and after

  /// Where boxes stand beside the card; the letters sort.
  private enum Side: String {
    case before = "a"
    case after = "b"
    /// Neither sends families nor takes them.
    case beside = "c"

    var heading: Phrase {
      switch self {
      case .before: .whoCanRefer
      case .after: .whereFamiliesGo
      case .beside: .worksWith
      }
    }
  }

  /// With more boxes on a side, those of which the same is said share one; looked at.
  private static let boxesOfASide = 9

  /// Every route of the service, each with one neighbour: what leads to the card before it, what leads
  /// on after it, and word between the two on whichever line there is.
  private var neighbours: [Neighbour] {
    func leads(_ route: Route) -> Bool { route.kind.movesFamily || route.kind == .signposting }
    var result: [Neighbour] = []
    let ends = Dictionary(grouping: routes) { $0.to == service.id ? $0.from : $0.to }
    for (end, routes) in ends {
      let arriving = routes.filter { $0.to == service.id }
      let leaving = routes.filter { $0.to != service.id }
      let goesOn = leaving.filter(leads)
      let isBefore = arriving.contains(where: leads)
      if isBefore {
        let back = leaving.filter { !leads($0) }
        result.append(neighbour(end, .before, along: arriving, back: back))
        if !goesOn.isEmpty { result.append(neighbour(end, .after, along: goesOn, back: [])) }
      } else {
        result.append(
          neighbour(end, goesOn.isEmpty ? .beside : .after, along: leaving, back: arriving))
      }
    }
    return result.sorted { order($0) < order($1) }
  }

  /// Families first, then what moves a family, then by name, as people look for it.
  private func order(_ neighbour: Neighbour) -> (Int, Int, String, Service.ID) {
    let isFamilies = neighbour.end == .families
    let moves = neighbour.along.contains { $0.kind.movesFamily }
    return (isFamilies ? 0 : 1, moves ? 0 : 1, frame.name(of: neighbour.end), neighbour.end)
  }

  private func neighbour(
    _ end: Service.ID, _ side: Side, along: [Route], back: [Route]
  ) -> Neighbour {
    var lines = along.sorted { $0.rankOfKind < $1.rankOfKind }.flatMap { frame.lines(about: $0) }
    if !back.isEmpty {
      let kinds = Set(back.map(\.kind)).sorted().map { words.label($0) }
      lines.append(words(.backAgain, ["kinds": words.list(kinds)]))
    }
    return Neighbour(
      end: end, group: side.rawValue, isBefore: side == .before, along: along, back: back,
      lines: lines)
  }

  /// Families who come by themselves to a service that is open to all, where no route says so.
  private mutating func familiesThemselves() -> Diagram.Node {
    frame.use(13, .node(theme.families), words(.familiesBox))
    return Diagram.Node(
      // Before all others of its group.
      id: "\(Side.before.rawValue) 0",
      label: [words(.familiesBox), words(.openToAll)], style: theme.families,
      group: Side.before.rawValue, title: words(.familiesThemselves))
  }

  /// What stands on a side of which the map states no route.
  private mutating func unsaid(_ side: Side) -> Diagram.Node {
    let text = words(
      !map.saysRoutes
        ? .mapDoesNotSayLegend : side == .before ? .noRouteToIt : .noRouteFromIt)
    frame.use(15, .node(theme.unsaid), words(.mapDoesNotSayLegend))
    return Diagram.Node(
      id: "\(side.rawValue) nobody", label: [text], style: theme.unsaid, group: side.rawValue,
      title: text)
  }
}
