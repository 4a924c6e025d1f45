package import FingerpostModel

extension Origin {
  /// Whether a source is cited: one that is cited has published what it says.
  package var isPublished: Bool { !citations.isEmpty }
}

extension Quantity {
  /// Whether it says that there are a few, fewer than a limit; nobody is recognised by a zero.
  package func isSmall(under limit: Int) -> Bool {
    guard number > 0, number < limit else { return false }
    switch bound {
    case .exactly, .about, .upTo, .under: return true
    case .over, .atLeast: return false
    }
  }

  /// What stands for it where it is hidden: `under 5` or `at least 5`, so that a picture never says
  /// of a hidden count that the map does not say it.
  func hidden(under limit: Int) -> Quantity {
    guard number < limit else { return Quantity(limit, .atLeast) }
    guard bound == .about else { return Quantity(limit, .under) }
    // About 4 may be 5; all of those that are about so few look alike.
    let most = CountRange(Quantity(limit - 1, .about)).most ?? limit
    return Quantity(most + 1, .under)
  }
}

/// Numbers of a map that add up to another one.
package struct StatedSum {
  /// What they add up to.
  package let total: Quantity?
  /// The numbers.
  package let terms: [Quantity?]

  /// The one term that is not exact, and the number that it has to be; `nil` unless there is just
  /// one and all else is exact.
  package var followingTerm: (place: Int, number: Int)? {
    let open = terms.indices.filter { terms[$0]?.exact == nil }
    guard open.count == 1, let total = total?.exact else { return nil }
    return (open[0], total - terms.reduce(0) { $0 + ($1?.exact ?? 0) })
  }
}

extension Count {
  /// The sum of its parts; `nil` when the map states no parts.
  package var sum: StatedSum? {
    guard let parts, !parts.isEmpty else { return nil }
    return StatedSum(total: number, terms: parts.map(\.number))
  }
}

extension FlowStage {
  /// Those of the stage before as the sum of those who came further, those who are still there and
  /// those who left, in that order; `nil` when the map does not say who left.
  package func sum(after before: FlowStage) -> StatedSum? {
    guard let left else { return nil }
    return StatedSum(
      total: before.count, terms: [count, stillBefore ?? Quantity(0)] + left.map(\.count))
  }
}
