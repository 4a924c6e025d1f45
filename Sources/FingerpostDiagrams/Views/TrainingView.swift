public import FingerpostModel

/// Programmes, who gives them, whom they reach, and what else joins bodies and papers.
public struct TrainingView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: String { "Who trains, supports and learns from whom?" }

  /// Draws up the page.
  public func page(of map: SystemMap, in setting: ViewSetting) -> ViewPage {
    guard !map.programmes.isEmpty || !map.links.isEmpty else {
      return .nothing(because: "the map states no programme and no link")
    }
    var builder = TrainingPage(map, setting)
    return .diagram(builder.build())
  }
}

/// The training view of one map while it is drawn up.
private struct TrainingPage {
  let map: SystemMap
  let setting: ViewSetting
  var frame: PageFrame
  var nodes: [Diagram.Node] = []
  var edges: [Diagram.Edge] = []
  var known: Set<String> = []

  init(_ map: SystemMap, _ setting: ViewSetting) {
    self.map = map
    self.setting = setting
    frame = PageFrame(map, setting)
  }

  private var theme: Theme { setting.theme }

  mutating func build() -> Diagram {
    for programme in map.programmes { add(programme) }
    for programme in map.programmes { addLines(of: programme) }
    for link in map.links { add(link) }
    let reach = map.programmes.filter { $0.audience == nil && $0.audienceRoles == nil }.count
    return frame.diagram(
      .training,
      subtitle: "Who trains, supports and learns from whom: "
        + "\(map.programmes.count.of("programme")), \(map.links.count.of("link"))",
      summary: "\(map.programmes.count.of("programme")), who gives them and whom they reach, and "
        + "\(map.links.count.of("other link")) between organisations, services and papers.",
      questions: [
        reach == 0 ? "" : "whom \(reach.of("programme")) \(reach == 1 ? "is" : "are") for"
      ],
      nodes: nodes, edges: edges)
  }

  // MARK: - Programmes

  private mutating func add(_ programme: Programme) {
    var lines = [programme.name]
    var small: [String] = []
    if let kind = programme.kind { small.append(kind.label) }
    small += (programme.level ?? []).map(\.label)
    if let mark = programme.status?.mark { small.append(mark) }
    if !small.isEmpty { lines.append(small.joined(separator: ", ").capitalisedFirst) }
    if let sessions = programme.sessions {
      lines.append(
        "\(sessions) session\(sessions.exact == 1 ? "" : "s")"
          + (programme.over.map { " over \($0)" } ?? ""))
    }
    for cohort in programme.cohorts ?? [] {
      let people = cohort.participants.map { "\($0) people" }
      let trainers = cohort.trainerCount.map { "\($0) trainer\($0.exact == 1 ? "" : "s")" }
      let facts = [people, trainers].compactMap { $0 }.joined(separator: ", ")
      lines.append(facts.isEmpty ? cohort.name : "\(cohort.name): \(facts)")
    }
    for count in programme.counts ?? [] { lines.append("\(count.of): \(count.number)") }
    let style = theme.programme(programme.status)
    frame.use(0, .node(theme.programme), "Programme")
    if let mark = programme.status?.mark { frame.use(1, .node(style), "Programme, \(mark)") }
    known.insert(programme.id.rawValue)
    nodes.append(
      Diagram.Node(
        id: programme.id.rawValue, label: lines, style: style,
        title: ([programme.name] + [small.isEmpty ? "a programme" : small.joined(separator: ", ")])
          .joined(separator: ", ")))
  }

  private mutating func addLines(of programme: Programme) {
    let own = programme.id.rawValue
    for provider in programme.providers ?? [] {
      addEnd(provider)
      join(provider.rawValue, own, theme.provides, "gives", 10, "Gives the programme")
    }
    for commissioner in programme.commissionedBy ?? [] {
      addEnd(commissioner)
      join(
        commissioner.rawValue, own, theme.delegation, "commissions", 11, "Commissions the programme"
      )
    }
    for partner in programme.coProducedWith ?? [] {
      addEnd(partner)
      join(partner.rawValue, own, theme.followUp, "helps to make", 13, "Helps to make it")
    }
    for audience in programme.audience ?? [] {
      addEnd(audience)
      join(own, audience.rawValue, theme.reaches, "is for", 12, "Is for")
    }
    for role in programme.audienceRoles ?? [] {
      let id = "role \(role)"
      if known.insert(id).inserted {
        nodes.append(
          Diagram.Node(
            id: id, label: [role.capitalisedFirst], style: theme.role,
            title: "\(role.capitalisedFirst), who take part"))
        frame.use(4, .node(theme.role), "People in a role")
      }
      join(own, id, theme.reaches, "is for", 12, "Is for")
    }
    for follow in programme.followUp ?? [] {
      addEnd(follow.named())
      join(own, follow.rawValue, theme.followUp, "is kept alive by", 14, "Is kept alive by")
    }
  }

  private mutating func join(
    _ from: String, _ to: String, _ style: Diagram.EdgeStyle, _ verb: String, _ rank: Int,
    _ legend: String
  ) {
    frame.use(rank, .edge(style), legend)
    let id = "\(from) \(verb) \(to)"
    guard !edges.contains(where: { $0.id == id }) else { return }
    edges.append(
      Diagram.Edge(
        id: id, tail: from, head: to, style: style, title: "\(name(from)) \(verb) \(name(to))"))
  }

  // MARK: - Links

  private mutating func add(_ link: Link) {
    addEnd(link.from)
    addEnd(link.to)
    let style = theme.link(link.status)
    frame.use(
      link.status == .planned ? 21 : 20, .edge(style),
      link.status == .planned
        ? "Planned link; the words say of what kind" : "Link; the words say of what kind")
    edges.append(
      Diagram.Edge(
        id: "link \(link.id)", tail: link.from.rawValue, head: link.to.rawValue, style: style,
        label: link.kind.label,
        title: "\(name(link.from.rawValue)) \(link.kind.label) \(name(link.to.rawValue))"
          + (link.status?.mark.map { ", \($0)" } ?? "")))
  }

  private func name(_ id: String) -> String {
    map.name(of: NodeID(id)) ?? nodes.first { $0.id == id }?.label.first ?? id
  }

  private mutating func addEnd(_ id: NodeID) {
    guard known.insert(id.rawValue).inserted else { return }
    var lines = [map.name(of: id) ?? "not on this map: \(id)"]
    let style: Diagram.NodeStyle
    let what: String
    if let service = map.services[id.named()] {
      let sector = service.organisation.flatMap { map.organisations[$0]?.sector }
      style = theme.box(for: sector, status: service.status)
      what = "a service"
      frame.use(2, .node(theme.box(for: nil)), "Service or organisation")
      if let mark = service.status?.mark { lines.append(mark) }
    } else if let body = map.organisations[id.named()] {
      style = theme.box(for: body.sector)
      what = "an organisation"
      frame.use(2, .node(theme.box(for: nil)), "Service or organisation")
      if let sector = body.sector { lines.append(sector.shortLabel) }
    } else if map.boards[id.named()] != nil {
      style = theme.board
      what = "a board"
      frame.use(3, .node(style), "Board")
    } else if let document = map.documents[id.named()] {
      style = theme.document
      what = document.kind?.label ?? "a document"
      frame.use(5, .node(style), "Document")
      if let mark = document.status?.mark { lines.append(mark) }
    } else {
      style = theme.ghost
      what = "not on this map"
      frame.use(6, .node(style), "Not on this map")
    }
    nodes.append(
      Diagram.Node(id: id.rawValue, label: lines, style: style, title: "\(lines[0]), \(what)"))
  }
}
