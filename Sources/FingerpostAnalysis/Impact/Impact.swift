public import FingerpostModel

/// What families would lose without each service and each route that moves them.
///
/// A service is taken away as if its status were `closed`, a route likewise: it is neither where
/// families begin, nor a place on their way, nor where they find help. One thing is taken away at a
/// time, and all else stays as it is on the date of the coverage. What each costs is counted for
/// families without a condition and for those with each condition that has a layer of its own
/// (`Coverage.conditions`); the same need, age and area may so count once a layer.
///
/// What is planned, paused or closed on the date costs nothing. Services of other maps, and those
/// that the map does not hold, are not listed; routes to them are.
///
/// ```swift
/// let impact = Impact(of: try Coverage(of: map, on: today))
/// for service in impact.services where service.isSinglePoint {
///   print(service.id, service.lostToGap.count, service.lostToDoubt.count)
/// }
/// ```
///
/// Nothing is closed and computed anew. A service or route costs a cell exactly when every way to
/// every service that helps passes it: it *dominates* them. So one dominator tree answers for all
/// cells in which the same services admit families, and a way is searched around a service only
/// where every shortest way passes it.
public struct Impact: Hashable, Sendable {
  /// One of the questions that coverage answers: a need, age and area, for families with a
  /// condition or without any.
  public struct Question: Hashable, Sendable {
    /// The need, age and area.
    public var cell: CoverageCell
    /// The condition that families have; `nil` for none.
    public var condition: Condition.ID?

    /// Makes a question.
    public init(cell: CoverageCell, condition: Condition.ID?) {
      self.cell = cell
      self.condition = condition
    }
  }

  /// A way that remains, but with more hand-offs.
  public struct Detour: Hashable, Sendable {
    /// For whom.
    public var question: Question
    /// The hand-offs of the shortest sure way now.
    public var before: Int
    /// The hand-offs of the shortest sure way without the service or route.
    public var after: Int

    /// Makes a detour.
    public init(question: Question, before: Int, after: Int) {
      self.question = question
      self.before = before
      self.after = after
    }
  }

  /// The services of the map, those without which most is lost first.
  ///
  /// They are in the order of how many questions would no longer be surely covered, then how many
  /// of these would be gaps, then how many ways would be longer, then how many questions that are
  /// open would be gaps, and then by id.
  public let services: [ElementImpact<Service>]
  /// The routes that move families, in the same order.
  public let routes: [ElementImpact<Route>]

  /// Finds what would be lost.
  ///
  /// - Parameter coverage: What is covered now.
  /// - Complexity: O(*g* (*s* + *r*) log *s* + *c* · *h* + *d* (*s* + *r*)), where *g* is the number
  ///   of groups of cells and layers in which the same services admit families and the same routes
  ///   let them pass, *s* of services, *r* of routes that move families, *c* of cells and layers, *h*
  ///   of services that help in one, and *d* of services and routes, group by group, that every
  ///   shortest way to help passes and some longer one does not.
  public init(of coverage: Coverage) {
    let search = ImpactSearch(coverage)
    let losses = search.losses()
    let cells = coverage.grid.cells
    let conditions = [nil] + coverage.conditions.map(Optional.some)
    func question(_ place: Int32) -> Question {
      let (layer, cell) = Int(place).quotientAndRemainder(dividingBy: cells.count)
      return Question(cell: cells[cell], condition: conditions[layer])
    }
    func impact<Element>(_ id: Identifier<Element>, _ step: Int) -> ElementImpact<Element> {
      let loss = losses[step]
      return ElementImpact(
        id: id,
        lostToGap: loss.toGap.sorted().map(question),
        lostToDoubt: loss.toDoubt.sorted().map(question),
        longer: loss.longer.sorted { $0.place < $1.place }.map {
          Detour(question: question($0.place), before: Int($0.before), after: Int($0.after))
        },
        hopeLost: loss.ofHope.sorted().map(question))
    }
    let network = coverage.network
    let graph = network.routes
    services = coverage.map.services.indices
      .compactMap { position in
        let id = coverage.map.services[position].id
        return graph.node(of: id).map { impact(id, $0) }
      }
      .sorted(by: ElementImpact.precedes)
    routes = network.kinds.indices.filter { network.kinds[$0].movesFamily }
      .map { impact(graph.route(ofEdge: $0).id, graph.ids.count + $0) }
      .sorted(by: ElementImpact.precedes)
  }
}

/// What families would lose without one service or route.
public struct ElementImpact<Element>: Hashable, Sendable {
  /// The service or route.
  public let id: Identifier<Element>
  /// What is covered and would be a gap, in the order of `CoverageGrid.cells`, families without a
  /// condition first.
  ///
  /// What would be covered only for families with some condition is among it.
  public let lostToGap: [Impact.Question]
  /// What is covered and of which the map would not say whether it is, in the same order.
  public let lostToDoubt: [Impact.Question]
  /// What would still be covered, by a longer way, in the same order.
  public let longer: [Impact.Detour]
  /// What the map leaves open now and would be a gap, in the same order.
  public let hopeLost: [Impact.Question]

  /// How many questions would no longer be surely covered.
  public var lostCount: Int { lostToGap.count + lostToDoubt.count }
  /// Whether something is covered only because of it.
  public var isSinglePoint: Bool { lostCount > 0 }
  /// Whether families would not notice, as far as the map says.
  public var isEmpty: Bool { lostCount == 0 && longer.isEmpty && hopeLost.isEmpty }

  /// What decides its place in the list, greater first.
  private var weight: [Int] { [lostCount, lostToGap.count, longer.count, hopeLost.count] }

  fileprivate static func precedes(_ a: Self, _ b: Self) -> Bool {
    let (first, second) = (a.weight, b.weight)
    return first == second ? a.id < b.id : second.lexicographicallyPrecedes(first)
  }
}
