public import FingerpostModel

/// Groups of services as one box each, with counted routes between them: for systems of which one page
/// cannot show every service.
public struct OverviewView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: Phrase { .overviewQuestion }

  /// With fewer services than this, the system picture shows as much at a glance.
  private static let fewestServices = 25

  /// Draws up the page: by area where the services differ in it, else by level, else by
  /// organisation.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard map.services.count >= Self.fewestServices else {
      return .nothing(because: .fewServices)
    }
    guard let system = SystemView().pages(of: map, in: setting).diagrams.first,
      let facet = facet(of: system)
    else {
      return .nothing(because: .servicesDoNotDiffer)
    }
    var diagram = CountedOverview(of: system, by: facet).page.diagram
    diagram.name = ViewName.overview.rawValue
    return .pages([diagram])
  }

  /// The first facet that tells services apart without most of them in one group, or else the first
  /// that tells any apart.
  private func facet(of system: Diagram) -> Diagram.Facet? {
    func sizes(_ facet: Diagram.Facet) -> [Int] {
      let values = system.nodes.compactMap { $0.facets[facet] }
      guard Set(values.filter(\.isStated)).count > 1 else { return [] }
      return Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +).values.map(\.self)
    }
    let differing = Diagram.Facet.allCases.filter { !sizes($0).isEmpty }
    return differing.first { facet in
      let sizes = sizes(facet)
      return (sizes.max() ?? 0) * 3 <= sizes.reduce(0, +) * 2
    } ?? differing.first
  }
}
