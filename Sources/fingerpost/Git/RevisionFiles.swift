import FingerpostFormats
import FingerpostModel
import FingerpostPublishing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of maps as they were at a revision, in a folder that is removed when nobody refers to it
/// any more.
final class RevisionFiles: Sendable {
  private let folder: String
  private let name: String
  /// Where the path that was asked for is now; `nil` when it did not exist then.
  let path: String?

  /// Writes out what a map at a path is read from: a folder with all maps in it, or a file with the
  /// standards and words beside it.
  ///
  /// - Parameters:
  ///   - repository: The repository, with the path.
  ///   - revision: The commit.
  /// - Throws: Why git does not answer, or the files cannot be written.
  init(_ repository: GitRepository, at revision: GitRepository.Revision) async throws(GitError) {
    name = revision.name
    let entry = try await repository.entry(at: revision)
    var entries: [GitRepository.Entry] = []
    if let entry, entry.isFolder {
      entries = try await repository.entries(in: entry.path, at: revision, isDeep: true)
        .filter(\.isOfMaps)
    } else if let entry {
      let home = entry.path.split(separator: "/").dropLast().joined(separator: "/")
      entries =
        [entry]
        + (try await repository.entries(in: home, at: revision, isDeep: false))
        .filter { $0.path.isBesideMaps && $0.path != entry.path }
    }
    let written = try Self.write(
      entries, try await repository.contents(of: entries.map(\.object)))
    folder = written
    path = entries.isEmpty ? nil : entry.map { $0.path.isEmpty ? written : "\(written)/\($0.path)" }
  }

  /// Writes out the files of a folder of maps.
  ///
  /// - Parameters:
  ///   - entries: What lies in the folder, by paths from there.
  ///   - contents: The bytes of each.
  /// - Throws: That the files cannot be written.
  init(_ entries: [GitRepository.Entry], _ contents: [String: [UInt8]]) throws(GitError) {
    name = ""
    folder = try Self.write(entries, contents)
    path = entries.isEmpty ? nil : folder
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static func write(
    _ entries: [GitRepository.Entry], _ contents: [String: [UInt8]]
  ) throws(GitError) -> String {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory
      .appending(path: "fingerpost-revision-\(UUID().uuidString)").path
    do {
      try manager.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      for entry in entries {
        guard let bytes = contents[entry.object] else { continue }
        let file = folder + "/" + entry.path
        let home = file.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        try manager.createDirectory(atPath: home, withIntermediateDirectories: true)
        if entry.isLink {
          let target = String(decoding: bytes, as: UTF8.self)
          guard target.staysInside(from: entry.path) else { continue }
          try manager.createSymbolicLink(atPath: file, withDestinationPath: target)
        } else {
          try Data(bytes).write(to: URL(filePath: file))
        }
      }
    } catch {
      try? manager.removeItem(atPath: folder)
      throw .failed("the earlier version cannot be written to the system's temporary files")
    }
    return folder
  }

  /// Text about the files, with `HEAD~3:Maps/leeds.yaml` for where a file is now.
  func told(_ text: String) -> String {
    text.replacing(folder + "/", with: name + ":").replacing(folder, with: name + ":")
  }
}

extension GitRepository.Entry {
  /// Whether a map, a standard or words may be read from it, or through it.
  var isOfMaps: Bool { isLink || path.isMapFile }
}

extension String {
  /// Whether it is the name of a file that a map may name.
  fileprivate var isBesideMaps: Bool {
    hasSuffix(ProfileReader.fileEnding) || hasSuffix(WordsReader.fileEnding)
  }

  /// Whether a link leads to nothing outside of the repository.
  fileprivate func staysInside(from path: String) -> Bool {
    guard !hasPrefix("/") else { return false }
    var depth = path.split(separator: "/").count - 1
    for part in split(separator: "/") {
      depth += part == ".." ? -1 : part == "." ? 0 : 1
      if depth < 0 { return false }
    }
    return true
  }
}
