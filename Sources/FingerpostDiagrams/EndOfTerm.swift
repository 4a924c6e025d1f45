import FingerpostModel

/// How the end of an agreement, of funding or of a term stands to the date of a picture.
struct EndOfTerm {
  /// When it ends; `nil` when the map does not say.
  let end: CalendarDate?
  /// The date of the picture.
  let date: CalendarDate?

  /// What ends within so many days of a picture's date ends soon: a year, in which a board can still
  /// decide what comes after.
  private static let soon = 365

  init(_ end: CalendarDate?, on date: CalendarDate?) {
    self.end = end
    self.date = date
  }

  /// Whether it has ended for sure.
  var isOver: Bool {
    guard let end, let date else { return false }
    return end.isSurelyBefore(date)
  }

  /// Whether it has ended, or may end within a year.
  var isClose: Bool {
    guard let end, let date else { return false }
    return end.firstDay - date.firstDay <= Self.soon
  }

  /// When it ends or ended, in words; `nil` when the map does not say.
  func told(in words: Words) -> String? {
    end.map { words(isOver ? .endedOn : .until, ["date": words.date($0)]) }
  }
}
