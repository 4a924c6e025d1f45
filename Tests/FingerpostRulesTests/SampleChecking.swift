import FingerpostFormats
import FingerpostModel
import FingerpostRules
import Testing

/// The day on which examples and the invented county are checked.
let sampleDate = CalendarDate(year: 2026, month: 11, day: 1) ?? .earliest

/// Every built-in profile.
let everyProfile = ProfileName.allCases.map(\.profile)

/// Checks the text of a map against every built-in profile.
///
/// - Parameters:
///   - text: A whole map file.
///   - only: The rules to run; `nil` runs all.
/// - Returns: What is found.
/// - Throws: When the text cannot be read.
func check(_ text: String, only: Set<RuleID>? = nil) throws -> CheckResult {
  let document = MapReader().read(text: text)
  let map = try #require(document.map, "\(document.diagnostics)")
  return RuleChecker(profiles: everyProfile, on: sampleDate, only: only)
    .check(map, diagnostics: document.diagnostics)
}

/// An example of a rule as a whole map file.
func mapText(of example: String) -> String {
  "fingerpost: 1\ntitle: Example\n" + example + "\n"
}
