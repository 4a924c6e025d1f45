import FingerpostAnalysis
import FingerpostModel

extension SiteMap {
  /// Writes the pages of the map.
  ///
  /// A page says nothing that is not in the material; without scripts all of it is there as text,
  /// tables and pictures.
  ///
  /// - Parameter host: What stands behind the pages.
  /// - Returns: The files, all of them in the map's folder.
  /// - Complexity: O(*n*), where *n* is how much there is to say.
  public func files(host: SiteHost = .files) -> [SiteFile] {
    let pages = SiteMapPages(self, host: host)
    return pages.files.map { SiteFile("\(folder)/\($0.name)", $0.text) }
  }
}

/// The pages of one map while they are written.
struct SiteMapPages {
  let map: SiteMap
  let material: PaperMaterial
  let explanations: CoverageExplanations
  /// The sections that have something to say.
  private let blocks: [PaperSection: [PaperBlock]]
  private let frame: SiteFrame

  /// What stands behind the pages.
  var host: SiteHost { frame.host }

  var words: Words { material.words }

  init(_ map: SiteMap, host: SiteHost) {
    self.map = map
    let sections = SitePage.allCases.compactMap(\.section) + [.services]
    material = map.material.numbered(in: sections)
    frame = SiteFrame(words: material.words, root: "../", host: host)
    explanations = CoverageExplanations(of: material)
    var blocks: [PaperSection: [PaperBlock]] = [:]
    for section in sections where section != .services {
      blocks[section] = section.writer.blocks(from: material, for: nil)
    }
    self.blocks = blocks
  }

  /// The pages that the map has.
  private var pages: [SitePage] {
    SitePage.allCases.filter { page in
      switch page {
      case .index, .explore, .pictures, .papers: true
      default: page.section.flatMap { blocks[$0] }?.isEmpty == false
      }
    }
  }

  /// Every file.
  var files: [(name: String, text: String)] {
    var files = pages.map { (name: $0.fileName, text: page($0)) }
    files += material.map.services.map { (SiteMap.pageName(of: $0.id), page(of: $0)) }
    files.append(("data.js", SiteMapScript(self).text))
    files += papers.map { ($0.name, Paper(material, for: $0.reader).html) }
    return files
  }

  // MARK: - Pages

  private func page(_ page: SitePage) -> String {
    var writer = writer
    var content = (page.section.flatMap { blocks[$0] } ?? []).map { writer.block($0) }
      .flatMap(\.self)
    switch page {
    case .explore: content = ExplorePage(self).content(pictures: content)
    case .coverage where !material.coverage.entries.isEmpty:
      content = CoverageMatrixPage(self).content
    case .pictures: content = pictureList + content
    case .papers: content = [paperList]
    case .boards: content = forms(boardForms) + content
    default: break
    }
    let (heading, title) = (words(page.heading), material.map.title)
    return frame.page(
      page == .index ? title : "\(heading): \(title)",
      header: header(page == .index ? title : heading, page: page), content: content,
      scripts: ["data.js", "../search.js"])
  }

  private func page(of service: Service) -> String {
    frame.page(
      "\(service.name): \(material.map.title)", header: header(service.name, page: nil),
      content: ServicePage(service, self).content, scripts: ["data.js", "../search.js"])
  }

  private func header(_ heading: String, page: SitePage?) -> [HTMLElement] {
    [
      HTMLTag.header {
        HTMLTag.div(.style(class: "top")) {
          HTMLTag.p(.style(class: "kind")) {
            HTMLTag.a(HTMLAttribute("href", "../index.html")) { words(.allMaps) }
            if page != .index {
              " / "
              HTMLTag.a(HTMLAttribute("href", SitePage.index.fileName)) { material.map.title }
            }
          }
          frame.search
        }
        HTMLTag.h1 { heading }
        if page == .index { for line in material.introduction { HTMLTag.p { line } } }
      },
      HTMLTag.nav(.label(words(.pagesOfMap))) {
        HTMLTag.ul {
          for other in pages {
            HTMLTag.li {
              HTMLElement.element(
                .a,
                [HTMLAttribute("href", other.fileName)]
                  + (other == page ? [HTMLAttribute("aria-current", "page")] : []),
                [.text(words(other.heading))])
            }
          }
          if host == .editing {
            HTMLTag.li {
              HTMLTag.a(HTMLAttribute("href", SiteHost.editPage)) { words(.changeMap) }
            }
          }
        }
      },
    ]
  }

  // MARK: - Parts

  /// Writes blocks whose links lead to the pages of the site.
  var writer: PaperBlockHTML {
    var writer = PaperBlockHTML(words: words)
    let known = Set(pages)
    writer.href = { address in
      guard case .anchor(let anchor) = address, let section = PaperSection(rawValue: anchor)
      else { return address.href }
      let page = SitePage(of: section)
      return (known.contains(page) ? page : .index).fileName
    }
    writer.isInlineStyled = false
    return writer
  }

  private var boardForms: [(String?, String)] {
    material.map.boards.map {
      (host.form("boards", $0.id.rawValue, "/seats"), words(.changeBoard, ["board": $0.name]))
    } + [(host.form("boards"), words(.addBoard))]
  }

  /// Links to forms; nothing where there are none.
  func forms(_ links: [(address: String?, label: String)]) -> [HTMLElement] {
    let links = links.compactMap { link in link.address.map { (address: $0, label: link.label) } }
    guard !links.isEmpty else { return [] }
    return [
      HTMLTag.ul(.style(class: "forms")) {
        for link in links {
          HTMLTag.li { HTMLTag.a(HTMLAttribute("href", link.address)) { link.label } }
        }
      }
    ]
  }

  /// Every picture, by the page on which it stands.
  private var pictureList: [HTMLElement] {
    let pictures = material.pictures.filter { $0.view != "card" }
    return [
      HTMLTag.ul {
        for picture in pictures {
          HTMLTag.li {
            HTMLTag.a(
              HTMLAttribute(
                "href", SiteMap.address(ofPicture: picture.name, view: picture.view))
            ) { writer.title(of: picture) }
          }
        }
      }
    ]
  }

  private var papers: [(name: String, reader: ReportReader?)] {
    [("report.html", nil)]
      + ReportReader.allCases.map { ("report-\($0.rawValue).html", $0) }
  }

  private var paperList: HTMLElement {
    HTMLTag.div {
      HTMLTag.p { words(.papersIntroduction) }
      HTMLTag.ul {
        for paper in papers {
          HTMLTag.li {
            HTMLTag.a(HTMLAttribute("href", paper.name)) {
              words(paper.reader?.paper ?? .boardPack)
            }
          }
        }
      }
    }
  }

  /// The name of a service as a link to its page, or of whatever else a route names.
  func link(to id: Service.ID) -> HTMLElement {
    let name = name(of: id)
    if let other = id.acrossMaps, map.neighbours.contains(id) {
      let page = SiteMap.pageName(of: Service.ID(other.element))
      return HTMLTag.a(HTMLAttribute("href", "../\(other.map)/\(page)")) { name }
    }
    guard material.map.services[id] != nil else { return .text(name) }
    return HTMLTag.a(HTMLAttribute("href", SiteMap.pageName(of: id))) { name }
  }

  /// What people call a service, families themselves, or whatever else a route names.
  func name(of id: Service.ID) -> String {
    id == .families
      ? words(.familiesThemselves) : material.coverageWording.name(of: id)
  }
}
