import ArgumentParser
import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports

/// Says which services and routes help depends on.
struct ImpactCommand: ParsableCommand {
  static let configuration = CommandName.impact.configuration(
    abstract: "Say which services and routes help depends on, single points of failure first.",
    discussion: """
      Asks of each service and route what families would lose if it alone were closed: in how many \
      combinations of need, age and area no help would be left, and in how many the way to it would be \
      longer. A map must say what it has to cover (its `scope`).

      What a single closure would cost is an answer and not an error: the command ends with 0 for every \
      map that is sound. `fingerpost what-if` follows one closure, or several at once, to its end.
      """)

  @Argument(help: "Map files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @Option(name: .shortAndLong, help: "How to write it: text, markdown or json.")
  var format = DifferenceFormat.text

  @Option(help: "How many services and how many routes to list; json has all.")
  var top = 10

  @OptionGroup var readers: AudienceOption

  @Option(
    name: .customLong("on"), help: "The date to ask for, such as 2026-11-21; today otherwise.")
  var date: CalendarDate?

  @Option(
    help: "A file of words to say things in, instead of the one that the map names.",
    completion: .file(extensions: ["yaml"]))
  var words: String?

  func validate() throws {
    if top < 1 { throw ValidationError("--top is a number from 1 on.") }
  }

  func run() throws {
    let terminal = Terminal()
    let mapWords = MapWords(asked: words)
    try terminal.require(mapWords.diagnostics)
    var ending = Ending.fine
    var reports: [ImpactReport] = []
    for document in paths.eachOnce.flatMap({ MapReader().read(path: $0) }) {
      ending = max(ending, document.ending)
      guard let map = terminal.mapToAsk(of: document, for: readers.audience) else { continue }
      let said = mapWords.words(for: document)
      for diagnostic in said.diagnostics { terminal.report(diagnostic) }
      guard let words = said.words else {
        ending = max(ending, .unreadable)
        continue
      }
      do throws(CoverageGrid.UnstatedScope) {
        let coverage = try Coverage(of: map, on: date ?? .today)
        reports.append(ImpactReport(of: map, coverage, words: words))
      } catch {
        terminal.note("\(document.files[0]): \(error.explanation)")
      }
    }
    if !reports.isEmpty { terminal.text(ImpactReport.text(of: reports, as: format, top: top)) }
    try ending.end()
  }
}
