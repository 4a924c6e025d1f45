import ArgumentParser
import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports

/// Shows the way of one family.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandName.trace.configuration(
    abstract: "Show the way that a family takes to help, step by step, or where it stops.",
    discussion: """
      Needs, areas, services and conditions are named by their ids, as the map has them. The age is \
      the child's, as people write it: conception, "20 weeks of pregnancy", birth, "9 months".

      Nothing is asked about a real family; describe none.
      """)

  @Argument(help: "A map file.", completion: .file(extensions: ["yaml", "yml"]))
  var path: String

  @Option(help: "What the family needs help with.")
  var need: String

  @Option(help: "The age of the child, such as birth or \"9 months\".")
  var age: Age

  @Option(help: "Where the family lives; needed when the map has areas.")
  var area: String?

  @Option(help: "The service that the family is with already.")
  var from: String?

  @Option(help: "A condition that the family has.")
  var condition: String?

  @OptionGroup var readers: AudienceOption

  @Option(
    name: .customLong("on"), help: "The date to ask for, such as 2026-11-21; today otherwise.")
  var date: CalendarDate?

  func run() throws {
    let terminal = Terminal()
    var ending = Ending.fine
    for document in MapReader().read(path: path) {
      ending = max(ending, document.ending)
      guard let map = terminal.mapToAsk(of: document, for: readers.audience) else { continue }
      let need = try map.known(need, "need", among: map.allNeeds)
      let area = try map.area(area)
      let start = try from.map { try map.known($0, "service", among: map.services.map(\.id)) }
      let condition = try condition.map { try map.condition($0) }
      let grid = CoverageGrid(need: need, age: try age.ofAChild(), area: area, in: map)
      guard let cell = grid.cells.first else { continue }
      let coverage = Coverage(of: map, over: grid, on: date ?? .today)
      let report = TraceReport(
        of: map, coverage, for: cell, condition: condition, from: start,
        audience: readers.audience)
      terminal.text(report.text)
    }
    try ending.end()
  }
}
