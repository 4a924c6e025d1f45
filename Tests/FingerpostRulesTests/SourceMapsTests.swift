import FingerpostFormats
import FingerpostModel
import FingerpostRules
import FingerpostTestSupport
import Foundation
import Testing

/// What is reported as failed on the maps of the sources, and which source states it: a rule and an
/// element, by the name of the map's file. Everything else that they do not say is a question.
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

  @Test(arguments: names)
  func `nothing is reported as failed that the source does not state`(_ name: String) throws {
    let document = try #require(
      MapReader().read(path: PackageRoot.path(of: "Maps/\(name).yaml")).first)
    let map = try #require(document.map)
    let result = RuleChecker(profiles: everyProfile, on: sampleDate)
      .check(map, diagnostics: document.diagnostics)
    let found = result.findings.map { "\($0.rule) \($0.element)" }
    #expect(
      Set(found) == Set(stated[name, default: []]),
      "\(result.findings.map { "\($0.rule) \($0.element): \($0.message)" }.joined(separator: "\n"))"
    )
    #expect(!result.questions.isEmpty, "no source says everything")
  }
}
