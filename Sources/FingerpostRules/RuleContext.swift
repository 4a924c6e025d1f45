public import FingerpostAnalysis
public import FingerpostModel

/// What rules look at: one map on one date, the standard it is checked against, and what can be
/// worked out from the map, each thing once.
///
/// It belongs to one thread.
public final class RuleContext {
  /// The map.
  public let map: SystemMap
  /// The day that counts as today.
  public let date: CalendarDate
  /// The standard: every profile that the map is checked against, as one.
  public let profile: Profile
  /// The rules that the profiles ask for, with those left out for this run.
  public let rulesAsked: Set<RuleID>
  /// The rules that run.
  public let rulesRun: Set<RuleID>
  /// The register of places that codes are looked up in; `nil` when there is none.
  public let areaRegister: AreaRegister?

  init(
    map: SystemMap, date: CalendarDate, profile: Profile, rulesAsked: Set<RuleID>,
    rulesRun: Set<RuleID>, areaRegister: AreaRegister?
  ) {
    self.map = map
    self.date = date
    self.profile = profile
    self.rulesAsked = rulesAsked
    self.rulesRun = rulesRun
    self.areaRegister = areaRegister
  }

  /// The routes in use on the date, of all kinds, as a graph.
  public private(set) lazy var routes = RouteGraph(of: map) { [unowned self] in isInUse($0) }

  /// The routes in use that a family can take.
  public private(set) lazy var movingRoutes = routes.restrictedToMovingRoutes()

  /// Where families come in, and which services they reach from there.
  private(set) lazy var reach = FamilyReach(in: self)

  /// Which families find help, for each need, age and area that the map must cover.
  private(set) lazy var scopeCoverage = ScopeCoverage(in: self)

  private lazy var positionsByKind = Dictionary(
    grouping: map.services.indices.filter { map.services[$0].kind != nil },
    by: { map.services[$0].kind })
  private lazy var routesBySender = Dictionary(grouping: map.routes.indices) { map.routes[$0].from }
  private lazy var routesByReceiver = Dictionary(grouping: map.routes.indices) { map.routes[$0].to }

  /// The agreements that declare joint controllers, by each organisation that made them.
  private lazy var jointAgreements: [Organisation.ID: Set<Agreement.ID>] = {
    var found: [Organisation.ID: Set<Agreement.ID>] = [:]
    for agreement in map.agreements where agreement.jointControllers == true {
      for body in agreement.between ?? [] { found[body, default: []].insert(agreement.id) }
    }
    return found
  }()

  /// The services that pass identifiable data along a route of which the map does not say whether
  /// the family is asked.
  private(set) lazy var sendersOfUnaskedData: Set<Service.ID> = {
    var senders: Set<Service.ID> = []
    for route in map.routes
    where route.shares == .identifiable && route.consent == nil && isInUse(route) {
      senders.insert(route.from)
    }
    return senders
  }()

  /// The focal services that the map holds; empty when it names none.
  public private(set) lazy var focalServices: [Service] = (map.focus ?? [])
    .compactMap { map.services[$0] }

  /// The ids of the focal services that the map names, whether it holds them or not.
  public private(set) lazy var focalServiceIDs = Set(map.focus ?? [])

  /// The status of each service that families cannot use on the date.
  public private(set) lazy var statusOfServicesNotInUse: [Service.ID: Status] = {
    var statuses: [Service.ID: Status] = [:]
    for service in map.services {
      if let status = service.status(on: date), status != .active { statuses[service.id] = status }
    }
    return statuses
  }()

  /// The services to which a route in use leads on which another service sends families.
  public private(set) lazy var servicesSentTo: Set<Service.ID> = {
    var receivers: Set<Service.ID> = []
    for route in map.routes where route.kind == .referral || route.kind == .transfer {
      if isInUse(route) { receivers.insert(route.to) }
    }
    return receivers
  }()

  /// The boards stated to be strategic.
  public private(set) lazy var strategicBoards: [Board] = map.boards
    .filter { $0.kind == .strategic }

  /// All counts of the map, in the order of the file.
  private(set) lazy var statedCounts: [StatedCount] = map.statedCounts()

