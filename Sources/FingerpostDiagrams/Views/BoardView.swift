public import FingerpostModel

/// Boards, their seats and who sits in them, empty seats in dashed outline, and reporting lines.
public struct BoardView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: Phrase { .boardQuestion }

  /// The wider stakeholders that nobody speaks for are found by a rule.
  public var usesFindings: Bool { true }

  /// Draws up the page.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard !map.boards.isEmpty else { return .nothing(because: .noBoard) }
    var builder = BoardPage(map, setting)
    return .pages([builder.build()])
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
  private var words: Words { setting.words }

  mutating func build() -> Diagram {
    for board in map.boards { add(board) }
    for board in map.boards { addLines(of: board) }
    for finding in setting.findings where finding.rule == Self.recommendedSectors {
      addWiderStakeholders(finding)
    }
    for service in map.services {
      for end in service.reportsTo ?? [] { addLine(service.id.named(), end, .reports) }
    }
    let seats = heldSeats + emptySeats + unsaidSeats
    let boards = words(.boards, map.boards.count)
    let counts = [
      "boards": boards, "seats": words(.seats, seats), "held": String(heldSeats),
      "empty": String(emptySeats), "unsaid": String(unsaidSeats),
    ]
    let subtitle = words(
      seats == 0
        ? .boardSubtitleWithoutSeats : emptySeats > 0 ? .boardSubtitleEmpty : .boardSubtitle,
      counts)
    let seatless = map.boards.filter { $0.seats == nil }.map(\.name)
    return frame.diagram(
      "board", subtitle: subtitle, summary: words(.boardSummary, counts),
      questions: [
        unsaidSeats == 0
          ? ""
          : unsaidSeats == seats
            ? words(.whoHoldsTheSeats) : words(.whoHoldsSomeSeats, unsaidSeats),
        seatless.isEmpty ? "" : words(.whoSitsOn, ["boards": words.list(seatless)]),
      ], groups: groups, nodes: nodes, edges: edges)
  }

  private mutating func add(_ board: Board) {
    let group = "board \(board.id)"
    let seats = board.seats ?? []
    let missing = seats.isEmpty ? [] : missingFunctions(of: board, seats)
    var lines = [board.name]
    if let kind = board.kind, !board.name.lowercased().contains(words.label(kind)) {
      lines.append(words.label(kind).capitalisedFirst)
    }
    switch board.chair {
    case .stated(let role): lines.append(words(.chair, ["role": role]))
    case .none: lines.append(words(.chairNobody))
    case .notStated: break
    }
    if let purposes = board.purposes, !purposes.isEmpty {
      lines.append(
        words(.boardFor, ["purposes": purposes.map { words.label($0) }.joined(separator: "; ")]))
    }
    if let overseen = board.oversees, !overseen.isEmpty {
      lines.append(
        words(.oversees, ["what": overseen.map { name(of: $0) }.joined(separator: "; ")]))
    }
    if let role = board.risk.value?.from {
      let register = board.risk.value?.register.flatMap { map.documents[$0]?.name.lowercasedFirst }
      lines.append(
        register.map { words(.risksFromWithRegister, ["role": role, "register": $0]) }
          ?? words(.risksFrom, ["role": role]))
    }
    if board.seats == nil { lines.append(words(.seatsUnknown)) }
    frame.use(0, .node(theme.board), words(.board))
    nodes.append(
      Diagram.Node(
        id: board.id.rawValue, label: lines, style: theme.board,
        title: words(
          .titled,
          ["name": board.name, "what": board.kind.map { words.label($0) } ?? words(.aBoard)])))
    guard !seats.isEmpty else { return }
    groups.append(theme.group(id: group, label: words(.seatsOn, ["board": board.name]), level: nil))
    for seat in seats { add(seat, on: board, in: group) }
    for slot in missing {
      emptySeats += 1
      let names = words.alternatives(slot.map { map.name(of: $0) })
      addSeat(
        "missing-\(slot.map(\.rawValue).joined(separator: "-or-"))", [names, words(.missing)],
        theme.ghost, words(.seatMissing, ["seat": names, "board": board.name]), board, group)
      frame.use(4, .node(theme.ghost), words(.emptyOrMissingSeat))
    }
  }

  private mutating func add(_ seat: Seat, on board: Board, in group: String) {
    var names = (seat.represents ?? []).map { map.name(of: $0) }
    names += (seat.stakeholder ?? []).map { words.label($0).capitalisedFirst }
    let name = names.isEmpty ? seat.id.asWords : names.joined(separator: ", ")
    let style: Diagram.NodeStyle
    var lines = [name]
    let outside = seat.member.isNone ? nil : termOutsideDate(of: seat)
    switch seat.member {
    case _ where outside != nil:
      emptySeats += 1
      style = theme.ghost
      frame.use(4, .node(style), words(.emptyOrMissingSeat))
      lines.append(outside ?? "")
    case .stated(let member):
      heldSeats += 1
      style = theme.seat
      frame.use(2, .node(style), words(.seatHeld))
      let home = seat.organisation.map { map.organisations[$0]?.name ?? $0.rawValue }
      let holders = ([member] + (seat.alsoHeldBy ?? [])).joined(separator: "; ")
      lines.append(holders + (home.map { ", \($0)" } ?? ""))
    case .none:
      emptySeats += 1
      style = theme.ghost
      frame.use(4, .node(style), words(.emptyOrMissingSeat))
      lines.append(words(.empty))
    case .notStated:
      unsaidSeats += 1
      style = theme.unsaid
      frame.use(3, .node(style), words(.seatUnsaid))
    }
    addSeat(
      seat.id, lines, style,
      words(
        .seatTitle,
        [
          "seat": name, "board": board.name,
          "holder": lines.count > 1 ? lines[1] : words(.holderUnsaid),
        ]),
      board, group)
  }

  /// That the term of whoever holds a seat has ended or not begun on the date of the picture; `nil` when
  /// neither is so for sure.
  private func termOutsideDate(of seat: Seat) -> String? {
    guard let date = setting.date ?? map.asOf else { return nil }
    if let until = seat.until, until.isSurelyBefore(date) {
      return words(.termEnded, ["date": words.date(until)])
    }
    if let from = seat.from, date.isSurelyBefore(from) {
      return words(.termNotBegun, ["date": words.date(from)])
    }
    return nil
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
        title: words(.seatOnTitle, ["board": board.name, "seat": lines[0]])))
    frame.use(12, .edge(theme.membership), words(.boardAndSeat))
  }

  /// The slots of the profiles' minimum that no seat of a strategic board represents.
  private func missingFunctions(of board: Board, _ seats: [Seat]) -> [[ServiceKind.ID]] {
    guard board.kind == .strategic else { return [] }
    let represented = Set(seats.flatMap { $0.represents ?? [] })
    return setting.profiles.flatMap(\.minimumFunctions).filter { slot in
      !slot.contains { represented.contains($0) }
    }
  }

  // MARK: - Wider stakeholders

  /// The rule whose findings name in their detail the parts of local life that nobody speaks for.
  static let recommendedSectors = "board-recommended-sectors"

  private mutating func addWiderStakeholders(_ finding: Finding) {
    guard finding.element.collection == .boards, let id = finding.element.path.first,
      let board = map.boards[Identifier(id)]
    else { return }
    let parts = finding.detail.split(separator: " ").compactMap {
      Stakeholder(rawValue: String($0))
    }
    guard !parts.isEmpty else { return }
    let names = parts.map { words.label($0) }
    let node = "\(board.id)/wider"
    let title = words(.widerStakeholdersTitle, ["board": board.name, "names": words.list(names)])
    frame.use(5, .node(theme.unsaid), words(.widerStakeholders))
    nodes.append(
      Diagram.Node(
        id: node, label: [words(.notAtTheTable)] + names.map { "• \($0.capitalisedFirst)" },
        style: theme.unsaid, title: title))
    edges.append(
      Diagram.Edge(
        id: "wider \(node)", tail: board.id.rawValue, head: node, style: theme.membership,
        title: title))
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
    let (style, legend, title, verb, rank) =
      switch line {
      case .reports:
        (theme.reportingLine, Phrase.reportsTo, Phrase.reportsToTitle, "reports to", 10)
      case .delegates:
        (theme.delegation, .delegatesTo, .delegatesToTitle, "delegates to", 11)
      }
    frame.use(rank, .edge(style), words(legend))
    edges.append(
      Diagram.Edge(
        id: "\(verb) \(from) \(to)", tail: from.rawValue, head: to.rawValue, style: style,
        title: words(title, ["from": name(of: from), "to": name(of: to)])))
  }

  private func name(of node: NodeID) -> String {
    switch node {
    case "senior managers": words(.seniorManagers)
    case "commissioners": words(.commissioners)
    default: map.name(of: node) ?? node.rawValue.asWords
    }
  }

  private mutating func addEnd(_ id: NodeID) {
    guard !nodes.contains(where: { $0.id == id.rawValue }) else { return }
    if id == "senior managers" || id == "commissioners" {
      nodes.append(
        Diagram.Node(
          id: id.rawValue, label: [name(of: id)], style: theme.role,
          title: words.titled(name(of: id), .aRole)
        ))
      frame.use(5, .node(theme.role), words(.peopleInRole))
    } else {
      nodes.append(frame.node(for: id))
    }
  }
}
