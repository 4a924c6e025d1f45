import FingerpostModel

/// A service, or families, beside the one that a page is about, with the routes between the two.
struct Neighbour {
  /// The service, or `families`.
  var end: Service.ID
  /// The group that its box stands in.
  var group: String
  /// Whether it stands before the service that the page is about, where families come from.
  var isBefore: Bool
  /// The routes that follow the reading direction; of them the line has its look.
  var along: [Route]
  /// The routes that lead the other way.
  var back: [Route]
  /// What is written under its name.
  var lines: [String]
}

extension PageFrame {
  /// What people call the end of a route.
  func name(of end: Service.ID) -> String {
    if end == .families { return words(.families) }
    return map.services[end]?.name ?? end.acrossMaps.map {
      words(
        .onOtherMap,
        ["map": $0.map.asWords.capitalisedFirst, "name": $0.element.asWords.capitalisedFirst])
    } ?? words(.notOnThisMapNamed, ["name": end.rawValue])
  }

  /// What people call a condition.
  func name(of condition: Condition.ID) -> String {
    map.conditions[condition]?.name ?? condition.rawValue.asWords
  }

  /// The date of the page; `nil` when nobody states one.
  var date: CalendarDate? { setting.date ?? map.asOf }

  /// Whether a service is in use on the date of the page.
  func status(of service: Service) -> Status? {
    date.flatMap { service.status(on: $0) } ?? service.status
  }

  /// Whether a route is in use on the date of the page.
  func status(of route: Route) -> Status? {
    date.flatMap { route.status(on: $0) } ?? route.status
  }

  /// The sector of the organisation that runs a service.
  func sector(of service: Service) -> Sector? {
    service.organisation.flatMap { map.organisations[$0]?.sector }
  }

  // MARK: - Boxes

  /// The box of a service, of families, or of what is not on the map, with its legend and with a link
  /// to the card of the service.
  mutating func box(
    for end: Service.ID, id: String, lines: [String] = [], group: String? = nil
  ) -> Diagram.Node {
    guard let service = map.services[end] else {
      let isFamilies = end == .families
      let style = isFamilies ? theme.families : theme.ghost
      let name = isFamilies ? words(.familiesBox) : name(of: end)
      use(13, .node(style), words(isFamilies ? .familiesBox : .notOnThisMapLegend))
      return Diagram.Node(
        id: id, label: [name] + lines, style: style, group: group,
        title: isFamilies ? words(.familiesThemselves) : name.capitalisedFirst)
    }
    let sector = sector(of: service)
    let status = status(of: service)
    use(
      10, .node(theme.box(for: sector)),
      sector.map { words.shortLabel($0).capitalisedFirst } ?? words(.sectorNotStated))
    let mark = words.mark(status)
    if let mark { use(12, .node(theme.box(for: nil, status: status)), mark.capitalisedFirst) }
    let small = [sector.map { words.shortLabel($0) }, mark].compactMap(\.self)
    return Diagram.Node(
      id: id,
      label: [service.name] + (small.isEmpty ? [] : [small.joined(separator: " · ")]) + lines,
      style: theme.box(for: sector, status: status), group: group,
      title: ([words.titled(service.name, .aService)] + small).joined(separator: ", "),
      link: setting.card(end))
  }

  // MARK: - Lines

  /// The look of a line that carries routes, with its legend: that of the strongest along it, and at
  /// its tail the arrow of the strongest that leads back.
  mutating func line(along: [Route], back: [Route]) -> Diagram.EdgeStyle {
    let first = along.min { $0.rankOfKind < $1.rankOfKind }
    let last = back.min { $0.rankOfKind < $1.rankOfKind }
    guard let strongest = first ?? last else { return theme.membership }
    var style = theme.line(for: strongest.kind)
    if first == nil { style = theme.turned(style) }
    if first != nil, let last { style.tail = theme.line(for: last.kind).head }
    use(strongest.kind, back: first == nil ? nil : last?.kind)
    if (along + back).allSatisfy({ words.mark(status(of: $0)) != nil }) {
      style = theme.notLive(style)
      use(42, .edge(theme.notLive(theme.line(for: .referral))), words(.plannedOrPaused))
    }
    return style
  }

  private func label(of kind: RouteKind) -> String { words.label(kind).capitalisedFirst }

  /// Every route in words, for a line that carries them.
  func title(of routes: [Route]) -> String {
    routes.sorted { $0.id < $1.id }.map { route in
      let ends = [
        "kind": label(of: route.kind), "from": name(of: route.from), "to": name(of: route.to),
      ]
      var title = words(.routeTitle, ends)
      if let step = route.statedStep {
        title += ", " + words(.aStep, ["step": words.label(step)])
      }
      if let reasons = route.reasons, !reasons.isEmpty {
        title += " (\(reasons.map { words.label($0) }.joined(separator: "; ")))"
      }
      if let mark = words.mark(status(of: route)) { title += ", \(mark)" }
      return title
    }.joined(separator: "; ")
  }

