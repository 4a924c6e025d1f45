import FingerpostFormats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The YAML files of some folders at one moment: which there are, and what each holds.
package struct FolderContents: Equatable, Sendable {
  /// A folder to look into.
  package struct Place: Hashable, Sendable {
    /// The folder.
    package let path: String
    /// What stands before the name of a file in it, as the person named it.
    package let prefix: String
    /// Whether its folders are looked into as well.
    package let isDeep: Bool

    /// A folder, with the folders within it.
    package init(folder: String) {
      path = folder
      prefix = folder.hasSuffix("/") ? folder : folder + "/"
      isDeep = true
    }

    /// The folder of a file, without the folders within it.
    package init(ofFile file: String) {
      prefix = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
      path = prefix.isEmpty ? "." : prefix
      isDeep = false
    }
  }

  /// A file as it was.
  private struct File: Equatable, Sendable {
    let stamp: FileStamp
    /// What it holds, in short; `nil` when it cannot be read.
    let digest: Int?
  }

  private var files: [String: File] = [:]
  /// The folders that cannot be listed.
  package private(set) var unlisted: Set<String> = []
  /// The folders in which something may change that matters, links followed.
  package private(set) var folders: [String] = []

  /// As deep as maps are looked for.
  private static let depth = 8

  /// Looks into folders.
  ///
  /// - Parameters:
  ///   - places: The folders.
  ///   - earlier: What was there before: files that look the same from outside are not read again.
  /// - Complexity: One look at each file, and one reading of each that changed.
  package init(of places: [Place], since earlier: FolderContents?) {
    var visited: Set<FileStamp.Identity> = []
    for place in places { look(into: place, depth: 0, since: earlier, &visited) }
  }

  private mutating func look(
    into place: Place, depth: Int, since earlier: FolderContents?,
    _ visited: inout Set<FileStamp.Identity>
  ) {
    guard let folder = FileStamp(of: place.path), folder.isFolder, depth <= Self.depth,
      visited.insert(folder.identity).inserted
    else { return }
    folders.append(place.path)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.path) else {
      unlisted.insert(place.path)
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = place.prefix + name
      guard let stamp = FileStamp(of: path) else { continue }
      if stamp.isFolder {
        if place.isDeep {
          look(into: Place(folder: path), depth: depth + 1, since: earlier, &visited)
        }
      } else if name.isMapFile {
        files[path] = Self.file(path, stamp, earlier?.files[path])
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
          let whole = target.hasPrefix("/") ? target : place.prefix + target
          folders.append(Place(ofFile: whole).path)
        }
      }
    }
  }

  private static func file(_ path: String, _ stamp: FileStamp, _ earlier: File?) -> File {
    if let earlier, earlier.stamp == stamp, !stamp.isRecent { return earlier }
    guard stamp.isOrdinary, let data = FileManager.default.contents(atPath: path) else {
      return File(stamp: stamp, digest: nil)
    }
    var hasher = Hasher()
    data.withUnsafeBytes { hasher.combine(bytes: $0) }
    return File(stamp: stamp, digest: hasher.finalize())
  }

  // MARK: - What is there

  /// Whether there is a file of this path.
  package func holds(_ path: String) -> Bool { files[path] != nil }

  /// What files hold, in short; those that are not there are left out.
  package func digests(of paths: some Sequence<String>) -> [String: Int?] {
    var digests: [String: Int?] = [:]
    for path in paths {
      if let file = files[path] { digests[path] = .some(file.digest) }
    }
    return digests
  }

  /// Whether maps that are read now may differ from those of an earlier moment.
  package func differs(from earlier: FolderContents) -> Bool {
    unlisted != earlier.unlisted || files.mapValues(\.digest) != earlier.files.mapValues(\.digest)
  }

  /// Whether a file is gone or empty that was not: an editor may be at work on it.
  package func lacksSomething(of earlier: FolderContents) -> Bool {
    earlier.files.contains { path, file in
      file.stamp.size > 0 && (files[path]?.stamp.size ?? 0) == 0
    }
  }
}
