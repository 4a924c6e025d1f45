import FingerpostFormats
import FingerpostModel
package import FingerpostPublishing
import FingerpostReports
import Synchronization

/// A folder of maps whose pages are made anew whenever a file in it changes.
///
/// What is served is a value that is put in place whole: whoever reads meets the pages of before or
/// those of after, and never a mixture.
package final class MapFolder: Sendable {
  /// A map of the folder.
  struct ServedMap: Sendable {
    /// What other pages and programs call it.
    let id: String
    /// The map as its files say it now; `nil` when they cannot be read.
    var document: MapDocument
    /// What files it is made of held, in short.
    var digests: [String: Int?]
    /// Other files that it depends on.
    var beside: [String]
    /// What its pages are made from, the last time that it was sound.
    var material: PaperMaterial?
    /// Its pages, the last time that it was sound.
    var entry: SiteEntry?
    var pages: [String: ServedFile] = [:]

    /// The file with its title.
    var file: String { document.files[0] }
  }

  /// What is served.
  struct Contents: Sendable {
    /// The files with the titles of all maps, in their order.
    var order: [String] = []
    var maps: [ServedMap] = []
    /// The pages of the site that belong to no single map.
    ///
    /// Made when somebody asks for one, and not for each of many maps that change at once.
    var shared: [String: ServedFile]?
  }

  /// The folder, as the person named it.
  package let path: String
  let feed = ChangeFeed()
  let preparation: PaperPreparation
  private let contents = Mutex(Contents())
  private let work = Mutex<[String: Work]>([:])
  /// One that takes long leaves the processor to another.
  private let turns = Turns(atOnce: 2)
  private let tell: @Sendable (String) -> Void

  /// Names a folder.
  ///
  /// - Parameters:
  ///   - path: The folder of maps.
  ///   - preparation: For whom maps are prepared, and how.
  ///   - tell: What to do with remarks for whoever runs the server.
  package init(
    path: String, preparation: PaperPreparation, tell: @escaping @Sendable (String) -> Void
  ) {
    self.path = path
    self.preparation = preparation
    self.tell = tell
  }

  /// Only where all of a map is shown may it be changed: whoever sees a part of it would not know what they
  /// change.
  var host: SiteHost { preparation.audience == .operational ? .editing : .server }

  /// What is served now.
  var now: Contents { contents.withLock { $0 } }

  /// A page or another file of the site; `nil` when there is none.
  func file(_ path: String) -> ServedFile? {
    contents.withLock { contents in
      let shared =
        contents.shared
        ?? Self.served(SiteIndex.files(for: contents.maps.compactMap(\.entry), host: host))
      contents.shared = shared
      if let file = shared[path] { return file }
      if host == .editing, let file = EditPages.shared[path] { return file }
      guard let slash = path.firstIndex(of: "/"),
        let map = contents.maps.first(where: { $0.id == path[..<slash] })
      else { return nil }
      let isForm = host == .editing && path[slash...] == "/\(SiteHost.editPage)"
      return isForm ? EditPages.page : map.pages[path]
    }
  }

  /// A map by its id; `nil` when there is none.
  func map(_ id: String) -> ServedMap? {
    contents.withLock { $0.maps.first { $0.id == id } }
  }

  // MARK: - Looking

  /// Makes all pages, so that the first request finds them.
  ///
  /// A map that takes very long is shown when it is ready; others need not wait for it.
  package func begin() async {
    await look(at: FolderContents(of: [FolderContents.Place(folder: path)], since: nil))
    let end = ContinuousClock.now + Self.patience
    while ContinuousClock.now < end, work.withLock({ !$0.isEmpty }) {
      try? await Task.sleep(for: .milliseconds(10))
    }
    for (file, _) in work.withLock({ $0 }) {
      tell("\(file): still being drawn; its pages are there as soon as they are ready")
    }
  }

  /// Watches the folder until the task is cancelled, and makes pages anew.
  package func watch() async {
    let watch = FolderWatch(
      folder: path, places: [FolderContents.Place(folder: path)], patience: .seconds(86_400 * 7),
      tell: tell)
    _ = await watch.run { contents, _ in await look(at: contents) }
    for work in work.withLock({ Array($0.values) }) { work.task.cancel() }
    feed.end()
  }

  /// How long the first request waits for pages.
  private static let patience = Duration.seconds(10)

  /// A map whose pages are being made.
  private struct Work {
    let digests: [String: Int?]
    let task: Task<Void, Never>
  }

  /// Begins to make anew the pages of maps whose files have changed, side by side: one that takes long
  /// keeps no other waiting.
  private func look(at files: FolderContents) async {
    let before = now.maps
    let known = Set(before.filter { $0.entry != nil }.map(\.file))
    var order: [String] = []
    for unread in MapReader().maps(at: path, keeping: known) {
      let file = unread.files[0]
      order.append(file)
      let old = before.first { $0.file == file }
      let digests = files.digests(of: unread.files + (old?.beside ?? []))
      if let old, old.digests == digests {
        // What is being made is of a version that is gone again.
        work.withLock { $0.removeValue(forKey: file) }?.task.cancel()
      } else {
        make(unread, files, digests)
      }
    }
    for file in work.withLock({ Array($0.keys) }) where !order.contains(file) {
      work.withLock { $0.removeValue(forKey: file) }?.task.cancel()
    }
    let isLess = contents.withLock { contents in
      contents.order = order
      let count = contents.maps.count
      contents.maps.removeAll { !order.contains($0.file) }
      guard contents.maps.count < count else { return false }
      contents.shared = nil
      return true
    }
    if isLess { feed.tell(ChangeFeed.Change(map: nil, problem: nil)) }
  }

  private func make(_ unread: UnreadMap, _ files: FolderContents, _ digests: [String: Int?]) {
    let file = unread.files[0]
    work.withLock { work in
      guard work[file]?.digests != digests else { return }
      work[file]?.task.cancel()
      let task = Task {
        await turns.take {
          guard !Task.isCancelled else { return }
          let old = now.maps.first { $0.file == file }
          let map = await read(unread, files, since: old)
          if !Task.isCancelled { put(map) }
        }
        self.work.withLock { work in
          if work[file]?.digests == digests, !Task.isCancelled { work[file] = nil }
        }
      }
      work[file] = Work(digests: digests, task: task)
    }
  }

  /// Puts a map in its place, unless another one has its id and stands before it.
  private func put(_ map: ServedMap) {
    let (isNew, isTaken) = contents.withLock { contents in
      guard let place = contents.order.firstIndex(of: map.file) else { return (false, true) }
      if let other = contents.maps.firstIndex(where: { $0.id == map.id && $0.file != map.file }) {
        let rank = contents.order.firstIndex(of: contents.maps[other].file) ?? .max
        guard place < rank else { return (false, true) }
        contents.maps.remove(at: other)
      }
      let ids = contents.maps.map(\.id)
      contents.maps.removeAll { $0.file == map.file }
      contents.maps.append(map)
      let order = contents.order
      contents.maps.sort {
        order.firstIndex(of: $0.file) ?? .max < order.firstIndex(of: $1.file) ?? .max
      }
      contents.shared = nil
      return (!ids.contains(map.id), false)
    }
    guard !isTaken else {
      tell("\(map.file): not served, because another map has the id `\(map.id)` too")
      return
    }
    if isNew { feed.tell(ChangeFeed.Change(map: nil, problem: nil)) }
    feed.tell(
      ChangeFeed.Change(
        map: map.id,
        problem: map.document.isSound ? nil : map.firstProblem(for: preparation.audience)))
  }

  /// Reads and prepares a map.
  private func read(
    _ unread: UnreadMap, _ files: FolderContents, since old: ServedMap?
  ) async -> ServedMap {
    let document = unread.read()
    let id = document.map?.id.rawValue ?? old?.id ?? unread.id
    let standards = Standards(asked: [])
    let beside =
      standards.files(beside: document)
      + [preparation.words.file(beside: document)]
      .compactMap(\.self) + [KeptLayout(of: document).path]
    var map = ServedMap(
      id: id, document: document, digests: files.digests(of: unread.files + beside),
      beside: beside, material: old?.material, entry: old?.entry, pages: old?.pages ?? [:])
    guard document.isSound, let system = document.map else {
      tell(
        "\(unread.files[0]): "
          + (map.material == nil ? "not shown yet; " : "its pages stay as they were; ")
          + map.firstProblem(for: .operational))
      if map.material == nil {
        let page = SiteProblemPage(
          folder: id, title: document.map?.title ?? id,
          problems: document.diagnostics.map { $0.told(to: preparation.audience) }, host: host)
        map.entry = page.entry
        map.pages = Self.served(page.files)
      }
      return map
    }
    let made = await preparation.prepare(document, system) { news in
      switch news {
      case .problem(let diagnostic): tell("\(diagnostic)")
      case .remark(let text): tell(text)
      case .progress, .end: break
      }
    }
    guard let made else { return map }
    let others = now.maps.compactMap { $0.file == map.file ? nil : $0.material?.map }
    let site = SiteMap(
      made.material, parts: made.parts,
      neighbours: Set(others.flatMap { SiteMap.neighbours(of: $0) }))
    map.material = made.material
    map.entry = site.entry
    map.pages = Self.served(site.files(host: host))
    return map
  }

  private static func served(_ files: [SiteFile]) -> [String: ServedFile] {
    Dictionary(
      files.map { ($0.path, ServedFile($0.bytes, path: $0.path)) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension MapFolder.ServedMap {
  /// The first error, in a sentence with its place, as an audience is told.
  func firstProblem(for audience: Audience) -> String {
    document.diagnostics.first { $0.severity == .error }?.told(to: audience).description ?? ""
  }
}
