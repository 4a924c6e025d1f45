public import FingerpostModel

/// Programmes, who gives them, whom they reach, and what keeps their learning alive.
public struct TrainingView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: String { "Who trains and supports whom?" }

  /// Draws up the page.
  public func page(of map: SystemMap, in setting: ViewSetting) -> ViewPage {
    guard !map.programmes.isEmpty else {
      return .nothing(because: "the map states no programme")
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
    gatherAudiences()
    for node in nodes { explain(node) }
    let unaimed = map.programmes.filter { $0.audience == nil && $0.audienceRoles == nil }
      .map(\.name)
    let whom =
      unaimed.count > 2
      ? unaimed.count.of("programme") + " are"
      : unaimed.inProse + (unaimed.count == 1 ? " is" : " are")
    return frame.diagram(
      .training,
      subtitle: "Who trains and supports whom: \(map.programmes.count.of("programme"))",
      summary: "\(map.programmes.count.of("programme")), who gives them and whom they reach.",
      questions: [
        unaimed.isEmpty ? "" : "whom \(whom) for"
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
    frame.useBox(forProgramme: programme.status)
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

  /// Puts those who take part in just the same programmes, and give none, into one box that names
  /// them all: a line to each would say no more and hide the others.
  private mutating func gatherAudiences() {
    let giving = Set(edges.map(\.tail))
    let arriving = Dictionary(grouping: edges, by: \.head)
    var byProgrammes: [[String]: [String]] = [:]
    for node in nodes where map.programmes[Identifier(node.id)] == nil {
      guard !giving.contains(node.id), let lines = arriving[node.id] else { continue }
      byProgrammes[lines.map(\.tail).sorted(), default: []].append(node.id)
    }
    for (programmes, members) in byProgrammes where members.count >= 3 {
      let names = members.map { name($0) }.sorted()
      let members = Set(members)
      let id = "audience " + programmes.joined(separator: " ")
      nodes.removeAll { members.contains($0.id) }
      nodes.append(
        Diagram.Node(
          id: id, label: ["All of these \(names.count)"] + names.map { "• " + $0 },
          style: theme.box(for: nil), title: names.inProse))
      edges.removeAll { members.contains($0.head) }
      for programme in programmes {
        edges.append(
          Diagram.Edge(
            id: "\(programme) is for \(id)", tail: programme, head: id, style: theme.reaches,
            title: "\(name(programme)) is for \(names.inProse)"))
      }
    }
  }

  private func name(_ id: String) -> String {
    map.name(of: NodeID(id)) ?? nodes.first { $0.id == id }?.label.first ?? id
  }

  private mutating func addEnd(_ id: NodeID) {
    guard known.insert(id.rawValue).inserted else { return }
    // Whether it stands in the picture on its own, and in the legend, is known only later.
    var draft = frame
    nodes.append(draft.node(for: id))
  }

  /// Puts the look of a box that is neither a programme nor gathered into the legend.
  private mutating func explain(_ node: Diagram.Node) {
    if map.programmes[Identifier(node.id)] != nil { return }
    if node.style == theme.role {
      frame.use(4, .node(theme.role), "People in a role")
    } else if node.id.hasPrefix("audience ") {
      frame.useBox(for: nil)
    } else {
      _ = frame.node(for: NodeID(node.id))
    }
  }
}
