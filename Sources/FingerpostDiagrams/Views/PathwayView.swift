public import FingerpostModel
import FingerpostAnalysis

/// How families with a need get help: where they begin, the way through in bold, other ways, and
/// where there is none the smallest change that would lead to help, dashed and numbered.
///
/// For a family that is asked for there is one page. Otherwise there are pages for each need that
/// the map must cover: one for all the ages and areas that look the same, those without help first,
/// and at most a few for a need.
public struct PathwayView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the pages answer.
  public var question: Phrase { .pathwayQuestion }

  /// Its ways, gaps and questions come from coverage.
  public var usesCoverage: Bool { true }

  /// Draws up the pages.
  ///
  /// - Complexity: That of the ways, the reasons to look twice and the changes for each need, age and
  ///   area.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard let date = setting.date ?? map.asOf else { return .nothing(because: .noDate) }
    if let family = setting.family {
      let grid = CoverageGrid(need: family.need, age: family.age, area: family.area, in: map)
      guard let cell = grid.cells.first else { return .nothing(because: .noChildOfThatAge) }
      let coverage = Coverage(of: map, over: grid, on: date)
      var page = PathwayPage(PathwayPicture(of: cell, coverage, map, setting), of: cell)
      page.age = family.age
      return .pages([page.diagram(named: ViewName.pathway.rawValue)])
    }
    guard let coverage = setting.coverage else { return .nothing(because: .scopeNotStated) }
    var names: Set<String> = []
    let diagrams = coverage.grid.needs.flatMap { need in
      pages(for: need, coverage, map, setting).map { page in
        let name = "\(ViewName.pathway)-\(need)"
        var number = 1
        var own = name
        while !names.insert(own).inserted {
          number += 1
          own = "\(name)-\(number)"
        }
        return page.diagram(named: own)
      }
    }
    return diagrams.isEmpty ? .nothing(because: .scopeEmpty) : .pages(diagrams)
  }

  /// More pictures of one need than these tell a reader less, not more.
  static let mostPictures = 4
  /// Pictures of help that differ only in which services are open at some age say much the same.
  static let mostPicturesOfHelp = 2

  private func pages(
    for need: Need.ID, _ coverage: Coverage, _ map: SystemMap, _ setting: ViewSetting
  ) -> [PathwayPage] {
    let areas = coverage.grid.areas.sorted()
    var pages: [PathwayPage] = []
    var places: [PathwayPicture.Looks: Int] = [:]
    for band in coverage.grid.bands {
      for area in areas {
        let cell = CoverageCell(need: need, ages: band, area: area)
        let picture = PathwayPicture(of: cell, coverage, map, setting)
        if let place = places[picture.looks] {
          pages[place].add(picture, of: cell)
        } else {
          places[picture.looks] = pages.count
          pages.append(PathwayPage(picture, of: cell))
        }
      }
    }
    pages = pages.enumerated().sorted { a, b in
      let (one, other) = (a.element, b.element)
      return (one.picture.answer, -one.cells.count, a.offset)
        < (other.picture.answer, -other.cells.count, b.offset)
    }.map(\.element)
    let covered = pages.count { $0.picture.answer == .covered }
    let shown = min(
      Self.mostPictures, pages.count - covered + min(covered, Self.mostPicturesOfHelp))
    if shown < pages.count {
      pages[shown - 1].leftOut = pages[shown...].map(\.cells)
      pages.removeLast(pages.count - shown)
    }
    return pages
  }
}

/// One picture and the families for whom it is the same.
private struct PathwayPage {
  private(set) var picture: PathwayPicture
  private(set) var cells: [CoverageCell]
  /// The age that was asked for; `nil` for all the ages of the cells.
  var age: Age?
  /// The families of the pictures that are not drawn, picture by picture.
  var leftOut: [[CoverageCell]] = []

  init(_ picture: PathwayPicture, of cell: CoverageCell) {
    self.picture = picture
    cells = [cell]
  }

  mutating func add(_ other: PathwayPicture, of cell: CoverageCell) {
    cells.append(cell)
    if let change = other.change { picture.change?.add(change) }
  }

  private var families: String {
    let text = picture.text
    guard let age else { return text.families(cells, of: picture.coverage.grid) }
    return text.families(of: picture.words.age(age), in: [cells[0].area])
  }

  func diagram(named name: String) -> Diagram {
    let (words, text, grid) = (picture.words, picture.text, picture.coverage.grid)
    var remarks = picture.remarks
    if let gap = picture.gap, let change = picture.change {
      remarks.insert(
        words(
          .gapTitle, ["gap": words(.gapNumber, 1), "what": text.explanation(gap, change)]), at: 0)
    }
    if !leftOut.isEmpty {
      remarks.append(
        words(
          .picturesLeftOut, leftOut.count,
          ["families": text.families(leftOut.flatMap(\.self), of: grid)]))
    }
    return picture.frame.diagram(
      name,
      subtitle: words(
        .pathwaySubtitle,
        ["need": text.name(of: cells[0].need), "families": families]),
      summary: picture.summary, questions: picture.questions, remarks: remarks,
      groups: picture.groups, nodes: picture.nodes, edges: picture.edges)
  }
}
