import FingerpostModel

/// The pages of a map on a site, in the order in which they are listed.
enum SitePage: String, CaseIterable, Hashable, Sendable {
  /// What matters, in brief.
  case index
  /// The services and routes, to look through and to ask.
  case explore
  /// How families get help.
  case pathways
  /// Which families find help, cell by cell.
  case coverage
  /// What is missing, and who acts next.
  case gaps
  /// Who sits on the boards.
  case boards
  /// What ends soon.
  case ending
  /// Whatever else is drawn.
  case pictures
  /// What the map does not say.
  case questions
  /// Where all this comes from.
  case sources
  /// The papers, to print.
  case papers

  /// The section of a paper that says the same; `nil` where there is none.
  var section: PaperSection? {
    switch self {
    case .index: .summary
    case .explore: .system
    case .pathways: .pathways
    case .coverage: .coverage
    case .gaps: .gaps
    case .boards: .board
    case .ending: .ending
    case .pictures: .pictures
    case .questions: .questions
    case .sources: .sources
    case .papers: nil
    }
  }

  /// Its heading.
  var heading: Phrase {
    switch self {
    case .explore: .exploreHeading
    case .pictures: .allPicturesHeading
    case .papers: .papersHeading
    default: section?.heading ?? .papersHeading
    }
  }

  /// The name of its file in the folder of the map.
  var fileName: String { "\(rawValue).html" }

  /// The page that has what a section of a paper has.
  init(of section: PaperSection) {
    self = Self.allCases.first { $0.section == section } ?? .explore
  }

  /// The page on which the pictures of a view stand; the card of a service has a page of its own.
  init(showing view: String) { self.init(of: PaperSection(showing: view)) }
}