  /// What is to be said of a route beside the service at its other end: its kind, the step and why, what
  /// it is closed or made for, and, where asked, who leads the family's move.
  func lines(about route: Route, saysLead: Bool = false) -> [String] {
    var first = label(of: route.kind)
    if let step = route.statedStep { first += ", " + words.label(step) }
    if route.isUrgent == true { first += ", " + words(.urgent) }
    if let mark = words.mark(status(of: route)) { first += " (\(mark))" }
    var lines = [first]
    if let reasons = route.reasons, !reasons.isEmpty, route.statedStep == .out {
      lines.append(words(.becauseOf, ["why": words.alternatives(reasons.map { words.label($0) })]))
    }
    if let conditions = route.onlyFor, !conditions.isEmpty {
      lines.append(words(.onlyFor, ["what": words.alternatives(conditions.map { name(of: $0) })]))
    }
    if let conditions = route.excludes, !conditions.isEmpty {
      lines.append(words(.notFor, ["what": words.alternatives(conditions.map { name(of: $0) })]))
    }
    guard saysLead else { return lines }
    switch route.transition?.lead {
    case .stated(let role): lines.append(words(.ledBy, ["role": role.lowercasedFirst]))
    case .some(.none): lines.append(words(.ledByNobody))
    case .notStated, nil: break
    }
    return lines
  }

  // MARK: - Neighbours

  /// The boxes and lines of neighbours, in their order.
  ///
  /// Where a group has more than `limit` boxes, three or more of it of which all the same is said
  /// share one box that names them all.
  mutating func draw(
    _ neighbours: [Neighbour], around hub: Diagram.Node.ID, limit: (String) -> Int
  ) -> (nodes: [Diagram.Node], edges: [Diagram.Edge]) {
    var nodes: [Diagram.Node] = []
    var edges: [Diagram.Edge] = []
    for group in Set(neighbours.map(\.group)).sorted() {
      let members = neighbours.filter { $0.group == group }
      var boxes = members.map { [$0] }
      if members.count > limit(group) {
        boxes = []
        for member in members {
          let twin = boxes.firstIndex { $0[0].saysTheSame(as: member) }
          if let twin { boxes[twin].append(member) } else { boxes.append([member]) }
        }
        boxes = boxes.flatMap { $0.count >= 3 ? [$0] : $0.map { [$0] } }
      }
      for (place, box) in boxes.enumerated() {
        let first = box[0]
        // The place in the id keeps the order in the picture and in its words.
        let id = "\(group) \(place < 10 ? "0" : "")\(place) \(first.end)"
        if box.count == 1 {
          nodes.append(self.box(for: first.end, id: id, lines: first.lines, group: group))
        } else {
          let names = box.map { name(of: $0.end) }
          nodes.append(
            Diagram.Node(
              id: id,
              label: [words(.allOfThese, names.count)] + first.lines + names.map { "• " + $0 },
              style: theme.several, group: group, title: words.list(names)))
          use(9, .node(theme.several), words(.severalServices))
        }
        let along = box.flatMap(\.along)
        let back = box.flatMap(\.back)
        let routes = along + back
        guard !routes.isEmpty else { continue }
        edges.append(
          Diagram.Edge(
            id: routes.map(\.id.rawValue).sorted().joined(separator: " + "),
            tail: first.isBefore ? id : hub, head: first.isBefore ? hub : id,
            style: line(along: along, back: back),
            title: box.count == 1
              ? title(of: routes)
              : words(
                .named, ["name": words(.allOfThese, box.count), "value": title(of: routes)])))
      }
    }
    return (nodes, edges)
  }
}

extension Neighbour {
  /// Whether all but the name is the same, so that one box can name both.
  fileprivate func saysTheSame(as other: Neighbour) -> Bool {
    end != .families && other.end != .families && lines == other.lines
      && isBefore == other.isBefore && Set(along.map(\.kind)) == Set(other.along.map(\.kind))
      && Set(back.map(\.kind)) == Set(other.back.map(\.kind))
  }
}

extension Route {
  /// The step that the map states; only routes that move a family can be one.
  var statedStep: StepDirection? { kind.movesFamily ? step : nil }

  /// The place of its kind in the legend, and among routes of one line: what moves a family comes first.
  var rankOfKind: Int { RouteKind.allCases.firstIndex(of: kind) ?? 0 }
}
