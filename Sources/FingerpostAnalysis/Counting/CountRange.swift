package import FingerpostModel

/// The whole numbers that a count can stand for, from the least to the most.
///
/// All arithmetic with counts goes through it, so that a bound is never taken for a figure. A
/// comparison is true when it holds for every reading of both sides, false when it holds for none,
/// and `nil` otherwise; the two sides are taken to be independent of each other.
package struct CountRange: Hashable, Sendable {
  /// The smallest number, never negative.
  package let least: Int
  /// The largest number; `nil` when there is none.
  package let most: Int?

  /// Any number: what a count is that the map does not state.
  package static let unknown = CountRange(least: 0, most: nil)
  /// Nobody.
  package static let zero = CountRange(0)

  /// Numbers from one to another.
  package init(least: Int, most: Int?) {
    self.least = least
    self.most = most
  }

  /// Just one number.
  package init(_ number: Int) { self.init(least: number, most: number) }

  /// What a count can stand for.
  ///
  /// About 20 is 16 to 24: a fifth more or less, rounded outwards.
  package init(_ quantity: Quantity) {
    let number = quantity.number
    let tolerance = (number + 4) / 5
    switch quantity.bound {
    case .exactly: self.init(number)
    case .over: self.init(least: number + 1, most: nil)
    case .atLeast: self.init(least: number, most: nil)
    case .about: self.init(least: number - tolerance, most: number + tolerance)
    case .upTo: self.init(least: 0, most: number)
    case .under: self.init(least: 0, most: max(0, number - 1))
    }
  }

  /// What a count can stand for; any number where it is not stated.
  package init(_ quantity: Quantity?) { self = quantity.map { CountRange($0) } ?? .unknown }

  /// The number, when there is just one.
  package var exact: Int? { least == most ? least : nil }

  /// What the sum of two counts can be.
  package static func + (a: CountRange, b: CountRange) -> CountRange {
    CountRange(least: a.least + b.least, most: a.most.flatMap { most in b.most.map { most + $0 } })
  }

  /// What the sum of counts can be.
  package static func sum(of ranges: some Sequence<CountRange>) -> CountRange {
    ranges.reduce(.zero, +)
  }

  /// What is left when a count is taken out of this one; `nil` when it is more than there is,
  /// whatever the two stand for.
  package func takingOut(_ other: CountRange) -> CountRange? {
    if let most, most < other.least { return nil }
    return CountRange(
      least: other.most.map { max(0, least - $0) } ?? 0, most: most.map { $0 - other.least })
  }

  /// The numbers that both can stand for; `nil` when there are none.
  package func shared(with other: CountRange) -> CountRange? {
    let least = max(least, other.least)
    let most = [most, other.most].compactMap { $0 }.min()
    if let most, most < least { return nil }
    return CountRange(least: least, most: most)
  }

  /// Whether both are the same number.
  package func equals(_ other: CountRange) -> Bool? {
    if let exact, exact == other.exact { return true }
    return shared(with: other) == nil ? false : nil
  }

  /// Whether this is no more than the other.
  package func isAtMost(_ other: CountRange) -> Bool? {
    if let most, most <= other.least { return true }
    if let most = other.most, least > most { return false }
    return nil
  }
}

extension CountRange: CustomStringConvertible {
  /// In words: `9`, `at least 9`, `up to 9`, `3 to 9`.
  package var description: String {
    guard let most else { return least == 0 ? "any number" : "at least \(least)" }
    if least == most { return "\(least)" }
    return least == 0 ? "up to \(most)" : "\(least) to \(most)"
  }
}
