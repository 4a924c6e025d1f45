import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostReports

/// An older version of a map, for the changes since then.
struct MapComparison {
  let old: SystemMap
  let file: String

  /// Reads the older version; `nil` when it cannot be read, which is reported.
  init?(file: String, in run: CachedRun) {
    let terminal = run.terminal
    let documents = MapReader(files: run.files).read(path: file)
    for diagnostic in documents.flatMap(\.diagnostics) { terminal.report(diagnostic) }
    guard documents.count == 1, let old = documents[0].map else {
      terminal.note(
        documents.count > 1
          ? "\(file): this folder holds several maps; name one of them with --since"
          : "\(file): not compared; mend the problems above first")
      return nil
    }
    self.old = old
    self.file = file
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
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return PaperChanges(
      since: name, asOf: old.asOf,
      sentences: DifferenceWording(difference, in: setting.words).lines)
  }
}
