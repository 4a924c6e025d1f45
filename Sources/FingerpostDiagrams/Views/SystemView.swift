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
  var labelsFit = false

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

  /// What the page cannot show because nobody stated it; a service outside the boxes has no level.
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
  }

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
      groups.isEmpty ? nil : rank(of: service).map { map.intensities[$0].id.rawValue }
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

  /// The routes of a map between two ends, in both directions.
  private struct Ends: Hashable, Comparable {
    let first: Service.ID
    let second: Service.ID

    static func < (a: Ends, b: Ends) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// Few lines with much on them are easier to follow than many: routes in one direction share a
  /// line, both directions share it when they are of the same kinds, and word that only goes back
  /// (feedback, notification) is an arrow head at the other end.
  private mutating func addRoutes() {
    let byEnds = Dictionary(grouping: map.routes) {
      Ends(first: min($0.from, $0.to), second: max($0.from, $0.to))
    }
    labelsFit = map.services.count <= Self.labelledServices && byEnds.count <= Self.labelledLines
    for ends in byEnds.keys.sorted() {
      let routes = byEnds[ends, default: []].sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }
      var there = routes.filter { $0.from == ends.first }
      var back = routes.filter { $0.from == ends.second }
      if there.isEmpty { (there, back) = (back, there) }
      let (main, word) = back.isEmpty ? (there, []) : split(there, carrying: back)
      let (reply, replyWord) = back.isEmpty ? ([], []) : split(back, carrying: there)
      if Set(main.map(\.kind)) == Set(reply.map(\.kind)), word.isEmpty, replyWord.isEmpty {
        add(main, bothWays: reply)
      } else {
        if !main.isEmpty { add(main, word: replyWord) }
        if !reply.isEmpty { add(reply, word: main.isEmpty ? [] : word) }
        if main.isEmpty, !word.isEmpty, reply.isEmpty { add(word) }
      }
    }
  }

  /// Parts routes into those that need a line and those that only bring word and can stand on a
  /// line that leads the other way.
  private func split(_ routes: [Route], carrying others: [Route]) -> ([Route], [Route]) {
    let needsLine = routes.filter { !$0.kind.bringsWordOnly }
    let othersNeedLine = others.contains { !$0.kind.bringsWordOnly }
    return othersNeedLine ? (needsLine, routes.filter(\.kind.bringsWordOnly)) : (routes, [])
  }

  private mutating func add(
    _ routes: [Route], word: [Route] = [], bothWays back: [Route] = []
  ) {
    let kinds = Array(Set(routes.map(\.kind))).sorted()
    let statuses = Set((routes + back).map { status(of: $0) })
    let isLive = statuses.contains { $0 == nil || $0 == .active }
    var style = kinds.count == 1 ? theme.line(for: kinds[0]) : theme.severalRoutes
    if isLive {
      frame.use(
        kinds.count == 1 ? 20 + rank(of: kinds[0]) : 40, .edge(style),
        kinds.count == 1 ? kinds[0].label.capitalisedFirst : "Several kinds of route")
    } else {
      style = theme.notLive(style)
      frame.use(42, .edge(style), "Route that is planned or paused")
    }
    if !word.isEmpty {
      style.tail = .open
      frame.use(
        41, .edge(Diagram.EdgeStyle(head: .filled, tail: .open)),
        "With word back: \(wordKinds)")
    }
    if !back.isEmpty { style.tail = style.head }
    let all = routes + back + word
    edges.append(
      Diagram.Edge(
        id: all.map(\.id.rawValue).joined(separator: " + "), tail: routes[0].from.rawValue,
        head: routes[0].to.rawValue, style: style, label: label(of: routes + back, kinds),
        title: all.map { title(of: $0) }.joined(separator: "; "),
        weight: kinds.contains(where: \.movesFamily) ? 2 : 1))
  }

  /// The kinds that bring word in this map.
  private var wordKinds: String {
    Array(Set(map.routes.map(\.kind).filter(\.bringsWordOnly))).sorted()
      .map(\.label).joined(separator: " or ")
  }

  private func status(of route: Route) -> Status? {
    date.flatMap { route.status(on: $0) } ?? route.status
  }

  private func rank(of kind: RouteKind) -> Int { RouteKind.allCases.firstIndex(of: kind) ?? 0 }

  /// The text on a line in a picture small enough to have any.
  private func label(of routes: [Route], _ kinds: [RouteKind]) -> String? {
    guard labelsFit else { return nil }
    let steps = Array(Set(routes.compactMap(\.step))).sorted().map(\.label)
    if kinds.count > 1 {
      return "\(routes.count): \(kinds.map(\.label).inProse)"
        + (steps.isEmpty ? "" : " (\(steps.inProse))")
    }
    return steps.isEmpty ? nil : steps.inProse
  }

  /// Text on lines costs room: looked at, it stays readable up to about this many services and
  /// lines.
  private static let labelledServices = 25
  private static let labelledLines = 16

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
    if let mark = status(of: route)?.mark {
      words += ", \(mark)"
    }
    return words
  }
}

extension RouteKind {
  /// Whether only word of a family travels, from one service to the other, without a question.
  fileprivate var bringsWordOnly: Bool { self == .feedback || self == .notification }
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
