public import FingerpostModel

/// Every service, in columns by intensity and coloured by sector, and every route by kind.
public struct SystemView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: Phrase { .systemQuestion }

  /// Draws up the page.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard !map.services.isEmpty else { return .nothing(because: .noService) }
    var page = SystemPage(map, setting, groupedBy: .intensity, colouredBy: .sector)
    return .pages([page.build()])
  }
}

/// A page of services in groups, and the routes between them, while it is drawn up.
struct SystemPage {
  let map: SystemMap
  let setting: ViewSetting
  let grouping: ServiceTrait?
  private let traits: ServiceTraits
  private let colours: TraitColours
  private let facets: ServiceFacets
  private var frame: PageFrame
  private var groups: [Diagram.Group] = []
  private var nodes: [Diagram.Node] = []
  private var edges: [Diagram.Edge] = []
  private var labelsFit = false
  /// The kinds of route whose lines can be seen, and those whose arrows stand where something comes
  /// back.
  private var shown: Set<RouteKind> = []
  private var shownComingBack: Set<RouteKind> = []

  /// A page of all services and routes of a map, which may be a part of a larger one.
  init(
    _ map: SystemMap, _ setting: ViewSetting, groupedBy grouping: ServiceTrait?,
    colouredBy colouring: ServiceTrait?
  ) {
    self.map = map
    self.setting = setting
    self.grouping = grouping
    traits = ServiceTraits(map: map, words: setting.words, date: setting.date ?? map.asOf)
    colours = TraitColours(colouring, traits)
    frame = PageFrame(map, setting)
    facets = ServiceFacets(map, setting.words)
  }

  private var theme: Theme { setting.theme }
  private var words: Words { setting.words }
  private var date: CalendarDate? { setting.date ?? map.asOf }

  /// The page of a whole map.
  mutating func build() -> Diagram {
    let routes = map.routes.count
    let counts = [
      "services": words(.services, map.services.count), "routes": words(.routes, routes),
    ]
    let summary: Phrase =
      switch (!isGrouped, routes == 0) {
      case (true, true): .systemSummaryWithoutRoutes
      case (true, false): .systemSummary
      case (false, true): .systemSummaryByLevelWithoutRoutes
      case (false, false): .systemSummaryByLevel
      }
    return build(
      "system",
      subtitle: words(
        routes == 0 ? .systemSubtitleWithoutRoutes : .systemSubtitle, counts),
      summary: words(summary, counts))
  }

  /// The page under a name, with remarks of its own before those about its lines.
  mutating func build(
    _ name: String, subtitle: String, summary: String, remarks: [String] = []
  ) -> Diagram {
    addGroups()
    // The legend has the values in their order, and what the map does not say last.
    if colours.trait != .sector { for service in colours.inOrder { addColour(of: service) } }
    for service in map.services { add(service) }
    addEndsBeyondTheMap()
    addRoutes()
    var diagram = frame.diagram(
      name, subtitle: subtitle, summary: summary, questions: questions,
      remarks: remarks + self.remarks, groups: groups, nodes: nodes, edges: edges)
    diagram.boxesNoun = .services
    diagram.linesNoun = .routes
    diagram.lineNotes = self.remarks
    return diagram
  }

  /// What the page cannot show because nobody stated it; a service outside the boxes has no level.
  private var questions: [String] {
    let shown = [grouping, colours.trait == grouping ? nil : colours.trait].compactMap(\.self)
    return shown.compactMap { traits.question($0) }
  }

  /// What people should know about the lines.
  private var remarks: [String] {
    let pairs = Dictionary(grouping: map.routes) { [$0.from, $0.to] }
    guard pairs.values.contains(where: { $0.count > 1 }) else { return [] }
    return [words(.strongestArrow)]
  }

  // MARK: - Services

