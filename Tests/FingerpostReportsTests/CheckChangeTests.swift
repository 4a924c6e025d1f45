import FingerpostModel
import FingerpostReports
import FingerpostRules
import FingerpostTestSupport
import Testing

struct `What changed between two checks` {
  @Test func `is told with what is new, mended and left`() throws {
    let old = try SampleReport.full()
    var new = old
    let lost = new.findings.removeFirst()
    new.findings.append(
      SampleReport.finding(.commissionerUnknown, .warning, ElementID(.services, "new"), "New\n."))
    new.questions.removeLast()
    let change = CheckChange(from: old, to: new, ReportSettings())
    #expect(change.inWords.hasPrefix("1 new warning, 1 mended, 1 question answered; in all "))
    #expect(change.lines.count == 2)
    #expect(change.lines[0].hasSuffix("warning: New . [commissioner-unknown]"))
    #expect(change.lines[1].hasPrefix("    To mend it: "))

    let back = CheckChange(from: new, to: old, ReportSettings())
    #expect(back.findings == [lost])
    #expect(back.inWords.contains(", 1 mended, 1 new open question; in all "))
  }

  @Test func `is nothing when only lines and wordings changed`() throws {
    let old = try SampleReport.full()
    var new = old
    for index in new.findings.indices { new.findings[index].location?.line += 100 }
    for index in new.findings.indices { new.findings[index].message += " Now." }
    for index in new.diagnostics.indices { new.diagnostics[index].location?.line += 100 }
    let change = CheckChange(from: old, to: new, ReportSettings())
    #expect(change.isEmpty && change.lines.isEmpty)
    #expect(change.inWords.hasPrefix("nothing new; in all "))
  }

  @Test func `counts one more of the same, and more than ten`() throws {
    let old = try SampleReport.full()
    var new = old
    new.findings.append(try #require(old.findings.first))
    #expect(CheckChange(from: old, to: new, ReportSettings()).findings.count == 1)
    for number in 1...20 {
      new.findings.append(
        SampleReport.finding(
          .commissionerUnknown, .note, ElementID(.services, "s\(number)"), "New."))
    }
    let lines = CheckChange(from: old, to: new, ReportSettings()).lines
    #expect(lines.count == 21)
    #expect(lines.last == "… and 11 more; `fingerpost check` shows all.")
  }

  @Test func `is all of it for a map that was never checked before`() throws {
    let change = CheckChange(from: nil, to: try SampleReport.full(), ReportSettings())
    #expect(!change.inWords.contains("new"))
    #expect(!change.findings.isEmpty)
  }
}
