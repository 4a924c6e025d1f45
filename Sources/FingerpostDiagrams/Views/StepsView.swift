public import FingerpostModel

/// The ladder around a focal service: who sends families up to it, to whom they step down and out, and
/// where those go for whom it is closed.
public struct StepsView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that its pages answer.
  public var question: Phrase { .stepsQuestion }

  /// Draws up a page for each focal service.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard let focus = map.focus, !focus.isEmpty else { return .nothing(because: .noFocalService) }
    var seen: Set<Service.ID> = []
    let services = focus.compactMap { map.services[$0] }.filter { seen.insert($0.id).inserted }
    guard !services.isEmpty else { return .nothing(because: .focalServiceNotOnMap) }
    return .pages(
      services.map { service in
        var page = StepsPage(map, setting, around: service)
        return page.build(named: services.count == 1 ? "steps" : "steps-\(service.id)")
      })
  }
}

/// The ladder around one focal service while it is drawn up.
private struct StepsPage {
  let map: SystemMap
  let service: Service
  var frame: PageFrame
  var groups: [Diagram.Group] = []
  var nodes: [Diagram.Node] = []
  var edges: [Diagram.Edge] = []
  /// The routes that move families to the focal service.
  let arriving: [Route]
  /// The routes that move families from it.
  let leaving: [Route]
  /// Every route from it on which two services help a family or one tells it of the other.
  let helping: [Route]

  init(_ map: SystemMap, _ setting: ViewSetting, around service: Service) {
    self.map = map
    self.service = service
    frame = PageFrame(map, setting)
    let moving = map.routes.filter { $0.kind.movesFamily && $0.from != $0.to }
    arriving = moving.filter { $0.to == service.id }
    leaving = moving.filter { $0.from == service.id }
    helping = map.routes.filter { route in
      route.from == service.id && route.from != route.to && route.kind != .feedback
        && route.kind != .notification
    }.sorted { ($0.rankOfKind, $0.id) < ($1.rankOfKind, $1.id) }
  }

  private var theme: Theme { frame.theme }
  private var words: Words { frame.words }
  private var ups: [Route] { arriving.filter { $0.statedStep == .up } }
  private var downs: [Route] { leaving.filter { $0.statedStep == .down } }
  private var outs: [Route] { leaving.filter { $0.statedStep == .out } }

  mutating func build(named name: String) -> Diagram {
    addFocalService()
    let neighbours = neighbours
    for group in Set(neighbours.map(\.group)).sorted() {
      groups.append(theme.group(id: group, label: heading(of: group), level: nil))
    }
    // A ladder of many rungs is told in fewer boxes.
    let isLarge = neighbours.count + exclusions.count > Self.boxesOnAPage
    let drawn = frame.draw(neighbours, around: service.id.rawValue) { group in
      isLarge || Place.withoutStep.contains { group.hasPrefix($0.rawValue) } ? 2 : .max
    }
    nodes += drawn.nodes
    edges += drawn.edges
    addExclusions()
    let counts = [
      "service": service.name, "up": words(.services, Set(ups.map(\.from)).count),
      "down": words(.services, Set(downs.map(\.to)).count),
      "out": words(.services, Set(outs.map(\.to)).count),
      "conditions": words(.conditions, exclusions.count),
    ]
    return frame.diagram(
      name, subtitle: words(.stepsSubtitle, counts), summary: words(.stepsSummary, counts),
      questions: questions, remarks: remarks, groups: groups, nodes: nodes, edges: edges)
  }

  /// Above this many boxes a page does not print legibly; looked at.
  private static let boxesOnAPage = 26

  // MARK: - The focal service

  private mutating func addFocalService() {
    var lines: [String] = []
    let levels = (service.intensity ?? []).compactMap { map.rank(of: $0) }.sorted()
    if !levels.isEmpty { lines.append(words.list(levels.map { map.intensities[$0].name })) }
    if let conditions = service.onlyFor, !conditions.isEmpty {
      lines.append(
        words(
          .onlyFor, ["what": words.alternatives(conditions.map { frame.name(of: $0.condition) })]))
    }
    if service.excludes?.isEmpty == true { lines.append(words(.closedForNoCondition)) }
    var node = frame.box(for: service.id, id: service.id.rawValue, lines: lines)
    node.style = theme.focal(node.style)
    frame.use(11, .node(theme.focal(theme.box(for: nil))), words(.focalService))
    nodes.append(node)
  }

  // MARK: - Rungs

  /// Where services stand, in the order of the page: the letters sort.
  private enum Place: String {
    /// Families step up from it or down to it; the level follows.
    case rung = "a"
    /// Families who come themselves.
    case themselves = "b"
    /// It sends families in, and the map names no step.
    case sendsWithoutStep = "c"
    /// Families step out to it.
    case out = "d"
    /// It is more intensive, and families are handed to it; no step is named so.
    case moreIntensive = "e"
    /// Families are handed to it, and the map names no step.
    case handedOn = "f"
    /// A condition for which the focal service is closed.
    case exclusion = "g"
    /// Where families go instead.
    case instead = "h"

