import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports
import FingerpostRules
import GraphvizRendering
import HTTPTypes

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Changes of maps, one after another, each into the files as they are at that moment.
///
/// Whoever changes an element says what it was when they looked; where the files say something else by
/// now, nothing is written and they are told. So no edit is lost, whether another window, an editor or
/// git made it.
actor MapEdits {
  /// A change that was written, and can be taken back while nobody has written since.
  private struct Saved {
    let map: String
    let files: [(path: String, before: [UInt8], after: [UInt8])]
  }

  /// What came of a change.
  struct Outcome: Encodable {
    /// Whether it is in the files.
    let written: Bool
    /// What takes it back; `nil` when it is not written.
    let undo: String?
    /// What is new and what is mended, in a line.
    let summary: String
    /// What is new, each with its place.
    let news: [String]
    /// How many combinations of a need, an age and an area have which answer; `nil` where the map does not
    /// say what it must cover.
    let coverage: CoverageCounts?
  }

  /// How many combinations of a need, an age and an area have which answer.
  struct CoverageCounts: Encodable {
    var covered = 0
    var coveredForSome = 0
    var gap = 0
    var notStated = 0
  }

  private let folder: MapFolder
  private var saved: [String: Saved] = [:]
  private var tokens: [String] = []

  /// How many changes can be taken back.
  private static let mostSaved = 200

  init(folder: MapFolder) { self.folder = folder }

  // MARK: - Reading

  /// What the files of a map say of an element now.
  func value(of id: String, in collection: String, on map: MapFolder.ServedMap) throws
    -> StatedValue
  {
    guard let value = try files(of: map).value(of: id, in: collection) else {
      throw ServerProblem(
        .notFound, "The files of this map have no `\(id)` under `\(collection)`.")
    }
    return value
  }

  private func files(of map: MapFolder.ServedMap) throws(ServerProblem) -> MapFileEditing {
    var files: [MapFileEditing.File] = []
    let access = FileAccess()
    for path in map.document.files {
      let (bytes, problem) = access.mapFile(at: path)
      guard let bytes else {
        var answer = ServerProblem(
          .conflict, "A file of this map cannot be read any more; nothing was changed.")
        answer.problems = problem.map { [$0.description] } ?? []
        throw answer
      }
      files.append(MapFileEditing.File(path: path, bytes: bytes))
    }
    return MapFileEditing(files, id: map.id)
  }

  // MARK: - Changing

  /// Makes changes, all of them or none.
  ///
  /// - Parameters:
  ///   - changes: What is changed.
  ///   - map: The map.
  ///   - isWritten: Whether the files are written; otherwise it is only said what would follow.
  /// - Returns: What came of it.
  /// - Throws: Why nothing is changed.
  func make(
    _ changes: [StatedChange], on map: MapFolder.ServedMap, isWritten: Bool
  ) throws -> Outcome {
    let before = try files(of: map)
    var after = before
    for change in changes {
      do throws(StatedChangeError) {
        try after.make(change)
      } catch {
        throw ServerProblem(error, of: change)
      }
    }
    let document = after.document
    let written = zip(before.files, after.files).filter { $0 != $1 }
      .map { (path: $0.path, before: $0.bytes, after: $1.bytes) }
    var undo: String?
    if isWritten { undo = try write(written, to: map) }
    return outcome(of: document, on: map, undo: undo)
  }

  /// Takes a change back, byte for byte, unless somebody has written since.
  func undo(_ token: String, on map: MapFolder.ServedMap) throws -> Outcome {
    guard let change = saved[token], change.map == map.id else {
      throw ServerProblem(
        .notFound, "There is no such change to take back; it may be too long ago.")
    }
    let undone = change.files.map { (path: $0.path, before: $0.after, after: $0.before) }
    let redo = try write(undone, to: map)
    saved[token] = nil
    return outcome(of: try files(of: map).document, on: map, undo: redo)
  }

  private func write(
    _ files: [(path: String, before: [UInt8], after: [UInt8])], to map: MapFolder.ServedMap
  ) throws -> String {
    var done: [(path: String, before: [UInt8], after: [UInt8])] = []
    do throws(AtomicFile.WritingError) {
      for file in files {
        try AtomicFile(path: file.path).write(file.after, inPlaceOf: file.before)
        done.append(file)
      }
    } catch {
      // All or none: what is written already is taken back.
      for file in done {
        try? AtomicFile(path: file.path).write(file.before, inPlaceOf: file.after)
      }
      throw ServerProblem(.conflict, "Nothing was changed. \(error)")
    }
    let token = UUID().uuidString
    saved[token] = Saved(map: map.id, files: files)
    tokens.append(token)
    if tokens.count > Self.mostSaved { saved[tokens.removeFirst()] = nil }
    return token
  }

  private func outcome(
    of document: MapDocument, on map: MapFolder.ServedMap, undo: String?
  ) -> Outcome {
    let preparation = folder.preparation
    let day = document.map.map { preparation.date.day(for: $0) } ?? .today
    let report = MapCheck(
      standards: Standards(asked: []), date: .day(day), only: nil, except: [], baseline: nil,
      settings: ReportSettings(), audience: preparation.audience
    ).report(on: document)
    let change = CheckChange(from: map.material?.check, to: report, ReportSettings())
    var counts: CoverageCounts?
    if let system = document.map, let coverage = try? Coverage(of: system, on: day) {
      counts = coverage.answers().reduce(into: CoverageCounts()) { counts, answer in
        switch answer {
        case .covered: counts.covered += 1
        case .coveredForSome: counts.coveredForSome += 1
        case .gap: counts.gap += 1
        case .notStated: counts.notStated += 1
        }
      }
    }
    return Outcome(
      written: undo != nil, undo: undo, summary: change.inWords, news: change.lines,
      coverage: counts)
  }
}

extension ServerProblem {
  /// Why a change of an element is not made.
  fileprivate init(_ error: StatedChangeError, of change: StatedChange) {
    let name = change.collection + (change.id.map { "/\($0)" } ?? "")
    switch error {
    case .noSuchCollection(let collection):
      self.init(.unprocessableContent, "A map has no collection `\(collection)`.")
    case .conflict(let now):
      self.init(
        .conflict,
        now == nil
          ? "`\(name)` is not in the files any more; somebody has taken it out or renamed it. Nothing was "
            + "changed; load the page again."
          : change.was == nil
            ? "There is a `\(name)` already. Nothing was changed; choose another id, or say under `was` what "
              + "the files said of it."
            : "Somebody has changed `\(name)` since you looked. Nothing was changed; look at what it says "
              + "now, and make your change again.")
      self.now = now
    case .editing(let error):
      self.init(.unprocessableContent, "\(error)")
    case .unsound(let diagnostics):
      self.init(
        .unprocessableContent, "The map could not be read afterwards, so nothing was changed.")
      problems = diagnostics.map(\.description)
    case .nothing:
      self.init(
        .badRequest,
        "There is nothing to change. A new element is one edit with an empty `path` and all that it is to "
          + "say.")
    }
  }
}
