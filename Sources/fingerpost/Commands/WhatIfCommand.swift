import ArgumentParser
import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports

/// Says what would follow from a change that somebody thinks of.
struct WhatIfCommand: AsyncParsableCommand {
  static let configuration = CommandName.whatIf.configuration(
    abstract: "Say who would lose or find help, and what else would follow, if something changed.",
    discussion: """
      Changes a map in thought, and compares what would be with what is: families who would lose help \
      or find it, ways that would be longer, seats on boards that would be affected, services to which \
      no way would lead, and what a check would find. No file is changed.

        fingerpost what-if leeds.yaml --close childrens-centre --add-route family-hub:team
        fingerpost what-if leeds.yaml --change team.ages=conception..2 years
        fingerpost what-if --scenario centre-closes.scenario.yaml --picture centre-closes.pdf

      Each option may be given several times. Whatever their order on the command line, a scenario file \
      comes first, then --change, --pause, --close, --end-funding, --remove-route and --add-route; a \
      later one sees what an earlier one has made.

      Exit codes: 0 whatever would follow; 1 the map needs mending; 2 a file cannot be read; 64 the \
      command was typed wrongly, or what it says cannot be done to the map; 70 the picture could not \
      be drawn.
      """)

  @Argument(
    help: "The map: a file, or the folder of one map; left out where --scenario names it.",
    completion: .file(extensions: ["yaml", "yml"]))
  var path: String?

  @OptionGroup(title: "What is assumed") var assumed: ScenarioArguments

  @Option(
    help: ArgumentHelp(
      "A file that says which map it changes, and what would be otherwise.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var scenario: String?

  @Option(name: .shortAndLong, help: "How to write it: text, markdown or json.")
  var format = DifferenceFormat.text

  @Option(help: ChangePicture.help, completion: .file(), transform: ChangePicture.init)
  var picture: ChangePicture?

  @OptionGroup var readers: AudienceOption

  @Option(
    name: .customLong("on"),
    help: """
      The date for which both are looked at, such as 2026-11-21, or `as-of` for that of the map; \
      today otherwise.
      """)
  var date = CheckingDate.today

  @Option(
    help: "A file of words to say things in, instead of the one that the map names.",
    completion: .file(extensions: ["yaml"]))
  var words: String?

  func validate() throws {
    guard path != nil || scenario != nil else {
      throw ValidationError("name the map, or a file with --scenario.")
    }
    guard scenario != nil || !assumed.isEmpty else {
      throw ValidationError(
        "say what to assume, such as --close and the id of a service; `fingerpost help what-if` lists "
          + "what there is.")
    }
  }

  func run() async throws {
    let terminal = Terminal()
    let mapWords = MapWords(asked: words)
    try terminal.require(mapWords.diagnostics)
    let asked = try self.asked(terminal)
    guard
      let map = terminal.soundMap(
        of: asked.document, for: readers.audience,
        otherwise: "not asked; mend the problems above and ask again")
    else { return try asked.document.ending.end() }
    let after = try sound(asked.after, terminal)
    let day = date.day(for: map)
    let settings = ViewSettings(
      date: day, theme: .plain, words: mapWords, audience: readers.audience, views: [],
      files: FileAccess())
    let (_, made, problems) = settings.setting(for: map, of: asked.document)
    for diagnostic in problems { terminal.report(diagnostic) }
    guard let setting = made else { return try Ending.unreadable.end() }
    let report = try report(
      on: asked.document, map, becoming: after, asked.after, on: day, setting, terminal)
    terminal.text(report.text(as: format))
    var ending = asked.document.ending
    if let picture {
      let drawn = DifferencePicture(of: report.difference, assuming: report.assumption)
      ending = max(
        ending,
        await picture.write(
          drawn, in: setting, heldBy: [KeptLayout(of: asked.document)], terminal))
    }
    try ending.end()
  }

  // MARK: - What is asked

  /// The map as it was read, and the map that a scenario file makes of it, if there is one.
  private func asked(
    _ terminal: Terminal
  ) throws -> (document: MapDocument, after: ScenarioDocument?) {
    let named = try path.map { try only(MapReader().read(path: $0), at: $0) }
    guard let scenario else {
      // Checked before.
      guard let named else { throw ValidationError("name the map.") }
      return (named, nil)
    }
    let document = ScenarioReader().read(path: scenario)
    for diagnostic in document.diagnostics {
      terminal.report(diagnostic.told(to: readers.audience))
    }
    guard let map = document.map, map.isReadable else {
      terminal.note("\(scenario): not asked; mend the problems above and ask again")
      throw ExitCode(Ending.unreadable.rawValue)
    }
    if let path, let named,
      (named.files.prefix(1) + map.files.prefix(1)).map(\.self).eachOnce.count > 1
    {
      throw ValidationError(
        "\(scenario) changes \(map.files[0]), and not \(path); leave out \(path).")
    }
    return (map, document)
  }

  private func only(_ documents: [MapDocument], at path: String) throws -> MapDocument {
    guard documents.count == 1 else {
      throw ValidationError("\(path) holds \(documents.count) maps; name the file of one of them.")
    }
    return documents[0]
  }

  /// The map that a scenario file makes; nil without a file.
  private func sound(_ document: ScenarioDocument?, _ terminal: Terminal) throws -> SystemMap? {
    guard let document else { return nil }
    let isSound = !document.diagnostics.contains {
      $0.severity == .error && $0.category != .unknownReference
    }
    guard let after = document.after, isSound else {
      terminal.note("\(scenario ?? ""): not asked; mend the problems above and ask again")
      let isReadable = document.after != nil
      throw ExitCode((isReadable ? Ending.unsound : .unreadable).rawValue)
    }
    return after
  }

  // MARK: - What follows

  private func report(
    on document: MapDocument, _ map: SystemMap, becoming after: SystemMap?,
    _ scenario: ScenarioDocument?, on day: CalendarDate, _ setting: ViewSetting,
    _ terminal: Terminal
  ) throws -> ScenarioReport {
    func shown(_ map: SystemMap) -> SystemMap {
      map.shown(
        to: readers.audience, smallestCount: setting.profiles.smallestPublicCount)
    }
    let check = MapCheck(
      standards: Standards(asked: []), date: .day(day), only: nil, except: [], baseline: nil,
      settings: ReportSettings(), audience: readers.audience)
    let wording = ScenarioWording(in: setting.words)
    var later = document
    later.map = after ?? map
    later.diagnostics += scenario?.diagnostics ?? []
    var assumptions = after.map { wording.lines(from: shown(map), to: shown($0)) } ?? []
    for typed in try assumed.changes(to: after ?? map, on: day, tell: terminal.report) {
      guard let before = later.map else { continue }
      do throws(ScenarioError) {
        let next = try Scenario([typed.change]).applied(to: before, on: day)
        assumptions += wording.sentences(
          for: typed.change, from: shown(before), to: shown(next))
        later.map = next
      } catch {
        throw ValidationError("\(typed.text): \(error.explanation)".withStop)
      }
    }
    return ScenarioReport(
      title: scenario?.title, assumptions: assumptions,
      from: (shown(map), check.report(on: document)),
      to: (shown(later.map ?? map), check.report(on: later)), on: day, words: setting.words)
  }
}
