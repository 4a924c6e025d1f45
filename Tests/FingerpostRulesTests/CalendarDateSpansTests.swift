import FingerpostModel
import Testing

@testable import FingerpostRules

struct `The time between two dates` {
  @Test(arguments: [
    ("2026-01-12", "2026-10-12", "9 months", true), ("2026-01-12", "2026-10-11", "9 months", false),
    ("2026-01-31", "2026-02-28", "1 month", true), ("2025-02-01", "2025-11-01", "9 months", true),
    ("2026-01", "2026-10", "9 months", nil), ("2026-01", "2026-11", "9 months", true),
    ("2026-01", "2026-09", "9 months", false), ("2026-01-01", "2026-01-15", "2 weeks", true),
    ("2026", "2027", "1 year", nil), ("2024-02-29", "2025-02-28", "1 year", true),
  ])
  func `is counted by the calendar`(
    _ from: String, _ until: String, _ span: String, _ expected: Bool?
  ) throws {
    let from = try #require(CalendarDate(from))
    let until = try #require(CalendarDate(until))
    #expect(try from.isAtLeast(#require(TimeSpan(span)), before: until) == expected)
  }
}
