public import FingerpostModel

/// Boards, their seats and who sits in them, empty seats in dashed outline, and reporting lines.
public struct BoardView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: String { "Who is at the table, and who is missing?" }

  /// Draws up the page.
  public func page(of map: SystemMap, in setting: ViewSetting) -> ViewPage {
    guard !map.boards.isEmpty else { return .nothing(because: "the map states no board") }
    var builder = BoardPage(map, setting)
    return .diagram(builder.build())
  }
}

/// The board view of one map while it is drawn up.
private struct BoardPage {
  let map: SystemMap
  let setting: ViewSetting
  var frame: PageFrame
  var groups: [Diagram.Group] = []
  var nodes: [Diagram.Node] = []
  var edges: [Diagram.Edge] = []
  var emptySeats = 0
  var heldSeats = 0
  var unsaidSeats = 0

  init(_ map: SystemMap, _ setting: ViewSetting) {
    self.map = map
    self.setting = setting
    frame = PageFrame(map, setting)
  }

  private var theme: Theme { setting.theme }

  mutating func build() -> Diagram {
    for board in map.boards { add(board) }
    for board in map.boards { addLines(of: board) }
    for service in map.services {
      for end in service.reportsTo ?? [] { addLine(service.id.named(), end, .reports) }
    }
    let seats = heldSeats + emptySeats + unsaidSeats
    let subtitle =
      "Who is at the table: \(map.boards.count.of("board"))"
      + (seats == 0 ? "; no seat is stated" : ", \(seats.of("seat"))")
      + (emptySeats > 0 ? ", \(emptySeats) empty" : "")
    let seatless = map.boards.filter { $0.seats == nil }.map(\.name)
    return frame.diagram(
      .board, subtitle: subtitle,
      summary: "\(map.boards.count.of("board")) with \(seats.of("seat")): \(heldSeats) held, "
        + "\(emptySeats) empty or missing, and \(unsaidSeats) of which the map does not say who "
        + "holds them. Lines show who reports to whom.",
      questions: [
        unsaidSeats == 0
          ? "" : "who holds \(unsaidSeats == seats ? "the seats" : unsaidSeats.of("seat"))",
        seatless.isEmpty ? "" : "who sits on \(seatless.inProse)",
      ], groups: groups, nodes: nodes, edges: edges)
  }

  private mutating func add(_ board: Board) {
    let group = "board \(board.id)"
    let seats = board.seats ?? []
    let missing = seats.isEmpty ? [] : missingFunctions(of: board, seats)
    var lines = [board.name]
    if let kind = board.kind, !board.name.lowercased().contains(kind.label) {
      lines.append(kind.label.capitalisedFirst)
    }
    switch board.chair {
    case .stated(let role): lines.append("Chair: \(role)")
    case .none: lines.append("Chair: nobody")
    case .notStated: break
    }
    if let purposes = board.purposes, !purposes.isEmpty {
      lines.append("For: " + purposes.map(\.label).joined(separator: "; "))
    }
    if let overseen = board.oversees, !overseen.isEmpty {
      lines.append("Oversees: " + overseen.map { name(of: $0) }.joined(separator: "; "))
    }
    if let role = board.risk.value?.from {
      let register = board.risk.value?.register.flatMap { map.documents[$0]?.name.lowercasedFirst }
      lines.append("Risks come from: \(role)" + (register.map { ", with the \($0)" } ?? ""))
    }
    if board.seats == nil { lines.append("The map does not say who sits on it") }
    frame.use(0, .node(theme.board), "Board")
    nodes.append(
      Diagram.Node(
        id: board.id.rawValue, label: lines, style: theme.board,
        title: "\(board.name), \(board.kind?.label ?? "a board")"))
    guard !seats.isEmpty else { return }
    groups.append(theme.group(id: group, label: "Seats on \(board.name)", level: nil))
    for seat in seats { add(seat, on: board, in: group) }
    for slot in missing {
      emptySeats += 1
      let names = slot.map { map.name(of: $0) }.joined(separator: " or ")
      addSeat(
        "missing-\(slot.map(\.rawValue).joined(separator: "-or-"))", [names, "missing"],
        theme.ghost, "\(names), a seat that is missing from \(board.name)", board, group)
      frame.use(4, .node(theme.ghost), "Empty or missing seat")
    }
  }

