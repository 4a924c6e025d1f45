/// A length of time as people write it: `6 weeks`, `9 months`.
public struct TimeSpan: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// What a length of time is counted in.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// Calendar days.
    case day
    /// Weeks of seven days.
    case week
    /// Twelfths of a year.
    case month
    /// Years of 365¼ days.
    case year

    /// Its length in half-hours, the largest unit in which all four are whole: 48 a day, and a
    /// twelfth of 365¼ days a month.
    var halfHours: Int {
      switch self {
      case .day: 48
      case .week: 336
      case .month: 1461
      case .year: 17532
      }
    }
  }

  /// How many units.
  public var count: Int
  /// Of what.
  public var unit: Unit

  /// Makes a length of time.
  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads `6 weeks` or `1 day`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, parts[0].utf8.allSatisfy({ (48...57).contains($0) }),
      let count = Int(parts[0]), count <= 100_000
    else { return nil }
    var word = parts[1]
    if word.hasSuffix("s") { word = word.dropLast() }
    guard let unit = Unit(rawValue: String(word)) else { return nil }
    self.init(count, unit)
  }

  /// Its length in half-hours.
  public var halfHours: Int { count * unit.halfHours }

  /// As people write it.
  public var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }

  /// Orders spans by their length.
  public static func < (a: Self, b: Self) -> Bool {
    (a.halfHours, a.unit.halfHours) < (b.halfHours, b.unit.halfHours)
  }
}
