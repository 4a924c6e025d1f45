import FingerpostModel

/// The sections that a paper may have, in their order.
public enum PaperSection: String, CaseIterable, Hashable, Sendable {
  /// What matters, on one page, and what to decide.
  case summary
  /// What changed since a named version.
  case changes
  /// Who sits on the boards, and who is missing.
  case board
  /// What there is.
  case system
  /// How families get help.
  case pathways
  /// Which families find help.
  case coverage
  /// What is missing or wrong, with who acts next.
  case gaps
  /// What ends within a year.
  case ending
  /// The services, each on a page.
  case services
  /// Whatever else is drawn.
  case pictures
  /// What the map does not say.
  case questions
  /// Where all this comes from.
  case sources

  /// What writes the section.
  var writer: any PaperSectionWriter {
    switch self {
    case .summary: SummarySection()
    case .changes: ChangesSection()
    case .board: BoardSection()
    case .system: SystemSection()
    case .pathways: PathwaysSection()
    case .coverage: CoverageSection()
    case .gaps: GapsSection()
    case .ending: EndingSection()
    case .services: ServicesSection()
    case .pictures: PicturesSection()
    case .questions: QuestionsSection()
    case .sources: SourcesSection()
    }
  }

  /// Its heading.
  var heading: Phrase { writer.heading }

  /// The sections that a reader needs.
  public static func sections(for reader: ReportReader?) -> [PaperSection] {
    switch reader {
    case nil: allCases
    case .board: [.summary, .changes, .board, .system, .gaps, .ending, .sources]
    case .commissioners:
      [.summary, .pathways, .coverage, .gaps, .ending, .questions, .sources]
    case .operations:
      [.summary, .changes, .system, .gaps, .ending, .services, .questions, .sources]
    }
  }

  /// The section that shows the pictures of a view.
  public init(showing view: String) {
    self =
      switch view {
      case "board": .board
      case "system", "overview": .system
      case "pathway", "steps": .pathways
      case "gaps": .gaps
      case "commissioning": .ending
      case "card": .services
      default: .pictures
      }
  }
}

/// Writes one section of a paper.
protocol PaperSectionWriter: Sendable {
  /// The heading of the section.
  var heading: Phrase { get }

  /// What the section says.
  ///
  /// - Parameters:
  ///   - material: What there is to say something about.
  ///   - reader: Whom the paper is for; `nil` for the whole pack.
  /// - Returns: Nothing when the paper is better without the section.
  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock]
}