  private mutating func addGroups() {
    guard let grouping else { return }
    for value in Set(map.services.compactMap { traits.value(grouping, of: $0) }).sorted() {
      groups.append(
        theme.group(
          id: value.id, label: value.name, level: grouping == .intensity ? value.rank : nil))
    }
  }

  private var isGrouped: Bool {
    map.services.contains { service in
      grouping.map { traits.value($0, of: service) != nil } ?? false
    }
  }

  /// Adds the colour of a service's box to the legend.
  private mutating func addColour(of service: Service) {
    guard let look = colours.look(of: service) else { return }
    let status = colours.trait == .status ? traits.status(of: service) : nil
    frame.use(10, .node(theme.box(for: look.sector, status: status)), look.legend)
  }

  private mutating func add(_ service: Service) {
    let status = traits.status(of: service)
    var style = theme.box(for: colours.look(of: service)?.sector, status: status)
    addColour(of: service)
    // Where colours tell the status, boxes and legend say it in this way alone.
    let mark = colours.trait == .status ? nil : words.mark(status)
    if let mark {
      frame.use(12, .node(theme.box(for: nil, status: status)), mark.capitalisedFirst)
    }
    if map.focus?.contains(service.id) == true {
      style = theme.focal(style)
      frame.use(
        11, .node(theme.focal(theme.box(for: nil, status: status))),
        words.mark(status).map { words(.focalServiceOfStatus, ["status": $0]) }
          ?? words(.focalService))
    }
    var small: [String] = []
    if let told = colours.words(of: service) { small.append(told) }
    if let mark { small.append(mark) }
    let levels = (service.intensity ?? []).compactMap { map.rank(of: $0) }.sorted()
    if levels.count > 1, grouping == .intensity || colours.trait == .intensity {
      small.append(
        words(
          .alsoAtLevels,
          ["levels": words.list(levels.dropFirst().map { map.intensities[$0].name.lowercased() })]))
    }
    let group = grouping.flatMap { traits.value($0, of: service)?.id }
    nodes.append(
      Diagram.Node(
        id: service.id.rawValue,
        label: [service.name] + (small.isEmpty ? [] : [small.joined(separator: " · ")]),
        style: style, group: group,
        title: ([words.titled(service.name, .aService)] + small).joined(separator: ", "),
        link: setting.card(service.id), facets: facets.of(service),
        meanings: frame.takeMeanings()))
  }

  /// Families, services of other maps, and what routes name but the map does not hold.
  private mutating func addEndsBeyondTheMap() {
    var seen: Set<Service.ID> = []
    for end in map.routes.flatMap({ [$0.from, $0.to] }).sorted()
    where map.services[end] == nil && seen.insert(end).inserted {
      if end == .families {
        nodes.append(
          Diagram.Node(
            id: end.rawValue, label: [words(.familiesBox)], style: theme.families,
            title: words(.familiesThemselves), meanings: [words(.familiesBox)]))
        frame.use(13, .node(theme.families), words(.familiesBox))
      } else {
        let name = frame.name(of: end)
        frame.use(13, .node(theme.ghost), words(.notOnThisMapLegend))
        nodes.append(
          Diagram.Node(
            id: end.rawValue, label: [name], style: theme.ghost, title: name.capitalisedFirst,
            meanings: frame.takeMeanings()))
      }
    }
  }

  // MARK: - Routes

  /// The routes of a map between two ends, in both directions.
  private struct Ends: Hashable, Comparable {
    let first: Service.ID
    let second: Service.ID

