/// Changes as regular looks find them, on every system and in network folders.
package final class PolledChanges: FolderChanges {
  private let looks: Task<Void, Never>

  /// The time between two looks.
  private static let pause = Duration.milliseconds(500)

  /// Begins with what is there.
  ///
  /// - Parameters:
  ///   - places: Where to look.
  ///   - bell: What is rung.
  package init(in places: [FolderContents.Place], ringing bell: Bell) {
    let first = FolderContents(of: places, since: nil)
    looks = Task { await PolledChanges.look(into: places, since: first, ringing: bell) }
  }

  deinit { looks.cancel() }

  /// Nothing to do: every look goes everywhere.
  package func follow(_ folders: [String]) -> Bool { false }

  private static func look(
    into places: [FolderContents.Place], since first: FolderContents, ringing bell: Bell
  ) async {
    var last = first
    while (try? await Task.sleep(for: pause)) != nil {
      let now = FolderContents(of: places, since: last)
      if now != last { bell.ring() }
      last = now
    }
  }
}
