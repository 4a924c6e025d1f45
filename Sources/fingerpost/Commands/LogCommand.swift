import ArgumentParser
import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports
import FingerpostRules

/// Says when each part of a map was last changed and last confirmed.
struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandName.log.configuration(
    abstract: "Say when each service, route and seat was last changed and last confirmed.",
    discussion: """
      Reads the versions of a map that git keeps, and says for each service, route and seat which \
      commit changed it last: what it states, and not where it stands or how it is written. A file \
      that was renamed is followed.

      With --due it writes, for each role that keeps entries (`owner:`), which of them were not \
      confirmed (`assured:`) for longer than the standards of the map allow, as plain text for an \
      email.

      Exit codes: 0 all is well; 2 the map or its repository cannot be read; 64 the command was typed \
      wrongly.
      """)

  @Argument(
    help: "A map file, or the folder of one map.", completion: .file(extensions: ["yaml", "yml"]))
  var path: String

  @Flag(help: "List what is due for review, by who keeps it; git is not asked.") var due = false

  @Option(name: .shortAndLong, help: "How to write it: text, markdown or json.")
  var format = DifferenceFormat.text

  @OptionGroup var readers: AudienceOption

  @Option(
    name: .customLong("on"),
    help: "The date for which reviews are due, such as 2026-11-21, or `as-of`; today otherwise.")
  var date = CheckingDate.today

  func validate() throws {
    if due, format != .text {
      throw ValidationError(
        "--due writes plain text; leave out --format. Its other forms hold what is due as well.")
    }
  }

  func run() async throws {
    let terminal = Terminal()
    let documents = MapReader().read(path: path)
    guard documents.count == 1, let map = documents[0].map else {
      for diagnostic in documents.flatMap(\.diagnostics) where documents.count == 1 {
        terminal.report(diagnostic.told(to: readers.audience))
      }
      terminal.note(
        documents.count > 1
          ? "\(path): this folder holds several maps; name one of them"
          : "\(path): not looked at; mend the problems above and ask again")
      throw ExitCode(Ending.unreadable.rawValue)
    }
    let (profiles, _) = Standards(asked: []).profiles(for: documents[0])
    let audience = readers.audience
    let smallest = profiles.smallestPublicCount
    let shown = map.shown(to: audience, smallestCount: smallest)
    let check = MapCheck(
      standards: Standards(asked: []), date: .day(date.day(for: map)),
      only: [.assuredWithinThreeMonths], except: [], baseline: nil, settings: ReportSettings(),
      audience: audience
    ).report(on: documents[0])
    let reviews = ReviewsDue(check, of: shown, by: profiles)
    if due { return terminal.text(reviews.letters) }
    do throws(GitError) {
      let repository = try await GitRepository(containing: path)
      let history = try await GitHistory(of: repository)
      var search = LastChangeSearch(history, of: shown) {
        $0.shown(to: audience, smallestCount: smallest)
      }
      try await search.run(for: HistoryReport.elements(of: shown))
      let report = HistoryReport(
        of: shown, changes: search.changes, unreadable: search.unreadable,
        isCutShort: history.isCutShort, due: reviews, audience: audience)
      terminal.text(report.text(as: format))
    } catch {
      throw error.ending(terminal)
    }
  }
}
