public import FingerpostAnalysis
import FingerpostModel

/// What changed between two versions of a map, on one picture: every service and route of both.
///
/// What is new is drawn bold, what is gone is an outline, what changed is bold and broken, and each says
/// so; all else stands back. A line between two services stands for every route between them, so it is
/// changed when some of its routes are new, gone or changed and others are as they were.
public struct DifferencePicture: Sendable {
  /// What its picture is called.
  public static let name = "changes"

  private let difference: MapDifference
  /// How the picture is headed, where `services` and `routes` stand for their counts.
  private let heading: Phrase
  private let values: [String: String]

  /// Takes a difference to draw.
  ///
  /// - Parameters:
  ///   - difference: Both versions as those may see them whom the picture is for.
  ///   - since: What the earlier version is called, such as a date.
  public init(of difference: MapDifference, since: String) {
    self.difference = difference
    (heading, values) = (.differenceSubtitle, ["since": since])
  }

  /// Takes a difference between a map and one that somebody thinks of.
  ///
  /// - Parameters:
  ///   - difference: Both as those may see them whom the picture is for.
  ///   - assumption: What is assumed, within a sentence.
  public init(of difference: MapDifference, assuming assumption: String) {
    self.difference = difference
    (heading, values) = (.scenarioSubtitle, ["assumption": assumption])
  }

  /// The earlier version as the system view draws it, under the name of this picture: where things
  /// stand there is where they should stay.
  ///
  /// - Returns: `nil` when it states no service.
  public func earlier(in setting: ViewSetting) -> Diagram? {
    guard var diagram = SystemView().pages(of: difference.from, in: setting).diagrams.first else {
      return nil
    }
    diagram.name = Self.name
    let renamed = renamedServices
    func idNow(_ id: String) -> String { renamed[Service.ID(id)]?.rawValue ?? id }
    for index in diagram.nodes.indices { diagram.nodes[index].id = idNow(diagram.nodes[index].id) }
    for index in diagram.edges.indices {
      diagram.edges[index].tail = idNow(diagram.edges[index].tail)
      diagram.edges[index].head = idNow(diagram.edges[index].head)
    }
    return diagram
  }

  /// Draws up the picture.
  public func pages(in setting: ViewSetting) -> ViewPages {
    let services = changes(in: .services)
    let routes = changes(in: .routes)
    guard !services.isEmpty || !routes.isEmpty else {
      return .nothing(because: .noServiceOrRouteChanged)
    }
    let words = setting.words
    func counts(_ changes: [String: ChangeMark]) -> String {
      let counted: [(ChangeMark, Phrase)] = [
        (.new, .countNew), (.gone, .countGone), (.changed, .countChanged),
      ]
      let parts = counted.compactMap { mark, phrase in
        let count = changes.values.count { $0 == mark }
        return count == 0 ? nil : words(phrase, count)
      }
      return parts.isEmpty ? words(.countUnchanged) : words.list(parts)
    }
    let others = difference.changes.count { change in
      change.element.collection != .services && change.element.collection != .routes
    }
    let both = both
    var page = SystemPage(both, setting, groupedBy: .intensity, colouredBy: .sector)
    var diagram = page.build(
      Self.name,
      subtitle: words(
        heading,
        values.merging(["services": counts(services), "routes": counts(routes)]) { a, _ in a }),
      summary: words(.differenceSummary),
      remarks: others == 0 ? [] : [words(.otherChanges, others)])
    mark(&diagram, services, routes, both, setting)
    return .pages([diagram])
  }

  // MARK: - What changed

  fileprivate enum ChangeMark {
    case new
    case gone
    case changed
  }

  /// What became of the services or routes, by their id in the picture; an exclusion that changed is a
  /// change of its service.
  private func changes(in collection: ElementID.Collection) -> [String: ChangeMark] {
    var marks: [String: ChangeMark] = [:]
    for change in difference.changes where change.element.collection == collection {
      guard let id = change.element.path.first else { continue }
      let isWhole = change.element.path.count == 1
      switch change.kind {
      case .added where isWhole: marks[id] = .new
      case .removed where isWhole: marks[id] = .gone
      case .added, .removed, .changed, .renamed: marks[id] = marks[id] ?? .changed
      }
    }
    return marks
  }

  /// The services that have another id in the later version, by their id in the earlier one.
  private var renamedServices: [Service.ID: Service.ID] {
    var ids: [Service.ID: Service.ID] = [:]
    for change in difference.changes(.renamed) where change.element.collection == .services {
      if let before = change.before?.path, let after = change.after?.path, before.count == 1,
        after.count == 1
      {
        ids[Service.ID(before[0])] = Service.ID(after[0])
      }
    }
    return ids
  }

