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
  }

  /// What is served.
  struct Contents: Sendable {
    var maps: [ServedMap] = []
    /// The pages of the site that belong to no single map.
    var shared: [String: ServedFile] = [:]
    /// Whether the folder is there.
    var isThere = true
  }

  /// The folder, as the person named it.
  package let path: String
  let feed = ChangeFeed()
  let preparation: PaperPreparation
  private let contents = Mutex(Contents())
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
      if let file = contents.shared[path] { return file }
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
  package func begin() async {
    await look(at: FolderContents(of: [FolderContents.Place(folder: path)], since: nil))
  }

  /// Watches the folder until the task is cancelled, and makes pages anew.
  package func watch() async {
    let watch = FolderWatch(
      folder: path, places: [FolderContents.Place(folder: path)], patience: .seconds(86_400 * 7),
      tell: tell)
    _ = await watch.run { contents, _ in await look(at: contents) }
    feed.end()
  }

  /// Makes anew the pages of maps whose files have changed.
  private func look(at files: FolderContents) async {
    let before = now.maps
    var maps: [ServedMap] = []
    var changes: [ChangeFeed.Change] = []
    let known = Set(before.filter { $0.entry != nil }.map { $0.document.files[0] })
    for unread in MapReader().maps(at: path, keeping: known) {
      if Task.isCancelled { return }
      let old = before.first { $0.document.files == unread.files }
      if let old, old.digests == files.digests(of: unread.files + old.beside) {
        maps.append(old)
        continue
      }
      guard let map = await read(unread, files, since: old, besides: maps) else { continue }
      maps.append(map)
      changes.append(
        ChangeFeed.Change(
          map: map.id,
          problem: map.document.isSound ? nil : map.firstProblem(for: preparation.audience)))
    }
    let entries = maps.compactMap(\.entry)
    let hasOtherMaps = maps.map(\.id) != before.map(\.id)
    var shared = now.shared
    if shared.isEmpty || hasOtherMaps || !changes.isEmpty {
      shared = Self.served(SiteIndex.files(for: entries, host: host))
    }
    contents.withLock { contents in
      contents.maps = maps
      contents.shared = shared
    }
    if hasOtherMaps { feed.tell(ChangeFeed.Change(map: nil, problem: nil)) }
    for change in changes { feed.tell(change) }
  }

  /// Reads and prepares a map; `nil` for one that has the id of another.
  private func read(
    _ unread: UnreadMap, _ files: FolderContents, since old: ServedMap?, besides others: [ServedMap]
  ) async -> ServedMap? {
    let document = unread.read()
    let id = document.map?.id.rawValue ?? old?.id ?? unread.id
    guard !others.contains(where: { $0.id == id }) else {
      tell("\(unread.files[0]): not served, because another map has the id `\(id)` too")
      return nil
    }
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
    let site = SiteMap(made.material, parts: made.parts)
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
