import FingerpostFormats
import FingerpostModel
import FingerpostRules
import FingerpostTestSupport
import Foundation
import Testing

struct `A planted fault in the invented county` {
  /// Each fault, planted and checked.
  private static let checked: [String: Result<FaultedMap, any Error>] = {
    let results = PlantedFault.all.inParallel { fault in
      (fault.description, Result { try FaultedMap(fault) })
    }
    return Dictionary(uniqueKeysWithValues: results)
  }()

  @Test func `is not there before it is planted`() throws {
    let result = try check(InventedCounty.text.get())
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
    let map = try #require(Self.checked[fault.description]).get()
    #expect(
      map.lines.count == 1,
      "“\(fault.line)” is a line of the faulted map \(map.lines.count) times")
    #expect(
      map.isCaught,
      "reported at \(map.reported.map { "\($0.location?.line ?? 0): \($0.message)" })")
    #expect(map.unexplained == [], "\(map.unexplained.map { "\($0.rule): \($0.message)" })")
    #expect(map.result.diagnostics.filter { $0.severity == .error } == [])
  }

  @Test func `is told in sentences that translators are given, but for a few`() throws {
    let known = Set(RuleSentences.patterns { MapReader().read(text: $0).map })
    var told: Set<String> = []
    for fault in PlantedFault.all {
      for finding in try #require(Self.checked[fault.description]).get().reported {
        for text in [finding.message, finding.remedy] + finding.evidence {
          told.formUnion(SentencePattern.sentences(of: text).map { SentencePattern(of: $0).text })
        }
      }
    }
    let missing = told.subtracting(known).sorted()
    #expect(told.count > 300)
    #expect(missing.count * 4 < told.count, "\(missing.count) of \(told.count): \(missing)")
  }

  @Test func `is caught, rule by rule, as this table says`() throws {
    var table = "rule".padded + "faults  caught  other rules' errors it explains\n"
    for id in RuleID.allCases {
      let maps = try PlantedFault.all.filter { $0.rule == id }
        .map { try #require(Self.checked[$0.description]).get() }
      let caught = maps.count { $0.isCaught && $0.unexplained.isEmpty }
      let others = Set(maps.flatMap(\.explained)).sorted()
      table +=
        id.rawValue.padded + "\(maps.count)       \(caught)       "
        + others.joined(separator: ", ") + "\n"
      #expect(!maps.isEmpty, "no fault is planted for \(id.rawValue)")
      #expect(caught == maps.count, "\(id.rawValue)")
    }
    print(table)
  }
}

/// The map of the invented county.
enum InventedCounty {
  static let text: Result<String, any Error> = Result {
    try String(
      contentsOfFile: PackageRoot.path(of: "Examples/brackenshire/brackenshire.yaml"),
      encoding: .utf8)
  }
}

/// The county with a fault, and what the check says of it.
private struct FaultedMap: Sendable {
  let result: CheckResult
  /// What the fault's rule reports.
  let reported: [Finding]
  /// The lines, counted from 1, that read as the fault says.
  let lines: [Int]
  /// Errors of rules that the fault does not explain.
  let unexplained: [Finding]
  /// The names of other rules whose errors it does explain.
  let explained: [String]

  /// Whether the rule reports the fault at its line.
  var isCaught: Bool { reported.contains { $0.location?.line == lines.first } }

  init(_ fault: PlantedFault) throws {
    var map = MapText(try InventedCounty.text.get())
    try fault.plant(&map)
    result = try check(map.text)
    reported = result.findings.filter { $0.rule == fault.rule.rawValue }
    lines = map.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $1.trimmingCharacters(in: .whitespaces) == fault.line }.map { $0.offset + 1 }
    let others = result.findings.filter {
      $0.severity == .error && $0.rule != fault.rule.rawValue
    }
    let allowed = Set(fault.alsoExplains.map(\.rawValue))
    unexplained = others.filter { !allowed.contains($0.rule) }
    explained = others.map(\.rule).filter(allowed.contains)
  }
}

extension String {
  /// With spaces up to the width of the longest rule's name.
  fileprivate var padded: String { self + String(repeating: " ", count: max(2, 44 - count)) }
}
