public import FingerpostModel

/// One way to look at a map: a page that answers one question.
public protocol DiagramView: Sendable {
  /// The question that the page answers, such as `What is there?`.
  var question: String { get }

  /// Draws up the page.
  func page(of map: SystemMap, in setting: ViewSetting) -> ViewPage
}

/// What every view is drawn with.
public struct ViewSetting: Sendable {
  /// The looks.
  public var theme: Theme
  /// The date of the picture; `nil` when the map states none and nobody asked for one.
  public var date: CalendarDate?
  /// The standards whose minimum seats are drawn where they are missing.
  public var profiles: [Profile]

  /// Makes a setting.
  public init(theme: Theme = .plain, date: CalendarDate? = nil, profiles: [Profile] = []) {
    self.theme = theme
    self.date = date
    self.profiles = profiles
  }
}

/// What a view made of a map.
public enum ViewPage: Sendable {
  /// A diagram.
  case diagram(Diagram)
  /// Nothing, and why, as the end of a sentence: `the map states no board`.
  case nothing(because: String)

  /// The diagram, if there is one.
  public var diagram: Diagram? {
    if case .diagram(let diagram) = self { diagram } else { nil }
  }
}

/// The views, in the order in which people want them.
public enum ViewName: String, CaseIterable, Hashable, Sendable {
  /// Every service and every route.
  case system
  /// Groups of services with counted routes.
  case overview
  /// Boards, seats and reporting lines.
  case board
  /// Programmes, who gives them and whom they reach.
  case training
  /// What joins bodies and papers, apart from routes.
  case links
  /// Counted stages.
  case flow

  /// The view of this name.
  public var view: any DiagramView {
    switch self {
    case .system: SystemView()
    case .overview: OverviewView()
    case .board: BoardView()
    case .training: TrainingView()
    case .links: LinksView()
    case .flow: FlowView()
    }
  }
}