    static func < (a: Ends, b: Ends) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// One line for each two ends, whatever runs between them.
  ///
  /// Few lines that carry much can be followed, many cannot. An arrow head stands where a route arrives and has the look of its kind.
  private mutating func addRoutes() {
    let byEnds = Dictionary(grouping: map.routes) {
      Ends(first: min($0.from, $0.to), second: max($0.from, $0.to))
    }
    labelsFit = map.services.count <= Self.labelledServices && byEnds.count <= Self.labelledLines
    for ends in byEnds.keys.sorted() {
      let routes = byEnds[ends, default: []].sorted { ($0.strength, $0.id) < ($1.strength, $1.id) }
      guard let strongest = routes.first else { continue }
      add(
        routes.filter { $0.from == strongest.from }, back: routes.filter { $0.to == strongest.from }
      )
    }
    for kind in shownComingBack.subtracting(shown).sorted() {
      frame.use(
        30 + rank(of: kind), .edge(theme.wayBack(of: kind)),
        words(.onTheWayBack, ["kind": words.label(kind).capitalisedFirst]))
    }
  }

  /// Adds a line for routes of which the first is the strongest, and for those that lead back.
  private mutating func add(_ routes: [Route], back: [Route]) {
    let all = routes + back
    let isLive = all.contains { words.mark(status(of: $0)) == nil }
    var style = theme.line(for: routes[0].kind)
    let kind = routes[0].kind
    frame.use(20 + rank(of: kind), .edge(style), words.label(kind).capitalisedFirst)
    shown.insert(kind)
    if let kind = back.first?.kind {
      style.tail = theme.line(for: kind).head
      shownComingBack.insert(kind)
    }
    if !isLive {
      style = theme.notLive(style)
      frame.use(42, .edge(theme.notLive(theme.line(for: .referral))), words(.plannedOrPaused))
    }
    edges.append(
      Diagram.Edge(
        id: all.map(\.id.rawValue).joined(separator: " + "), tail: routes[0].from.rawValue,
        head: routes[0].to.rawValue, style: style, label: label(of: all),
        title: all.map { title(of: $0) }.joined(separator: "; "),
        weight: routes[0].kind.movesFamily ? 2 : 1,
        carries: Diagram.Carried(along: routes.count, back: back.count),
        meanings: frame.takeMeanings()))
  }

  private func status(of route: Route) -> Status? {
    date.flatMap { route.status(on: $0) } ?? route.status
  }

  private func rank(of kind: RouteKind) -> Int { RouteKind.allCases.firstIndex(of: kind) ?? 0 }

  /// The text on a line in a picture small enough to have any.
  private func label(of routes: [Route]) -> String? {
    guard labelsFit else { return nil }
    let kinds = Array(Set(routes.map(\.kind))).sorted().map { words.label($0) }
    let steps = Array(Set(routes.compactMap(\.step))).sorted().map { words.label($0) }
    if kinds.count > 1 {
      return words(.severalRoutes, routes.count, ["kinds": words.list(kinds)])
        + (steps.isEmpty ? "" : " (\(words.list(steps)))")
    }
    return steps.isEmpty ? nil : words.list(steps)
  }

  /// Text on lines costs room: looked at, it stays readable up to about this many services and
  /// lines.
  private static let labelledServices = 25
  private static let labelledLines = 16

  private func name(of end: Service.ID) -> String {
    if end == .families { return words(.families) }
    return map.services[end]?.name ?? end.rawValue
  }

  private func title(of route: Route) -> String {
    var title = words(
      .routeTitle,
      [
        "kind": words.label(route.kind).capitalisedFirst, "from": name(of: route.from),
        "to": name(of: route.to),
      ])
    if let step = route.step { title += ", " + words(.aStep, ["step": words.label(step)]) }
    if let reasons = route.reasons, !reasons.isEmpty {
      title += " (\(reasons.map { words.label($0) }.joined(separator: "; ")))"
    }
    if let mark = words.mark(status(of: route)) { title += ", \(mark)" }
    return title
  }
}

extension Route {
  /// Its place among the routes between two ends: what moves a family comes first.
  fileprivate var strength: Int {
    switch kind {
    case .transfer: 0
    case .referral: 1
    case .selfReferral: 2
    case .jointWork: 3
    case .consultation: 4
    case .signposting: 5
    case .notification: 6
    case .feedback: 7
    }
  }
}
