import FingerpostModel
import FingerpostRules

/// The seats of a board as people look at them on a day: who holds each, and which are missing.
struct BoardTable {
  /// How a seat is filled.
  enum Holding: Hashable {
    case held(String)
    case empty
    case ended(CalendarDate)
    case notBegun(CalendarDate)
    case notStated
    /// A standard asks for it, and the board has none.
    case missing

    /// Whether nobody sits there, for all that the map says.
    var isOpen: Bool {
      switch self {
      case .empty, .ended, .notBegun, .missing: true
      case .held, .notStated: false
      }
    }
  }

  /// A seat.
  struct Row {
    let name: String
    let holding: Holding
    let until: CalendarDate?
  }

  let board: Board
  let rows: [Row]

  /// The names of the seats that nobody holds.
  var open: [String] { rows.filter(\.holding.isOpen).map(\.name) }
  /// How many seats there are of which the map does not say who holds them.
  var unsaid: Int { rows.count { $0.holding == .notStated } }
  /// Whether the map says which seats there are.
  var saysSeats: Bool { board.seats != nil }

  init(_ board: Board, _ material: PaperMaterial) {
    self.board = board
    let map = material.map
    rows =
      (board.seats ?? []).map { seat in
        Row(
          name: Self.name(of: seat, material), holding: Self.holding(seat, material),
          until: seat.until)
      }
      + Self.missing(on: board, material).map { slot in
        Row(
          name: material.words.alternatives(slot.map { map.name(of: $0) }), holding: .missing,
          until: nil)
      }
  }

  private static func name(of seat: Seat, _ material: PaperMaterial) -> String {
    let names =
      (seat.represents ?? []).map { material.map.name(of: $0) }
      + (seat.stakeholder ?? []).map { material.words.label($0).capitalisedFirst }
    return names.isEmpty ? seat.id.asWords : names.joined(separator: ", ")
  }

  private static func holding(_ seat: Seat, _ material: PaperMaterial) -> Holding {
    if seat.member.isNone { return .empty }
    if let until = seat.until, until.isSurelyBefore(material.date) { return .ended(until) }
    if let from = seat.from, material.date.isSurelyBefore(from) { return .notBegun(from) }
    guard let member = seat.member.value else { return .notStated }
    let home = seat.organisation.map { material.map.organisations[$0]?.name ?? $0.rawValue }
    return .held(
      ([member] + (seat.alsoHeldBy ?? [])).joined(separator: "; ") + (home.map { ", \($0)" } ?? ""))
  }

  /// What the check says that the board has no seat for.
  private static func missing(
    on board: Board, _ material: PaperMaterial
  ) -> [[ServiceKind.ID]] {
    let details = material.check.findings.filter {
      $0.rule == RuleID.boardMinimumFunctions.rawValue
        && $0.element == ElementID(.boards, board.id.rawValue)
    }.map(\.detail)
    var slots: [[ServiceKind.ID]] = []
    for slot in material.profiles.flatMap(\.minimumFunctions)
    where details.contains(slot.map(\.rawValue).joined(separator: "-or-")) && !slots.contains(slot)
    {
      slots.append(slot)
    }
    return slots
  }
}

extension PaperMaterial {
  /// The boards of which people ask who is missing: the strategic ones, or all when none is.
  var leadingBoards: [BoardTable] {
    let strategic = map.boards.filter { $0.kind == .strategic && $0.status != .closed }
    return (strategic.isEmpty ? Array(map.boards) : strategic).map { BoardTable($0, self) }
  }
}
