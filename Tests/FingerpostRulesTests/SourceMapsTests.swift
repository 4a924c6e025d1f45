import FingerpostFormats
import FingerpostModel
import FingerpostRules
import FingerpostTestSupport
import Foundation
import Testing

/// What is reported as failed on the maps of the sources, and which source states it: a rule and an
/// element, by the name of the map's file.
///
/// Everything else that they do not say is a question.
private let stated: [String: [String]] = [
  // E98: the toolkit was due for review on 1 January 2021.
  "abcpip": ["source-review-overdue sources/toolkit"],
  "gloucestershire": ["source-review-overdue sources/toolkit"],
  "leeds": ["source-review-overdue sources/toolkit"],
  "manchester": ["source-review-overdue sources/toolkit"],
  "parent-infant-reference": [
    "source-review-overdue sources/toolkit",
    // E08 names a Clinical Commissioning Group in October 2019; there have been none since July 2022.
    "obsolete-body organisations/ccg",
  ],
  // C15: "Patient Practitioner Programme" stands there once and matches no other name.
  "putney-and-roehampton": ["name-near-duplicate programmes/patient-skills-programme"],
  "tameside-and-glossop": ["source-review-overdue sources/toolkit"],
]

struct `On the maps of the sources` {
  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.path(of: "Maps")))?
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted() ?? []

  @Test func `ten are looked at`() { #expect(Self.names.count == 10) }

  private func map(_ name: String) throws -> SystemMap {
    let document = try #require(
      MapReader().read(path: PackageRoot.path(of: "Maps/\(name).yaml")).first)
    return try #require(document.map, "\(document.diagnostics)")
  }

  private func check(_ map: SystemMap, on date: CalendarDate = sampleDate) -> CheckResult {
    RuleChecker(profiles: everyProfile, on: date).check(map)
  }

  @Test func `the reference has all six functions, all eight referrers and every step`() throws {
    let map = try map("parent-infant-reference")
    let result = check(map)
    let rules: [RuleID] = [
      .boardMinimumFunctions, .referralSourceCoverage,
      .stepUpRoute, .stepDownRoute, .stepOutRoute, .stepDirectionConsistent,
    ]
    for rule in rules {
      #expect(result.tallies[rule, default: .init()].passes > 0, "\(rule)")
      #expect(!result.findings.contains { $0.rule == rule.rawValue }, "\(rule)")
    }
    let seats = map.boards.filter { $0.kind == .strategic }.flatMap { $0.seats ?? [] }
    let represented = Set(seats.flatMap { $0.represents ?? [] })
    for slot in Profile.parentInfant2019.minimumFunctions {
      #expect(slot.contains { represented.contains($0) }, "\(slot)")
    }
    let senders = Set(
      map.routes.filter { $0.to == "parent-infant-team" && $0.kind.movesFamily }
        .compactMap { map.services[$0.from]?.kind })
    #expect(senders.isSuperset(of: Profile.parentInfant2019.typicalReferrers))
    let steps = Set(map.routes.compactMap(\.step))
    #expect(steps == [.up, .down, .out])
  }

  @Test func `the toolkit is past its review date today, and was not in 2020`() throws {
    let map = try map("leeds")
    let rule = RuleID.sourceReviewOverdue.rawValue
    let then = try #require(CalendarDate("2020-12-01"))
    #expect(check(map).findings.contains { $0.rule == rule })
    #expect(!check(map, on: then).findings.contains { $0.rule == rule })
  }

  @Test func `one person of Putney is a question where the map says so, and an error otherwise`()
    throws
  {
    var map = try map("putney-and-roehampton")
    let stated = check(map)
    #expect(!stated.findings.contains { $0.rule == RuleID.flowBalance.rawValue })
    #expect(stated.questions.contains { $0.question.one.contains("what became of 1 person") })

    let flow = try #require(map.flows.first)
    map.flows[flow.id]?.unaccounted = .notStated
    let found = try #require(
      check(map).findings.first { $0.rule == RuleID.flowBalance.rawValue })
    #expect(found.severity == .error)
    #expect(found.location == flow.stages?.last?.origin.location)
  }

  @Test(arguments: names)
  func `nothing is reported as failed that the source does not state`(_ name: String) throws {
    let result = try check(map(name))
    let found = result.findings.map { "\($0.rule) \($0.element)" }
    #expect(
      Set(found) == Set(stated[name, default: []]),
      "\(result.findings.map { "\($0.rule) \($0.element): \($0.message)" }.joined(separator: "\n"))"
    )
    #expect(!result.questions.isEmpty, "no source says everything")
  }
}
