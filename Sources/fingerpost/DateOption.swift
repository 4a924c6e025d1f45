public import ArgumentParser
public import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CalendarDate {
  /// The day it is where the program runs.
  static var today: CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(year: parts.year ?? 1, month: parts.month, day: parts.day) ?? .earliest
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads a whole date, or `today`, from the command line.
  public init?(argument: String) {
    if argument == "today" {
      self = .today
    } else {
      guard let date = CalendarDate(argument), date.day != nil else { return nil }
      self = date
    }
  }
}
