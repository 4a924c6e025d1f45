import FingerpostFormats
import FingerpostModel
import FingerpostReports
import FingerpostRules
import Testing

/// Reports on invented maps, whose words do not depend on those of the rules.
enum SampleReport {
  /// The day on which samples are checked.
  static let day = CalendarDate(year: 2026, month: 11, day: 21)

  /// A report on a map whose findings are replaced by the sample's own.
  static func map(
    title: String = "Parent-infant system, Exampleton", file: String = "maps/exampleton.yaml"
  ) throws -> MapReport {
    var map = SystemMap(id: "exampleton", title: title)
    map.asOf = CalendarDate(year: 2026, month: 11, day: 1)
    for (id, name) in [
      ("health-visiting", "Health visiting"), ("midwifery", "Midwifery"),
      ("crisis-line", "Crisis line"), ("drop-in", "Drop-in"),
    ] {
      var service = Service(
        id: Identifier(id), name: name,
        origin: Origin(location: SourceLocation(file: file, line: 9, column: 3)))
      service.owner = id == "crisis-line" ? .stated("Head of crisis care") : .notStated
      map.services[service.id] = service
    }
    map.boards["strategic"] = Board(id: "strategic", name: "Strategic board")
    let checker = RuleChecker(
      profiles: [], on: try #require(day), only: [.commissionerUnknown, .assuredWithinThreeMonths])
    var report = MapReport(checker.check(map), files: [file])
    report.heading?.profiles = [
      .init(id: "core", title: "What every map needs"),
      .init(id: "parent-infant-2019", title: "Parent-infant toolkit"),
    ]
    report.names[ElementID(.services, "crisis-line")] = "Crisis line"
    report.owners[ElementID(.services, "crisis-line")] = "Head of crisis care"
    report.names[ElementID(.boards, "strategic")] = "Strategic board"
    return report
  }

  /// A finding.
  static func finding(
    _ rule: RuleID, _ severity: Severity, _ element: ElementID, line: Int? = nil,
    _ message: String, evidence: [String] = [], remedy: String = "Mend it.", detail: String = "",
    file: String = "maps/exampleton.yaml"
  ) -> Finding {
    Finding(
      rule: rule.rawValue, severity: severity, element: element, detail: detail,
      location: line.map { SourceLocation(file: file, line: $0, column: 3) }, message: message,
      evidence: evidence, remedy: remedy)
  }

  /// An open question about a service, or an item of a board.
  static func question(
    _ rule: RuleID, _ severity: Severity, _ element: ElementID, _ name: String,
    _ question: Question, line: Int? = nil
  ) -> OpenQuestion {
    OpenQuestion(
      rule: rule.rawValue, severity: severity, element: element, name: name,
      location: line.map {
        SourceLocation(file: "maps/exampleton.yaml", line: $0, column: 3)
      }, question: question)
  }

  /// A report with something of everything.
  static func full() throws -> MapReport {
    var map = try map()
    let line = ElementID(.services, "crisis-line")
    map.findings = [
      finding(
        .commissionerUnknown, .error, line, line: 14,
        "“Crisis line” is in use, and nobody commissions it or pays for it.",
        evidence: ["Families reach it from Midwifery by referral."],
        remedy: "Find out who keeps it running and write it under `commissioned-by:`."),
      finding(
        .danglingReference, .error, ElementID(.routes, "midwifery-nowhere-referral"), line: 4,
        "There is no service `nowhere`.", remedy: "Correct the id, or add the service.",
        detail: "nowhere"),
    ]
    for number in 1...7 {
      map.findings.append(
        finding(
          .assuredWithinThreeMonths, .warning, ElementID(.services, "service-\(number)"),
          line: 20 + number, "“Service \(number)” was last confirmed on 1 May 2026.",
          remedy: "Ask whoever keeps the entry."))
    }
    map.findings.append(
      finding(
        .commissionerUnknown, .note, ElementID(.boards, "strategic", "seats", "midwifery"),
        "The seat for midwifery has no deputy."))
    map.accepted = [
      AcceptedFinding(
        finding: finding(
          .assuredWithinThreeMonths, .warning, ElementID(.services, "drop-in"), line: 30,
          "“Drop-in” was last confirmed on 1 January 2026."),
        exception: AcceptedException(
          rule: "assured-within-three-months", element: ElementID(.services, "drop-in"),
          reason: "New manager", owner: "Head of early help", until: try #require(day),
          origin: Origin(
            location: SourceLocation(file: "maps/exampleton.yaml", line: 40, column: 5))))
    ]
    let commissioner = Question(
      "who commissions it", many: "who commissions them", key: "commissioned-by")
    map.questions = ["Drop-in", "Health visiting", "Midwifery", "School nursing", "Speech"].map {
      question(
        .commissionerUnknown, .warning,
        ElementID(.services, $0.lowercased().split(separator: " ").joined(separator: "-")), $0,
        commissioner, line: 50)
    }
    map.questions.append(
      question(
        .commissionerUnknown, .error, ElementID(.boards, "strategic", "seats", "camhs"), "CAMHS",
        Question("who holds it", many: "who holds them", key: "member"), line: 60))
    map.questions.append(
      question(
        .commissionerUnknown, .error, ElementID(.map), "Exampleton",
        Question(
          "which board steers the system", many: "which boards steer the systems",
          key: "a board with `kind: strategic` under `boards`")))
    for number in 1...12 {
      map.questions.append(
        question(
          .assuredWithinThreeMonths, .note, ElementID(.services, "drop-in"), "Drop-in",
          Question(
            "fact \(number) about it", many: "fact \(number) about them", key: "fact-\(number)")))
    }
    map.known = [
      finding(
        .assuredWithinThreeMonths, .warning, ElementID(.services, "old"), line: 33,
        "“Old” was last confirmed on 1 January 2025.")
    ]
    map.mended = [BaselineEntry(map.findings[0], of: "exampleton")]
    map.diagnostics = [
      Diagnostic(
        .warning, .missingKey, "this file is left out",
        at: SourceLocation(file: "maps/other.yaml", line: 1, column: 1))
    ]
    return map
  }

  /// Text that tries to be more than text, in every form of report.
  static let hostile =
    "<script>alert('x')</script> & \" ]]> | a | b |\n\n# Heading\r\n::error file=x::y ##[error]z "
    + "\u{1B}[31mred\u{0}\u{7}\u{9B} \u{202E}txet\u{2066} \u{2028}line \u{FFFE} `code` **bold** _x_ "
    + "[link](https://example.com/a) ![image](x.png) <https://example.com> www.example.com "
    + "@person a@b.org #1 ~~gone~~ $x$ \\ {0} {braces} % %0A , : \u{85} e\u{301} <\u{338}b> 🧵"

  /// A report in which whatever a map can hold is hostile.
  static func hostileMap() throws -> MapReport {
    var map = try full()
    map.heading?.title = hostile
    map.files = ["maps/a b:c,%`\n::error::.yaml"]
    map.heading?.profiles = [.init(id: "own", title: hostile)]
    let place = SourceLocation(file: map.files[0], line: 3, column: 1)
    let element = ElementID(.services, "a", hostile, "b")
    var finding = finding(
      .commissionerUnknown, .error, element, hostile, evidence: [hostile], remedy: hostile,
      detail: hostile)
    finding.location = place
    map.findings.insert(finding, at: 0)
    map.accepted = map.accepted.map { accepted in
      var exception = accepted.exception
      exception.reason = hostile
      exception.owner = hostile
      return AcceptedFinding(finding: finding, exception: exception)
    }
    map.questions = [
      question(
        .assuredWithinThreeMonths, .error, ElementID(.services, "b"), hostile,
        Question("\(hostile) 1", many: "\(hostile) 2", key: hostile)),
      question(
        .assuredWithinThreeMonths, .error, ElementID(.services, "c"), hostile,
        Question("\(hostile) 1", many: "\(hostile) 2", key: hostile)),
      question(
        .assuredWithinThreeMonths, .error, element, hostile,
        Question("who", many: "who", key: hostile)),
    ]
    map.diagnostics = [Diagnostic(.error, .unknownKey, hostile, at: place)]
    map.owners[ElementID(.services, "a")] = hostile
    map.names[ElementID(.services, "a")] = hostile
    return map
  }
}
