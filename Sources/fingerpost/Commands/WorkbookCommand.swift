import ArgumentParser
import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports
import GraphvizRendering

/// Writes what was found about a map as a workbook.
struct WorkbookCommand: ParsableCommand {
  static let configuration = CommandName.workbook.configuration(
    abstract: "Write coverage, findings and what help depends on as an Excel workbook.",
    discussion: """
      A sheet for who finds help, one for every finding with what to do and who answers for it, one for \
      what the map does not say, and two for the services and routes that help depends on. \
      `fingerpost export --format xlsx` writes the map itself.
      """)

  @Argument(help: "A map file, or the folder of one map.", completion: .file(extensions: ["yaml"]))
  var path: String

  @Option(
    name: .shortAndLong, help: "The workbook to write.", completion: .file(extensions: ["xlsx"]),
    transform: String.init(path:))
  var output: String

  @OptionGroup var readers: AudienceOption

  @Option(
    name: .customLong("on"), help: "The date to ask for, such as 2026-11-21; today otherwise.")
  var date: CalendarDate?

  func run() throws {
    let terminal = Terminal()
    let document = try terminal.onlyMap(at: path)
    guard terminal.mayWrite(output, besides: document.files) else {
      return try Ending.undrawn.end()
    }
    guard let map = terminal.mapToAsk(of: document, for: readers.audience) else {
      return try max(document.ending, .unsound).end()
    }
    let day = date ?? .today
    let check = MapCheck(
      standards: Standards(asked: []), date: .day(day), only: nil, except: [], baseline: nil,
      settings: ReportSettings(), audience: readers.audience
    ).report(on: document)
    let coverage: Coverage?
    do throws(CoverageGrid.UnstatedScope) {
      coverage = try Coverage(of: map, on: day)
    } catch {
      coverage = nil
      terminal.note("\(document.files[0]): \(error.explanation)")
    }
    let workbook = ReportWorkbook(
      check: check, coverage: coverage.map { CoverageReport(of: map, $0) },
      impact: coverage.map { ImpactReport(of: map, $0) })
    do {
      try AtomicFile(path: output).write(workbook.bytes())
      terminal.result(output)
    } catch {
      terminal.note("\(error)")
      return try Ending.undrawn.end()
    }
    try document.ending.end()
  }
}