  /// Who commissions anything on the map: what services name, whoever holds a portfolio, and
  /// whoever is linked as a commissioner.
  private(set) lazy var commissioners: Set<NodeID> = {
    var bodies: Set<NodeID> = []
    for service in map.services { bodies.formUnion(service.commissionedBy ?? []) }
    for link in map.links where link.kind == .commissions { bodies.insert(link.from) }
    for body in map.organisations where body.portfolio?.isEmpty == false {
      bodies.insert(body.id.named())
    }
    return bodies
  }()

  /// Whether the map says of every service who commissions it; otherwise any body may be a
  /// commissioner.
  private(set) lazy var isWhoCommissionsStated =
    !map.services.isEmpty && map.services.allSatisfy { $0.commissionedBy != nil }

  /// What services and boards in use report to.
  private(set) lazy var boardsReportedTo: Set<NodeID> = {
    var boards: Set<NodeID> = []
    for service in map.services where isInUse(service) { boards.formUnion(service.reportsTo ?? []) }
    for board in map.boards where isInUse(board) { boards.formUnion(board.reportsTo ?? []) }
    return boards
  }()

  /// The organisations that run a service on the map.
  private(set) lazy var providers = Set(map.services.lazy.compactMap(\.organisation))

  /// The places of the services in use that name an organisation as their own, as a partner, as
  /// their commissioner or as the one that pays.
  private(set) lazy var servicesByBody: [NodeID: [Int]] = {
    var places: [NodeID: [Int]] = [:]
    for (place, service) in map.services.enumerated() where isInUse(service) {
      var bodies: Set<NodeID> = []
      if let body = service.organisation { bodies.insert(body.named()) }
      for body in service.partners ?? [] { bodies.insert(body.named()) }
      for body in service.fundedBy ?? [] { bodies.insert(body.named()) }
      bodies.formUnion(service.commissionedBy ?? [])
      for body in bodies { places[body, default: []].append(place) }
    }
    return places
  }()

  /// The services of a kind, in the order of the file.
  public func services(ofKind kind: ServiceKind.ID) -> [Service] {
    positionsByKind[kind, default: []].map { map.services[$0] }
  }

  /// The routes that leave a service, whatever their kind and status.
  public func routes(from id: Service.ID) -> [Route] {
    routesBySender[id, default: []].map { map.routes[$0] }
  }

  /// The routes that lead to a service, whatever their kind and status.
  public func routes(to id: Service.ID) -> [Route] {
    routesByReceiver[id, default: []].map { map.routes[$0] }
  }

  /// Whether a service is in use on the date; one without a status is, because the map lists it.
  public func isInUse(_ service: Service) -> Bool {
    service.status(on: date).map { $0 == .active } ?? true
  }

  /// Whether a route is in use on the date; one without a status is, because the map lists it.
  public func isInUse(_ route: Route) -> Bool {
    route.status(on: date).map { $0 == .active } ?? true
  }

  /// Whether other services send families to a service, so that they have to know for whom it is and
  /// how: it is a focal service, open by referral only, or a route in use leads to it.
  public func isSentFamilies(_ service: Service) -> Bool {
    isInUse(service)
      && (service.entry == .byReferral || focalServiceIDs.contains(service.id)
        || servicesSentTo.contains(service.id))
  }

  /// Whether a board is at work; one without a status is.
  public func isInUse(_ board: Board) -> Bool { board.status.map { $0 == .active } ?? true }

  /// Whether an agreement declares two organisations to be joint controllers of data.
  func areJointControllers(_ a: Organisation.ID, _ b: Organisation.ID) -> Bool {
    guard let first = jointAgreements[a], let second = jointAgreements[b] else { return false }
    return !first.isDisjoint(with: second)
  }

  /// Whether a day lies in the past for sure.
  public func isPast(_ date: CalendarDate) -> Bool { date.isSurelyBefore(self.date) }

  /// Names in order, as in a sentence: `a`, `a and b`, `a, b and c`.
  public func list(_ names: some Sequence<String>) -> String {
    let names = Array(names)
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
