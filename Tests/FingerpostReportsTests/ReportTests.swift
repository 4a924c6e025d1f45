import FingerpostModel
import FingerpostReports
import FingerpostRules
import FingerpostTestSupport
import Foundation
import Testing

struct `A report for people` {
  static let settings: [(name: String, settings: @Sendable (inout ReportSettings) -> Void)] = [
    ("anybody", { _ in }),
    ("board", { $0.reader = .board }),
    ("commissioners", { $0.reader = .commissioners }),
    ("operations", { $0.reader = .operations }),
    ("all-questions", { $0.showsAllQuestions = true }),
    ("quiet", { $0.isBrief = true }),
    ("quiet-strict", { ($0.isBrief, $0.isStrict) = (true, true) }),
  ]

  @Test(arguments: settings.indices)
  func `says what it has always said`(_ index: Int) throws {
    var settings = ReportSettings()
    Self.settings[index].settings(&settings)
    let report = CheckReport([try SampleReport.full()], settings: settings)
    try expectSnapshot(report.text(as: .text), named: "\(Self.settings[index].name).txt")
  }

  @Test(arguments: [ReportFormat.markdown, .github])
  func `keeps its form`(_ format: ReportFormat) throws {
    let report = CheckReport([try SampleReport.full()])
    try expectSnapshot(report.text(as: format), named: "report-\(format.rawValue).txt")
  }

  @Test func `counts several maps together, and says which cannot be read`() throws {
    var sound = try SampleReport.map()
    sound.questions = []
    let unreadable = MapReport(
      unreadable: ["maps/b.yaml"],
      [Diagnostic(.error, .file, "this file cannot be opened", at: nil)])
    let report = CheckReport([sound, try SampleReport.full(), unreadable])
    try expectSnapshot(report.text(as: .text), named: "several.txt")
  }

  @Test func `fits a screen when little is wrong`() throws {
    var map = try SampleReport.full()
    map.findings = Array(map.findings.prefix(2))
    let lines = CheckReport([map]).text(as: .text).split(separator: "\n")
    #expect(lines.count <= 25)
  }

  @Test func `is coloured only when asked`() throws {
    var report = CheckReport([try SampleReport.full()])
    #expect(!report.text(as: .text).contains("\u{1B}"))
    report.settings.isColoured = true
    let coloured = report.text(as: .text)
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    report.settings.isColoured = false
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == report.text(as: .text))
  }
}

struct `Open questions` {
  private let who = Question("who holds it", many: "who holds them", key: "member")

  private func ask(_ element: ElementID, _ name: String) -> OpenQuestion {
    SampleReport.question(.commissionerUnknown, .warning, element, name, who)
  }

  @Test func `about one element are a sentence about it`() {
    let group = QuestionGroup.groups(of: [ask(ElementID(.services, "a"), "Crisis line")])
    #expect(group.map { $0.sentence(names: [:]) } == ["“Crisis line” does not say who holds it."])
  }

  @Test func `about several are counted by what they are`() {
    let groups = QuestionGroup.groups(of: [
      ask(ElementID(.services, "b"), "B"), ask(ElementID(.services, "a"), "A"),
      ask(ElementID(.boards, "c"), "C"), ask(ElementID(.services, "a"), "A"),
    ])
    #expect(
      groups.map { $0.sentence(names: [:]) }
        == ["1 board and 2 services do not say who holds them (“C”, “A” and “B”)."])
  }

  @Test func `about items of one element name it`() {
    let names = [ElementID(.boards, "strategic"): "Strategic board"]
    let one = ask(ElementID(.boards, "strategic", "seats", "camhs"), "CAMHS")
    let two = ask(ElementID(.boards, "strategic", "seats", "police"), "Police")
    let other = ask(ElementID(.boards, "steering", "seats", "police"), "Police")
    #expect(
      QuestionGroup.groups(of: [one]).map { $0.sentence(names: names) }
        == ["1 seat of “Strategic board” does not say who holds it (“CAMHS”)."])
    #expect(
      QuestionGroup.groups(of: [two, one]).map { $0.sentence(names: names) }
        == ["2 seats of “Strategic board” do not say who holds them (“CAMHS” and “Police”)."])
    #expect(
      QuestionGroup.groups(of: [two, one, other]).map { $0.sentence(names: names) }
        == ["3 seats do not say who holds them (“Police”, “CAMHS” and “Police”)."])
  }

  @Test func `name as many elements as a line holds`() {
    let many = (1...30).map { ask(ElementID(.services, "s\($0)"), "Service number \($0)") }
    let sentence = QuestionGroup.groups(of: many)[0].sentence(names: [:])
    #expect(sentence.count <= 100 && sentence.contains("and 28 more"), "\(sentence)")
    let long = String(repeating: "long ", count: 30)
    let two = [ask(ElementID(.services, "a"), long), ask(ElementID(.services, "b"), long)]
    #expect(
      QuestionGroup.groups(of: two)[0].sentence(names: [:])
        == "2 services do not say who holds them.")
  }

  private func question(_ word: String, _ severity: Severity, _ count: Int) -> [OpenQuestion] {
    (0..<count).map {
      SampleReport.question(
        .commissionerUnknown, severity, ElementID(.services, "s\($0)"), "S",
        Question(word, many: word, key: word))
    }
  }

  @Test func `that matter most come first`() {
    let groups = QuestionGroup.groups(
      of: question("notes", .note, 9) + question("b", .warning, 2) + question("few", .error, 1)
        + question("a", .warning, 2) + question("many", .warning, 5))
    #expect(groups.map(\.question.one) == ["few", "many", "a", "b", "notes"])
  }
}

