/// A count as it was stated, with its bound kept: "over 2500" never becomes 2500.
///
/// Written `9`, `over 2500`, `at least 3`, `about 18`, `up to 40` or `under 5`.
public struct Quantity: Hashable, Sendable, CustomStringConvertible {
  /// How the number bounds the count.
  public enum Bound: String, CaseIterable, Hashable, Sendable {
    /// Just this many.
    case exactly
    /// More than this many.
    case over
    /// This many or more.
    case atLeast = "at least"
    /// Roughly this many.
    case about
    /// This many or fewer.
    case upTo = "up to"
    /// Fewer than this many.
    case under
  }

  /// How the number bounds the count.
  public var bound: Bound
  /// The number, never negative.
  public var number: Int

  /// Makes a count, exact by default.
  public init(_ number: Int, _ bound: Bound = .exactly) {
    self.number = number
    self.bound = bound
  }

  /// Reads a count as people write it; `nil` for anything else.
  public init?(_ text: String) {
    for bound in Bound.allCases where bound != .exactly {
      if text.hasPrefix(bound.rawValue + " ") {
        guard let number = Self.number(text.dropFirst(bound.rawValue.count + 1)) else { return nil }
        self.init(number, bound)
        return
      }
    }
    guard let number = Self.number(text[...]) else { return nil }
    self.init(number)
  }

  private static func number(_ digits: some StringProtocol) -> Int? {
    guard (1...12).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(digits)
  }

  /// The number when it is exact; otherwise `nil`.
  public var exact: Int? { bound == .exactly ? number : nil }

  /// As it was written.
  public var description: String {
    bound == .exactly ? String(number) : "\(bound.rawValue) \(number)"
  }
}
