public import FingerpostAnalysis
public import FingerpostModel

/// One way to look at a map: pages that each answer one question.
public protocol DiagramView: Sendable {
  /// The question that its pages answer, such as `What is there?`.
  var question: Phrase { get }

  /// Whether it shows what rules found; finding out takes longer than drawing up a page.
  var usesFindings: Bool { get }

  /// Whether it shows which families find help.
  var usesCoverage: Bool { get }

  /// Draws up the pages.
  func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages
}

extension DiagramView {
  /// Most views show what the map says and nothing else.
  public var usesFindings: Bool { false }

  /// Most views show what the map says and nothing else.
  public var usesCoverage: Bool { false }
}

/// What every view is drawn with.
public struct ViewSetting: Sendable {
  /// The looks.
  public var theme: Theme
  /// What the program's own phrases are said in.
  public var words: Words
  /// The date of the picture; `nil` when the map states none and nobody asked for one.
  public var date: CalendarDate?
  /// The standards whose minimum seats are drawn where they are missing.
  public var profiles: [Profile]
  /// Whom the pictures are for; the map holds only what they may be shown.
  public var audience: Audience
  /// What rules found wrong, which some views mark where it is; empty when nobody has checked.
  public var findings: [Finding]
  /// Which families find help; `nil` when the map does not state its scope.
  public var coverage: Coverage?
  /// The family that the pathway is drawn for; `nil` for all that the map must cover.
  public var family: FamilyQuestion?
  /// Where the card of a service is, for links to it; `nil` for a service that has none.
  public var card: @Sendable (Service.ID) -> String?

  /// Makes a setting.
  public init(
    theme: Theme = .plain, words: Words = .english, date: CalendarDate? = nil,
    profiles: [Profile] = [], audience: Audience = .operational, findings: [Finding] = [],
    coverage: Coverage? = nil, family: FamilyQuestion? = nil,
    card: @escaping @Sendable (Service.ID) -> String? = { _ in nil }
  ) {
    self.theme = theme
    self.words = words
    self.date = date
    self.profiles = profiles
    self.audience = audience
    self.findings = findings
    self.coverage = coverage
    self.family = family
    self.card = card
  }
}

/// What a view made of a map.
public enum ViewPages: Sendable {
  /// Pages under different names; at least one.
  case pages([Diagram])
  /// Nothing, and why, as the end of a sentence: `the map states no board`.
  case nothing(because: Phrase)

  /// The diagrams; none when there is nothing to draw.
  public var diagrams: [Diagram] {
    if case .pages(let diagrams) = self { diagrams } else { [] }
  }
}

/// The views, in the order in which people want them.
public enum ViewName: String, CaseIterable, Hashable, Sendable {
  /// Every service and every route.
  case system
  /// The views that the map defines.
  case own
  /// Groups of services with counted routes.
  case overview
  /// The ways of families to help.
  case pathway
  /// The ladder around a focal service.
  case steps
  /// Boards, seats and reporting lines.
  case board
  /// One service on a page.
  case card
  /// Programmes, who gives them and whom they reach.
  case training
  /// What organisations have agreed, and where an agreement is missing.
  case agreements
  /// Who commissions and who pays.
  case commissioning
  /// What joins bodies and papers, apart from routes.
  case links
  /// Counted stages.
  case flow
  /// What is missing, on the map of the system.
  case gaps

  /// The view of this name.
  public var view: any DiagramView {
    switch self {
    case .system: SystemView()
    case .own: OwnViews()
    case .overview: OverviewView()
    case .pathway: PathwayView()
    case .steps: StepsView()
    case .board: BoardView()
    case .card: CardView()
    case .training: TrainingView()
    case .agreements: AgreementsView()
    case .commissioning: CommissioningView()
    case .links: LinksView()
    case .flow: FlowView()
    case .gaps: GapsView()
    }
  }
}