  private mutating func add(_ seat: Seat, on board: Board, in group: String) {
    var names = (seat.represents ?? []).map { map.name(of: $0) }
    names += (seat.stakeholder ?? []).map { $0.label.capitalisedFirst }
    let name = names.isEmpty ? seat.id.asWords : names.joined(separator: ", ")
    let style: Diagram.NodeStyle
    var lines = [name]
    switch seat.member {
    case .stated(let member):
      heldSeats += 1
      style = theme.seat
      frame.use(2, .node(style), "Seat that is held")
      let home = seat.organisation.map { map.organisations[$0]?.name ?? $0.rawValue }
      let holders = ([member] + (seat.alsoHeldBy ?? [])).joined(separator: "; ")
      lines.append(holders + (home.map { ", \($0)" } ?? ""))
    case .none:
      emptySeats += 1
      style = theme.ghost
      frame.use(4, .node(style), "Empty or missing seat")
      lines.append("empty")
    case .notStated:
      unsaidSeats += 1
      style = theme.unsaid
      frame.use(3, .node(style), "Seat; the map does not say who holds it")
    }
    addSeat(
      seat.id, lines, style,
      "\(name), a seat on \(board.name): \(lines.count > 1 ? lines[1] : "the map does not say who holds it")",
      board, group)
  }

  private mutating func addSeat(
    _ id: String, _ lines: [String], _ style: Diagram.NodeStyle, _ title: String, _ board: Board,
    _ group: String
  ) {
    let node = "\(board.id)/\(id)"
    nodes.append(Diagram.Node(id: node, label: lines, style: style, group: group, title: title))
    edges.append(
      Diagram.Edge(
        id: "seat \(node)", tail: board.id.rawValue, head: node, style: theme.membership,
        title: "\(board.name) has a seat: \(lines[0])"))
    frame.use(12, .edge(theme.membership), "Board and seat")
  }

  /// The slots of the profiles' minimum that no seat of a strategic board represents.
  private func missingFunctions(of board: Board, _ seats: [Seat]) -> [[ServiceKind.ID]] {
    guard board.kind == .strategic else { return [] }
    let represented = Set(seats.flatMap { $0.represents ?? [] })
    return setting.profiles.flatMap(\.minimumFunctions).filter { slot in
      !slot.contains { represented.contains($0) }
    }
  }

  // MARK: - Lines

  private enum Line {
    case reports, delegates
  }

  private mutating func addLines(of board: Board) {
    let own = NodeID(board.id.rawValue)
    for end in board.reportsTo ?? [] { addLine(own, end, .reports) }
    if board.reportsToSeniorManagers == true { addLine(own, "senior managers", .reports) }
    if board.reportsToCommissioners == true { addLine(own, "commissioners", .reports) }
    for end in board.delegatesTo ?? [] { addLine(own, end.named(), .delegates) }
  }

  private mutating func addLine(_ from: NodeID, _ to: NodeID, _ line: Line) {
    addEnd(from)
    addEnd(to)
    let (style, words, verb, rank) =
      switch line {
      case .reports: (theme.reportingLine, "Reports to", "reports to", 10)
      case .delegates: (theme.delegation, "Delegates to", "delegates to", 11)
      }
    frame.use(rank, .edge(style), words)
    edges.append(
      Diagram.Edge(
        id: "\(verb) \(from) \(to)", tail: from.rawValue, head: to.rawValue, style: style,
        title: "\(name(of: from)) \(verb) \(name(of: to))"))
  }

  private func name(of node: NodeID) -> String { map.name(of: node) ?? node.rawValue.asWords }

  private mutating func addEnd(_ id: NodeID) {
    guard !nodes.contains(where: { $0.id == id.rawValue }) else { return }
    if id == "senior managers" || id == "commissioners" {
      nodes.append(
        Diagram.Node(
          id: id.rawValue, label: [name(of: id)], style: theme.role,
          title: "\(name(of: id)), a role"
        ))
      frame.use(5, .node(theme.role), "People in a role")
    } else {
      nodes.append(frame.node(for: id))
    }
  }
}

extension String {
  /// With a small first letter, unless the word is written in capitals.
  fileprivate var lowercasedFirst: String {
    guard let first, dropFirst().first?.isLowercase == true else { return self }
    return first.lowercased() + dropFirst()
  }
}
