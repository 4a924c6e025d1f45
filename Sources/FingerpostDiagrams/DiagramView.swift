public import FingerpostAnalysis
public import FingerpostModel

/// One way to look at a map: pages that each answer one question.
public protocol DiagramView: Sendable {
  /// The question that its pages answer, such as `What is there?`.
  var question: Phrase { get }

  /// Draws up the pages.
  func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages
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
  /// What rules found wrong, which some views mark where it is; empty when nobody has checked.
  public var findings: [Finding]
  /// Which families find help; `nil` when the map does not state its scope.
  public var coverage: Coverage?
  /// Where the card of a service is, for links to it; `nil` for a service that has none.
  public var card: @Sendable (Service.ID) -> String?

  /// Makes a setting.
  public init(
    theme: Theme = .plain, words: Words = .english, date: CalendarDate? = nil,
    profiles: [Profile] = [], findings: [Finding] = [], coverage: Coverage? = nil,
    card: @escaping @Sendable (Service.ID) -> String? = { _ in nil }
  ) {
    self.theme = theme
    self.words = words
    self.date = date
    self.profiles = profiles
    self.findings = findings
    self.coverage = coverage
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
  /// Boards, seats and reporting lines.
  case board
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

  /// The view of this name.
  public var view: any DiagramView {
    switch self {
    case .system: SystemView()
    case .own: OwnViews()
    case .board: BoardView()
    case .training: TrainingView()
    case .agreements: AgreementsView()
    case .commissioning: CommissioningView()
    case .links: LinksView()
    case .flow: FlowView()
    }
  }
}
