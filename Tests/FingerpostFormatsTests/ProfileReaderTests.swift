import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `The reader of profiles` {
  private let reader = ProfileReader(
    rules: ["licence-expiry", "commissioner-unknown"], groups: ["training"])

  private func read(_ text: String) -> (profile: Profile?, diagnostics: [Diagnostic]) {
    reader.read(Array(text.utf8), file: "maps/our-county.profile.yaml")
  }

  private let whole = """
    fingerpost-profile: 1
    title: The standard of our county
    extends: [parent-infant-2019]
    kinds: [housing]
    functions: [housing, [early-help, childrens-centre]]
    limits: {assured-within: 6 months, lead-posts: 0.6}
    exclusions:
      - {condition: care-proceedings, onward: [childrens-social-care], for: support meanwhile}
    settings:
      - {severity: note, reason: We begin gently.}
      - {group: training, severity: off, reason: It is being commissioned anew.}
      - {rule: licence-expiry, element: services/team, severity: error, reason: The board says so.}

    """

  @Test func `takes everything that a file states`() throws {
    let (profile, diagnostics) = read(whole)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let found = try #require(profile)
    #expect(found.id == "our-county")
    #expect(found.title == "The standard of our county")
    #expect(found.extends == ["parent-infant-2019"])
    #expect(found.minimumFunctions == [["housing"], ["early-help", "childrens-centre"]])
    #expect(found.limits.assuredWithin == TimeSpan(6, .month))
    #expect(found.limits.leadPosts == WholeTimeEquivalent(least: 60, most: 60))
    #expect(found.exclusions.map(\.onward) == [["childrens-social-care"]])
    #expect(
      found.settings.map(\.scope) == [
        .all, .group("training"),
        .element("licence-expiry", ElementID(.services, "team")),
      ])
    #expect(found.settings.map(\.severity) == [.note, nil, .error])
    #expect(found.settings[2].origin.location?.line == 12)
  }

  @Test(arguments: [
    ("rules: [licence-expire]", "did you mean `licence-expiry`?"),
    ("settings: [{group: trainng, severity: note, reason: R}]", "did you mean `training`?"),
    ("functions: [midwivery]", "did you mean `midwifery`?"),
    ("functions: [housing]", "`kinds:`"),
    ("settings: [{rule: licence-expiry, severity: note}]", "reason"),
    ("settings: [{rule: licence-expiry, severity: high, reason: R}]", "error, warning, note, off"),
    ("settings: [{severity: off, reason: R}]", "turns every rule off"),
    ("extends: [our-county]", "builds on itself"),
    (
      "settings: [{rule: licence-expiry, group: training, severity: note, reason: R}]",
      "keep `rule:` or `group:`"
    ),
    ("ages: {from: 3 years, to: 1 year}", "`to` must be later than `from`"),
    ("limits: {hand-off: 3}", "did you mean `hand-offs`?"),
  ])
  func `reports a fault with its place and a way out`(_ fault: String, _ says: String) throws {
    let (profile, diagnostics) = read("fingerpost-profile: 1\ntitle: T\n\(fault)\n")
    #expect(profile == nil)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.message.contains(says), "\(diagnostic.message)")
    #expect(diagnostic.location?.file == "maps/our-county.profile.yaml")
    #expect(diagnostics.count == 1, "\(diagnostics)")
  }

  @Test(arguments: ["", "a", "[", "- 1", "fingerpost-profile: 2\ntitle: T", "title: T"])
  func `says what is wrong with a file of another kind`(_ text: String) {
    let (profile, diagnostics) = read(text)
    #expect(profile == nil)
    #expect(!diagnostics.isEmpty)
  }

  @Test func `leaves the profiles in a folder of maps alone`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(whole, to: "our-county.profile.yaml")
    _ = try folder.write("fingerpost: 1\ntitle: T\n", to: "map.yaml")
    let documents = MapReader().read(path: folder.path)
    #expect(documents.count == 1)
    #expect(documents.first?.diagnostics == [])
  }
}