    static let withoutStep: [Place] = [.sendsWithoutStep, .moreIntensive, .handedOn]
  }

  private var neighbours: [Neighbour] {
    var result: [Neighbour] = []
    let onRungs = Set(ups.map(\.from) + downs.map(\.to))
    for end in Set(arriving.map(\.from)).union(onRungs).sorted() {
      let along = arriving.filter { $0.from == end }
      let back = downs.filter { $0.to == end }
      result.append(
        Neighbour(
          end: end,
          group: end == .families
            ? Place.themselves.rawValue
            : onRungs.contains(end) ? rung(of: end) : Place.sendsWithoutStep.rawValue,
          isBefore: true, along: along, back: back,
          lines: (along + back).flatMap { lines(about: $0) }))
    }
    let carried = Set(
      exclusions.flatMap { exclusion in
        (exclusion.onward ?? []).compactMap { ownRoute(to: $0, for: exclusion.condition)?.id }
      })
    let others = leaving.filter { $0.statedStep != .down && !carried.contains($0.id) }
    for (place, routes) in Dictionary(grouping: others, by: { place(after: $0) }) {
      for (end, routes) in Dictionary(grouping: routes, by: \.to) {
        result.append(
          Neighbour(
            end: end, group: place.rawValue, isBefore: false, along: routes, back: [],
            lines: routes.flatMap { lines(about: $0) }))
      }
    }
    // Families first, then by name, as people look for them.
    return result.sorted {
      ($0.end == .families ? 0 : 1, frame.name(of: $0.end), $0.end)
        < ($1.end == .families ? 0 : 1, frame.name(of: $1.end), $1.end)
    }
  }

  /// What is to be said of a route; who leads, only where it is somebody else than usual.
  private func lines(about route: Route) -> [String] {
    let usual = usualLead(of: route.to == service.id ? arriving : leaving)
    return frame.lines(
      about: route, saysLead: usual == nil || route.transition?.lead.value != usual)
  }

  /// Who leads most of some routes, if all of them say who does.
  ///
  /// Said once, it need not stand in every box. Families who refer themselves are led by nobody.
  private func usualLead(of routes: [Route]) -> String? {
    let leads = routes.filter { $0.from != .families }.map { $0.transition?.lead.value }
    let counts = Dictionary(grouping: leads.compactMap(\.self), by: \.self).mapValues(\.count)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > 2,
      !leads.contains(nil)
    else { return nil }
    return most.key
  }

  private func place(after route: Route) -> Place {
    if route.statedStep == .out { return .out }
    guard let here = ranks(of: service.id).max(), let there = ranks(of: route.to).min(),
      there > here
    else { return .handedOn }
    return .moreIntensive
  }

  private func ranks(of end: Service.ID) -> [Int] {
    (map.services[end]?.intensity ?? []).compactMap { map.rank(of: $0) }
  }

  /// The rung of a service: the most intensive stands at the top, those without a level at the foot.
  private func rung(of end: Service.ID) -> String {
    let height = ranks(of: end).min().map { map.intensities.count - $0 } ?? 999
    return Place.rung.rawValue + String(String(1000 + height).suffix(3))
  }

  private func heading(of group: String) -> String {
    switch Place(rawValue: String(group.prefix(1))) {
    case .rung:
      let height = Int(group.dropFirst()) ?? 999
      return height == 999
        ? words(.levelNotStated) : map.intensities[map.intensities.count - height].name
    case .themselves: return words(.comeThemselves)
    case .sendsWithoutStep: return words(.sendWithoutStep)
    case .out: return words(.stepOutTo)
    case .moreIntensive: return words(.moreIntensive)
    case .handedOn: return words(.handedOnTo)
    case .exclusion: return words(.closedFor)
    case .instead, nil: return words(.goInsteadTo)
    }
  }

  // MARK: - Exclusions

  private var exclusions: [Exclusion] { service.excludes ?? [] }

  /// The route that the map states for families with a condition and no others.
  private func ownRoute(to end: Service.ID, for condition: Condition.ID) -> Route? {
    helping.first { $0.to == end && $0.onlyFor == [condition] && $0.statedStep == nil }
  }

  /// A route by which families with a condition can go; it may be there for others too.
  private func route(to end: Service.ID, for condition: Condition.ID) -> Route? {
    ownRoute(to: end, for: condition)
      ?? helping.first { route in
        route.to == end && route.excludes?.contains(condition) != true
          && (route.onlyFor ?? []).allSatisfy { $0 == condition }
      }
  }

  private mutating func addExclusions() {
    guard !exclusions.isEmpty else { return }
    for place in [Place.exclusion, .instead] {
      groups.append(
        theme.group(id: place.rawValue, label: heading(of: place.rawValue), level: nil))
    }
    for (place, exclusion) in exclusions.enumerated() { add(exclusion, at: place) }
  }

