import FingerpostFormats
import FingerpostModel
import FingerpostRules
import FingerpostTestSupport
import Foundation
import Testing

struct `A planted fault in the invented county` {
  /// The map without a fault.
  private static let clean: Result<String, any Error> = Result {
    try String(
      contentsOfFile: PackageRoot.path(of: "Examples/brackenshire/brackenshire.yaml"),
      encoding: .utf8)
  }

  @Test func `is not there before it is planted`() throws {
    let result = try check(Self.clean.get())
    #expect(
      result.findings == [],
      "\(result.findings.map { "\($0.location.map { "\($0)" } ?? "") \($0.rule): \($0.message)" }.joined(separator: "\n"))"
    )
    for id in result.rules {
      #expect(result.tallies[id, default: .init()].passes > 0, "\(id.rawValue) looked at nothing")
    }
  }

  @Test(arguments: PlantedFault.all)
  func `is reported by its rule at its line, and explains every new error`(
    _ fault: PlantedFault
  ) throws {
    var map = MapText(try Self.clean.get())
    try fault.plant(&map)
    let result = try check(map.text)
    let lines = map.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $1.trimmingCharacters(in: .whitespaces) == fault.line }.map { $0.offset + 1 }
    try #require(
      lines.count == 1, "“\(fault.line)” is a line of the faulted map \(lines.count) times")
    let reported = result.findings.filter { $0.rule == fault.rule.rawValue }
    #expect(
      reported.contains { $0.location?.line == lines[0] },
      "reported at \(reported.map { "\($0.location?.line ?? 0): \($0.message)" })")
    let explained = fault.alsoExplains.union([fault.rule])
    let others = result.findings.filter { finding in
      finding.severity == .error && !explained.contains { $0.rawValue == finding.rule }
    }
    #expect(others == [], "\(others.map { "\($0.rule): \($0.message)" })")
    #expect(result.diagnostics.filter { $0.severity == .error } == [])
  }

  @Test(arguments: RuleID.allCases) func `exists for every rule`(_ id: RuleID) {
    #expect(PlantedFault.all.contains { $0.rule == id }, "no fault is planted for \(id.rawValue)")
  }
}
