import FingerpostAnalysis
public import FingerpostModel

/// A page for each view that the map defines: the services that it chooses, and the routes between them.
public struct OwnViews: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the pages answer.
  public var question: Phrase { .ownViewQuestion }

  /// Draws up the pages, in the order of their ids.
  ///
  /// A view that chooses no service has a page that says so: without one, the picture from before would
  /// stay and show what is no longer so.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard !map.views.isEmpty else { return .nothing(because: .noOwnView) }
    var taken: Set<String> = []
    return .pages(
      map.views.sorted { $0.id < $1.id }.map { view in
        // Names of pages have no dots and underscores, which ids may have.
        var name = "view-" + view.id.rawValue.map { "._".contains($0) ? "-" : $0 }
        while !taken.insert(name).inserted { name += "-2" }
        return OwnPage(name: name, view: view, map: map, setting: setting).diagram()
      })
  }
}

/// The page of one view.
private struct OwnPage {
  let name: String
  let view: OwnView
  let map: SystemMap
  let setting: ViewSetting

  private var words: Words { setting.words }

  func diagram() -> Diagram {
    let selection = ServiceSelection(of: map, by: view.filter, on: setting.date ?? map.asOf)
    // What is drawn is the map with only the chosen services and the routes that belong to them.
    var part = map
    part.services = Elements(map.services.filter { selection.chosen.contains($0.id) })
    let kinds = view.filter?.routeKinds.map { Set($0) }
    let between = map.routes.filter {
      ($0.from == .families || selection.chosen.contains($0.from))
        && selection.chosen.contains($0.to)
    }
    part.routes = Elements(between.filter { kinds?.contains($0.kind) ?? true })
    let elsewhere = map.routes.count {
      let ends = (selection.chosen.contains($0.from), selection.chosen.contains($0.to))
      return ends.0 != ends.1 && $0.from != .families
    }

    let remarks =
      [view.summary, criteria].compactMap(\.self) + leftOut(selection)
      + [
        elsewhere == 0 ? nil : words(.routesElsewhere, elsewhere),
        between.count == part.routes.count
          ? nil : words(.routesOfOtherKinds, between.count - part.routes.count),
      ].compactMap(\.self)
    guard !part.services.isEmpty else { return empty(selection, remarks) }
    var page = SystemPage(
      part, setting, groupedBy: view.groupBy.trait, colouredBy: view.colourBy.trait)
    let counts = [
      "title": view.title, "services": words(.services, part.services.count),
      "routes": words(.routes, part.routes.count),
    ]
    let isWithout = part.routes.isEmpty
    return page.build(
      name,
      subtitle: words(isWithout ? .ownViewSubtitleWithoutRoutes : .ownViewSubtitle, counts),
      summary: words(isWithout ? .ownViewSummaryWithoutRoutes : .ownViewSummary, counts),
      remarks: remarks)
  }

  /// A page that says that there is nothing to show.
  private func empty(_ selection: ServiceSelection, _ remarks: [String]) -> Diagram {
    let answer = words(selection.unsaid.isEmpty ? .noServiceMatches : .whichMatchUnsaid)
    let subtitle = words(.named, ["name": view.title, "value": answer])
    return PageFrame(map, setting).diagram(
      name, subtitle: subtitle, summary: subtitle, remarks: remarks,
      nodes: [
        Diagram.Node(
          id: "nothing", label: [answer.capitalisedFirst], style: setting.theme.unsaid,
          title: answer.capitalisedFirst)
      ], edges: [])
  }

  // MARK: - What is chosen, and what is left out

  /// What the view asks of a service, in a sentence; `nil` when it asks nothing.
  private var criteria: String? {
    guard let filter = view.filter else { return nil }
    func criterion(_ phrase: Phrase, _ names: [String]?) -> String? {
      names.map { names in
        names.isEmpty ? words(.noneOfThem) : words.alternatives(names)
      }.map { words(phrase, ["names": $0]) }
    }
    let all = [
      criterion(.byNeed, filter.needs?.map { map.needs[$0]?.name ?? $0.asPlainWords }),
      criterion(.bySector, filter.sectors?.map { words.shortLabel($0) }),
      criterion(
        .byLevel,
        filter.intensities?.map { id in
          map.rank(of: id).map { map.intensities[$0].name.lowercased() } ?? id.rawValue
        }),
      criterion(.byArea, filter.areas?.map { map.areas[$0]?.name ?? $0.rawValue }),
      criterion(
        .byOrganisation, filter.organisations?.map { map.organisations[$0]?.name ?? $0.rawValue }),
      criterion(.byStatus, filter.statuses?.map { words.label($0) }),
      filter.near.map { near in
        words(
          .byHandOffs, near.handOffs,
          ["names": words.alternatives(near.services.map { map.services[$0]?.name ?? $0.rawValue })]
        )
      },
    ].compactMap(\.self)
    return all.isEmpty ? nil : words(.chosenBy, ["criteria": words.list(all)])
  }

  /// How many services are left out because of what the map does not say of them.
  private func leftOut(_ selection: ServiceSelection) -> [String] {
    let groups = Dictionary(grouping: selection.unsaid.values, by: \.self).mapValues(\.count)
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { criteria, count in
      words(
        .leftOut, count, ["what": words.list(criteria.map { words(phrase(for: $0), count) })])
    }
  }

  private func phrase(for criterion: ServiceSelection.Criterion) -> Phrase {
    switch criterion {
    case .needs: .unsaidNeeds
    case .sector: .unsaidSector
    case .intensity: .unsaidLevel
    case .areas: .unsaidAreas
    case .organisation: .unsaidOrganisation
    case .status: .unsaidStatus
    case .handOffs: .unsaidRoutes
    }
  }
}

extension Identifier {
  /// The id as words, for what a map refers to and does not name.
  fileprivate var asPlainWords: String { rawValue.asWords.lowercasedFirst }
}
