public import FingerpostModel

/// What families and boards would notice if a map became another, such as the one that a `Scenario`
/// makes of it.
///
/// Both maps are taken on the date of their own coverage. What only one of them has to cover is not
/// compared; `CoverageDifference` lists it.
public struct ScenarioEffect: Hashable, Sendable {
  /// What would become of one question, a need, age and area for families with a condition or
  /// without any.
  public struct Outcome: Hashable, Sendable {
    /// The question; its age band lies within one of either map.
    public var question: Impact.Question
    /// What the map says as it is.
    public var before: CoverageAnswer
    /// What it would say.
    public var after: CoverageAnswer
    /// The shortest sure way as it is; `nil` when there is none.
    public var wayBefore: RouteGraph.Way?
    /// The shortest sure way as it would be; `nil` when there is none.
    public var wayAfter: RouteGraph.Way?
  }

  /// A seat that would be touched, and what the map says that ties it to a service.
  public struct Seat: Hashable, Sendable {
    /// Why a seat would be touched.
    public enum Reason: Hashable, Sendable {
      /// The member is stated to come from a service that is in use and would not be.
      case memberFrom(Service.ID)
      /// It represents a function at which services are in use, in ascending order, and none would
      /// be.
      case represents(ServiceKind.ID, of: [Service.ID])
    }

    /// The board.
    public var board: Board.ID
    /// The id of the seat within the board.
    public var seat: String
    /// Why.
    public var reason: Reason
  }

  /// What is covered, wholly or for some, and would be less so, in the order of the grid, families
  /// without a condition first.
  public let lost: [Outcome]
  /// What is not covered and would be, wholly or for more, in the same order.
  public let gained: [Outcome]
  /// Of what the map says whether it is covered, and would not say it any more, in the same order.
  public let noLongerSaid: [Outcome]
  /// Of what the map does not say whether it is covered, and would say that it is or is not, in the
  /// same order.
  public let nowSaid: [Outcome]
  /// What is covered and would be by a way with more hand-offs, in the same order.
  public let longer: [Outcome]
  /// What is covered and would be by a way with fewer hand-offs, in the same order.
  public let shorter: [Outcome]
  /// The seats of boards that would be touched, in the order of the map.
  public let seats: [Seat]
  /// The services in use to which a way leads, or may, and to which none would, in ascending order.
  ///
  /// Families may begin wherever a service is not stated to be closed to those whom nobody sends, and
  /// come from services of other maps; ages, areas and conditions are left out of account. Nothing is
  /// listed when either map says nothing of routes.
  public let cutOff: [Service.ID]

  /// Compares what there is with what would be.
  ///
  /// - Parameters:
  ///   - before: The coverage of the map as it is.
  ///   - after: The coverage of the map as it would be.
  /// - Complexity: That of coverage over the age bands of both, and O(*s* + *r*) for each question
  ///   that is covered in either, where *s* is the number of services and *r* of routes.
  public init(of before: Coverage, becoming after: Coverage) {
    let conditions =
      [nil] + Set(before.conditions + after.conditions).sorted().map(Optional.some)
    // Both over the same bands, so that each question has a way in both.
    let grid = CoverageDifference(from: before, to: after).grid
    let old = Coverage(of: before.map, over: grid, on: before.date)
    let new = Coverage(of: after.map, over: grid, on: after.date)
    var outcomes: [CoverageDifference.Kind: [Outcome]] = [:]
    var longer: [Outcome] = []
    var shorter: [Outcome] = []
    for condition in conditions {
      let difference = CoverageDifference(from: before, to: after, condition: condition)
      func outcome(
        _ cell: CoverageCell, _ before: CoverageAnswer, _ after: CoverageAnswer
      ) -> Outcome {
        Outcome(
          question: Impact.Question(cell: cell, condition: condition), before: before,
          after: after, wayBefore: old.way(for: cell, condition: condition),
          wayAfter: new.way(for: cell, condition: condition))
      }
      for change in difference.changes {
        outcomes[change.kind, default: []]
          .append(outcome(change.cell, change.before, change.after))
      }
      let apart = Set(difference.newCells + difference.goneCells)
      for cell in grid.cells where !apart.contains(cell) {
        guard old.answer(for: cell, condition: condition) == .covered,
          new.answer(for: cell, condition: condition) == .covered
        else { continue }
        let same = outcome(cell, .covered, .covered)
        guard let first = same.wayBefore?.handOffs, let second = same.wayAfter?.handOffs
        else { continue }
        if first < second { longer.append(same) }
        if second < first { shorter.append(same) }
      }
    }
    lost = outcomes[.lost] ?? []
    gained = outcomes[.gained] ?? []
    noLongerSaid = outcomes[.noLongerSaid] ?? []
    nowSaid = outcomes[.nowSaid] ?? []
    self.longer = longer
    self.shorter = shorter
    seats = after.map.seatsTouched(by: Self.servicesLost(before, after), in: after.inUse)
    cutOff = Self.cutOff(before, after)
  }