  /// The later version, and what is gone since the earlier one.
  private var both: SystemMap {
    var map = difference.to
    let renamed = renamedServices
    for change in difference.changes(.removed) where change.element.path.count == 1 {
      let id = change.element.path[0]
      switch change.element.collection {
      case .services:
        if let service = difference.from.services[Service.ID(id)] { map.services.append(service) }
      case .routes:
        guard var route = difference.from.routes[Route.ID(id)] else { continue }
        route.from = renamed[route.from] ?? route.from
        route.to = renamed[route.to] ?? route.to
        map.routes.append(route)
      default: continue
      }
    }
    // A sector or a level that only the earlier version knows is still that of what is gone.
    for body in difference.from.organisations { map.organisations.append(body) }
    return map
  }

  // MARK: - Looks

  /// Two ends, whichever way round.
  private struct Ends: Hashable {
    let ids: Set<String>
  }

  private func mark(
    _ diagram: inout Diagram, _ services: [String: ChangeMark], _ routes: [String: ChangeMark],
    _ both: SystemMap, _ setting: ViewSetting
  ) {
    let (theme, words) = (setting.theme, setting.words)
    var legend: [ChangeMark?: [Diagram.LegendEntry]] = [:]
    func use(_ mark: ChangeMark?, _ sample: Diagram.LegendEntry.Sample, _ label: Phrase) -> String {
      let entry = Diagram.LegendEntry(sample, words(label))
      if legend[mark]?.contains(entry) != true { legend[mark, default: []].append(entry) }
      return entry.label
    }
    for index in diagram.nodes.indices {
      let id = diagram.nodes[index].id
      guard both.services[Service.ID(id)] != nil else { continue }
      let mark = services[id]
      diagram.nodes[index].style = theme.style(diagram.nodes[index].style, mark?.ofBox ?? .aside)
      diagram.nodes[index].meanings = [
        use(
          mark, .node(theme.style(theme.box(for: nil), mark?.ofBox ?? .aside)),
          mark?.legendOfService ?? .legendUnchangedService)
      ]
      guard let mark else { continue }
      diagram.nodes[index].label.insert(words(mark.phrase).uppercased(), at: 1)
      diagram.nodes[index].title += ", \(words(mark.phrase))"
    }
    let routesByEnds = Dictionary(grouping: both.routes) {
      Ends(ids: [$0.from.rawValue, $0.to.rawValue])
    }
    for index in diagram.edges.indices {
      let edge = diagram.edges[index]
      let marks = Set(
        routesByEnds[Ends(ids: [edge.tail, edge.head]), default: []].map { routes[$0.id.rawValue] })
      let mark = marks.count == 1 ? marks.first ?? nil : .changed
      diagram.edges[index].style = theme.style(edge.style, mark?.ofLine ?? .aside)
      diagram.edges[index].label = nil
      diagram.edges[index].meanings.append(
        use(
          mark, .edge(theme.style(theme.line(for: .referral), mark?.ofLine ?? .aside)),
          mark?.legendOfRoute ?? .legendUnchangedRoute))
      if let mark { diagram.edges[index].title += ", \(words(mark.phrase))" }
    }
    // What colours mean is left out: what is as it was has none, and arrows tell the kinds of route.
    let kinds = diagram.legend.compactMap { entry -> Diagram.LegendEntry? in
      switch entry.sample {
      case .edge(let style): Diagram.LegendEntry(.edge(theme.style(style, .aside)), entry.label)
      case .node(theme.families): entry
      default: nil
      }
    }
    let order: [ChangeMark?] = [.new, .gone, .changed, nil]
    diagram.legend = order.flatMap { legend[$0, default: []] } + kinds
  }
}

extension DifferencePicture.ChangeMark {
  fileprivate var ofBox: BoxMark {
    switch self {
    case .new: .new
    case .gone: .gone
    case .changed: .changed
    }
  }

  fileprivate var ofLine: LineMark {
    switch self {
    case .new: .new
    case .gone: .gone
    case .changed: .changed
    }
  }

  fileprivate var phrase: Phrase {
    switch self {
    case .new: .markNew
    case .gone: .markGone
    case .changed: .markChanged
    }
  }

  fileprivate var legendOfService: Phrase {
    switch self {
    case .new: .legendNewService
    case .gone: .legendGoneService
    case .changed: .legendChangedService
    }
  }

  fileprivate var legendOfRoute: Phrase {
    switch self {
    case .new: .legendNewRoute
    case .gone: .legendGoneRoute
    case .changed: .legendChangedRoute
    }
  }
}
