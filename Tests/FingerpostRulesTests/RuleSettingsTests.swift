import FingerpostFormats
import FingerpostModel
import FingerpostRules
import Testing

struct `How much a rule matters` {
  private let map = """
    fingerpost: 1
    title: T
    services:
      a: {name: A, assured: 2025-01-01, commissioned-by: none, funded-by: none}
      b: {name: B, assured: 2025-01-01, commissioned-by: none, funded-by: none}
    """

  private func check(_ text: String, profiles: [Profile]) throws -> CheckResult {
    RuleChecker(
      profiles: profiles, on: sampleDate, only: [.assuredWithinThreeMonths, .commissionerUnknown]
    ).check(try #require(MapReader().read(text: text).map))
  }

  private func severities(_ settings: [RuleSetting]) throws -> [String: Severity] {
    var profile = Profile(id: "local", title: "Local")
    profile.settings = settings
    let result = try check(map, profiles: [profile])
    return Dictionary(
      uniqueKeysWithValues: result.findings.map { ("\($0.rule) \($0.element)", $0.severity) })
  }

  private static let rule = "assured-within-three-months"

  @Test func `is what the rule says, when no profile says otherwise`() throws {
    let found = try severities([])
    #expect(found.count == 4)
    #expect(found.values.allSatisfy { $0 == .warning })
  }

  @Test func `is what the most specific setting says, in whatever order they stand`() throws {
    let settings = [
      RuleSetting(.all, severity: .note, reason: "all"),
      RuleSetting(.group("freshness"), severity: .error, reason: "group"),
      RuleSetting(.rule(Self.rule), severity: .note, reason: "rule"),
      RuleSetting(
        .element(Self.rule, ElementID(.services, "a")), severity: .error, reason: "element"),
    ]
    for order in [settings, settings.reversed()] {
      let found = try severities(order)
      #expect(found["\(Self.rule) services/a"] == .error)
      #expect(found["\(Self.rule) services/b"] == .note)
      #expect(found["commissioner-unknown services/a"] == .note)
    }
    let group = try severities(Array(settings.prefix(2)))
    #expect(group["\(Self.rule) services/b"] == .error)
  }

  @Test func `is what was said last among equals`() throws {
    let found = try severities([
      RuleSetting(.rule(Self.rule), severity: .error, reason: "first"),
      RuleSetting(.rule(Self.rule), severity: .note, reason: "second"),
    ])
    #expect(found["\(Self.rule) services/a"] == .note)
  }

  @Test func `can be nothing at all, for one element or for all`() throws {
    let one = try severities([
      RuleSetting(.element(Self.rule, ElementID(.services, "a")), severity: nil, reason: "off")
    ])
    #expect(one["\(Self.rule) services/a"] == nil)
    #expect(one["\(Self.rule) services/b"] == .warning)
    let all = try severities([RuleSetting(.rule(Self.rule), severity: nil, reason: "off")])
    var profile = Profile(id: "local", title: "Local")
    profile.settings = [RuleSetting(.rule(Self.rule), severity: nil, reason: "off")]
    let result = try check(map, profiles: [profile])
    #expect(!result.rules.contains(.assuredWithinThreeMonths), "what is off does not run")
    #expect(all.keys.allSatisfy { $0.hasPrefix("commissioner") })
  }
}

struct `The profiles that a map names` {
  @Test func `come after those that they build on, each once`() {
    var local = Profile(id: "local", title: "Local")
    local.extends = ["parent-infant-2019", "other"]
    var other = Profile(id: "other", title: "Other")
    other.extends = ["local"]
    let catalogue = ProfileCatalogue(adding: [local, other])
    let found = catalogue.profiles(named: ["local", "core", "nowhere"])
    #expect(found.profiles.map(\.id) == ["parent-infant-2019", "other", "local", "core"])
    #expect(found.unknown == ["nowhere"])
  }

  @Test func `add up, and the later fact holds`() {
    var local = Profile(id: "local", title: "Local")
    local.minimumFunctions = [["housing"], ["midwifery"]]
    local.limits.functionsPerMember = 1
    local.oneMemberSeveralFunctions = false
    let sum = Profile.parentInfant2019.adding(local)
    #expect(sum.minimumFunctions.count == 7)
    #expect(sum.oneMemberSeveralFunctions == false)
    #expect(sum.limits.functionsPerMember == 1)
    #expect(sum.limits.leadTime == TimeSpan(9, .month))
  }
}
