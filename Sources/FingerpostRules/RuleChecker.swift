public import FingerpostModel

/// Checks maps against written standards.
///
/// ```swift
/// let checker = RuleChecker(profiles: [.parentInfant2019], on: today)
/// let result = checker.check(map)
/// ```
public struct RuleChecker: Sendable {
  private let profiles: [Profile]
  private let profile: Profile
  private let date: CalendarDate
  private let asked: Set<RuleID>
  private let rules: [any Rule]
  private let areaRegister: AreaRegister?
  private let settings: RuleSettings
  /// How the rules find out, each single way with its rule.
  private let parts: [(rule: RuleID, part: RuleCheck)]

  /// Chooses what to check, and when.
  ///
  /// - Parameters:
  ///   - profiles: The standards; the core profile is always among them.
  ///   - date: The day that counts as today.
  ///   - only: The rules to run; `nil` runs all that the profiles ask for.
  ///   - except: Rules not to run.
  ///   - areaRegister: A register in which the codes of areas are looked up.
  public init(
    profiles: [Profile], on date: CalendarDate, only: Set<RuleID>? = nil, except: Set<RuleID> = [],
    areaRegister: AreaRegister? = nil
  ) {
    self.areaRegister = areaRegister
    self.profiles = [.core] + profiles.filter { $0.id != Profile.core.id }
    profile = profiles.reduce(.core) { $0.adding($1) }
    self.date = date
    let settings = RuleSettings(profile)
    self.settings = settings
    let asked = Set(profile.rules.compactMap(RuleID.init(rawValue:)))
      .filter { !settings.isOff($0) }
    self.asked = asked
    rules = RuleID.allCases
      .filter { id in
        (only?.contains(id) ?? asked.contains(id)) && !except.contains(id) && !settings.isOff(id)
      }
      .map(\.rule)
    parts = rules.flatMap { rule in rule.check.parts.map { (rule.id, $0) } }
  }

  /// The fewest people that the standards let the public be shown a count of.
  var smallestPublicCount: Int? { profile.limits.smallestPublicCount }

  /// Checks a map.
  ///
  /// - Parameters:
  ///   - map: The map.
  ///   - diagnostics: What its reader reported; some rules are decided while reading.
  /// - Returns: What the rules found, and what the map does not say.
  /// - Complexity: O(*n* *k*) for *n* elements and *k* rules, beside what single rules state.
  public func check(_ map: SystemMap, diagnostics: [Diagnostic] = []) -> CheckResult {
    let context = RuleContext(
      map: map, date: date, profile: profile, rulesAsked: asked, rulesRun: Set(rules.map(\.id)),
      areaRegister: areaRegister)
    var answers = Answers(about: map, settings: settings)
    runOnElements(context, &answers)
    runOnReading(diagnostics, map, &answers)
    let accepted = acceptedFindings(answers.findings, map)
    let found = answers.findings
    answers.subject = Subject(map)
    for (rule, part) in parts {
      guard case .findings(let body) = part else { continue }
      answers.rule = rule
      body(found, context, &answers)
    }
    return CheckResult(
      map: map, date: date, profiles: profiles,
      findings: answers.findings.filter { accepted[$0] == nil }.sorted(by: Self.comesFirst),
      accepted: answers.findings.sorted(by: Self.comesFirst).compactMap { finding in
        accepted[finding].map { AcceptedFinding(finding: finding, exception: $0) }
      },
      questions: answers.questions, tallies: answers.tallies, rules: rules.map(\.id),
      diagnostics: diagnostics.filter { !Self.decided.contains($0.category) })
  }

  /// Errors first, then in the order of the catalogue and of the elements' addresses; never by
  /// line, so that moving text about changes nothing.
  private static func comesFirst(_ a: Finding, _ b: Finding) -> Bool {
    if a.severity != b.severity { return a.severity > b.severity }
    if a.rule != b.rule { return RuleID.order(of: a.rule) < RuleID.order(of: b.rule) }
    if a.element != b.element { return a.element < b.element }
    return (a.detail, a.message) < (b.detail, b.message)
  }

  // MARK: - Elements

