import FingerpostFormats
import FingerpostModel
import FingerpostRules
import FingerpostTestSupport
import Testing

struct `Every rule` {
  @Test(arguments: RuleID.allCases)
  func `passes its passing example`(_ id: RuleID) throws {
    let result = try check(mapText(of: id.rule.examples.passing), only: id.run)
    #expect(result.findings.filter { $0.rule == id.rawValue } == [])
    #expect(result.tallies[id, default: .init()].passes > 0, "the rule found nothing to look at")
    #expect(result.tallies[id, default: .init()].questions == 0, "\(result.questions)")
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
  }

  @Test(arguments: RuleID.allCases)
  func `reports its failing example, at the lines that say so`(_ id: RuleID) throws {
    let text = mapText(of: id.rule.examples.failing)
    let marked = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $1.hasSuffix("# here") }.map { $0.offset + 1 }
    try #require(!marked.isEmpty, "no line of the failing example is marked with `# here`")
    let result = try check(text, only: id.run)
    let reported = result.findings.filter { $0.rule == id.rawValue }
    let lines = Set(reported.compactMap { $0.location?.line })
    #expect(
      lines == Set(marked),
      "\(reported.map { "\($0.location.map { "\($0)" } ?? "") \($0.message)" })")
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
  }

  @Test(arguments: RuleID.allCases)
  func `says everything in whole sentences`(_ id: RuleID) throws {
    let rule = id.rule
    #expect(rule.id == id)
    let result = try check(mapText(of: rule.examples.failing), only: id.run)
    let messages = result.findings.filter { $0.rule == id.rawValue }.map(\.message)
    let remedies = result.findings.filter { $0.rule == id.rawValue }.map(\.remedy)
    for sentence in [rule.summary, rule.remedy] + messages + remedies {
      #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(sentence)")
      #expect(sentence.first?.isLowercase == false || sentence.hasPrefix("`"), "\(sentence)")
    }
    let told =
      result.findings.flatMap { [$0.message, $0.remedy] + $0.evidence }
      + result.questions.map(\.message) + [rule.summary, rule.remedy]
      + rule.authority.map(\.says)
    for sentence in told { #expect(CodeWords.found(in: sentence) == [], "\(sentence)") }
    #expect(!rule.authority.isEmpty)
    for authority in rule.authority { #expect(authority.says.hasSuffix("."), "\(authority.says)") }
  }

  @Test(arguments: RuleID.allCases)
  func `is asked for by a built-in profile`(_ id: RuleID) {
    #expect(everyProfile.contains { $0.rules.contains(id.rawValue) })
  }

  @Test(arguments: ProfileName.allCases)
  func `is known to the profile that asks for it`(_ name: ProfileName) {
    #expect(name.profile.id.rawValue == name.rawValue)
    for rule in name.profile.rules { #expect(RuleID(rawValue: rule) != nil, "\(rule)") }
    #expect(Set(name.profile.rules).count == name.profile.rules.count)
  }
}

extension RuleID {
  /// The rules to run for the examples of this one: alone, unless it looks at what others find.
  var run: Set<RuleID>? {
    if case .findings = rule.check { nil } else { [self] }
  }
}
