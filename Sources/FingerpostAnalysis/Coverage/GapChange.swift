package import FingerpostModel

/// One change that fills the gaps of several ages, areas or needs at once.
package struct GapChange: Hashable {
  /// What is changed, whatever the ages and areas.
  package enum Kind: Hashable {
    case reopenService(Service.ID)
    case reopenRoute(Route.ID)
    case widenAges(Service.ID)
    case addAreas(Service.ID)
    case addRoute(from: Service.ID, to: Service.ID)
    case addService(Need.ID)
  }

  package let kind: Kind
  /// Whether it joins two services that have to do with one another already.
  package let isBetweenNeighbours: Bool
  /// Whether help is then certain everywhere.
  package private(set) var isSure: Bool
  /// To what ages are widened.
  package private(set) var ages: AgeRange?
  /// The areas that are added, in ascending order.
  package private(set) var areas: [Area.ID] = []

  /// Makes the change of a repair.
  package init(_ repair: CoverageRepair) {
    isSure = repair.isSure
    isBetweenNeighbours = repair.kind == .routeBetweenNeighbours
    switch repair.change {
    case .reopenService(let id): kind = .reopenService(id)
    case .reopenRoute(let id): kind = .reopenRoute(id)
    case .widenAges(let id, let range):
      kind = .widenAges(id)
      ages = range
    case .addArea(let id, let area):
      kind = .addAreas(id)
      areas = [area]
    case .addRoute(let from, let to): kind = .addRoute(from: from, to: to)
    case .addService(let cell): kind = .addService(cell.need)
    }
  }

  /// Takes in the same change for other families.
  package mutating func add(_ other: GapChange) {
    isSure = isSure && other.isSure
    areas = Set(areas + other.areas).sorted()
    guard let own = ages, let more = other.ages else { return }
    ages = AgeRange(
      from: zip(own.from, more.from).map(min), to: zip(own.to, more.to).map(max))
  }

  /// Both values, if there are two.
  private func zip<Value>(_ a: Value?, _ b: Value?) -> (Value, Value)? {
    guard let a, let b else { return nil }
    return (a, b)
  }

  /// What puts changes in an order that does not depend on the file.
  package var order: [String] {
    switch kind {
    case .reopenService(let id): ["1", id.rawValue]
    case .reopenRoute(let id): ["1", id.rawValue, "route"]
    case .widenAges(let id): ["2", id.rawValue]
    case .addAreas(let id): ["2", id.rawValue, "areas"]
    case .addRoute(let from, let to): ["3", from.rawValue, to.rawValue]
    case .addService(let need): ["4", need.rawValue]
    }
  }
}
