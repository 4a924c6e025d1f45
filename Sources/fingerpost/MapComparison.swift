import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An older version of a map, for the changes since then.
struct MapComparison {
  let old: SystemMap
  /// What people call the version.
  let name: String

  /// Reads the older version of a map; `nil` when it cannot be read, which is told.
  ///
  /// - Parameters:
  ///   - since: A file or folder; or a day, a commit, a branch or a tag of the map's repository.
  ///   - path: The map, as it was named on the command line.
  ///   - map: The map as it is now.
  ///   - terminal: Where problems are told.
  /// - Throws: What is wrong with `since`.
  init?(
    since: String, of path: String, _ map: SystemMap, _ terminal: Terminal
  ) async throws(GitError) {
    let isFile = FileManager.default.fileExists(atPath: since)
    let version: MapVersion
    if isFile {
      let repository: GitRepository?
      do throws(GitError) { repository = try await GitRepository(containing: path) } catch {
        repository = nil
      }
      if try await repository?.knows(since) ?? false {
        throw .wrongUsage(
          "`\(since)` is a file or folder here, and git knows a commit of that name too; write "
            + "`./\(since)` for the file or folder")
      }
      version = MapVersion(path: since)
    } else {
      guard !since.isMapFile else {
        terminal.note("\(since): there is no such file; check its name")
        return nil
      }
      let repository = try await GitRepository(containing: path)
      version = try await MapVersion(repository, at: try await repository.revision(since: since))
    }
    let documents = version.documents
    let same = documents.count == 1 ? documents[0] : documents.first { $0.map?.id == map.id }
    name = since.split(separator: "/").last.map(String.init) ?? since
    if isFile || same != nil || !documents.isEmpty {
      for diagnostic in (same.map { [$0] } ?? documents).flatMap(\.diagnostics) {
        terminal.report(version.told(diagnostic))
      }
      guard let old = same?.map else {
        terminal.note(
          documents.count > 1
            ? "\(since): this folder holds several maps; name one of them with --since"
            : "\(since): not compared; mend the problems above first")
        return nil
      }
      self.old = old
    } else {
      terminal.note("\(path) did not exist then (\(version.heading)); everything in it is new")
      old = map.emptied
    }
  }

  /// What changed from then to now, in sentences.
  ///
  /// - Parameters:
  ///   - new: The newer version, as the readers are shown it.
  ///   - setting: Whom it is for, by which standards, and in which words; the older version is shown
  ///     by the same.
  /// - Returns: The version that it was compared with, and the sentences.
  func changes(to new: SystemMap, _ setting: ViewSetting) -> PaperChanges {
    let shown = old.shown(
      to: setting.audience, smallestCount: setting.profiles.smallestPublicCount)
    let difference = MapDifference(from: shown, to: new).withoutRemarks
    return PaperChanges(
      since: name, asOf: old.asOf,
      sentences: DifferenceWording(difference, in: setting.words).lines)
  }
}
