public import FingerpostModel

/// The ages from one up to, but not including, another, between which no service's limit lies.
///
/// Every service of the map accepts all of a band or none of it.
public struct AgeBand: Hashable, Sendable, CustomStringConvertible {
  /// The first age included.
  public let from: Age
  /// The first age no longer included.
  public let to: Age

  /// Makes a band.
  public init(from: Age, to: Age) {
    self.from = from
    self.to = to
  }

  /// As people say it.
  public var description: String { "\(from) to \(to)" }

  /// Whether an age lies in it.
  public func contains(_ age: Age) -> Bool { from <= age && age < to }

  /// The bands between the limits of all services of a map.
  package static func bands(ofServicesOf map: SystemMap) -> [AgeBand] {
    let limits = map.ageLimits
    guard let first = limits.min(), let last = limits.max() else { return [] }
    return bands(of: AgeBand(from: first, to: last), cutAt: limits)
  }

  /// The elementary intervals into which limits cut a range of ages, the youngest first.
  ///
  /// Of several wordings of the same limit it takes one that does not depend on their order.
  ///
  /// - Parameters:
  ///   - whole: The range to cut.
  ///   - limits: Ages at which to cut; those outside do no harm.
  /// - Returns: Bands that join without a gap; none when the range is empty.
  /// - Complexity: O(*k* log *k*), where *k* is the number of limits.
  static func bands(of whole: AgeBand, cutAt limits: some Sequence<Age>) -> [AgeBand] {
    guard whole.from < whole.to else { return [] }
    var wordings: [Int: Age] = [:]
    for limit in limits where whole.from < limit && limit < whole.to {
      let key = limit.halfHoursSinceBirth
      if let known = wordings[key], known.description <= limit.description { continue }
      wordings[key] = limit
    }
    let ends = [whole.from] + wordings.values.sorted() + [whole.to]
    return zip(ends, ends.dropFirst()).map(AgeBand.init(from:to:))
  }
}
