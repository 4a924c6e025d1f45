package import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Looks at a folder whenever something in it has changed, and whenever a day begins.
package struct FolderWatch: Sendable {
  /// The folder that is watched.
  package let folder: String
  /// Where to look for changes: that folder, and those of files that lie elsewhere.
  package let places: [FolderContents.Place]
  /// Whether to look regularly instead of being told by the system.
  package var isPolling = false
  /// How long to wait for the folder to come back.
  package var patience = Duration.seconds(300)
  /// The day it is.
  package var today: @Sendable () -> CalendarDate = { .today }
  /// What people are told.
  package let tell: @Sendable (String) -> Void

  /// Says what is watched, and how.
  package init(
    folder: String, places: [FolderContents.Place], isPolling: Bool = false,
    patience: Duration = .seconds(300),
    today: @escaping @Sendable () -> CalendarDate = { .today },
    tell: @escaping @Sendable (String) -> Void
  ) {
    (self.folder, self.places, self.isPolling) = (folder, places, isPolling)
    (self.patience, self.today, self.tell) = (patience, today, tell)
  }

  /// How a watch ended.
  package enum End: Sendable {
    /// The task was cancelled.
    case stopped
    /// The folder went and did not come back.
    case gone
  }

  /// For how long nothing may happen before a look is worth it, so that many saves in a row are one.
  private static let quiet = Duration.milliseconds(50)
  /// How long many saves in a row may put off a look.
  private static let longest = Duration.milliseconds(500)
  /// How long a file may be missing or empty before that counts; editors write in several ways.
  private static let grace = Duration.seconds(1)
  /// How often a look begins anew because there are new folders; the rest is left to the next one.
  private static let rounds = 8
  /// How often the day and the folder itself are looked at, which no change in a folder tells of.
  private static let pulse = Duration.milliseconds(500)

  /// Watches until the task is cancelled or the folder is gone for good.
  ///
  /// - Parameter look: What to do at the beginning, and whenever something may have changed, with what
  ///   is there and the day.
  /// - Returns: Which of the two ended it.
  package func run(
    _ look: (FolderContents, CalendarDate) async -> Void
  ) async -> End {
    let bell = Bell()
    let pulse = pulse(ringing: bell)
    defer { pulse.cancel() }
    var changes = changes(ringing: bell)
    var last: FolderContents?
    bell.ring()
    do {
      for await _ in bell.rings {
        if last != nil { try await bell.settle(quiet: Self.quiet, longest: Self.longest) }
        guard try await isThere() else { return .gone }
        var now = contents(since: last, &changes, bell)
        if let last {
          let end = ContinuousClock.now + Self.grace
          while now.lacksSomething(of: last), ContinuousClock.now < end {
            try await Task.sleep(for: Self.quiet)
            now = contents(since: now, &changes, bell)
          }
          // The folder itself may have gone in the meantime.
          guard FileStamp(of: folder) != nil else {
            bell.ring()
            continue
          }
        }
        await look(now, today())
        if Task.isCancelled { return .stopped }
        last = now
      }
    } catch {}  // Only sleeping throws, when the task is cancelled.
    return .stopped
  }

  // MARK: - Parts

  private func changes(ringing bell: Bell) -> any FolderChanges {
    #if os(Linux)
      if !isPolling, let changes = KernelChanges(ringing: bell) { return changes }
    #endif
    return PolledChanges(in: places, ringing: bell)
  }

  /// Follows all folders that are there, and then looks, so that nothing happens unheard in between.
  private func contents(
    since last: FolderContents?, _ changes: inout any FolderChanges, _ bell: Bell
  ) -> FolderContents {
    var now = FolderContents(of: places, since: last)
    do throws(TooManyFolders) {
      // A folder that is new may hold folders that are.
      for _ in 0...Self.rounds {
        guard try changes.follow(now.folders) else { return now }
        now = FolderContents(of: places, since: now)
      }
      bell.ring()
    } catch {
      tell(
        "There are too many folders for this computer to tell of changes in all of them; they are "
          + "looked at twice a second instead.")
      changes = PolledChanges(in: places, ringing: bell)
    }
    return now
  }

  /// Rings when a day begins, and when the folder is another one than before, or none.
  private func pulse(ringing bell: Bell) -> Task<Void, Never> {
    @Sendable func now() -> (CalendarDate, FileStamp.Identity?, UInt32?) {
      let stamp = FileStamp(of: folder)
      return (today(), stamp?.identity, stamp?.permissions)
    }
    let first = now()
    return Task {
      var last = first
      while (try? await Task.sleep(for: Self.pulse)) != nil {
        let now = now()
        if now != last { bell.ring() }
        last = now
      }
    }
  }

  /// Waits for the folder when it is not there; whether it is.
  private func isThere() async throws -> Bool {
    guard FileStamp(of: folder)?.isFolder != true else { return true }
    let start = ContinuousClock.now
    var isTold = false
    while ContinuousClock.now - start < patience {
      try await Task.sleep(for: Self.quiet)
      if FileStamp(of: folder)?.isFolder == true {
        if isTold { tell("\(folder): the folder is back.") }
        return true
      }
      if !isTold, ContinuousClock.now - start > Self.grace {
        isTold = true
        tell("\(folder): this folder is gone; waiting for it. Pictures stay as they are.")
      }
    }
    tell("\(folder): this folder did not come back; watching ends.")
    return false
  }
}
