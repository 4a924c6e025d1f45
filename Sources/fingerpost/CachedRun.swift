import ArgumentParser
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Whether a command may take what it worked out before.
struct CacheOption: ParsableArguments {
  @Flag(
    name: .customLong("no-cache"),
    help: "Work everything out again, and keep nothing for the next time.")
  var isOff = false
}

/// A run of a command that depends on nothing but files, the day and how it was called, so that it can
/// be told again when nothing of that changed.
///
/// What it said, how it ended and which files it wrote is kept, with the fingerprint of everything that
/// it looked at. It is told again only if all that it looked at is the same, byte for byte, and every
/// file that it wrote is as it left it.
final class CachedRun: Sendable {
  /// Where the run writes what it says.
  let terminal: Terminal
  /// How the run looks at files.
  let files: FileAccess
  /// Where single results of the run are kept; `nil` when nothing is to be kept.
  let cache: CacheFolder?

  private let looks = LookList()
  private let written = Mutex<[String]>([])
  private let once = Atomic(false)

  private init(_ cache: CacheFolder?, keepsWhatItSays: Bool) {
    self.cache = cache
    let looks = looks
    files = FileAccess { path, look in looks.add(path, look) }
    terminal = Terminal(keepsWhatItSays: keepsWhatItSays)
  }

  /// A run whose whole is never told again, and single results of which may be.
  static func unrepeated(_ option: CacheOption) -> CachedRun {
    let run = CachedRun(option.isOff ? nil : CacheFolder(), keepsWhatItSays: false)
    run.isOnceOnly()
    return run
  }

  /// Notes that the run did what it would not do again, such as taking away a file.
  func isOnceOnly() { once.store(true, ordering: .relaxed) }

  /// Notes that the run wrote a file.
  func wrote(_ path: String) { written.withLock { $0.append(path) } }

  /// Runs a command, or tells again what it said the last time.
  ///
  /// - Parameters:
  ///   - option: Whether the cache may be used.
  ///   - work: What the command does; returns how it ends.
  /// - Throws: What the work throws, and how the command ends unless all is well.
  static func perform(
    _ option: CacheOption, _ work: (CachedRun) async throws -> Ending
  ) async throws {
    guard !option.isOff else { return try await work(unrepeated(option)).end() }
    let cache = CacheFolder()
    let terminal = Terminal()
    let entry = Fingerprint(
      of: [
        ProgramIdentity.fingerprint.description, CalendarDate.today.description,
        FileManager.default.currentDirectoryPath, terminal.readers,
      ] + CommandLine.arguments.dropFirst())
    if let record = RunRecord.decoded(cache.contents(of: entry)), record.isStillSo,
      let ending = Ending(rawValue: record.ending)
    {
      terminal.say(again: record.said)
      return try ending.end()
    }
    let run = CachedRun(cache, keepsWhatItSays: true)
    let ending = try await work(run)
    if let data = run.record(of: ending)?.encoded {
      cache.keep(data, as: entry)
      cache.trim()
    }
    try ending.end()
  }

  /// The record of the run; `nil` when it may go otherwise the next time.
  private func record(of ending: Ending) -> RunRecord? {
    // What went wrong on this machine may go well the next time.
    guard ending != .undrawn, !once.load(ordering: .relaxed), !Terminal.hasLostResults,
      let looks = looks.all, let said = terminal.said
    else { return nil }
    var outputs: [String: FileStamp] = [:]
    for path in written.withLock({ $0 }) {
      guard let stamp = FileStamp(of: path) else { return nil }
      outputs[path] = stamp
    }
    return RunRecord(looks: looks, said: said, outputs: outputs, ending: ending.rawValue)
  }
}
