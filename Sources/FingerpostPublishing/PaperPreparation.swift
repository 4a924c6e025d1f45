import FingerpostAnalysis
package import FingerpostDiagrams
package import FingerpostFormats
package import FingerpostModel
package import FingerpostReports
import GraphvizRendering

/// What papers and sites are made from: a map that was checked and drawn for some readers.
package struct PaperPreparation: Sendable {
  /// Where links within pictures lead.
  package struct Addresses: Sendable {
    /// The page of a service, by the name of its card.
    package var card: @Sendable (_ service: Service.ID, _ page: String) -> String
    /// A page of a picture that has several, by its name; before and after that.
    package var pageNaming: @Sendable (_ view: String) -> Diagram.PageNaming

    /// In one paper, which holds all pictures.
    package static let withinPaper = Addresses(
      card: { _, page in "#\(PaperPicture.anchor(of: page))" },
      pageNaming: { _ in .init(before: "#\(PaperPicture.anchor(of: ""))", after: "") })

    /// On a site, where services have pages of their own.
    package static let onSite = Addresses(
      card: { service, _ in SiteMap.pageName(of: service) },
      pageNaming: { .init(before: SiteMap.address(ofPicture: "", view: $0), after: "") })
  }

  /// What was made of a map.
  package struct Prepared {
    package var material: PaperMaterial
    /// What the boxes and lines of the pictures stand for, by their names.
    package var parts: [String: PictureParts]
    /// Whether every picture could be drawn; one that could not is there in words.
    package var isWhole: Bool
  }

  /// What is told on the way.
  package enum News {
    /// A problem with its place.
    case problem(Diagnostic)
    /// A remark.
    case remark(String)
    /// How far the work has come.
    case progress(String)
    /// That it has come to its end.
    case end
  }

  package let date: CheckingDate
  package let audience: Audience
  package let theme: Theme
  package let words: MapWords
  /// The views that are drawn.
  package let views: [ViewName]
  package let addresses: Addresses

  /// How files are looked at.
  package var files = FileAccess()
  /// Where pictures are kept; `nil` to draw each anew.
  package var cache: CacheFolder?

  /// Says for whom maps are prepared, and how.
  package init(
    date: CheckingDate, audience: Audience, theme: Theme, words: MapWords, views: [ViewName],
    addresses: Addresses, files: FileAccess = FileAccess(), cache: CacheFolder?
  ) {
    (self.date, self.audience, self.theme, self.words) = (date, audience, theme, words)
    (self.views, self.addresses, self.files, self.cache) = (views, addresses, files, cache)
  }

  /// Checks and draws a map.
  ///
  /// - Parameters:
  ///   - document: The map with its problems.
  ///   - map: The same when it is sound.
  ///   - changes: What changed in it since an older version, if that is asked.
  ///   - tell: What to do with news.
  /// - Returns: What papers are made from; `nil` when the words that the map names cannot be read, which
  ///   is told.
  package func prepare(
    _ document: MapDocument, _ map: SystemMap,
    changes: ((SystemMap, ViewSetting) -> PaperChanges)? = nil, tell: (News) -> Void
  ) async -> Prepared? {
    let day = date.day(for: map)
    let check = MapCheck(
      standards: Standards(asked: [], files: files), date: .day(day), only: nil, except: [],
      baseline: nil,
      settings: ReportSettings(), audience: audience
    ).report(on: document)
    let settings = ViewSettings(
      date: day, theme: theme, words: words, audience: audience, views: [.pathway],
      files: files)
    let (shown, made, problems) = settings.setting(for: map, of: document)
    for diagnostic in problems { tell(.problem(diagnostic)) }
    guard var setting = made else { return nil }
    setting.findings = check.findings
    let drawn = await pictures(
      of: shown, setting, KeptLayout(of: document, files: files), tell)
    let material = PaperMaterial(
      map: shown, check: check, profiles: setting.profiles, pictures: drawn.pictures,
      changes: changes?(shown, setting), words: setting.words,
      date: day, audience: setting.words.remark(for: audience))
    return Prepared(material: material, parts: drawn.parts, isWhole: drawn.isWhole)
  }

  // MARK: - Pictures

  /// A picture to draw.
  private struct Job: Sendable {
    let place: Int
    let view: ViewName
    let diagram: Diagram
    /// The service that it is a card of.
    let focus: String?
  }

  /// The pictures that there is room for; one that cannot be drawn is there in words.
  private func pictures(
    of map: SystemMap, _ setting: ViewSetting, _ layout: KeptLayout, _ tell: (News) -> Void
  ) async -> (pictures: [PaperPicture], parts: [String: PictureParts], isWhole: Bool) {
    let jobs = jobs(for: map, setting)
    var pictures: [Int: [PaperPicture]] = [:]
    var parts: [String: PictureParts] = [:]
    var isWhole = true
    var warnings: Set<String> = []
    await PictureQueue(of: jobs.map(\.diagram), cache: cache).draw(
      jobs, as: [.svg], arranged: { _ in layout.arrangement(isAfresh: false) }, \.diagram
    ) { job, result in
      tell(
        .progress("Drawing: \(pictures.count + 1) of \(jobs.count), \(map.id)/\(job.diagram.name)"))
      let drawings: [(diagram: Diagram, drawing: PaperPicture.Drawing)]
      switch result {
      case .success(let set):
        for drawn in set.pictures.map(\.drawing) {
          for warning in drawn.warnings where warnings.insert(warning).inserted {
            tell(.remark("warning: \(warning)"))
          }
          for remark in drawn.remarks { tell(.remark("\(map.id)/\(drawn.name): \(remark)")) }
        }
        drawings = set.pictures.map { ($0.diagram, Self.drawing(of: $0, setting.words)) }
      case .failure(let error):
        drawings = [(job.diagram, .failed(because: setting.words.said("\(error)")))]
      }
      pictures[job.place] = drawings.map { diagram, drawing in
        if case .failed(let reason) = drawing {
          tell(
            .remark("\(map.id): the \(diagram.name) picture is there in words only. \(reason)"))
          isWhole = false
        }
        parts[diagram.name] = PictureParts(of: diagram, focus: job.focus)
        return PaperPicture(
          name: diagram.name, view: job.view.rawValue, inWords: diagram.inWords, drawing: drawing)
      }
    }
    tell(.end)
    return (jobs.flatMap { pictures[$0.place] ?? [] }, parts, isWhole)
  }

  /// The diagrams; links lead to the cards that are among them.
  private func jobs(for map: SystemMap, _ setting: ViewSetting) -> [Job] {
    var setting = setting
    if views.contains(.card) { setting.linkCards(of: map, at: addresses.card) }
    let pages = views.flatMap { name in
      name.view.pages(of: map, in: setting).diagrams.map { (name, $0) }
    }
    let cards = Dictionary(
      map.services.map { (CardView.pageName(of: $0.id), $0.id.rawValue) },
      uniquingKeysWith: { first, _ in first })
    return pages.enumerated().map { place, page in
      var diagram = page.1
      diagram.pageNaming = addresses.pageNaming(page.0.rawValue)
      return Job(
        place: place, view: page.0, diagram: diagram,
        focus: page.0 == .card ? cards[diagram.name] : nil)
    }
  }

  private static func drawing(
    of picture: PictureSet.Picture, _ words: Words
  ) -> PaperPicture.Drawing {
    let (drawn, page) = (picture.drawing, picture.drawing.page)
    if case .tooSmall(let points, let boxes) = page.fit {
      let size = Double(Int(points * 10)) / 10
      return .failed(because: words(.pictureTooSmall, boxes, ["points": "\(size)"]))
    }
    guard let svg = drawn.files[.svg] else { return .failed(because: words(.fileUnreadable)) }
    return .drawn(
      svg: String(decoding: svg, as: UTF8.self), ground: picture.diagram.paper.background.rawValue,
      width: page.width,
      height: page.height,
      sheet: PaperSheet.fitting(
        width: page.width, height: page.height, smallestText: page.smallestText,
        legible: Page.smallestLegibleText))
  }
}

extension PictureParts {
  /// The parts of a diagram as its SVG file names them.
  fileprivate init(of diagram: Diagram, focus: String?) {
    let ids = SVGIDs(of: diagram)
    self.init(
      boxes: diagram.nodes.compactMap { node in
        ids.nodes[node.id].map { Box(id: $0, element: node.id) }
      },
      lines: diagram.edges.compactMap { edge in
        ids.edges[edge.id].map { Line(id: $0, tail: edge.tail, head: edge.head) }
      }, focus: focus)
  }
}
