import FingerpostModel

extension CalendarDate {
  /// Whether a length of time or more lies between this date and another: true when it does for
  /// all days that the two can mean, false when it does for none, otherwise `nil`.
  func isAtLeast(_ span: TimeSpan, before later: CalendarDate) -> Bool? {
    if firstAndLast.last.day(after: span) <= later.firstDay { return true }
    if firstAndLast.first.day(after: span) > later.lastDay { return false }
    return nil
  }

  /// The first and the last day that it can mean, as dates.
  private var firstAndLast: (first: CalendarDate, last: CalendarDate) {
    func date(_ month: Int, _ day: Int) -> CalendarDate? {
      CalendarDate(year: year, month: month, day: day)
    }
    let first = date(month ?? 1, day ?? 1) ?? self
    guard day == nil else { return (first, first) }
    let last = (28...31).reversed().lazy.compactMap { date(month ?? 12, $0) }.first ?? self
    return (first, last)
  }

  /// The number of the day that lies a length of time after this one, as the calendar counts: a
  /// month after 31 January is the last day of February.
  private func day(after span: TimeSpan) -> Int {
    let months: Int
    switch span.unit {
    case .day: return firstDay + span.count
    case .week: return firstDay + span.count * 7
    case .month: months = span.count
    case .year: months = span.count * 12
    }
    let total = year * 12 + (month ?? 1) - 1 + months
    for day in stride(from: day ?? 1, through: 1, by: -1) {
      if let date = CalendarDate(year: total / 12, month: total % 12 + 1, day: day) {
        return date.firstDay
      }
    }
    return Int.max
  }
}
