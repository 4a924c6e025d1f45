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

  private let folder: MapFolder
  private let commits: GitCommits
  private var saved: [String: Saved] = [:]
  private var tokens: [String] = []
  /// The last change that was asked for, which may still be at work.
  private var last: Task<Void, Never>?

  /// How many changes can be taken back.
  private static let mostSaved = 200

  init(folder: MapFolder) {
    self.folder = folder
    commits = GitCommits(folder: folder.path)
  }

  // MARK: - Reading

  /// What the files of a map say of an element now.
  func value(of id: String, in collection: String, on map: MapFolder.ServedMap) throws
    -> StatedValue
  {
    guard let value = try readable(map).value(of: id, in: collection) else {
      throw ServerProblem(
        .notFound, "The files of this map have no `\(id)` under `\(collection)`.")
    }
    return value
  }

  /// A map as its files say it now.
  func document(of map: MapFolder.ServedMap) throws -> MapDocument { try readable(map).document }

  /// The files of a map that can be read; who has broken one is not told that elements are gone.
  private func readable(_ map: MapFolder.ServedMap) throws(ServerProblem) -> MapFileEditing {
    let files = try files(of: map)
    let document = files.document
    guard document.isReadable else {
      var problem = ServerProblem(
        .unprocessableContent,
        "The files of this map cannot be read now, so nothing was changed; mend what is wrong with them."
      )
      problem.problems = document.diagnostics.filter { $0.severity == .error }.map(\.description)
      throw problem
    }
    return files
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

  // MARK: - Looking

  /// A map with changes that nobody has made yet.
  struct Trial: Sendable {
    /// The map as it would be.
    let document: MapDocument
    /// Its files as they would be.
    let editing: MapFileEditing
    /// The ids of the changed elements; `nil` for one that would be gone.
    let ids: [String?]
    fileprivate let files: [(path: String, before: [UInt8], after: [UInt8])]
  }

  /// Tries changes, all of them or none.
  ///
  /// - Throws: Why they cannot be made.
  func trial(_ changes: [StatedChange], on map: MapFolder.ServedMap) throws -> Trial {
    let before = try readable(map)
    var after = before
    var ids: [String?] = []
    for change in changes {
      do throws(StatedChangeError) {
        ids.append(try after.make(change))
      } catch {
        throw ServerProblem(error, of: change)
      }
    }
    return Trial(
      document: after.document, editing: after, ids: ids,
      files: zip(before.files, after.files).filter { $0 != $1 }
        .map { (path: $0.path, before: $0.bytes, after: $1.bytes) })
  }

  /// Says what would follow from changes.
  ///
  /// - Parameters:
  ///   - changes: What would be changed; may be nothing.
  ///   - map: The map.
  ///   - element: What else is looked at.
  /// - Returns: What would come of it.
  /// - Throws: Why they cannot be made.
  func look(
    at changes: [StatedChange], on map: MapFolder.ServedMap, about element: ElementID?
  ) throws -> ChangeOutcome {
    outcome(of: try trial(changes, on: map), changes, on: map, about: element)
  }

  // MARK: - Changing

  /// Makes changes, all of them or none.
  ///
  /// - Parameters:
  ///   - changes: What is changed.
  ///   - map: The map.
  ///   - message: What a commit of it says; `nil` for none.
  /// - Returns: What came of it.
  /// - Throws: Why nothing is changed.
  func make(
    _ changes: [StatedChange], on map: MapFolder.ServedMap, committing message: String?
  ) async throws -> ChangeOutcome {
    guard !changes.isEmpty else { throw ServerProblem(.badRequest, "There is nothing to change.") }
    try Self.mindMessage(message)
    return try await oneAfterAnother { edits in
      if message != nil {
        try await edits.mindCommit(of: try edits.trial(changes, on: map).files.map(\.path))
      }
      return try await edits.makeNow(changes, on: map, committing: message)
    }
  }

  /// Takes a change back, byte for byte, unless somebody has written since.
  func undo(
    _ token: String, on map: MapFolder.ServedMap, committing message: String?
  ) async throws -> ChangeOutcome {
    try Self.mindMessage(message)
    return try await oneAfterAnother { edits in
      try await edits.undoNow(token, on: map, committing: message)
    }
  }

  private static func mindMessage(_ message: String?) throws(ServerProblem) {
    if let message, message.allSatisfy(\.isWhitespace) {
      throw ServerProblem(.badRequest, "Nothing was changed. Say under `commit` what it is to say.")
    }
  }

  /// A commit takes a while, in which nobody else may write what it would hold as well.
  private func oneAfterAnother(
    _ work: @escaping @Sendable (isolated MapEdits) async throws -> ChangeOutcome
  ) async throws -> ChangeOutcome {
    let before = last
    let task = Task {
      await before?.value
      return try await work(self)
    }
    last = Task { _ = try? await task.value }
    return try await task.value
  }

  private func mindCommit(of files: [String]) async throws {
    if let obstacle = await commits.obstacle(for: files) {
      throw ServerProblem(.conflict, "Nothing was changed. \(obstacle)")
    }
  }

  private func makeNow(
    _ changes: [StatedChange], on map: MapFolder.ServedMap, committing message: String?
  ) async throws -> ChangeOutcome {
    let trial = try trial(changes, on: map)
    let undo = try write(trial.files, to: map)
    var outcome = outcome(of: trial, changes, on: map, about: nil)
    outcome.written = true
    outcome.undo = undo
    try await commit(trial.files, as: undo, on: map, saying: message, into: &outcome)
    return outcome
  }

  private func undoNow(
    _ token: String, on map: MapFolder.ServedMap, committing message: String?
  ) async throws -> ChangeOutcome {
    guard let change = saved[token], change.map == map.id else {
      throw ServerProblem(
        .notFound,
        "This cannot be taken back any more: the server has been started again since, or it is too long ago."
      )
    }
    let undone = change.files.map { (path: $0.path, before: $0.after, after: $0.before) }
    let isAsLeft = undone.allSatisfy { FileAccess().mapFile(at: $0.path).bytes == $0.before }
    guard isAsLeft else {
      throw ServerProblem(
        .gone,
        "This cannot be taken back any more: somebody has written into the file since. Nothing was changed."
      )
    }
    if message != nil { try await mindCommit(of: undone.map(\.path)) }
    let redo = try write(undone, to: map)
    let now = try files(of: map)
    let trial = Trial(document: now.document, editing: now, ids: [], files: undone)
    var outcome = outcome(of: trial, [], on: map, about: nil)
    outcome.written = true
    outcome.undo = redo
    try await commit(undone, as: redo, on: map, saying: message, into: &outcome)
    // Only now: where git refuses the commit, the change can still be taken back.
    saved[token] = nil
    return outcome
  }

  /// Makes a commit of what was written; where git refuses it, the files are as they were before.
  private func commit(
    _ files: [(path: String, before: [UInt8], after: [UInt8])], as token: String,
    on map: MapFolder.ServedMap, saying message: String?, into outcome: inout ChangeOutcome
  ) async throws {
    guard let message else { return }
    let made = await commits.commit(files.map(\.path), saying: message)
    outcome.commit = made.id
    guard let problem = made.problem else { return }
    let undone = files.map { (path: $0.path, before: $0.after, after: $0.before) }
    guard (try? write(undone, to: map)) != nil else {
      // Something that git runs has changed the files as well.
      outcome.commitProblem = problem
      return
    }
    saved[token] = nil
    throw ServerProblem(.conflict, "Nothing was changed, because no commit was made. \(problem)")
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
    of trial: Trial, _ changes: [StatedChange], on map: MapFolder.ServedMap,
    about element: ElementID?
  ) -> ChangeOutcome {
    let document = trial.document
    let preparation = folder.preparation
    let day = document.map.map { preparation.date.day(for: $0) } ?? .today
    let report = MapCheck(
      standards: Standards(asked: []), date: .day(day), only: nil, except: [], baseline: nil,
      settings: ReportSettings(), audience: preparation.audience
    ).report(on: document)
    let changed = zip(changes, trial.ids).compactMap { change, id in
      ElementID.Collection(rawValue: change.collection).flatMap { collection in
        id.map { ElementID(collection, $0) }
      }
    }
    let elements = Set(changed + [element].compactMap(\.self))
    var outcome = ChangeOutcome(
      from: map.material?.check, to: report, about: elements,
      readerFinds: elements.flatMap {
        trial.editing.diagnostics(of: $0.path[0], in: $0.collection.rawValue)
      },
      helped: (
        before: map.material.flatMap { try? Coverage(of: $0.map, on: day) },
        after: document.map.flatMap { try? Coverage(of: $0, on: day) }
      ))
    outcome.ids = trial.ids
    return outcome
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
            + "changed."
          : change.was == nil
            ? "There is a `\(name)` already. Nothing was changed; choose another id."
            : "Somebody has changed `\(name)` since you looked. Nothing was changed; look at what it says "
              + "now.")
      self.now = now
      isConflict = true
    case .editing(let error):
      self.init(.unprocessableContent, "\(error)")
    case .unsound(let found):
      self.init(
        .unprocessableContent, "The map could not be read afterwards, so nothing was changed.")
      // What the map does not hold may be named; that was there before.
      let found = found.filter { $0.diagnostic.category != .unknownReference }
      problems = found.map(\.diagnostic.description)
      fields = found.compactMap { problem in
        problem.path.map { Field(path: $0, message: problem.diagnostic.message.capitalisedFirst) }
      }
    case .nothing:
      self.init(
        .badRequest,
        "There is nothing to change. A new element is one edit with an empty `path` and all that it is to "
          + "say.")
    }
  }
}
