import FingerpostModel

/// Somebody who sits on a board, as far as the map tells one member from another.
struct BoardMember: Hashable, Comparable {
  /// What tells members apart: the person where one is named, otherwise the role and where the
  /// member comes from.
  ///
  /// It is never shown.
  let key: String
  /// The role, as people are shown it.
  let role: String

  static func < (a: Self, b: Self) -> Bool { (a.key, a.role) < (b.key, b.role) }
}

/// What a map says of who holds a seat on the day of the check.
enum SeatHolding {
  /// These members hold it.
  case held([BoardMember])
  /// Nobody does.
  case empty
  /// The term ended.
  case ended(CalendarDate)
  /// The term is yet to begin.
  case notBegun(CalendarDate)
  /// The map does not say.
  case notStated

  /// Whether members hold it for sure.
  var isHeld: Bool { if case .held = self { true } else { false } }
  /// Whether the map does not say who holds it.
  var isNotStated: Bool { if case .notStated = self { true } else { false } }
}

extension RuleContext {
  /// Who holds a seat on the day of the check.
  func holding(of seat: Seat) -> SeatHolding {
    if seat.member.isNone { return .empty }
    if let until = seat.until, isPast(until) { return .ended(until) }
    if let from = seat.from, date.isSurelyBefore(from) { return .notBegun(from) }
    guard let role = seat.member.value else { return .notStated }
    let home = "\(seat.organisation?.rawValue ?? "")/\(seat.service?.rawValue ?? "")"
    var members = [
      BoardMember(key: seat.person.map { "person \($0)" } ?? "\(role)/\(home)", role: role)
    ]
    for other in seat.alsoHeldBy ?? [] {
      members.append(BoardMember(key: "\(other)/\(home)", role: other))
    }
    return .held(members)
  }

  /// The functions that a seat represents: those it states, otherwise what the service is that its
  /// member comes from.
  func functions(of seat: Seat) -> [ServiceKind.ID] {
    if let functions = seat.represents { return functions }
    return seat.service.flatMap { map.services[$0]?.kind }.map { [$0] } ?? []
  }

  /// Whether the map says neither which function a seat represents nor for whom it speaks.
  func isForNothingStated(_ seat: Seat) -> Bool {
    seat.represents == nil && seat.stakeholder == nil && seat.forLivedExperience != true
      && functions(of: seat).isEmpty
  }

  /// The functions of a standard's minimum that nobody on a board is known to represent.
  ///
  /// Where `board-minimum-functions` runs, it says so of their seats; rules about single seats leave
  /// these to it, so that one empty seat is told once. Where it does not run, there are none.
  func functionsLeftToMinimum(on board: Board) -> Set<ServiceKind.ID> {
    guard board.kind == .strategic, rulesRun.contains(.boardMinimumFunctions) else { return [] }
    let held = Set(
      (board.seats ?? []).filter { holding(of: $0).isHeld }.flatMap { functions(of: $0) })
    return Set(profile.minimumFunctions.filter { held.isDisjoint(with: $0) }.joined())
  }

  /// Whether each member of a board may represent one function only.
  func isOneFunctionEach(on board: Board) -> Bool {
    !(board.oneMemberSeveralFunctions ?? profile.oneMemberSeveralFunctions ?? true)
  }

  /// Functions as a standard counts them: those that are one slot of its minimum are one.
  func slots(of functions: [ServiceKind.ID]) -> [[ServiceKind.ID]] {
    var slots: [[ServiceKind.ID]] = []
    for function in Set(functions).sorted() {
      let slot = profile.minimumFunctions.first { $0.contains(function) } ?? [function]
      let named = slot.filter { functions.contains($0) }
      if !slots.contains(named) { slots.append(named) }
    }
    return slots
  }

  /// What people call a seat: what it represents, otherwise whom it speaks for or who holds it.
  func name(of seat: Seat) -> String {
    var names = (seat.represents ?? []).map { map.name(of: $0) }
    names += (seat.stakeholder ?? []).map { $0.label.prefix(1).uppercased() + $0.label.dropFirst() }
    if names.isEmpty { return seat.member.value ?? seat.id }
    return names.joined(separator: ", ")
  }

  /// Seats by what people call them, so that neither ids nor the order in the file change anything
  /// that is told.
  func inOrder(_ seats: some Sequence<Seat>) -> [Seat] {
    seats.map { (name: name(of: $0), seat: $0) }
      .sorted { ($0.name, $0.seat.id) < ($1.name, $1.seat.id) }
      .map(\.seat)
  }

  /// A seat of a board as the subject of an answer.
  func subject(_ seat: Seat, on board: Board) -> Subject {
    Subject(board).item("seats", seat.id, named: "\(board.name): \(name(of: seat))", seat.origin)
  }

  /// Functions any of which will do, in quotes: “Early help” or “Children's centre”.
  func names(ofEither functions: [ServiceKind.ID]) -> String {
    functions.map { "“\(map.name(of: $0))”" }.joined(separator: " or ")
  }

  /// Where a statement comes from, a line for each source that it cites.
  func citations(of origin: Origin) -> [String] {
    origin.citations.map { citation in
      "Stated in “\(map.sources[citation.source]?.title ?? citation.source.rawValue)”"
        + (citation.place.map { ", \($0)" } ?? "")
    }
  }
}

extension Question {
  /// Who sits on a board: asked by every rule that needs its seats.
  static let seats = Question("who sits on it", many: "who sits on them", key: "seats")
  /// Who holds a seat: asked by every rule that needs its member.
  static let seatHolder = Question("who holds it", many: "who holds them", key: "member")
  /// What a seat is for: asked by every rule that needs to know.
  static let seatPurpose = Question(
    "which function it represents", many: "which functions they represent", key: "represents")
}