  /// Looks at each element once, with all rules, because elements are large values.
  private func runOnElements(_ context: RuleContext, _ answers: inout Answers) {
    let map = context.map
    func bodies<Body>(_ body: (RuleCheck) -> Body?) -> [(RuleID, Body)] {
      parts.compactMap { rule, part in body(part).map { (rule, $0) } }
    }
    func look<Element>(
      at elements: some Sequence<Element>, _ subject: (Element) -> Subject,
      _ bodies: [(RuleID, @Sendable (Element, RuleContext, inout Answers) -> Void)]
    ) {
      guard !bodies.isEmpty else { return }
      for element in elements {
        answers.subject = subject(element)
        for (rule, body) in bodies {
          answers.rule = rule
          body(element, context, &answers)
        }
      }
    }
    answers.subject = Subject(map)
    for (rule, body) in bodies({ if case .map(let body) = $0 { body } else { nil } }) {
      answers.rule = rule
      body(context, &answers)
    }
    let focal = bodies { if case .eachFocalService(let body) = $0 { body } else { nil } }
    if map.focus == nil, let first = focal.first {
      answers.rule = first.0
      answers.ask(.focus)
    }
    let strategic = bodies { if case .eachStrategicBoard(let body) = $0 { body } else { nil } }
    if context.strategicBoards.isEmpty, let first = strategic.first {
      answers.rule = first.0
      answers.ask(.strategicBoard)
    }
    look(
      at: map.services, Subject.init,
      bodies { if case .eachService(let body) = $0 { body } else { nil } })
    look(at: context.focalServices, Subject.init, focal)
    look(
      at: map.routes, { Subject($0, in: map) },
      bodies { if case .eachRoute(let body) = $0 { body } else { nil } })
    look(
      at: map.boards, Subject.init,
      bodies { if case .eachBoard(let body) = $0 { body } else { nil } })
    look(at: context.strategicBoards, Subject.init, strategic)
    look(
      at: map.organisations, Subject.init,
      bodies { if case .eachOrganisation(let body) = $0 { body } else { nil } })
    look(
      at: map.areas, Subject.init, bodies { if case .eachArea(let body) = $0 { body } else { nil } }
    )
    look(
      at: map.sources, Subject.init,
      bodies { if case .eachSource(let body) = $0 { body } else { nil } })
    look(
      at: map.programmes, Subject.init,
      bodies { if case .eachProgramme(let body) = $0 { body } else { nil } })
    look(
      at: map.agreements, Subject.init,
      bodies { if case .eachAgreement(let body) = $0 { body } else { nil } })
    look(
      at: map.flows, Subject.init, bodies { if case .eachFlow(let body) = $0 { body } else { nil } }
    )
    look(
      at: map.documents, Subject.init,
      bodies { if case .eachDocument(let body) = $0 { body } else { nil } })
    look(
      at: map.links, { Subject($0, in: map) },
      bodies { if case .eachLink(let body) = $0 { body } else { nil } })
  }

  // MARK: - What the reader saw

  /// The sorts of problem that rules decide, whether or not they run: one that was left out was
  /// left out on purpose.
  private static let decided: Set<Diagnostic.Category> = RuleID.allCases
    .reduce(into: []) { sum, id in
      for case .reading(let categories) in id.rule.check.parts { sum.formUnion(categories) }
    }

  private func runOnReading(
    _ diagnostics: [Diagnostic], _ map: SystemMap, _ answers: inout Answers
  ) {
    for (id, part) in parts {
      guard case .reading(let categories) = part else { continue }
      answers.rule = id
      answers.subject = Subject(map)
      let found = diagnostics.filter { categories.contains($0.category) }
      if found.isEmpty {
        answers.pass()
        continue
      }
      let places = ElementPlaces(of: map)
      for diagnostic in found {
        var subject = places.subject(at: diagnostic.location) ?? Subject(map)
        subject.location = diagnostic.location
        answers.fail(
          diagnostic.message.asSentence, remedy: id.rule.remedy, detail: diagnostic.message,
          about: subject)
      }
    }
  }

  // MARK: - Accepted exceptions

  private func acceptedFindings(
    _ findings: [Finding], _ map: SystemMap
  ) -> [Finding: AcceptedException] {
    let open = map.exceptions.filter { !$0.until.isSurelyBefore(date) }
    guard !open.isEmpty else { return [:] }
    var accepted: [Finding: AcceptedException] = [:]
    for finding in findings {
      accepted[finding] = open.first { $0.rule == finding.rule && $0.element == finding.element }
    }
    return accepted
  }
}

extension String {
  /// With a capital at the beginning and a full stop at the end.
  fileprivate var asSentence: String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") || hasSuffix("?") ? "" : ".")
  }
}

extension Question {
  /// Asked once, when rules about focal services have none to look at.
  static let focus = Question(
    "which services it is seen from", many: "which services they are seen from", key: "focus")
  /// Asked once, when rules about strategic boards have none to look at.
  static let strategicBoard = Question(
    "which board steers the system, or who sits on it",
    many: "which boards steer the systems, or who sits on them",
    key: "a board with `kind: strategic` under `boards`")
}