struct `Every form of report` {
  @Test func `is read by readers of others`() async throws {
    var strict = ReportSettings()
    (strict.isStrict, strict.hasBaseline, strict.version) = (true, true, "1.2.3")
    strict.failOn = .note
    let unreadable = MapReport(
      unreadable: ["maps/b.yaml"], [Diagnostic(.error, .file, SampleReport.hostile, at: nil)])
    let reports = [
      CheckReport([]), CheckReport([try SampleReport.full()]),
      CheckReport([try SampleReport.full(), unreadable], settings: strict),
      CheckReport([try SampleReport.hostileMap()]),
      CheckReport(
        [try SampleReport.hostileMap(), try SampleReport.hostileMap()], settings: strict),
    ]
    for answer in try await ReportOracle.answers(about: reports) {
      #expect(answer.json == [])
      #expect(answer.sarif == [])
      for suite in answer.suites { #expect(suite.counted == suite.stated, "\(suite.name)") }
      let allowed: Set<String> = [
        "bullet_list_close", "bullet_list_open", "code_inline", "heading_close", "heading_open",
        "inline", "list_item_close", "list_item_open", "paragraph_close", "paragraph_open",
        "strong_close", "strong_open", "table_close", "table_open", "tbody_close", "tbody_open",
        "td_close", "td_open", "text", "text_special", "th_close", "th_open", "thead_close",
        "thead_open", "tr_close", "tr_open",
      ]
      #expect(Set(answer.markdown.kinds).subtracting(allowed) == [])
    }
  }

  @Test(
    .enabled(if: ReportOracle.sarifSchema != nil, "FINGERPOST_STANDARDS has no schema of SARIF"))
  func `follows the official schema of SARIF where it is at hand`() async throws {
    let answers = try await ReportOracle.answers(about: [CheckReport([try SampleReport.full()])])
    #expect(answers.map(\.sarif) == [[]])
    var broken = try SampleReport.full()
    broken.findings[0].location?.line = 0
    let complaints = try await ReportOracle.answers(about: [CheckReport([broken])])
    #expect(complaints[0].sarif != [], "the schema is looked at")
  }

  @Test(arguments: ReportFormat.allCases)
  func `gives the same bytes for the same result`(_ format: ReportFormat) throws {
    let first = CheckReport([try SampleReport.hostileMap()]).text(as: format)
    for _ in 0..<5 {
      #expect(CheckReport([try SampleReport.hostileMap()]).text(as: format) == first)
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `does not depend on the order of elements in the file`(_ format: ReportFormat) throws {
    func report(_ services: [String]) throws -> String {
      var map = SystemMap(id: "m", title: "M")
      for name in services { map.services[Identifier(name)] = Service(id: .init(name), name: name) }
      map.services["z"]?.commissionedBy = []
      map.services["z"]?.fundedBy = []
      let checker = RuleChecker(profiles: [], on: try #require(SampleReport.day))
      return CheckReport([MapReport(checker.check(map), files: ["m.yaml"])]).text(as: format)
    }
    #expect(try report(["a", "b", "c", "z"]) == report(["z", "c", "a", "b"]))
  }
}

struct `A hostile map` {
  @Test func `keeps to its lines and colours in text`() throws {
    for reader in [nil] + ReportReader.allCases {
      var settings = ReportSettings()
      settings.reader = reader
      settings.showsAllQuestions = true
      let text = CheckReport([try SampleReport.hostileMap()], settings: settings).text(as: .text)
      for scalar in text.unicodeScalars where scalar != "\n" {
        #expect(scalar.properties.generalCategory != .control, "\(scalar.value)")
        #expect(
          !(0x2028...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
      }
      #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") || $0.hasPrefix("#") })
    }
  }

  @Test func `gives no commands to GitHub's runner but ours`() throws {
    let text = CheckReport([try SampleReport.hostileMap()]).text(as: .github)
    let command =
      /::(error|warning|notice) (file=[^,:]*,line=\d+,col=\d+,)?title=[^,:]*::[^\r\n]*/
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    where !line.isEmpty {
      #expect(line.hasPrefix("- ") || line.wholeMatch(of: command) != nil, "\(line)")
    }
    #expect(!text.contains("- ##["))
  }

  @Test func `shows GitHub ten annotations of a severity, and tells the others`() throws {
    var map = try SampleReport.map()
    map.findings = (1...25).map {
      SampleReport.finding(
        .commissionerUnknown, $0 <= 12 ? .error : .warning, ElementID(.services, "s\($0)"),
        line: $0, "Number \($0) ##[error]x.")
    }
    let lines = CheckReport([map]).text(as: .github).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
    for number in 1...25 { #expect(lines.contains { $0.contains("Number \(number) ") }) }
    #expect(!lines.contains { $0.hasPrefix("- ") && $0.contains("##[") })
  }

  @Test func `is told in full by JSON and SARIF`() throws {
    let report = CheckReport([try SampleReport.hostileMap()])
    func object(_ format: ReportFormat) throws -> [String: Any] {
      try #require(
        try JSONSerialization.jsonObject(with: Data(report.text(as: format).utf8))
          as? [String: Any])
    }
    let map = try #require((try object(.json)["maps"] as? [[String: Any]])?.first)
    #expect(map["title"] as? String == SampleReport.hostile)
    let run = try #require((try object(.sarif)["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run["results"] as? [[String: Any]])
    let message = try #require((results.first?["message"] as? [String: Any])?["text"] as? String)
    #expect(message.contains("{{0}}") && message.contains("\\[link\\](https"))
  }

  @Test func `keeps its words in Markdown and JUnit`() async throws {
    let answer = try await ReportOracle.answers(about: [
      CheckReport([try SampleReport.hostileMap()])
    ])[0]
    #expect(answer.markdown.text.contains("<script>alert('x')</script> & \" ]]> | a | b |"))
    #expect(answer.markdown.text.contains("[link](https://example.com/a)"))
    #expect(answer.failures.contains { $0.contains("<script>alert('x')</script> & \" ]]> | a") })
  }
}

struct `A report in SARIF` {
  private func results(_ settings: ReportSettings) throws -> [[String: Any]] {
    let text = CheckReport([try SampleReport.full()], settings: settings).text(as: .sarif)
    let log = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let run = try #require((log?["runs"] as? [[String: Any]])?.first)
    return try #require(run["results"] as? [[String: Any]])
  }

  private func fingerprints(_ moved: Int) throws -> [String] {
    var map = try SampleReport.full()
    for index in map.findings.indices { map.findings[index].location?.line += moved }
    let text = CheckReport([map]).text(as: .sarif)
    return text.matches(of: /"mapRuleElement\/v1": "([^"]*)"/).map { String($0.output.1) }
  }

  @Test func `knows findings again when lines move`() throws {
    let prints = try fingerprints(0)
    #expect(prints.contains("exampleton commissioner-unknown services/crisis-line  "))
    #expect(try fingerprints(40) == prints)
    #expect(Set(prints).count == prints.count - 1, "one finding is mended in the sample too")
  }

  @Test func `marks what is accepted, new, known, mended and not stated`() throws {
    var settings = ReportSettings()
    #expect(try results(settings).allSatisfy { $0["baselineState"] as? String != "new" })
    settings.hasBaseline = true
    let results = try results(settings)
    for state in ["new", "unchanged", "absent"] {
      #expect(results.contains { $0["baselineState"] as? String == state }, "\(state)")
    }
    let suppressed = results.compactMap { $0["suppressions"] as? [[String: Any]] }
    #expect(suppressed.count == 1)
    #expect(
      suppressed[0][0]["justification"] as? String
        == "New manager (Head of early help, until 21 November 2026)")
    let open = results.filter { $0["kind"] as? String == "open" }
    #expect(open.count == 19 && open.allSatisfy { $0["level"] as? String == "none" })
  }

  @Test(arguments: [
    ("a b:ç.yaml", "a%20b%3A%C3%A7.yaml"), ("./maps/a.yaml", "maps/a.yaml"),
    ("/project/maps/a.yaml", "maps/a.yaml"), ("/elsewhere/a.yaml", "file:///elsewhere/a.yaml"),
  ])
  func `names files from the folder of the check`(_ file: String, _ uri: String) throws {
    var map = try SampleReport.map()
    map.questions = []
    map.findings = [
      SampleReport.finding(
        .commissionerUnknown, .error, ElementID(.services, "a"), line: 1, "M.", file: file)
    ]
    var settings = ReportSettings()
    settings.folder = "/project"
    let text = CheckReport([map], settings: settings).text(as: .sarif)
    #expect(text.contains("\"uri\": \"\(uri)\""))
    #expect(text.contains("\"uriBaseId\"") == !uri.hasPrefix("file:"))
  }
}
