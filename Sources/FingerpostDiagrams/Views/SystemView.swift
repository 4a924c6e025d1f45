public import FingerpostModel

/// Every service, in columns by intensity and coloured by sector, and every route by kind.
public struct SystemView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: String { "What is there, and how do families move between services?" }

  /// Draws up the page.
  public func page(of map: SystemMap, in setting: ViewSetting) -> ViewPage {
    guard !map.services.isEmpty else { return .nothing(because: "the map states no service") }
    var builder = SystemPage(map, setting)
    return .diagram(builder.build())
  }
}

/// The system view of one map while it is drawn up.
private struct SystemPage {
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
  private var date: CalendarDate? { setting.date ?? map.asOf }

  mutating func build() -> Diagram {
    addGroups()
    for service in map.services { add(service) }
    addEndsBeyondTheMap()
    addRoutes()
    let routes = map.routes.count
    return frame.diagram(
      .system,
      subtitle: "What is there: \(map.services.count.of("service")) and \(routes.of("route"))",
      summary: "\(map.services.count.of("service")) in columns from the least to the most "
        + "intensive, and \(routes.of("route")) between them.",
      questions: questions, groups: groups, nodes: nodes, edges: edges)
  }

  /// What the page cannot show because nobody stated it.
  private var questions: [String] {
    let unlevelled = map.services.count { $0.intensity == nil }
    let unsectored = map.services.count { sector(of: $0) == nil }
    let all = map.services.count
    return [
      unlevelled == 0
        ? ""
        : "at which level \(unlevelled == all ? "the services work" : unlevelled.of("service") + (unlevelled == 1 ? " works" : " work"))",
      unsectored == 0
        ? "" : "which sector runs \(unsectored == all ? "the services" : unsectored.of("service"))",
    ]
  }

  // MARK: - Services

  private mutating func addGroups() {
    guard map.services.contains(where: { $0.intensity?.isEmpty == false }) else { return }
    for (rank, level) in map.intensities.enumerated()
    where map.services.contains(where: { self.rank(of: $0) == rank }) {
      groups.append(theme.group(id: level.id.rawValue, label: level.name, level: rank))
    }
    if map.services.contains(where: { rank(of: $0) == nil }) {
      groups.append(
        theme.group(
          id: Self.levelNotStated, label: "Level not stated", level: map.intensities.count))
    }
  }

  private static let levelNotStated = "level not stated"

  /// The lowest level at which the service works.
  private func rank(of service: Service) -> Int? {
    service.intensity?.compactMap { map.rank(of: $0) }.min()
  }

  private func sector(of service: Service) -> Sector? {
    service.organisation.flatMap { map.organisations[$0]?.sector }
  }

  private mutating func add(_ service: Service) {
    let sector = sector(of: service)
    let status = date.flatMap { service.status(on: $0) } ?? service.status
    var style = theme.box(for: sector, status: status)
    frame.use(
      10, .node(theme.box(for: sector)),
      sector.map { $0.label.capitalisedFirst } ?? "Sector not stated")
    if let mark = status?.mark {
      frame.use(12, .node(theme.box(for: nil, status: status)), mark.capitalisedFirst)
    }
    if map.focus?.contains(service.id) == true {
      style = theme.focal(style)
      frame.use(11, .node(theme.focal(theme.box(for: nil))), "Focal service")
    }
    var small: [String] = []
    if let sector { small.append(sector.shortLabel) }
    if let mark = status?.mark { small.append(mark) }
    let levels = (service.intensity ?? []).compactMap { map.rank(of: $0) }.sorted()
    if levels.count > 1 {
      small.append(
        "also " + levels.dropFirst().map { map.intensities[$0].name.lowercased() }.inProse)
    }
    let group =
      groups.isEmpty
      ? nil : rank(of: service).map { map.intensities[$0].id.rawValue } ?? Self.levelNotStated
    nodes.append(
      Diagram.Node(
        id: service.id.rawValue,
        label: [service.name] + (small.isEmpty ? [] : [small.joined(separator: " · ")]),
        style: style, group: group,
        title: ([service.name, "a service"] + small).joined(separator: ", ")))
  }

  /// Families, services of other maps, and what routes name but the map does not hold.
  private mutating func addEndsBeyondTheMap() {
    var seen: Set<Service.ID> = []
    for end in map.routes.flatMap({ [$0.from, $0.to] }).sorted()
    where map.services[end] == nil && seen.insert(end).inserted {
      if end == .families {
        nodes.append(
          Diagram.Node(
            id: end.rawValue, label: ["Families"], style: theme.families,
            title: "Families themselves"))
      } else {
        let words =
          end.acrossMaps.map { "on the map \($0.map): \($0.element)" }
          ?? "not on this map: \(end)"
        nodes.append(
          Diagram.Node(
            id: end.rawValue, label: [words], style: theme.ghost, title: words.capitalisedFirst))
        frame.use(13, .node(theme.ghost), "Not on this map")
      }
    }
  }

