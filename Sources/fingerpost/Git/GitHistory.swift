import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports

/// The commits that changed the files of one map, the newest first.
struct GitHistory: Sendable {
  /// A commit, and where the files were before and after it.
  struct Step: Sendable {
    let commit: MapCommit
    let parents: [String]
    let path: String
    let parentPath: String
  }

  let repository: GitRepository
  let steps: [Step]
  /// Whether the map is read from a folder.
  let isOfFolder: Bool
  /// Whether git holds the recent commits only.
  let isCutShort: Bool

  /// Lists the commits; a file is followed to the names it had before.
  init(of repository: GitRepository) async throws(GitError) {
    self.repository = repository
    let head = try await repository.ask(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
    let entry =
      head.isFine ? try await repository.entry(at: try await repository.revision("HEAD")) : nil
    guard let entry else {
      steps = []
      isOfFolder = false
      isCutShort = false
      return
    }
    let shallow = try await repository.ask(["rev-parse", "--is-shallow-repository"])
    isCutShort = shallow.text.hasPrefix("true")
    isOfFolder = entry.isFolder
    let answer = try await repository.ask(
      [
        "log", "-z", "--raw", "--no-abbrev", "--find-renames", "--encoding=UTF-8",
        "--format=%H%x00%P%x00%as%x00%an%x00%s",
      ] + (entry.isFolder ? [] : ["--follow"]) + ["HEAD"]
        + (entry.path.isEmpty ? [] : ["--", repository.pathFromFolder]))
    guard answer.isFine else { throw .failed(answer.complaint) }
    steps = Self.steps(in: answer.output, from: entry.path, isFile: !entry.isFolder)
  }

  /// Reads `ID␀PARENTS␀DATE␀AUTHOR␀SUBJECT␀` and then, for each file, `:MODES IDS STATUS␀PATH␀`, with
  /// two paths where the file was renamed.
  private static func steps(in output: [UInt8], from path: String, isFile: Bool) -> [Step] {
    var fields = output.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }[...]
    var steps: [Step] = []
    var path = path
    while let id = fields.popFirst() {
      guard id.count >= 40, id.allSatisfy(\.isHexDigit), fields.count >= 4 else { continue }
      let parents = fields.removeFirst().split(separator: " ").map(String.init)
      let date = CalendarDate(fields.removeFirst())
      let author = fields.removeFirst()
      let subject = fields.removeFirst()
      var parentPath = path
      while let entry = fields.first?.trimmingPrefix("\n"), entry.hasPrefix(":") {
        fields.removeFirst()
        let status = entry.split(separator: " ").last?.first
        let old = fields.popFirst()
        if status == "R" || status == "C" {
          _ = fields.popFirst()
          if isFile, let old { parentPath = old }
        }
      }
      steps.append(
        Step(
          commit: MapCommit(id: id, date: date, subject: subject, author: author),
          parents: parents, path: path, parentPath: parentPath))
      path = parentPath
    }
    return steps
  }
}

/// Finds out which commit changed each element of a map last.
struct LastChangeSearch {
  private let history: GitHistory
  private let map: SystemMap
  private let show: (SystemMap) -> SystemMap
  private var maps: [String: SystemMap?] = [:]
  private var contents: [String: [UInt8]] = [:]
  private var folders: [String: [GitRepository.Entry]] = [:]
  private var objects: [String: String] = [:]

  /// What was found.
  private(set) var changes: [ElementID: LastChange] = [:]
  /// Versions that could not be read.
  private(set) var unreadable: [MapCommit] = []

  /// How many versions are fetched at once.
  private static let atOnce = 64

  /// Takes a map as it stands in its files now.
  ///
  /// - Parameters:
  ///   - history: The commits that changed its files.
  ///   - map: The map, as its readers are shown it.
  ///   - show: Makes of an earlier version what its readers are shown.
  init(
    _ history: GitHistory, of map: SystemMap,
    show: @escaping (SystemMap) -> SystemMap
  ) {
    self.history = history
    self.map = map
    self.show = show
  }

