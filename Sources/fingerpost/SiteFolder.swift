import FingerpostReports
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder of a site: what a run writes there, and what earlier runs left.
///
/// Only what an earlier run listed as its own is ever removed.
struct SiteFolder {
  /// Where it is.
  let path: String
  private var made: Set<String> = []
  private var left: Set<String> = []

  /// The name of the list of files.
  static let listName = ".fingerpost-site"

  /// Begins with the folder as it is; it need not exist.
  init(path: String) { self.path = path }

  /// Whether it is empty, not there, or the site of an earlier run: what others put there is not written
  /// over.
  var isOwn: Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.isEmpty || names.contains(Self.listName)
  }

  /// Whether a file of an earlier run is there.
  func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(file)") }

  /// Notes a map that has no new pages, so that those from before stay.
  mutating func leave(_ map: String) { left.insert(map) }

  /// Writes files, each whole or not at all; what is the same already keeps its date.
  mutating func write(_ files: [SiteFile], _ run: CachedRun) -> Ending {
    var ending = Ending.fine
    for file in files {
      let target = "\(path)/\(file.path)"
      made.insert(file.path)
      if FileManager.default.contents(atPath: target).map({ $0.elementsEqual(file.bytes) }) ?? false
      {
        run.wrote(target)
      } else if !run.write(file.bytes, to: target, tells: false) {
        ending = .undrawn
      }
    }
    return ending
  }

  /// Removes what earlier runs wrote and the site no longer has, and lists what there is now.
  func finish(_ run: CachedRun) -> Ending {
    let list = "\(path)/\(Self.listName)"
    let before = FileManager.default.contents(atPath: list).map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    var kept = made
    for name in before ?? [] where !made.contains(name) {
      // A list that somebody changed must not lead out of the folder.
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else {
        continue
      }
      if parts.count == 2, left.contains(String(parts[0])) {
        kept.insert(name)
        continue
      }
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
      if parts.count == 2 { removeIfEmpty("\(path)/\(parts[0])") }
    }
    let text = kept.sorted().map { $0 + "\n" }.joined()
    return run.write(Array(text.utf8), to: list, tells: false) ? .fine : .undrawn
  }

  private func removeIfEmpty(_ folder: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder), names.isEmpty
    else { return }
    try? FileManager.default.removeItem(atPath: folder)
  }
}

extension CachedRun {
  /// Writes a file whole or not at all, with the folders that it needs; whether it did.
  func write(_ bytes: [UInt8], to path: String, tells: Bool = true) -> Bool {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    guard folder.isEmpty || terminal.makeFolder(folder) else { return false }
    do throws(AtomicFile.WritingError) {
      try AtomicFile(path: path).write(bytes)
      AtomicFile(path: path).removeLeftovers()
      wrote(path)
      if tells { terminal.result(path) }
      return true
    } catch {
      terminal.note("\(error)")
      return false
    }
  }
}
