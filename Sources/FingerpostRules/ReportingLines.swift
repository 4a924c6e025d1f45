import FingerpostModel

/// What can be reached along reporting lines.
struct ReportingLines {
  /// Every body, service or board that a line reaches, the nearest first.
  private(set) var reached: [NodeID] = []
  /// The boards among them of which the map does not say to whom they report.
  private(set) var unsaid: [Board.ID] = []

  /// Follows the lines from some bodies on; boards that are no longer at work pass nothing on.
  ///
  /// - Complexity: O(*n* + *m*) for the *n* bodies reached and their *m* lines.
  init(from starts: [NodeID], in context: RuleContext) {
    var seen = Set(starts)
    reached = context.inOrder(seen)
    var position = 0
    while position < reached.count {
      let id = reached[position]
      position += 1
      let lines: [NodeID]
      if let board = context.map.boards[id.named()] {
        guard context.isInUse(board) else { continue }
        if board.reportsTo == nil { unsaid.append(board.id) }
        lines = board.reportsTo ?? []
      } else {
        lines = context.map.services[id.named()]?.reportsTo ?? []
      }
      for next in context.inOrder(lines) where seen.insert(next).inserted { reached.append(next) }
    }
  }
}

extension RuleContext {
  /// Bodies by what people call them, so that an id changes nothing that is told.
  func inOrder(_ bodies: some Sequence<NodeID>) -> [NodeID] {
    bodies.map { (name: map.name(of: $0) ?? $0.rawValue, id: $0) }.sorted { $0 < $1 }.map(\.id)
  }

  /// The first board by what people call it that is as asked for.
  func firstBoard(of boards: [Board], where isWanted: (Board) -> Bool) -> Board? {
    boards.filter(isWanted).min { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// Whether a line of a board leads to whoever commissions services, by what it reports to or by a
  /// board above it that says so.
  ///
  /// - Returns: `nil` when the map breaks off before one is reached, or does not say of every service
  ///   who commissions it, so that a body that is reached may be a commissioner.
  func reachesCommissioners(_ board: Board) -> Bool? {
    if let stated = board.reportsToCommissioners { return stated }
    guard let above = board.reportsTo else { return nil }
    let lines = ReportingLines(from: above, in: self)
    let isReached = lines.reached.contains { id in
      commissioners.contains(id) || map.boards[id.named()]?.reportsToCommissioners == true
    }
    if isReached { return true }
    return lines.unsaid.isEmpty && (above.isEmpty || isWhoCommissionsStated) ? false : nil
  }
}
