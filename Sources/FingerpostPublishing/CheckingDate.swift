package import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The day that counts as today.
package enum CheckingDate: Hashable, Sendable {
  /// The day on which the program runs.
  case today
  /// A day that was named.
  case day(CalendarDate)
  /// The date of what each map says; the day on which the program runs where it has none.
  case asOf

  /// The day for a map.
  package func day(for map: SystemMap) -> CalendarDate {
    switch self {
    case .today: .today
    case .day(let day): day
    case .asOf: map.asOf ?? .today
    }
  }
}

extension CalendarDate {
  /// The day it is where the program runs.
  package static var today: CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(year: parts.year ?? 1, month: parts.month, day: parts.day) ?? .earliest
  }
}
