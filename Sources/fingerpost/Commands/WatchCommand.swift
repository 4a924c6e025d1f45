import ArgumentParser
import FingerpostModel
import FingerpostPublishing
import FingerpostReports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Checks and draws maps again on each save.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandName.watch.configuration(
    abstract: "Check and draw maps again whenever a file is saved.",
    discussion: """
      Checks and draws everything once, and then says after each save what is new, what is mended, \
      and how many pictures were drawn: only those that show something else than before. A map that \
      cannot be read keeps its pictures until it is mended. Control-C stops it.
      """)

  @Argument(
    help: "The folder of maps, or a map file.", completion: .file(extensions: ["yaml", "yml"]))
  var path: String

  @OptionGroup var pictures: PictureOptions

  @OptionGroup var readers: AudienceOption

  @OptionGroup var rules: RuleOptions

  @Option(
    name: .customLong("on"),
    help: """
      The date to check and draw for, such as 2026-11-21, or `as-of` for each map's own; otherwise \
      maps are checked for today and drawn for their own.
      """)
  var date = CheckingDate.today

  @Flag(
    help: """
      Look for changes twice a second, for network folders, where the system does not tell of what \
      other computers save.
      """)
  var poll = false

  @OptionGroup var cache: CacheOption

  func run() async throws {
    let run = CachedRun.unrepeated(cache)
    let terminal = run.terminal
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let stamp = FileStamp(of: path) else {
      terminal.note("\(path): there is no such file or folder; check the name")
      throw ExitCode(Ending.unreadable.rawValue)
    }
    let own = stamp.isFolder ? FolderContents.Place(folder: path) : .init(ofFile: path)
    if FolderContents(of: [own], since: nil).unlisted.contains(own.path) {
      terminal.note("\(own.path): this folder cannot be listed; check that you may read it")
      throw ExitCode(Ending.unreadable.rawValue)
    }
    try terminal.require(
      MapWords(asked: pictures.words).diagnostics + Standards(asked: rules.profile).diagnostics)
    let (pictures, rules, date, audience) = (pictures, rules, date, readers.audience)
    let isPolling = poll
    let end = await StopSignals.heed {
      var maps = MapWatch(
        path: path, pictures: pictures, rules: rules, audience: audience, date: date,
        run: run
      ) { Self.tell($0, terminal) }
      let watch = FolderWatch(
        folder: own.path, places: [own] + maps.named.map { .init(ofFile: $0) },
        isPolling: isPolling
      ) { Self.tell([$0], terminal) }
      return await watch.run { contents, day in await maps.look(at: contents, on: day) }
    }
    if case .gone = end { try Ending.unreadable.end() }
  }

  /// Tells lines with the time of day before the first.
  private static func tell(_ lines: [String], _ terminal: Terminal) {
    terminal.text("\(clock) \(lines.map { $0.onOneLine + "\n" }.joined())")
  }

  /// The time of day, such as 09:05:30.
  private static var clock: String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    let now = calendar.dateComponents([.hour, .minute, .second], from: Date())
    return [now.hour, now.minute, now.second].map { part in
      let text = "\(part ?? 0)"
      return text.count < 2 ? "0" + text : text
    }.joined(separator: ":")
  }
}
