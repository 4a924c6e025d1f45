import FingerpostModel
import FingerpostReports
import FingerpostRules
import FingerpostTestSupport
import Testing

struct `A baseline` {
  @Test func `knows what it was written from, whatever the lines and the order`() throws {
    var baseline = Baseline()
    baseline.add(try SampleReport.full(), isStrict: false)
    let read = try Baseline(Array(baseline.text.utf8), file: "known.json")
    #expect(read == baseline)
    #expect(read.text == baseline.text)

    var later = try SampleReport.full()
    later.findings.reverse()
    for index in later.findings.indices { later.findings[index].location?.line += 100 }
    for index in later.findings.indices { later.findings[index].message += " Now." }
    later.findings.append(
      SampleReport.finding(
        .commissionerUnknown, .error, ElementID(.services, "new"), "New."))
    let applied = read.applied(to: later, ReportSettings())
    #expect(applied.findings.map(\.message) == ["New."])
    #expect(applied.known.count == 10)
    #expect(applied.mended.map(\.element) == ["services/old"])
    #expect(applied.outcome(ReportSettings()) == .failing)
  }

  @Test func `is written in order, an entry a line`() throws {
    var baseline = Baseline()
    baseline.add(try SampleReport.full(), isStrict: true)
    try expectSnapshot(baseline.text, named: "baseline.json")
    #expect(Baseline().text == "{\n  \"fingerpost-baseline\": 1,\n  \"known\": []\n}\n")
  }

  @Test func `does not call mended what was not looked at`() throws {
    var map = try SampleReport.map()
    map.rules = [.commissionerUnknown]
    let entries = [
      ("exampleton", "commissioner-unknown"), ("exampleton", "dangling-reference"),
      ("exampleton", "gone-from-the-catalogue"), ("elsewhere", "commissioner-unknown"),
    ].map { id, rule in
      var finding = SampleReport.finding(
        .commissionerUnknown, .error, ElementID(.services, "a"), "M.")
      finding.rule = rule
      return BaselineEntry(finding, of: id)
    }
    let applied = Baseline(entries).applied(to: map, ReportSettings())
    #expect(applied.mended.map(\.rule) == ["commissioner-unknown", "gone-from-the-catalogue"])
  }

  @Test func `does not call mended what is accepted instead`() throws {
    var map = try SampleReport.full()
    map.mended = []
    let baseline = Baseline(map.accepted.map { BaselineEntry($0.finding, of: "exampleton") })
    #expect(baseline.applied(to: map, ReportSettings()).mended == [])
  }

  @Test func `knows open questions when they fail the check`() throws {
    var strict = ReportSettings()
    strict.isStrict = true
    var baseline = Baseline()
    baseline.add(try SampleReport.full(), isStrict: true)
    let applied = baseline.applied(to: try SampleReport.full(), strict)
    #expect(applied.questions == [] && applied.knownQuestions.count == 19)
    let lenient = baseline.applied(to: try SampleReport.full(), ReportSettings())
    #expect(lenient.questions.count == 19)
    #expect(lenient.mended.allSatisfy { $0.question == nil })
  }

  @Test(arguments: [
    ("", "not a baseline"), ("[]", "begins with `{`"), ("{}", "not a baseline of fingerpost"),
    ("{\"fingerpost-baseline\": 1", "damaged"), ("{\"fingerpost-baseline\": 2}", "the form 2"),
    ("{\"fingerpost-baseline\": 1}", "has no `known`"),
    ("{\"fingerpost-baseline\": 1, \"known\": 3}", "damaged"),
    (
      "{\"fingerpost-baseline\": 1, \"known\": [{\"map\": \"m\", \"rule\": \"r\"}]}",
      "entry 1 has no `element`"
    ),
    ("\u{0}\u{1}\u{FFFD}", "not a baseline"),
  ])
  func `that is damaged or none at all says what to do`(_ text: String, _ says: String) {
    #expect {
      try Baseline(Array(text.utf8), file: "known.json")
    } throws: { error in
      let message = "\(error)"
      return message.hasPrefix("known.json: ") && message.contains(says)
        && message.contains("--write-baseline known.json")
    }
  }
}
