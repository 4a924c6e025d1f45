public import FingerpostModel

/// Programmes, who gives them, whom they reach, and what keeps their learning alive.
public struct TrainingView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: Phrase { .trainingQuestion }

  /// Draws up the page.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard !map.programmes.isEmpty else {
      return .nothing(because: .noProgramme)
    }
    var builder = TrainingPage(map, setting)
    return .pages([builder.build()])
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
  private var words: Words { setting.words }

  mutating func build() -> Diagram {
    for programme in map.programmes { add(programme) }
    for programme in map.programmes { addLines(of: programme) }
    gatherAudiences()
    for node in nodes { explain(node) }
    let unaimed = map.programmes.filter { $0.audience == nil && $0.audienceRoles == nil }
      .map(\.name)
    let whom =
      unaimed.count > 2
      ? words(.whomManyProgrammesAreFor, unaimed.count)
      : words(.whomProgrammesAreFor, unaimed.count, ["names": words.list(unaimed)])
    let programmes = ["programmes": words(.programmes, map.programmes.count)]
    return frame.diagram(
      "training", subtitle: words(.trainingSubtitle, programmes),
      summary: words(.trainingSummary, programmes), questions: unaimed.isEmpty ? [] : [whom],
      nodes: nodes, edges: edges)
  }

  // MARK: - Programmes

  private mutating func add(_ programme: Programme) {
    var lines = [programme.name]
    var small: [String] = []
    if let kind = programme.kind { small.append(words.label(kind)) }
    small += (programme.level ?? []).map { words.label($0) }
    if let mark = words.mark(programme.status) { small.append(mark) }
    if !small.isEmpty { lines.append(small.joined(separator: ", ").capitalisedFirst) }
    if let sessions = programme.sessions {
      let count = words(.sessions, sessions.number, ["n": words.quantity(sessions)])
      lines.append(
        programme.over.map { words(.sessionsOver, ["sessions": count, "span": words.span($0)]) }
          ?? count)
    }
    for cohort in programme.cohorts ?? [] {
      let people = cohort.participants.map { words(.people, $0.number, ["n": words.quantity($0)]) }
      let trainers = cohort.trainerCount.map {
        words(.trainers, $0.number, ["n": words.quantity($0)])
      }
      let facts = [people, trainers].compactMap { $0 }.joined(separator: ", ")
      lines.append(
        facts.isEmpty ? cohort.name : words(.named, ["name": cohort.name, "value": facts]))
    }
    for count in programme.counts ?? [] {
      lines.append(words(.named, ["name": count.of, "value": words.quantity(count.number)]))
    }
    let style = theme.programme(programme.status)
    frame.useBox(forProgramme: programme.status)
    known.insert(programme.id.rawValue)
    nodes.append(
      Diagram.Node(
        id: programme.id.rawValue, label: lines, style: style,
        title: words(
          .titled,
          [
            "name": programme.name,
            "what": small.isEmpty ? words(.aProgramme) : small.joined(separator: ", "),
          ])))
  }

  private mutating func addLines(of programme: Programme) {
    let own = programme.id.rawValue
    for provider in programme.providers ?? [] {
      addEnd(provider)
      join(provider.rawValue, own, theme.provides, "gives", .givesTitle, 10, .givesProgramme)
    }
    for commissioner in programme.commissionedBy ?? [] {
      addEnd(commissioner)
      join(
        commissioner.rawValue, own, theme.delegation, "commissions", .commissionsTitle, 11,
        .commissionsProgramme
      )
    }
    for partner in programme.coProducedWith ?? [] {
      addEnd(partner)
      join(
        partner.rawValue, own, theme.coProduction, "helps to make", .helpsToMakeTitle, 13,
        .helpsToMake)
    }
    for audience in programme.audience ?? [] {
      addEnd(audience)
      join(own, audience.rawValue, theme.reaches, "is for", .isForTitle, 12, .isFor)
    }
    for role in programme.audienceRoles ?? [] {
      let id = "role \(role)"
      if known.insert(id).inserted {
        nodes.append(
          Diagram.Node(
            id: id, label: [role.capitalisedFirst], style: theme.role,
            title: words(.whoTakePart, ["role": role.capitalisedFirst])))
      }
      join(own, id, theme.reaches, "is for", .isForTitle, 12, .isFor)
    }
    for follow in programme.followUp ?? [] {
      addEnd(follow.named())
      join(
        own, follow.rawValue, theme.followUp, "is followed up by", .isFollowedUpByTitle, 14,
        .isFollowedUpBy)
    }
  }

  private mutating func join(
    _ from: String, _ to: String, _ style: Diagram.EdgeStyle, _ verb: String,
    _ title: Phrase, _ rank: Int, _ legend: Phrase
  ) {
    frame.use(rank, .edge(style), words(legend))
    let id = "\(from) \(verb) \(to)"
    guard !edges.contains(where: { $0.id == id }) else { return }
    edges.append(
      Diagram.Edge(
        id: id, tail: from, head: to, style: style,
        title: words(title, ["from": name(from), "to": name(to)])))
  }

  /// Puts those who take part in a programme, and give none, into one box that names them all.
  ///
  /// Programmes for just the same people share it. A line to each would say no more and hide the others.
  private mutating func gatherAudiences() {
    let giving = Set(edges.map(\.tail))
    func isOneOfMany(_ edge: Diagram.Edge) -> Bool {
      map.programmes[Identifier(edge.tail)] != nil
        && map.programmes[Identifier(edge.head)] == nil && !giving.contains(edge.head)
    }
    let audiences = Dictionary(grouping: edges.filter(isOneOfMany), by: \.tail)
      .mapValues { $0.map(\.head).sorted() }.filter { $0.value.count >= 3 }
    edges.removeAll { isOneOfMany($0) && audiences[$0.tail] != nil }
    let reached = Set(edges.map(\.head))
    let gathered = Set(audiences.values.joined()).subtracting(reached)
    let shared = Dictionary(grouping: audiences.keys.sorted()) { audiences[$0, default: []] }
      .sorted { $0.value[0] < $1.value[0] }
      .map { (names: $0.key.map { name($0) }.sorted(), programmes: $0.value) }
    nodes.removeAll { gathered.contains($0.id) }
    for (named, programmes) in shared {
      let id = "audience " + programmes.joined(separator: " ")
      nodes.append(
        Diagram.Node(
          id: id, label: [words(.allOfThese, named.count)] + named.map { "• " + $0 },
          style: theme.several, title: words.list(named)))
      for programme in programmes {
        edges.append(
          Diagram.Edge(
            id: "\(programme) is for \(id)", tail: programme, head: id, style: theme.reaches,
            title: words(.isForTitle, ["from": name(programme), "to": words.list(named)])))
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
      frame.use(4, .node(theme.role), words(.peopleInRole))
    } else if node.id.hasPrefix("audience ") {
      frame.use(5, .node(theme.several), words(.severalTakePart))
    } else {
      _ = frame.node(for: NodeID(node.id))
    }
  }
}
