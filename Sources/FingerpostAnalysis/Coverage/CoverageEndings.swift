public import FingerpostModel

/// What ends by a date, and which cells are lost with it.
public struct CoverageEndings: Hashable, Sendable {
  /// Something that ends.
  public struct Ending: Hashable, Sendable {
    /// What it is that ends.
    public enum Subject: String, CaseIterable, Hashable, Sendable {
      /// The funding of a service.
      case funding
      /// A service.
      case service
      /// The pilot of a service.
      case pilot
      /// A route.
      case route
      /// The term of a seat on a board.
      case term
      /// A programme.
      case programme
      /// An agreement.
      case agreement
    }

    /// What it is that ends.
    public var subject: Subject
    /// The element.
    public var element: ElementID
    /// The last day, as precise as it is stated.
    public var date: CalendarDate
    /// The cells that are covered and would not be, did this alone end.
    public var lost: [CoverageCell]
    /// Those of `lost` of which the map would not say whether help is left; the others would be gaps.
    public var unsaid: [CoverageCell]
  }

  /// What ends, by date, then element, then subject.
  public var endings: [Ending]
  /// The cells that are covered and would not be when all of it has ended, in the order of the grid.
  public var lost: [CoverageCell]
  /// Those of `lost` of which the map would then not say whether help is left.
  public var unsaid: [CoverageCell]
}

extension Coverage {
  /// What ends by a date, and which cells are lost with it.
  ///
  /// Something ends by a date when every day that its end can mean is that date or earlier. What the
  /// map has as ended on the date of the coverage is left out; funding and terms that have run out
  /// before it are not, because nobody has said what came after. A service counts as lost with its
  /// funding or its pilot. The end of a term, a programme or an agreement costs no cell.
  ///
  /// - Parameters:
  ///   - date: The date.
  ///   - condition: The condition that families have; `nil` for none.
  /// - Returns: The ends and the losses.
  /// - Complexity: One pass of data flow for each service and route that ends.
  public func endings(by date: CalendarDate, condition: Condition.ID? = nil) -> CoverageEndings {
    let cells = grid.cells
    let now = answers(condition: condition)
    typealias Loss = (lost: [CoverageCell], unsaid: [CoverageCell])
    func loss(_ services: [Service.ID], _ routes: [Route.ID]) -> Loss {
      guard !services.isEmpty || !routes.isEmpty else { return ([], []) }
      let then = without(services: services, routes: routes).answers(condition: condition)
      let lost = cells.indices.filter { now[$0] == .covered && then[$0] != .covered }
      return (lost.map { cells[$0] }, lost.filter { then[$0] == .notStated }.map { cells[$0] })
    }

    var ends = EndsOfMap(after: self.date, by: date)
    ends.read(map)
    let alone = ends.endings.map { ending -> Loss in
      switch ending.subject {
      case .funding, .service, .pilot: loss([Service.ID(ending.element.path[0])], [])
      case .route: loss([], [Route.ID(ending.element.path[0])])
      case .term, .programme, .agreement: ([], [])
      }
    }
    let endings = zip(ends.endings, alone).map { ending, loss in
      CoverageEndings.Ending(
        subject: ending.subject, element: ending.element, date: ending.date, lost: loss.lost,
        unsaid: loss.unsaid)
    }
    let all = loss(ends.services, ends.routes)
    return CoverageEndings(
      endings: endings.sorted {
        ($0.date.lastDay, $0.element, $0.subject.rawValue)
          < ($1.date.lastDay, $1.element, $1.subject.rawValue)
      },
      lost: all.lost, unsaid: all.unsaid)
  }
}

/// The ends that a map states between two dates.
private struct EndsOfMap {
  /// What is ended already on this date is left out.
  let start: CalendarDate
  /// Ends later than this are left out.
  let end: CalendarDate
  private(set) var endings:
    [(subject: CoverageEndings.Ending.Subject, element: ElementID, date: CalendarDate)] = []
  private(set) var services: [Service.ID] = []
  private(set) var routes: [Route.ID] = []

  init(after start: CalendarDate, by end: CalendarDate) {
    self.start = start
    self.end = end
  }

  mutating func read(_ map: SystemMap) {
    for service in map.services where service.status(on: start) != .closed {
      let element = ElementID(.services, service.id.rawValue)
      let isEnding =
        [
          add(.funding, element, service.fundedUntil.value, evenIfPast: true),
          add(.service, element, service.until),
          add(.pilot, element, service.setup?.pilotUntil),
        ].contains(true)
      if isEnding { services.append(service.id) }
    }
    for route in map.routes where route.status(on: start) != .closed {
      if add(.route, ElementID(.routes, route.id.rawValue), route.closes) {
        routes.append(route.id)
      }
    }
    for board in map.boards {
      for seat in board.seats ?? [] {
        add(
          .term, ElementID(.boards, board.id.rawValue, "seats", seat.id), seat.until,
          evenIfPast: true)
      }
    }
    for programme in map.programmes {
      add(.programme, ElementID(.programmes, programme.id.rawValue), programme.until)
    }
    for agreement in map.agreements {
      add(.agreement, ElementID(.agreements, agreement.id.rawValue), agreement.until)
    }
  }

  /// Notes an end; whether it lies between the two dates.
  @discardableResult
  private mutating func add(
    _ subject: CoverageEndings.Ending.Subject, _ element: ElementID, _ date: CalendarDate?,
    evenIfPast: Bool = false
  ) -> Bool {
    guard let date, date.lastDay <= end.lastDay, evenIfPast || !date.isSurelyBefore(start)
    else { return false }
    endings.append((subject, element, date))
    return true
  }
}
