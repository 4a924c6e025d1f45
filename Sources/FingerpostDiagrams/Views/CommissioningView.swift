public import FingerpostModel

/// Who commissions and who pays for each service and programme, and until when.
public struct CommissioningView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: Phrase { .commissioningQuestion }

  /// Draws up the page.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    var builder = CommissioningPage(frame: PageFrame(map, setting))
    return builder.build().map { .pages([$0]) } ?? .nothing(because: .noCommissioning)
  }
}

/// The commissioning view of one map while it is drawn up.
private struct CommissioningPage: FramedPage {
  var frame: PageFrame
  var nodes: [Diagram.Node] = []
  var edges: [Diagram.Edge] = []
  var payers: Set<NodeID> = []
  var ends = Ends()

  /// How funding ends, counted over the services.
  struct Ends {
    var over = 0
    var close = 0
    var unsaid = 0
  }

  /// What is commissioned or paid for.
  private struct Item: Hashable {
    let id: String
    let name: String
    /// What it is: a service, a programme, or several of them.
    let what: Phrase
    let commissionedBy: [NodeID]
    let fundedBy: [NodeID]
    let until: Stated<CalendarDate>?
    let status: Status?
    /// The sector of a service.
    var sector: Sector?
    let style: Diagram.NodeStyle
    let link: String?
  }

  /// With fewer boxes one column of them is short.
  private static let leastForColumns = 12

  /// Where the boxes stand when there are many: programmes before those who pay, and services after.
  private enum Column: Int, CaseIterable {
    case programmes, payers, services

    var heading: Phrase {
      switch self {
      case .programmes: .whatIsPaidForProgrammes
      case .payers: .whoPays
      case .services: .whatIsPaidForServices
      }
    }
  }

  private mutating func standInColumns() -> [Diagram.Group] {
    let isProgramme = Set(programmes.map(\.id))
    func column(of node: Diagram.Node) -> Column {
      if payers.contains(NodeID(node.id)) { return .payers }
      return node.id.split(separator: " + ").contains { isProgramme.contains(String($0)) }
        ? .programmes : .services
    }
    let used = Set(nodes.map { column(of: $0).rawValue })
    guard nodes.count >= Self.leastForColumns, used.count == Column.allCases.count else {
      return []
    }
    nodes = nodes.map { node in
      var node = node
      node.group = "column \(column(of: node).rawValue)"
      return node
    }
    return Column.allCases.map { column in
      theme.group(
        id: "column \(column.rawValue)", label: words(column.heading), level: column.rawValue)
    }
  }

  mutating func build() -> Diagram? {
    let items = services + programmes
    let stated = items.filter { !$0.commissionedBy.isEmpty || !$0.fundedBy.isEmpty }
    guard !stated.isEmpty else { return nil }
    for alike in together(stated) { add(alike) }
    let columns = standInColumns()
    let unsaid = map.services.filter { $0.commissionedBy == nil && $0.fundedBy == nil }
    let counts = [
      "items": words(.commissionedThings, stated.count), "payers": words(.payers, payers.count),
    ]
    var remarks: [String] = []
    if ends.over > 0 { remarks.append(words(.fundingIsOver, ends.over)) }
    if ends.close > 0 { remarks.append(words(.fundingEndsSoon, ends.close)) }
    return frame.diagram(
      "commissioning", subtitle: words(.commissioningSubtitle, counts),
      summary: words(.commissioningSummary, counts),
      questions: [
        unsaid.isEmpty ? "" : words(.whoCommissions, unsaid.count),
        ends.unsaid == 0 ? "" : words(.untilWhenFunded, ends.unsaid),
      ], remarks: remarks, groups: columns, nodes: nodes, edges: edges)
  }

  private var services: [Item] {
    map.services.map { service in
      let status = date.flatMap { service.status(on: $0) } ?? service.status
      let sector = frame.sector(of: service)
      return Item(
        id: service.id.rawValue, name: service.name, what: .aService,
        commissionedBy: service.commissionedBy ?? [],
        fundedBy: (service.fundedBy ?? []).map { $0.named() }, until: service.fundedUntil,
        status: status,
        sector: sector, style: theme.box(for: sector, status: status),
        link: setting.card(service.id))
    }
  }