  /// Whether nobody would notice, as far as the maps say.
  public var isEmpty: Bool {
    lost.isEmpty && gained.isEmpty && noLongerSaid.isEmpty && nowSaid.isEmpty && longer.isEmpty
      && shorter.isEmpty && seats.isEmpty && cutOff.isEmpty
  }

  /// The services that are in use and would not be.
  private static func servicesLost(_ before: Coverage, _ after: Coverage) -> [Service] {
    let left = Set(after.inUse.map(\.id))
    return before.inUse.filter { !left.contains($0.id) }
  }

  private static func cutOff(_ before: Coverage, _ after: Coverage) -> [Service.ID] {
    guard before.map.saysRoutes, after.map.saysRoutes else { return [] }
    let reached = before.servicesToWhichAWayMayLead
    let left = after.servicesToWhichAWayMayLead
    return after.inUse.map(\.id).filter { reached.contains($0) && !left.contains($0) }.sorted()
  }
}

extension Coverage {
  /// The services in use on the date; not stated counts as in use.
  fileprivate var inUse: [Service] {
    map.services.filter { $0.status(on: date) ?? .active == .active }
  }

  fileprivate var servicesToWhichAWayMayLead: Set<Service.ID> {
    let graph = RouteGraph(of: map) {
      $0.kind.movesFamily && $0.status(on: date) ?? .active == .active
    }
    let open = inUse
    let openIDs = Set(open.map(\.id))
    let elsewhere = graph.unknownIDs.filter { $0.acrossMaps != nil }
    return graph.services(
      reachableFrom: [.families] + elsewhere + open.filter { $0.entry != .byReferral }.map(\.id)
    ) { $0 == .families || openIDs.contains($0) || $0.acrossMaps != nil }
  }
}

extension SystemMap {
  /// The seats that are tied to services that are no longer in use.
  fileprivate func seatsTouched(by lost: [Service], in left: [Service]) -> [ScenarioEffect.Seat] {
    let gone = Set(lost.map(\.id))
    let functionsLeft = Set(left.compactMap(\.kind))
    let functionsGone = Dictionary(grouping: lost.filter { $0.kind != nil }, by: \.kind)
      .filter { kind, _ in kind.map { !functionsLeft.contains($0) } ?? false }
    return boards.flatMap { board in
      (board.seats ?? []).flatMap { seat -> [ScenarioEffect.Seat] in
        var reasons: [ScenarioEffect.Seat.Reason] = []
        if let service = seat.service, gone.contains(service) {
          reasons.append(.memberFrom(service))
        }
        for function in seat.represents ?? [] {
          if let services = functionsGone[function] {
            reasons.append(.represents(function, of: services.map(\.id).sorted()))
          }
        }
        return reasons.map { .init(board: board.id, seat: seat.id, reason: $0) }
      }
    }
  }
}
