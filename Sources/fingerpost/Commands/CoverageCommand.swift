import ArgumentParser
import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports

/// Says which families find help.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandName.coverage.configuration(
    abstract: "Say which families find help: each need, age and area, with the gaps and why.",
    discussion: """
      Asks, for each need, age and area that a map must cover (its `scope`), whether a way leads \
      from where families begin to a service that helps. A gap comes with where the way stops and \
      the smallest change that would fill it; what the map does not say is told apart, with the \
      facts to ask for.

      Gaps are an answer and not an error: the command ends with 0 for every map that is sound.
      """)

  @Argument(help: "Map files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @Option(name: .shortAndLong, help: "How to write it: terminal, csv, json or markdown.")
  var format = CoverageFormat.terminal

  @Option(help: "Ask for families with this condition, by its id, instead of those without any.")
  var condition: String?

  @Option(
    help: """
      Say also what funding, terms and pilots end by this date, such as 2027-03-31, and who loses \
      help.
      """)
  var whatEndsBy: CalendarDate?

  @Option(help: "Remark upon waits longer than this, such as \"6 weeks\".")
  var waitOver = Coverage.longestWait

  @OptionGroup var readers: AudienceOption

  @Option(
    name: .customLong("on"), help: "The date to ask for, such as 2026-11-21; today otherwise.")
  var date: CalendarDate?

  func run() throws {
    let terminal = Terminal()
    var ending = Ending.fine
    var reports: [CoverageReport] = []
    for document in paths.eachOnce.flatMap({ MapReader().read(path: $0) }) {
      ending = max(ending, document.ending)
      guard let map = terminal.mapToAsk(of: document, for: readers.audience) else { continue }
      let condition = try self.condition.map { try map.condition($0) }
      do throws(CoverageGrid.UnstatedScope) {
        let coverage = try Coverage(of: map, on: date ?? .today)
        reports.append(
          CoverageReport(
            of: map, coverage, condition: condition, whatEndsBy: whatEndsBy, waitOver: waitOver))
      } catch {
        terminal.note("\(document.files[0]): \(error.explanation)")
      }
    }
    if !reports.isEmpty { terminal.text(format.text(of: reports)) }
    try ending.end()
  }
}

extension SystemMap {
  /// The condition of an id from the command line.
  func condition(_ id: String) throws -> Condition.ID {
    try known(id, "condition", among: conditions.map(\.id))
  }

  /// The id of an element from the command line, or an error that says what there is.
  func known<Element>(
    _ id: String, _ kind: String, among ids: [Identifier<Element>]
  ) throws -> Identifier<Element> {
    let identifier = Identifier<Element>(id)
    if ids.contains(identifier) { return identifier }
    let hint = ids.isEmpty ? "the map has none" : id.choices(among: ids.map(\.rawValue))
    throw ValidationError("\(title) has no \(kind) `\(id)`; \(hint)")
  }
}
