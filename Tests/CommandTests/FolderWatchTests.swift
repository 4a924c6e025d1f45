import ArgumentParser
import FingerpostDiagrams
import FingerpostModel
import FingerpostPublishing
import FingerpostTestSupport
import Foundation
import Synchronization
import Testing

@testable import fingerpost

struct `A folder that is watched` {
  private final class Said: Sendable {
    let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test(arguments: [false, true])
  func `is given up when it does not come back`(_ isPolling: Bool) async throws {
    let folder = try TemporaryFolder()
    let said = Said()
    let path = folder.path
    let watch = FolderWatch(
      folder: path, places: [.init(folder: path)], isPolling: isPolling,
      patience: .milliseconds(1500)
    ) { said.add($0) }
    let end = await watch.run { _, _ in try? FileManager.default.removeItem(atPath: path) }
    guard case .gone = end else { return #expect(Bool(false), "it was not given up") }
    #expect(said.lines.withLock { $0.count } == 2)
    #expect(
      said.lines.withLock { $0.last } == "\(path): this folder did not come back; watching ends.")
  }

  @Test(arguments: [("today", true), ("2026-11-25", false)])
  func `is checked for the new day when one begins, unless a date was asked for`(
    _ asked: String, _ isChecked: Bool
  ) async throws {
    let folder = try TemporaryFolder()
    // One of its services is open for the last time on the first of the days.
    try folder.write(
      """
      fingerpost: 1
      title: T
      services:
        a: {name: A, intensity: universal, until: 2026-11-25}
        b: {name: B, intensity: specialist}
      routes: [{from: a, to: b, kind: referral}]

      """, to: "town.yaml")
    let days = Mutex([try day("2026-11-25")])
    let next = try day("2026-11-26")
    let said = Said()
    let path = folder.path
    let watch = FolderWatch(
      folder: path, places: [.init(folder: path)], today: { days.withLock { $0[$0.count - 1] } }
    ) { said.add($0) }
    // The map has no board, so that nothing is drawn.
    let pictures = try PictureOptions.parse(
      ["--output", folder.path(of: "out"), "--view", "board", "--format", "text"])
    let rules = try RuleOptions.parse([])
    let cache = try CacheOption.parse(["--no-cache"])
    var maps = MapWatch(
      path: path, pictures: pictures, rules: rules, audience: .operational,
      date: try #require(CheckingDate(argument: asked)), run: CachedRun.unrepeated(cache)
    ) { for line in $0 { said.add(line) } }
    let task = Task { @MainActor in
      await watch.run { contents, day in
        await maps.look(at: contents, on: day)
        days.withLock { if $0.count == 1 { $0.append(next) } }
        if day == next { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    guard case .stopped = await task.value else { return #expect(Bool(false), "it is there") }
    let lines = said.lines.withLock { $0 }
    #expect(lines.contains("It is 26 November 2026: all maps are checked again.") == isChecked)
    #expect(
      lines.contains { $0.hasPrefix("town.yaml: ") && $0.contains("answered; ") } == isChecked,
      "\(lines)")
  }

  @Test func `holds what maps are read from, links followed, and in no circle`() throws {
    let folder = try TemporaryFolder()
    let elsewhere = try TemporaryFolder()
    for name in ["a.yaml", "b.yml", "c.svg", ".d.yaml", "deep/er/e.yaml", ".hidden/f.yaml"] {
      try folder.write(name, to: name)
    }
    try elsewhere.write("g", to: "g.yaml")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.path(of: "deep/circle"), withDestinationPath: folder.path)
    try manager.createSymbolicLink(
      atPath: folder.path(of: "link.yaml"), withDestinationPath: elsewhere.path(of: "g.yaml"))
    let contents = FolderContents(of: [.init(folder: folder.path)], since: nil)
    let held = ["a.yaml", "b.yml", "deep/er/e.yaml", "link.yaml"]
    for name in held { #expect(contents.holds(folder.path(of: name)), "\(name)") }
    for name in ["c.svg", ".d.yaml", ".hidden/f.yaml", "deep/circle/a.yaml"] {
      #expect(!contents.holds(folder.path(of: name)), "\(name)")
    }
    #expect(contents.folders.contains(elsewhere.path + "/"))
  }

  @Test func `differs when a file holds something else, and not when it was only touched`() throws {
    let folder = try TemporaryFolder()
    let places = [FolderContents.Place(folder: folder.path)]
    try folder.write("one", to: "a.yaml")
    let first = FolderContents(of: places, since: nil)
    // As long as before, and within the same moment for a coarse clock.
    try folder.write("two", to: "a.yaml")
    let second = FolderContents(of: places, since: first)
    #expect(second.differs(from: first))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: folder.path(of: "a.yaml"))
    let third = FolderContents(of: places, since: second)
    #expect(!third.differs(from: second))
    try folder.write("", to: "a.yaml")
    let fourth = FolderContents(of: places, since: third)
    #expect(fourth.differs(from: third) && fourth.lacksSomething(of: third))
    #expect(!third.lacksSomething(of: fourth))
  }

  #if os(Linux)
    @Test(arguments: [
      (UInt32(IN_Q_OVERFLOW), "", true), (UInt32(IN_MOVE_SELF), "", true),
      (UInt32(IN_MODIFY), "a.yaml", true), (UInt32(IN_MODIFY), "a.svg", false),
      (UInt32(IN_MOVED_TO), "north", true), (UInt32(IN_IGNORED), "", false),
    ])
    func `is looked at when the kernel tells of something that matters`(
      _ mask: UInt32, _ name: String, _ matters: Bool
    ) {
      // As inotify(7) lays an event out, twice: after one that never matters.
      func event(_ mask: UInt32, _ name: String) -> [UInt8] {
        let padded = Array(name.utf8) + [UInt8](repeating: 0, count: 16 - name.utf8.count)
        return [UInt32(1), mask, 0, 16].flatMap { number in
          withUnsafeBytes(of: number) { Array($0) }
        } + padded
      }
      let events = event(UInt32(IN_MODIFY), "b.pdf") + event(mask, name)
      #expect(events.withUnsafeBytes { KernelChanges.matters($0) } == matters)
    }
  #endif
}
