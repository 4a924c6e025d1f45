import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One version of maps: as they stand in files now, or as they were at a revision.
struct MapVersion: Sendable {
  /// What people call the version.
  let name: String
  /// The day on which it was committed; `nil` for files.
  let date: CalendarDate?
  /// The maps, those that cannot be read included; empty when the path did not exist then.
  let documents: [MapDocument]
  /// The path of which a file that git hands over is a version; `nil` otherwise.
  private let versionOf: String?
  private let files: RevisionFiles?

  /// Reads the maps of a path as they stand now; no maps when there is no such path.
  init(path: String) {
    name = path
    date = nil
    documents =
      FileManager.default.fileExists(atPath: path) ? MapReader().read(path: path) : []
    versionOf = nil
    files = nil
  }

  /// Reads the maps of a path as they were at a revision.
  init(
    _ repository: GitRepository, at revision: GitRepository.Revision
  ) async throws(GitError) {
    name = revision.name
    date = revision.date
    let files = try await RevisionFiles(repository, at: revision)
    documents = files.path.map { MapReader().read(path: $0) } ?? []
    versionOf = nil
    self.files = files
  }

  /// Reads a file that stands for a version of another, as git hands them to a program that shows
  /// differences.
  ///
  /// - Parameters:
  ///   - file: Where the version is; `/dev/null` when there is none.
  ///   - path: The file of which it is a version.
  ///   - name: What people call the version.
  init(file: String, of path: String, called name: String) {
    self.name = name
    date = nil
    files = nil
    versionOf = path
    guard file != "/dev/null" else {
      documents = []
      return
    }
    let bytes = FileManager.default.contents(atPath: file).map { [UInt8]($0) } ?? []
    documents = [MapReader().read(bytes, file: path)]
  }

  /// The version as a heading says it, such as `HEAD~3 (1 October 2026)`.
  var heading: String { name + (date.map { " (\($0.inWords))" } ?? "") }

  /// Text about the maps, with the names under which people know their files.
  private func told(_ text: String) -> String {
    if let versionOf, name != versionOf {
      return text.replacing(versionOf + ":", with: "\(name):\(versionOf):")
    }
    return files?.told(text) ?? text
  }

  /// A problem, with the name under which people know its file.
  func told(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.message = told(diagnostic.message)
    diagnostic.location = told(diagnostic.location)
    return diagnostic
  }

  /// What a check found, with the names under which people know the files.
  func told(_ report: MapReport) -> MapReport {
    var report = report
    report.files = report.files.map { told($0) }
    for place in report.findings.indices {
      report.findings[place].location = told(report.findings[place].location)
      report.findings[place].message = told(report.findings[place].message)
    }
    return report
  }

  private func told(_ location: SourceLocation?) -> SourceLocation? {
    guard var location else { return nil }
    location.file = String(told(location.file + ":").dropLast())
    return location
  }
}
