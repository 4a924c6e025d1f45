public import FingerpostModel

/// Groups of services as one box each, with counted routes between them: for systems of which one page
/// cannot show every service.
public struct OverviewView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: String { "Which groups of services are there, and how are they joined?" }

  /// With fewer services than this, the system picture shows as much at a glance.
  private static let fewestServices = 25

  /// Draws up the page: by area where the map states several, else by level, else by organisation.
  public func page(of map: SystemMap, in setting: ViewSetting) -> ViewPage {
    guard map.services.count >= Self.fewestServices else {
      return .nothing(
        because: "the map states \(map.services.count.of("service")), which the system picture "
          + "shows as well")
    }
    guard let system = SystemView().page(of: map, in: setting).diagram,
      let facet = Diagram.Facet.allCases.first(where: { facet in
        Set(system.nodes.compactMap { $0.facets[facet] }.filter(\.isStated)).count > 1
      })
    else {
      return .nothing(because: "its services differ in no area, level or organisation")
    }
    var diagram = CountedOverview(of: system, by: facet).page.diagram
    diagram.name = ViewName.overview.rawValue
    return .diagram(diagram)
  }
}
