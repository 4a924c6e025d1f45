public import FingerpostModel

/// What the first page of a site says of a map, without the map itself, so that many of them fit in
/// memory.
public struct SiteEntry: Sendable {
  /// Something that people search for.
  struct Found: Sendable {
    let name: String
    let kind: Phrase
    let address: String
  }

  let folder: String
  let title: String
  let language: String
  let summary: String?
  let figures: [String]
  let found: [Found]
}

/// The pages of a site that belong to no single map.
public enum SiteIndex {
  /// Writes the first page, what is searched in, and the styles and scripts of all pages.
  ///
  /// - Parameters:
  ///   - entries: The maps, in the order in which to list them.
  ///   - words: What the page is said in.
  ///   - host: What stands behind the pages.
  /// - Returns: The files.
  public static func files(
    for entries: [SiteEntry], in words: Words = .english, host: SiteHost = .files
  ) -> [SiteFile] {
    [
      SiteFile("index.html", page(entries, words, host)),
      SiteFile("search.js", script(entries, words)),
      SiteFile("site.css", SiteStyles.text),
      SiteFile("site.js", SiteScript.text),
    ] + (host.isLive ? [SiteFile("live.js", SiteScript.live)] : [])
  }

  private static func page(_ entries: [SiteEntry], _ words: Words, _ host: SiteHost) -> String {
    let frame = SiteFrame(words: words, root: "", host: host)
    let header = HTMLTag.header {
      HTMLTag.div(.style(class: "top")) { frame.search }
      HTMLTag.h1 { words(.mapsOfSite) }
    }
    let list = HTMLTag.ul(.style(class: "maps")) {
      for entry in entries {
        HTMLTag.li(HTMLAttribute("lang", entry.language)) {
          HTMLTag.h2 {
            HTMLTag.a(HTMLAttribute("href", "\(entry.folder)/index.html")) { entry.title }
          }
          if let summary = entry.summary { HTMLTag.p { summary } }
          for figure in entry.figures { HTMLTag.p(.style(class: "remark")) { figure } }
        }
      }
    }
    return frame.page(
      words(.mapsOfSite), header: [header], content: [list], scripts: ["search.js"])
  }

  /// What is searched in, as a script: browsers let no page read another file after a double click.
  private static func script(_ entries: [SiteEntry], _ words: Words) -> String {
    let items = entries.flatMap { entry in
      entry.found.map { found in
        JSONValue.array([
          .string(found.name), .string(words(found.kind)),
          .string(found.kind == .siteMap ? "" : entry.title),
          .string("\(entry.folder)/\(found.address)"),
        ])
      }
    }
    let value = JSONValue.members([
      "words": SiteScript.words([.siteSearchFound, .siteSearchNothing, .onMap], words),
      "items": .array(items),
    ])
    return "fingerpost.search(\(value.text(depth: nil)));\n"
  }
}

extension SiteMap {
  /// What the first page says of the map.
  public var entry: SiteEntry {
    let (map, words) = (material.map, material.words)
    // Nothing of a sort is a figure only where the map says so.
    let counts: [(Phrase, Int, ElementID.Collection)] = [
      (.services, map.services.count, .services), (.routes, map.routes.count, .routes),
      (.boards, map.boards.count, .boards),
    ]
    let told = counts.filter { $0.1 > 0 || map.statedAsNone.contains($0.2) }
    var figures = told.isEmpty ? [] : [words.list(told.map { words($0.0, $0.1) })]
    if let asOf = map.asOf { figures.append(words(.asOf, ["date": words.date(asOf)])) }
    if map.isInvented { figures.append(words(.invented)) }
    let services = map.services.flatMap { service in
      ([service.name] + (service.alsoKnownAs ?? [])).map {
        SiteEntry.Found(name: $0, kind: .siteService, address: Self.pageName(of: service.id))
      }
    }
    let boards = map.boards.map {
      SiteEntry.Found(name: $0.name, kind: .aBoard, address: SitePage.boards.fileName)
    }
    let training = material.pictures.first { $0.view == "training" }
    let programmes = map.programmes.map {
      SiteEntry.Found(
        name: $0.name, kind: .aProgramme,
        address: training.map { Self.address(ofPicture: $0.name, view: $0.view) }
          ?? SitePage.index.fileName)
    }
    let pictures = material.pictures.filter { $0.view != "card" }.map {
      SiteEntry.Found(
        name: $0.heading, kind: .sitePicture,
        address: Self.address(ofPicture: $0.name, view: $0.view))
    }
    return SiteEntry(
      folder: folder, title: map.title, language: words.language, summary: map.summary,
      figures: figures,
      found: [SiteEntry.Found(name: map.title, kind: .siteMap, address: SitePage.index.fileName)]
        + services + boards + programmes + pictures)
  }
}