  private var programmes: [Item] {
    map.programmes.map { programme in
      Item(
        id: programme.id.rawValue, name: programme.name, what: .aProgramme,
        commissionedBy: programme.commissionedBy ?? [],
        fundedBy: (programme.fundedBy ?? []).map { $0.named() }, until: nil,
        status: programme.status, style: theme.programme(programme.status), link: nil)
    }
  }

  /// Items of which all but the names is the same stand in one box: a line to each would say no more.
  private func together(_ items: [Item]) -> [[Item]] {
    var places: [Terms: Int] = [:]
    var groups: [[Item]] = []
    for item in items {
      let terms = Terms(item)
      if let place = places[terms] {
        groups[place].append(item)
      } else {
        places[terms] = groups.count
        groups.append([item])
      }
    }
    return groups.flatMap { $0.count >= Self.leastTogether ? [$0] : $0.map { [$0] } }
  }

  private static let leastTogether = 3

  /// What the same box needs to be the same.
  private struct Terms: Hashable {
    let what: Phrase
    let commissionedBy: Set<NodeID>
    let fundedBy: Set<NodeID>
    let until: Stated<CalendarDate>?
    let status: Status?

    init(_ item: Item) {
      what = item.what
      commissionedBy = Set(item.commissionedBy)
      fundedBy = Set(item.fundedBy)
      until = item.until
      status = item.status
    }
  }

  private mutating func add(_ alike: [Item]) {
    guard let item = alike.first else { return }
    let isService = item.what == .aService
    let count = words(isService ? .services : .programmes, alike.count)
    let name =
      alike.count == 1
      ? item.name : words(.named, ["name": count, "value": words.list(alike.map(\.name))])
    let id = alike.map(\.id).joined(separator: " + ")
    var lines = alike.count == 1 ? [item.name] : [count] + alike.map { "• \($0.name)" }
    var style =
      alike.count == 1 || !isService ? item.style : theme.box(for: nil, status: item.status)
    let sector = alike.count == 1 ? item.sector : nil
    let small = [sector.map { words.shortLabel($0) }, words.mark(item.status)].compactMap(\.self)
    if !small.isEmpty { lines.append(small.joined(separator: " · ")) }
    if let until = item.until, !item.fundedBy.isEmpty || until.isStated {
      switch until {
      case .stated(let date):
        let end = EndOfTerm(date, on: self.date)
        lines.append(
          words(end.isOver ? .fundedUntilPast : .fundedUntil, ["date": words.date(date)]))
        if end.isOver { ends.over += alike.count } else if end.isClose { ends.close += alike.count }
        if end.isClose {
          style = theme.expiring(style)
          frame.use(4, .node(theme.expiring(theme.box(for: nil))), words(.fundingEndsLegend))
        }
      case .none: lines.append(words(.fundedWithoutEnd))
      case .notStated:
        ends.unsaid += alike.count
        lines.append(words(.fundedUntilUnsaid))
      }
    }
    if isService {
      frame.useBox(for: sector)
    } else {
      frame.use(3, .node(theme.programme), words(.programme))
    }
    nodes.append(
      Diagram.Node(
        id: id, label: lines, style: style,
        title: alike.count == 1 ? words.titled(name, item.what) : name,
        link: alike.count == 1 ? item.link : nil))
    for body in Set(item.commissionedBy + item.fundedBy).sorted() {
      join(body, item, id: id, name: name)
    }
  }

  private mutating func join(_ body: NodeID, _ item: Item, id: String, name: String) {
    if payers.insert(body).inserted, !nodes.contains(where: { $0.id == body.rawValue }) {
      nodes.append(frame.node(for: body))
    }
    let commissions = item.commissionedBy.contains(body)
    let pays = item.fundedBy.contains(body)
    let look: (style: Diagram.EdgeStyle, legend: Phrase, title: Phrase, rank: Int) =
      if commissions && pays {
        (theme.commissionsAndFunds, .commissionsAndPays, .commissionsAndPaysTitle, 20)
      } else if pays {
        (theme.funding, .paysFor, .paysForTitle, 21)
      } else {
        (theme.delegation, .commissionsLegend, .commissionsTitle, 22)
      }
    frame.use(look.rank, .edge(look.style), words(look.legend))
    let payer = map.name(of: body) ?? words(.notOnThisMapNamed, ["name": body.rawValue])
    edges.append(
      Diagram.Edge(
        id: "\(body) \(id)", tail: body.rawValue, head: id, style: look.style,
        title: words(look.title, ["from": payer, "to": name])))
  }
}