  private mutating func add(_ exclusion: Exclusion, at place: Int) {
    let number = String(String(1000 + place).suffix(3))
    let id = "\(Place.exclusion.rawValue) \(number) \(exclusion.id)"
    let name = frame.name(of: exclusion.condition)
    var lines: [String] = []
    if let purpose = exclusion.purpose {
      lines.append(words(.insteadFor, ["what": purpose]))
    }
    switch exclusion.resume {
    case .stated(let when): lines.append(words(.canComeBack, ["when": when.lowercasedFirst]))
    case .none: lines.append(words(.cannotComeBack))
    case .notStated: lines.append(words(.comeBackUnsaid))
    }
    frame.use(14, .node(theme.condition), words(.condition))
    frame.use(43, .edge(theme.closedFor), words(.isClosedFor))
    nodes.append(
      Diagram.Node(
        id: id, label: [name] + lines, style: theme.condition, group: Place.exclusion.rawValue,
        title: words.titled(name, .aConditionItIsClosedFor)))
    edges.append(
      Diagram.Edge(
        id: "closed \(exclusion.id)", tail: service.id.rawValue, head: id, style: theme.closedFor,
        title: words(.isClosedForTitle, ["service": service.name, "what": name])))

    let onward = exclusion.onward ?? []
    let end = { (text: String) in "\(Place.instead.rawValue) \(number) \(text)" }
    if onward.isEmpty {
      let isStated = exclusion.onward != nil
      let style = isStated ? theme.ghost : theme.unsaid
      let text = words(isStated ? .noServiceInstead : .insteadUnsaid)
      frame.use(15, .node(style), words(isStated ? .noServiceInstead : .mapDoesNotSayLegend))
      nodes.append(
        Diagram.Node(
          id: end("nobody"), label: [text], style: style, group: Place.instead.rawValue,
          title: words(.named, ["name": name, "value": text.lowercasedFirst])))
      edges.append(line(from: id, to: end("nobody"), exclusion, text))
    }
    for (order, service) in onward.enumerated() {
      let way = route(to: service, for: exclusion.condition)
      var lines: [String] = []
      if onward.count > 1 {
        lines.append(words(order == 0 ? .firstChoice : .otherwise))
      }
      if let way {
        lines +=
          (way.onlyFor == [exclusion.condition] ? self.lines(about: way) : frame.lines(about: way))
          .filter { $0 != words(.onlyFor, ["what": name]) }
      } else if map.saysRoutes {
        lines.append(words(.noRouteThere))
      }
      let node = end(String(String(1000 + order).suffix(3)) + " \(service)")
      nodes.append(
        frame.box(for: service, id: node, lines: lines, group: Place.instead.rawValue))
      guard let own = ownRoute(to: service, for: exclusion.condition) else {
        edges.append(line(from: id, to: node, exclusion, frame.name(of: service)))
        continue
      }
      // The route stands on the line of the first exclusion that it is for.
      let isCarried = edges.contains { $0.id == own.id.rawValue }
      edges.append(
        Diagram.Edge(
          id: isCarried ? "again \(node)" : own.id.rawValue, tail: id, head: node,
          style: frame.line(along: [own], back: []),
          title: words(
            .goesInsteadTitle, ["what": name, "to": frame.title(of: [own])])))
    }
  }

  private mutating func line(
    from condition: String, to end: String, _ exclusion: Exclusion, _ name: String
  ) -> Diagram.Edge {
    frame.use(44, .edge(theme.instead), words(.goesInstead))
    return Diagram.Edge(
      id: "instead \(exclusion.id) \(end)", tail: condition, head: end, style: theme.instead,
      title: words(
        .goesInsteadTitle, ["what": frame.name(of: exclusion.condition), "to": name]))
  }

  // MARK: - What is not said

  private var questions: [String] {
    let steps = ups + downs + outs
    let unreasoned = Set(outs.filter { $0.reasons == nil }.map(\.to)).count
    let unled = steps.count { $0.transition?.lead.isStated != true }
    return [
      steps.isEmpty ? words(.whichRoutesAreSteps, ["service": service.name]) : "",
      unreasoned == 0 ? "" : words(.whyFamiliesStepOut, unreasoned),
      steps.isEmpty || unled == 0
        ? "" : unled == steps.count ? words(.whoLeadsTheSteps) : words(.whoLeadsSomeSteps, unled),
      service.excludes == nil ? words(.askExclusions, ["service": service.name]) : "",
    ]
  }

  private var remarks: [String] {
    let leads: [(String?, Phrase)] = [
      (usualLead(of: arriving), .ledOnTheWayIn), (usualLead(of: leaving), .ledOnTheWayOut),
    ]
    return leads.compactMap { role, phrase in
      role.map { words(phrase, ["role": $0.lowercasedFirst, "service": service.name]) }
    }
      + (groups.contains { $0.id == Place.moreIntensive.rawValue }
        ? [words(.moreIntensiveHasNoStep)] : [])
  }
}
