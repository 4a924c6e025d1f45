import FingerpostAnalysis
public import FingerpostModel

extension RuleChecker {
  /// Checks a map, and tells an audience only what it may know.
  ///
  /// The rules look at the map as the audience is shown it, and at the whole map; what they say of
  /// both is told. So nothing that is said comes from what is hidden, and nothing is said to be
  /// missing that is merely hidden.
  ///
  /// - Parameters:
  ///   - map: The whole map.
  ///   - diagnostics: What its reader reported, in words that the audience may read.
  ///   - audience: Who will read it.
  /// - Returns: What the rules say of both; of the map, what the audience is shown.
  public func check(
    _ map: SystemMap, diagnostics: [Diagnostic] = [], for audience: Audience
  ) -> CheckResult {
    let whole = check(map, diagnostics: diagnostics)
    guard audience != .operational else { return whole }
    let shown = map.shown(to: audience, smallestCount: smallestPublicCount)
    return check(shown, diagnostics: diagnostics).keeping(whatIsIn: whole)
  }
}

extension CheckResult {
  /// What this result and another one of the same map have in common.
  ///
  /// - Complexity: O(*n*) for all that was found.
  func keeping(whatIsIn other: CheckResult) -> CheckResult {
    let findings = Set(other.findings)
    let accepted = Set(other.accepted.map(\.finding))
    let questions = Set(other.questions)
    let shared = CheckResult(
      map: map, date: date, profiles: profiles, findings: self.findings.filter(findings.contains),
      accepted: self.accepted.filter { accepted.contains($0.finding) },
      questions: self.questions.filter(questions.contains), tallies: [:], rules: rules,
      diagnostics: diagnostics)
    var tallies = self.tallies.mapValues { _ in Answers.Tally() }
    for (rule, tally) in self.tallies {
      // Where the whole map passes less often, what is wrong there is not told.
      tallies[rule]?.passes = min(tally.passes, other.tallies[rule]?.passes ?? 0)
    }
    for finding in shared.findings + shared.accepted.map(\.finding) {
      if let rule = RuleID(rawValue: finding.rule) { tallies[rule]?.fails += 1 }
    }
    for question in shared.questions {
      if let rule = RuleID(rawValue: question.rule) { tallies[rule]?.questions += 1 }
    }
    return CheckResult(
      map: map, date: date, profiles: profiles, findings: shared.findings,
      accepted: shared.accepted, questions: shared.questions,
      tallies: tallies.filter { $0.value != Answers.Tally() }, rules: rules,
      diagnostics: diagnostics)
  }
}
