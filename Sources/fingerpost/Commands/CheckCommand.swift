import ArgumentParser
import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostPublishing
import FingerpostReports
import FingerpostRules
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Checks maps against written standards.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandName.check.configuration(
    abstract: "Check maps against written standards, and say what is missing and where.",
    discussion: """
      Says what cannot be read, what fails a standard and how to mend it, each with its file, line \
      and column; and, apart from that, what the map does not say. What it does not say is never \
      taken for a failure. Nothing is changed.

      A map names its standards under `profiles:`; what every map needs is always checked.

      A locality that takes the program up with old findings writes them down once with \
      --write-baseline known.json, and from then on checks with --baseline known.json, which fails \
      on new findings only.
      """)

  @Argument(help: "Map files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: "The form of the report: \(ReportFormat.allCases.map(\.help).joined(separator: ", ")).")
  var format = ReportFormat.text

  @Option(
    name: .shortAndLong, help: "The file to write the report to, instead of showing it.",
    completion: .file(), transform: String.init(path:))
  var output: String?

  @Option(
    name: .customLong("for"),
    help: """
      Whom the report is for: board (who sits on it, who reports to whom, and errors), \
      commissioners (coverage, ways to help, safety, and errors) or operations (everything, as it \
      stands in the files, with whom to ask).
      """)
  var reader: ReportReader?

  @OptionGroup var readers: AudienceOption

  @Flag(help: "List every open question, with whatever it is about.") var questions = false

  @Flag(name: .shortAndLong, help: "Print what fails, and one line a map.") var quiet = false

  @Option(
    help: "The least severity that fails the check: error, warning or note.",
    completion: .list(Severity.allCases.map(\.rawValue)))
  var failOn = Severity.error

  @Flag(help: "Let open questions fail the check as findings would.") var strict = false

  @OptionGroup var rules: RuleOptions

  @Option(
    name: .customLong("on"),
    help:
      "The date to check for, such as 2026-11-21, or `as-of` for each map's own; today otherwise."
  )
  var date = CheckingDate.today

  @Option(
    help: "The file of known findings: they are counted and do not fail.", completion: .file())
  var baseline: String?

  @Option(
    help: "Write down all findings as known to this file, and do not fail on them.",
    completion: .file(), transform: String.init(path:))
  var writeBaseline: String?

  @Option(
    help: """
      A register in which the codes of areas are looked up: ChangeHistory.csv of the Office for \
      National Statistics, or mySociety's list of councils.
      """, completion: .file(extensions: ["csv"]))
  var areaRegister: String?

  @OptionGroup var cache: CacheOption

  func validate() throws {
    if writeBaseline != nil, readers.audience != .operational {
      throw ValidationError(
        "--write-baseline writes down all findings; leave out --audience.")
    }
    if writeBaseline != nil, !(rules.only.isEmpty && rules.except.isEmpty) {
      throw ValidationError(
        "--write-baseline writes down the findings of all rules; leave out --only and --except.")
    }
  }

  func run() async throws {
    try await CachedRun.perform(cache) { run in
      // What is known is written once.
      if writeBaseline != nil { run.isOnceOnly() }
      return try await check(in: run)
    }
  }

  private func check(in run: CachedRun) async throws -> Ending {
    let terminal = run.terminal
    let standards = Standards(asked: rules.profile, files: run.files)
    try terminal.require(standards.diagnostics)
    let known = try readBaseline(run)
    let settings = settings(terminal)
    let register = areaRegister.map { AreaRegisterReader(files: run.files).read($0) }
    try terminal.require(register?.diagnostics ?? [])
    let check = MapCheck(
      standards: standards, date: date, only: RuleChoice.rules(of: rules.only),
      except: RuleChoice.rules(of: rules.except) ?? [], baseline: known, settings: settings,
      audience: readers.audience, files: run.files, areaRegister: register?.register)

    var writer = format.writer(settings)
    var report = output == nil ? nil : ""
    func put(_ text: String) {
      if report == nil { terminal.text(text) } else { report? += text }
    }
    var ending = Ending.fine
    var found = Baseline()
    var hasUnreadable = false
    put(writer.beginning())
    await check.reports(on: paths.eachOnce) { map in
      put(writer.part(about: map))
      if writeBaseline != nil { found.add(map, isStrict: strict) }
      let outcome = map.outcome(settings)
      hasUnreadable = hasUnreadable || outcome == .unreadable
      if outcome != .failing || writeBaseline == nil { ending = max(ending, Ending(outcome)) }
    }
    put(writer.ending())
    if let output, let report {
      ending = max(ending, write(report, to: output, terminal))
      run.wrote(output)
    }
    if let writeBaseline {
      if hasUnreadable {
        terminal.note(
          "\(writeBaseline): not written, because not every map can be read; mend that first")
      } else {
        ending = max(ending, write(found.text, to: writeBaseline, terminal))
        if ending == .fine {
          let count = found.entries.count
          terminal.note(
            "Wrote \(count == 1 ? "1 known finding" : "\(count) known findings") to "
              + "\(writeBaseline); from now on check with --baseline \(writeBaseline).")
        }
      }
    }
    return ending
  }

  // MARK: - Parts

  private func settings(_ terminal: Terminal) -> ReportSettings {
    var settings = ReportSettings()
    settings.failOn = failOn
    settings.isStrict = strict
    settings.reader = reader
    settings.showsAllQuestions = questions
    settings.isBrief = quiet
    settings.hasBaseline = baseline != nil
    settings.folder = FileManager.default.currentDirectoryPath
    settings.version = ProgramVersion.number
    settings.isColoured = output == nil && format == .text && terminal.hasColouredResults
    return settings
  }

  private func readBaseline(_ run: CachedRun) throws -> Baseline? {
    guard let baseline else { return nil }
    guard let data = run.files.contents(of: baseline) else {
      run.terminal.note(
        "\(baseline): this file cannot be opened; check its name, or write it with "
          + "--write-baseline \(baseline)")
      throw ExitCode(Ending.unreadable.rawValue)
    }
    do throws(Baseline.ReadingError) {
      return try Baseline([UInt8](data), file: baseline)
    } catch {
      run.terminal.note(error.description)
      throw ExitCode(Ending.unreadable.rawValue)
    }
  }

  private func write(_ text: String, to path: String, _ terminal: Terminal) -> Ending {
    do throws(AtomicFile.WritingError) {
      try AtomicFile(path: path).write(Array(text.utf8))
      AtomicFile(path: path).removeLeftovers()
      return .fine
    } catch {
      terminal.note(error.description)
      return .undrawn
    }
  }
}