  /// Walks from the newest commit back until every element is accounted for.
  ///
  /// - Parameter elements: Addresses in the map as it is now.
  /// - Throws: Why git does not answer.
  mutating func run(for elements: [ElementID]) async throws(GitError) {
    // Each address at the commit that is looked at, and what it is called now.
    var open = Dictionary(elements.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
    let steps = history.steps
    let names = steps.flatMap { step in
      [step.object] + step.parents.map { "\($0):\(step.parentPath)" }
    }
    objects = try await history.repository.objects(named: names)
    var isFilesCompared = false
    for (place, step) in steps.enumerated() {
      if open.isEmpty { break }
      if place % Self.atOnce == 0 { try await fetch(steps[place...].prefix(Self.atOnce)) }
      guard let version = try await version(at: step) else { continue }
      if !isFilesCompared {
        isFilesCompared = true
        let difference = MapDifference(from: version, to: map)
        settle(&open, by: .notCommitted, difference, difference.touched)
      }
      var differences: [MapDifference] = []
      for parent in step.parents {
        let before = try await earlier("\(parent):\(step.parentPath)", than: place)
        differences.append(MapDifference(from: before ?? version.namesake, to: version))
      }
      if step.parents.isEmpty {
        differences.append(MapDifference(from: version.namesake, to: version))
      }
      // What a merge took over from one side was changed there.
      let touched = differences.dropFirst()
        .reduce(differences[0].touched) { $0.intersection($1.touched) }
      settle(&open, by: .commit(step.commit), differences[0], touched)
    }
    for element in open.values {
      changes[element] = steps.isEmpty ? .notCommitted : .unknown
    }
  }

  /// Notes what changed, and goes over to the addresses of the earlier version.
  private mutating func settle(
    _ open: inout [ElementID: ElementID], by change: LastChange, _ difference: MapDifference,
    _ touched: Set<ElementID>
  ) {
    var earlier: [ElementID: ElementID] = [:]
    for (then, now) in open {
      if touched.contains(then) {
        changes[now] = change
      } else {
        earlier[difference.earlierAddress(of: then)] = now
      }
    }
    open = earlier
  }

  // MARK: - Versions

  private mutating func fetch(_ steps: ArraySlice<GitHistory.Step>) async throws(GitError) {
    let names = steps.flatMap { step in
      [step.object] + step.parents.map { "\($0):\(step.parentPath)" }
    }
    try await fetch(Set(names.compactMap { objects[$0] }).filter { maps[$0] == nil })
  }

  private mutating func fetch(_ objects: Set<String>) async throws(GitError) {
    let repository = history.repository
    guard history.isOfFolder else {
      contents = try await repository.contents(of: objects)
      return
    }
    folders = try await repository.entries(inTrees: objects)
      .mapValues { $0.filter(\.isOfMaps) }
    contents = try await repository.contents(of: folders.values.joined().map(\.object))
  }

  /// The version of a step; `nil` when it cannot be read, or the files were gone then.
  private mutating func version(at step: GitHistory.Step) async throws(GitError) -> SystemMap? {
    guard let object = objects[step.object] else { return nil }
    let version = try await map(of: object)
    if version == nil { unreadable.append(step.commit) }
    return version
  }

  /// The version of an object, or the newest one before it that can be read; `nil` when there was
  /// none.
  private mutating func earlier(
    _ name: String, than place: Int
  ) async throws(GitError) -> SystemMap? {
    guard let object = objects[name] else { return nil }
    if let version = try await map(of: object) { return version }
    for step in history.steps[(place + 1)...] {
      if let object = objects[step.object], let version = try await map(of: object) {
        return version
      }
    }
    return nil
  }

  private mutating func map(of object: String) async throws(GitError) -> SystemMap? {
    if let known = maps[object] { return known }
    if (history.isOfFolder ? folders[object] == nil : contents[object] == nil) {
      try await fetch([object])
    }
    let document: MapDocument?
    if history.isOfFolder {
      let files = try RevisionFiles(folders[object] ?? [], contents)
      let documents = files.path.map { MapReader().read(path: $0) } ?? []
      document =
        documents.count == 1 ? documents[0] : documents.first { $0.map?.id == map.id }
    } else {
      document = contents[object].map { MapReader().read($0, file: "map.yaml") }
    }
    let version = document?.map.map(show)
    maps[object] = .some(version)
    return version
  }
}

extension GitHistory.Step {
  /// The files after the commit, as git names them.
  fileprivate var object: String { "\(commit.id):\(path)" }
}

extension SystemMap {
  /// A map of the same name that states nothing.
  fileprivate var namesake: SystemMap { SystemMap(id: id, title: title) }
}

extension MapDifference {
  /// Whatever is new or not as it was: an exclusion is part of its service, and the seats of a board
  /// of which nobody said who sits there are new with the first of them.
  fileprivate var touched: Set<ElementID> {
    var touched: Set<ElementID> = []
    for change in changes {
      guard let element = change.after else {
        if let before = change.before, before.collection == .services, before.path.count > 1 {
          touched.insert(laterAddress(of: ElementID(.services, before.path[0])))
        }
        continue
      }
      touched.insert(element)
      if element.collection == .services { touched.insert(ElementID(.services, element.path[0])) }
      let seats = change.kind == .added || change.fields.contains { $0.key == "seats" }
      if element.collection == .boards, element.path.count == 1, seats {
        touched.formUnion(to.seatAddresses(of: Board.ID(element.path[0])))
      }
    }
    return touched
  }
}

extension SystemMap {
  /// The addresses of the seats of a board.
  func seatAddresses(of board: Board.ID) -> [ElementID] {
    (boards[board]?.seats ?? []).map { ElementID(.boards, board.rawValue, "seats", $0.id) }
  }
}