  // MARK: - Routes

  private mutating func addRoutes() {
    struct Pair: Hashable, Comparable {
      let from: Service.ID
      let to: Service.ID
      static func < (a: Pair, b: Pair) -> Bool { (a.from, a.to) < (b.from, b.to) }
    }
    let byPair = Dictionary(grouping: map.routes) { Pair(from: $0.from, to: $0.to) }
    for pair in byPair.keys.sorted() {
      guard let routes = byPair[pair] else { continue }
      // A line that only brings feedback shares the line of what it answers.
      if routes.allSatisfy({ $0.kind == .feedback }),
        byPair[Pair(from: pair.to, to: pair.from)]?.contains(where: { $0.kind != .feedback })
          == true
      {
        continue
      }
      let back = Pair(from: pair.to, to: pair.from)
      let answers = byPair[back, default: []]
      let feedback = answers.allSatisfy { $0.kind == .feedback } ? answers : []
      add(routes.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }, answeredBy: feedback)
    }
  }

  private mutating func add(_ routes: [Route], answeredBy feedback: [Route]) {
    let kinds = Array(Set(routes.map(\.kind))).sorted()
    let statuses = Set(
      routes.map { route in date.flatMap { route.status(on: $0) } ?? route.status })
    let isLive = statuses.contains { $0 == nil || $0 == .active }
    var style = kinds.count == 1 ? theme.line(for: kinds[0]) : theme.severalRoutes
    let several = "Several kinds of route"
    let name = kinds.count == 1 ? kinds[0].label.capitalisedFirst : several
    if isLive {
      frame.use(kinds.count == 1 ? 20 + rank(of: kinds[0]) : 40, .edge(style), name)
    } else {
      style = theme.notLive(style)
      frame.use(42, .edge(style), "Route that is planned or paused")
    }
    if !feedback.isEmpty {
      frame.use(
        41, .edge(Diagram.EdgeStyle(head: .filled, tail: .open)),
        "Any route, with feedback to where it began")
      style.tail = .open
    }
    let route = routes[0]
    let words = (routes + feedback).map { title(of: $0) }
    edges.append(
      Diagram.Edge(
        id: routes.map(\.id.rawValue).joined(separator: " + "), tail: route.from.rawValue,
        head: route.to.rawValue, style: style, label: label(of: routes, kinds),
        title: words.joined(separator: "; "), weight: kinds.contains(where: \.movesFamily) ? 2 : 1))
  }

  private func rank(of kind: RouteKind) -> Int { RouteKind.allCases.firstIndex(of: kind) ?? 0 }

  /// The text on a line in a picture small enough to have any.
  private func label(of routes: [Route], _ kinds: [RouteKind]) -> String? {
    guard map.services.count <= Self.labelLimit else { return nil }
    let steps = Array(Set(routes.compactMap(\.step))).sorted().map(\.label)
    if kinds.count > 1 {
      return "\(routes.count): \(kinds.map(\.label).inProse)"
        + (steps.isEmpty ? "" : " (\(steps.inProse))")
    }
    return steps.isEmpty ? nil : steps.inProse
  }

  /// Text on lines costs room: measured, it fits up to about this many services.
  private static let labelLimit = 25

  private func name(of end: Service.ID) -> String {
    if end == .families { return "families" }
    return map.services[end]?.name ?? end.rawValue
  }

  private func title(of route: Route) -> String {
    var words =
      "\(route.kind.label.capitalisedFirst) from \(name(of: route.from)) to "
      + name(of: route.to)
    if let step = route.step { words += ", a \(step.label)" }
    if let reasons = route.reasons, !reasons.isEmpty {
      words += " (\(reasons.map(\.label).joined(separator: "; ")))"
    }
    if let mark = (date.flatMap { route.status(on: $0) } ?? route.status)?.mark {
      words += ", \(mark)"
    }
    return words
  }
}

extension Sector {
  /// The label in as few words as a box has room for.
  var shortLabel: String {
    switch self {
    case .nhs: "NHS"
    case .localAuthority: "council"
    case .voluntary: "voluntary sector"
    case .privateSector: "private sector"
    case .education: "education"
    case .police: "police"
    case .other: "other sector"
    }
  }
}
