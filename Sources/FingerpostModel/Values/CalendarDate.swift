/// A date as precise as it was stated: a day, a month or a year.
///
/// Written in ISO 8601: `2019-10-01`, `2019-10` or `2019`. The calendar is the Gregorian one, the
/// years 1 to 9999.
public struct CalendarDate: Hashable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12; `nil` when only the year is stated.
  public let month: Int?
  /// The day of the month; `nil` when only the month or the year is stated.
  public let day: Int?

  private init(yearOnly year: Int) {
    self.year = year
    month = nil
    day = nil
  }

  /// The year 1, which stands for a date that is yet to be read.
  package static let earliest = CalendarDate(yearOnly: 1)

  /// Makes a date; `nil` when there is no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2019-10-01`, `2019-10` or `2019`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, length) in zip(parts, [4, 2, 2]) {
      guard part.utf8.count == length, part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// The first day that it can mean, counted from 1 January of the year 1 as day 0.
  public var firstDay: Int { Self.dayNumber(year, month ?? 1, day ?? 1) }

  /// The last day that it can mean, counted as in `firstDay`.
  public var lastDay: Int {
    let lastMonth = month ?? 12
    return Self.dayNumber(year, lastMonth, day ?? Self.days(in: lastMonth, of: year))
  }

  /// As it is written in a map.
  public var description: String {
    var text = Self.padded(year, to: 4)
    if let month { text += "-" + Self.padded(month, to: 2) }
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  /// Whether every day that it can mean lies before every day that the other can mean.
  public func isSurelyBefore(_ other: Self) -> Bool { lastDay < other.firstDay }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let past = year - 1
    var number = past * 365 + past / 4 - past / 100 + past / 400
    for earlier in 0..<(month - 1) { number += days(in: earlier + 1, of: year) }
    return number + day - 1
  }
}

extension CalendarDate {
  /// As people say it: `1 October 2019`, `October 2019`, `2019`.
  public var inWords: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    guard let month else { return String(year) }
    guard let day else { return "\(names[month - 1]) \(year)" }
    return "\(day) \(names[month - 1]) \(year)"
  }

  /// As people say when something happened: `on 1 October 2019`, `in October 2019`, `in 2019`.
  public var onInWords: String { (day == nil ? "in " : "on ") + inWords }
}
