import FingerpostFormats
import FingerpostRules
import FingerpostTestSupport
import Testing

struct `The model document` {
  @Test func `names every fact once`() throws {
    let expected = facts.flatMap { letter, count in (1...count).map { fact(letter, $0) } }
    #expect(expected.count == 162)
    #expect(try rows(of: "Facts").map(\.name) == expected)
  }

  @Test func `names every rule of the catalogue once`() throws {
    #expect(rules.count == 109)
    #expect(try rows(of: "Rules").map(\.name).sorted() == rules.sorted())
  }

  @Test func `has a rule for every rule of the catalogue, or a remark why not`() {
    let remarked = (CatalogueRemarks.merged + CatalogueRemarks.leftOut).map(\.name)
    for name in rules {
      let isRule = RuleID(rawValue: name) != nil
      #expect(isRule != remarked.contains(name), "\(name)")
    }
  }

  @Test func `gives every fact and every rule a place or a reason`() throws {
    for row in try rows(of: "Facts") + rows(of: "Rules") {
      #expect(!row.places.isEmpty || row.text.contains("not "), "\(row.name)")
    }
  }

  @Test func `names only places that a map file has, and words that they take`() throws {
    for row in try rows() {
      for place in row.places {
        #expect(!place.keys.isEmpty, "\(row.name): no map has \(place.path)")
        for word in place.words {
          #expect(
            MapFormat.takes(word, at: place.path),
            "\(row.name): \(place.path) does not take \(word)")
        }
      }
    }
  }

  @Test func `explains every key of the format`() throws {
    let explained = Set(try rows().flatMap(\.places).flatMap(\.keys))
    for key in MapFormat.keys where !explained.contains(key) {
      Issue.record("docs/model.md gives no reason for \(key)")
    }
  }
}

struct `A place in a map file` {
  @Test(arguments: [
    "map.title", "services.*", "services.*.name", "services.*.excludes[].onward",
    "services.*.excludes",
    "services.*.serves[]", "routes[].counts[].parts[].parts[].number", "boards.*.quorum",
  ])
  func `is found`(_ path: String) {
    #expect(MapFormat.keys(along: path) != nil)
  }

  @Test(arguments: [
    "", "map", "map.titel", "services.name", "services.*.", "services[].name",
    "routes.*.from", "routes.from", "services.*.excludes.onward", "services.*.name[]", "routes[].*",
    "services.*.name.name",
  ])
  func `is not found where there is none`(_ path: String) {
    #expect(MapFormat.keys(along: path) == nil)
  }
}

// MARK: - The page

/// A row of a table: what it is about, and the places that it names.
private struct Row {
  let name: String
  let text: String
  let places: [Place]

  init(_ line: Substring, ofOtherKeys: Bool) {
    let cells = line.split(separator: "|").map { String($0.trimmingPrefix(" ")) }
    name = String(cells.first?.prefix { $0 != " " } ?? "")
    text = String(line)
    // In the rows on other keys the places stand first.
    let cell = (ofOtherKeys ? cells.first : cells.last) ?? ""
    places = cell.matches(of: /`([^`]+)`/).map { Place($0.output.1) }
  }
}

/// A place as the page writes it: `routes[].step: up, down`.
private struct Place {
  let path: String
  let words: [String]

  init(_ text: Substring) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    path = parts[0]
    words =
      parts.count == 1
      ? [] : parts[1].split(separator: ",").map { String($0.trimmingPrefix(" ")) }
  }

  /// The keys on the way; a key by itself stands for that key of every record.
  var keys: [MapFormat.Key] {
    if let keys = MapFormat.keys(along: path), path.contains(".") { return keys }
    return MapFormat.keys.filter { $0.key == path }
  }
}

/// The rows of the table below a heading, or of all three.
private func rows(of heading: String? = nil) throws -> [Row] {
  var section: Substring = ""
  var rows: [Row] = []
  for line in try RepositoryFile(path: "docs/model.md").lines() {
    if line.hasPrefix("## ") { section = line.dropFirst(3) }
    guard ["Facts", "Rules", "Other keys"].contains(section), line.hasPrefix("| ") else { continue }
    guard heading == nil || heading ?? "" == section else { continue }
    rows.append(Row(line, ofOtherKeys: section == "Other keys"))
  }
  return rows.filter { !["fact", "rule", "keys"].contains($0.name) }
}

// MARK: - What the page has to name

/// The letters of the documents, each with the number of its facts.
private let facts = [("A", 21), ("B", 10), ("C", 19), ("D", 12), ("E", 100)]

private func fact(_ letter: String, _ number: Int) -> String {
  number < 10 ? "\(letter)0\(number)" : "\(letter)\(number)"
}

/// The catalogue of rules.
private let rules = """
  board-minimum-functions board-specialist-perinatal-not-generic board-recommended-sectors
  board-one-member-many-functions board-function-unowned board-parent-carer-voice
  board-terms-of-reference board-commissioner-link board-member-service-absent
  guideline-group-four-stakeholders reports-to-strategic-board steering-group-reporting-line
  steering-group-expected reporting-cycle orphan-board partnership-board-mixed-policies
  commissioner-unknown obsolete-body risk-escalation-path referral-source-coverage
  self-referral-notifies-hv-gp referral-criteria-complete referral-method-stated
  relationship-rationale-required perinatal-mh-not-automatic guidance-before-promotion
  neighbour-services-distinguished referrer-feedback-edge edge-to-closed-service
  signpost-only-route step-up-route step-down-route step-out-route step-direction-consistent
  step-out-reason step-up-without-return community-route-for-all voluntary-in-steps
  transition-protocol transfers-recorded child-protection-step-down coverage-age-gap
  nominal-age-not-actual perinatal-window-mismatch coverage-area-gap area-code-invalid
  cross-boundary-area child-and-parent-both parental-status-recorded duplicate-offer
  pii-agreement-recorded aggregate-vs-identifiable agreement-expired consent-to-share
  video-governance carer-confidentiality-guidance named-person-in-map small-count-disclosure
  exclusion-has-onward-route severe-illness-redirect substance-route care-proceedings-resume
  cpp-policy-stated cpp-hold-open-needs-agreement exclusion-chain-dead-end
  joint-staff-safeguarding-policy policy-set-complete charity-charging-excludes-poverty
  nhs-charging-signoff training-three-levels training-reaches-adult-mh training-has-follow-up
  training-managers-included training-lived-experience training-mandatory-plan
  specialist-supervision setup-lead-capacity pilot-before-evaluation facilitator-per-team
  licence-expiry venue-checklist venue-alternatives home-visits-lone-working
  interpreter-and-groups output-contrast output-not-colour-only output-text-equivalent
  output-reading-order assured-within-three-months source-review-overdue owner-missing
  planned-shown-as-live temporal-order isolated-service dead-end unreachable-service bounce-loop
  single-point-of-failure long-route name-near-duplicate undefined-reference dangling-reference
  flow-balance flow-monotonic parts-sum-to-total subset-within-set lower-bound-not-exact
  demand-exceeds-capacity complexity-mix-drift
  """.split { $0.isWhitespace }.map(String.init)
