import FingerpostAnalysis
import FingerpostModel

/// How the families of one need, age and area get help, drawn up.
struct PathwayPicture {
  /// What is said of them, that which matters most first.
  enum Answer: Int, Comparable {
    case gap, coveredForSome, notStated, covered

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// What makes two pictures the same.
  struct Looks: Hashable {
    let answer: Answer
    let nodes: [Diagram.Node]
    let edges: [Diagram.Edge]
  }

  let coverage: Coverage
  let answer: Answer
  let text: CoverageWording
  private(set) var frame: PageFrame
  private(set) var groups: [Diagram.Group] = []
  private(set) var nodes: [Diagram.Node] = []
  private(set) var edges: [Diagram.Edge] = []
  private(set) var summary = ""
  private(set) var questions: [String] = []
  private(set) var remarks: [String] = []
  /// Why there is no way, and the smallest change that would lead to help.
  private(set) var gap: CoverageGap?
  var change: GapChange?

  private let map: SystemMap
  private let cell: CoverageCell
  private var boxes: [Service.ID: Box] = [:]

  /// Draws up the picture for a cell of a coverage of the map.
  init(of cell: CoverageCell, _ coverage: Coverage, _ map: SystemMap, _ setting: ViewSetting) {
    self.coverage = coverage
    self.map = map
    self.cell = cell
    frame = PageFrame(map, setting)
    text = CoverageWording(map: map, words: setting.words)
    let answer = coverage.answer(for: cell)
    switch answer {
    case .covered: self.answer = .covered
    case .notStated: self.answer = .notStated
    case .gap: self.answer = .gap
    case .coveredForSome: self.answer = .coveredForSome
    }
    switch answer {
    case .covered: addWays()
    case .notStated: addPossibleWay()
    case .gap: addGap()
    case .coveredForSome(let conditions):
      addWay(forSome: conditions)
      addGap()
    }
    addBoxes()
    edges.sort { $0.id < $1.id }
  }

  var words: Words { frame.words }
  var looks: Looks { Looks(answer: answer, nodes: nodes, edges: edges) }
  private var theme: Theme { frame.theme }

  // MARK: - What stands where

  /// A column of the picture, by its place from the left.
  private struct Column: Hashable {
    let level: Int
    let label: Phrase
    var number: Int?

    static let begin = Column(level: 0, label: .canBegin)
    static let help = Column(level: 1000, label: .findHelp)
    static let helpForSome = Column(level: 1000, label: .helpForSome)
    static let mayHelp = Column(level: 1000, label: .mayFindHelp)
    static let missing = Column(level: 1500, label: .whatIsMissing)
    static let notReached = Column(level: 2000, label: .notReached)
    static let instead = Column(level: 3000, label: .sentInstead)
    static func passed(_ handOffs: Int) -> Column {
      Column(level: handOffs, label: .afterHandOffs, number: handOffs)
    }
  }

  /// What is said of a service by its looks, the strongest last.
  private enum Mark: Int {
    case aside, plain, onWay, unsaid, missing
  }

  /// A service as far as it is drawn up.
  private struct Box {
    var column: Column
    var mark: Mark
    var lines: [String] = []
  }

  private mutating func put(
    _ id: Service.ID, in column: Column, _ mark: Mark = .plain, _ lines: [String] = []
  ) {
    var box = boxes[id] ?? Box(column: column, mark: mark)
    if box.mark.rawValue < mark.rawValue { box.mark = mark }
    for line in lines where !box.lines.contains(line) { box.lines.append(line) }
    boxes[id] = box
  }

  private mutating func write(_ line: String, at id: Service.ID) {
    guard let box = boxes[id], !box.lines.contains(line) else { return }
    boxes[id]?.lines.append(line)
  }

  private func name(of route: Route) -> String {
    words(
      .routeTitle,
      [
        "kind": words.label(route.kind).capitalisedFirst, "from": frame.name(of: route.from),
        "to": frame.name(of: route.to),
      ])
  }

  private func isDrawn(_ route: Route) -> Bool { edges.contains { $0.id == route.id.rawValue } }

  private mutating func draw(
    _ route: Route, _ style: Diagram.EdgeStyle, label: String? = nil, title: String, weight: Int = 1
  ) {
    guard !isDrawn(route) else { return }
    edges.append(
      Diagram.Edge(
        id: route.id.rawValue, tail: route.from.rawValue, head: route.to.rawValue, style: style,
        label: label, title: title, weight: weight))
  }

  private mutating func drawBold(_ route: Route, _ legend: Phrase) {
    let style = theme.wayThrough(theme.line(for: route.kind))
    frame.use(1, .edge(theme.wayThrough(theme.line(for: .referral))), words(legend))
    draw(route, style, title: words(.onWayTitle, ["route": name(of: route)]), weight: 8)
  }

  private mutating func drawPlain(_ route: Route) {
    let style = theme.line(for: route.kind)
    let rank = RouteKind.allCases.firstIndex(of: route.kind) ?? 0
    frame.use(20 + rank, .edge(style), words.label(route.kind).capitalisedFirst)
    draw(route, style, title: name(of: route))
  }

  // MARK: - A way through

  private mutating func addWays() {
    guard let way = coverage.way(for: cell) else { return }
    let ways = coverage.ways(for: cell)
    let onWay = Set(way.services)
    func mark(_ id: Service.ID) -> Mark { onWay.contains(id) ? .onWay : .plain }
    for id in ways.entries { put(id, in: .begin, mark(id)) }
    for service in ways.passed { put(service.id, in: .passed(service.hops), mark(service.id)) }
    for id in ways.helpers {
      let isOpen = map.services[id]?.entry == .open
      put(id, in: .help, mark(id), isOpen ? [words(.openToAll)] : [])
    }
    for route in way.routes { drawBold(route, .wayThroughLegend) }
    let bold = Set(way.routes.map(\.id))
    for id in ways.routes where !bold.contains(id) {
      if let route = map.routes[id] { drawPlain(route) }
    }
    writeFlags()
    for id in boxes.keys.sorted() where onWay.contains(id) || ways.helpers.contains(id) {
      writeWait(of: id)
    }
    for id in way.services { addExclusions(of: id) }

    let names = ["way": text.way(way.services)]
    let others = ways.helpers.count - 1
    summary = [
      way.handOffs == 0
        ? words(.helpAtOnceSummary, names) : words(.wayThroughSummary, way.handOffs, names),
      others > 0 ? words(.alsoHelp, others) : nil,
    ].compactMap(\.self).joined(separator: " ")
    if !ways.routes.isEmpty { remarks.append(words(.shortestWaysShown)) }
  }

  private mutating func writeFlags() {
    for flag in coverage.flags(for: cell) {
      switch flag {
      case .longWait(let services):
        for id in services {
          guard let wait = map.services[id]?.wait.value else { continue }
          write(words(.longWaitOf, ["span": words.span(wait)]), at: id)
        }
      case .full(let services): for id in services { write(words(.isFull), at: id) }
      case .singlePath(let services): for id in services { write(words(.everyWayPasses), at: id) }
      case .restsOnOnePerson(let services):
        for id in services { write(words(.restsOnOnePerson), at: id) }
      case .fundingEnds(_, let services):
        for id in services {
          guard let end = map.services[id]?.fundedUntil.value else { continue }
          write(words(.noFundingBeyond, ["date": words.date(end)]), at: id)
        }
      }
    }
  }

  private mutating func writeWait(of id: Service.ID) {
    switch map.services[id]?.wait {
    case .stated(let wait):
      let long = words(.longWaitOf, ["span": words.span(wait)])
      if boxes[id]?.lines.contains(long) != true {
        write(words(.waitOf, ["span": words.span(wait)]), at: id)
      }
    case .some(.none): write(words(.noWait), at: id)
    case .notStated, nil: break
    }
  }

  /// Whom a service on the way does not see, and where it sends them.
  private mutating func addExclusions(of id: Service.ID) {
    var conditions: [Service.ID: [Condition.ID]] = [:]
    var unsaid: [Condition.ID] = []
    var nowhere: [Condition.ID] = []
    for exclusion in map.services[id]?.excludes ?? [] {
      guard let onward = exclusion.onward else {
        unsaid.append(exclusion.condition)
        continue
      }
      if onward.isEmpty { nowhere.append(exclusion.condition) }
      for other in onward { conditions[other, default: []].append(exclusion.condition) }
    }
    let service = frame.name(of: id)
    if !unsaid.isEmpty {
      questions.append(
        words(
          .whereSentInstead, ["service": service, "conditions": text.names(of: unsaid.sorted())]))
    }
    if !nowhere.isEmpty {
      remarks.append(
        words(.sendsNowhere, ["service": service, "conditions": text.names(of: nowhere.sorted())]))
    }
    for (other, conditions) in conditions.sorted(by: { $0.key < $1.key }) {
      let whom = ["conditions": text.names(of: conditions.sorted())]
      put(other, in: .instead, .aside, [words(.insteadWith, whom)])
      frame.use(40, .edge(theme.instead), words(.insteadLegend))
      edges.append(
        Diagram.Edge(
          id: "\(id) instead \(other)", tail: id.rawValue, head: other.rawValue,
          style: theme.instead,
          title: words(
            .sentInsteadTitle,
            whom.merging(["service": service, "to": frame.name(of: other)]) { a, _ in a })))
    }
  }

  // MARK: - A way of which the map does not say enough

  private mutating func addPossibleWay() {
    guard let possible = coverage.possibleWay(for: cell) else { return }
    let services = possible.way.services
    let isUnsure = Set(possible.missing.map(\.service))
    for (place, id) in services.enumerated() {
      let column: Column =
        place == services.count - 1 ? .mayHelp : place == 0 ? .begin : .passed(place)
      let doubts = possible.missing.filter { $0.service == id && id != .families }
        .map { text.doubt($0) }
      put(id, in: column, isUnsure.contains(id) && id != .families ? .unsaid : .onWay, doubts)
    }
    for route in possible.way.routes {
      if isUnsure.contains(route.to) {
        useDoubt()
        draw(
          route, theme.unsaidLine, label: words(.doubt),
          title: words(.maybeTitle, ["route": name(of: route)]), weight: 8)
      } else {
        drawBold(route, .wayThroughLegend)
      }
    }
    if let last = services.last, possible.missing.contains(where: { $0.key == .routes }) {
      put(.families, in: .begin)
      useDoubt()
      edges.append(
        Diagram.Edge(
          id: "perhaps to \(last)", tail: Service.ID.families.rawValue, head: last.rawValue,
          style: theme.unsaidLine, label: words(.doubt),
          title: words(
            .perhapsToTitle, ["from": words(.families), "to": frame.name(of: last)]), weight: 8))
    }
    for fact in possible.missing {
      let question = text.question(fact)
      if !questions.contains(question) { questions.append(question) }
    }
    summary = words(.maybeWaySummary, ["way": text.way(services)])
  }

  private mutating func useDoubt() {
    frame.use(2, .edge(theme.unsaidLine), words(.maybeWayLegend))
  }

  // MARK: - A gap

  /// How many routes that lead no further, and how many services that would help, a page shows.
  private static let mostShown = 6

  private mutating func addGap() {
    guard let gap = coverage.gap(at: cell), let repair = coverage.repairs(for: cell).first else {
      return
    }
    self.gap = gap
    let change = GapChange(repair)
    self.change = change
    summary = [words(.noWaySummary), text.reason(gap), summary].filter { !$0.isEmpty }
      .joined(separator: " ")
    let isReached = Set(gap.reached).union([.families])

    let later = Coverage(
      of: repair.applied(to: map, on: coverage.date),
      over: CoverageGrid(needs: [cell.need], bands: [cell.ages], areas: [cell.area]),
      on: coverage.date)
    if let way = later.way(for: cell) ?? later.possibleWay(for: cell)?.way {
      for id in way.services {
        // The new service of a repair has an id that is not on the map.
        if map.services[id] == nil, id != .families {
          put(id, in: .missing, .missing, [words(.gapNumber, 1)])
        } else {
          put(id, in: column(of: id, isReached), .onWay)
        }
      }
      for route in way.routes { draw(route, of: change) }
    }
    markChangedService(change)

    let serving = gap.stops.filter { stop in
      guard let service = map.services[stop.to] else { return false }
      return service.serves?.contains(cell.need) ?? true
    }
    for stop in serving.prefix(Self.mostShown) { add(stop, isReached) }
    for id in gap.services.prefix(Self.mostShown) {
      let helps: Phrase = gap.unsure.contains(id) ? .mayHelp : .wouldHelp
      put(id, in: column(of: id, isReached), .plain, [words(helps)])
    }
    if serving.isEmpty {
      for id in gap.reached.prefix(Self.mostShown) { put(id, in: column(of: id, isReached)) }
      let others = gap.reached.count { boxes[$0] == nil }
      if others > 0 { remarks.append(words(.reachedLeftOut, others)) }
    }
    let left = gap.stops.count - min(serving.count, Self.mostShown)
    if left > 0 { remarks.append(words(.stopsLeftOut, left)) }
  }

  private func column(of id: Service.ID, _ isReached: Set<Service.ID>) -> Column {
    if !isReached.contains(id) { return .notReached }
    return map.services[id]?.entry == .open ? .begin : Column(level: 1, label: .reached)
  }

  /// Draws a route of the way that there would be.
  private mutating func draw(_ route: Route, of change: GapChange) {
    let isMissing =
      map.routes[route.id] == nil || change.kind == .reopenRoute(route.id)
    guard isMissing else { return drawBold(route, .wayAsFarLegend) }
    let gap = words(.gapNumber, 1)
    frame.use(0, .edge(theme.missingLine), words(.missingLegend))
    draw(
      route, theme.missingLine, label: gap,
      title: words(.missingTitle, ["gap": gap, "route": name(of: route)]), weight: 8)
  }

  private mutating func markChangedService(_ change: GapChange) {
    let (id, what): (Service.ID, Phrase) =
      switch change.kind {
      case .reopenService(let id):
        (id, map.services[id]?.status == .paused ? .toReopen : .toBringForward)
      case .widenAges(let id): (id, .toSeeTheseAges)
      case .addAreas(let id): (id, .toServeThisArea)
      case .reopenRoute, .addRoute, .addService: (.families, .doubt)
      }
    guard id != .families else { return }
    put(id, in: .notReached, .missing, [words(.gapNumber, 1), words(what)])
  }

  /// Draws a route that does not take the families on.
  private mutating func add(_ stop: CoverageGap.Stop, _ isReached: Set<Service.ID>) {
    guard let route = map.routes[stop.route], !isDrawn(route) else { return }
    let reasons = stop.reasons.map { text.reason($0, at: stop.to) }
    let ofService = reasons.filter { !$0.isOfRoute }
    put(stop.service, in: column(of: stop.service, isReached))
    put(
      stop.to, in: column(of: stop.to, isReached), .plain,
      (ofService.isEmpty ? reasons : ofService).map(\.text))
    let style: Diagram.EdgeStyle
    if route.kind == .signposting {
      style = theme.line(for: .signposting)
      frame.use(30, .edge(style), words.label(route.kind).capitalisedFirst)
    } else {
      style = theme.stopped(theme.line(for: .referral))
      frame.use(3, .edge(style), words(.stopLegend))
    }
    draw(
      route, style,
      title: words(
        .stopTitle, ["route": name(of: route), "reasons": words.list(reasons.map(\.text))]))
  }

  /// Draws the way of those who are helped for a condition.
  private mutating func addWay(forSome conditions: [Condition.ID]) {
    let helped = words(.helpedForSomeSummary, ["conditions": text.names(of: conditions)])
    summary = helped
    remarks.append(helped)
    guard let condition = conditions.first,
      let way = coverage.way(for: cell, condition: condition)
    else { return }
    for (place, id) in way.services.enumerated() {
      let only = map.services[id]?.onlyFor ?? []
      put(
        id,
        in: place == way.services.count - 1 ? .helpForSome : place == 0 ? .begin : .passed(place),
        .plain,
        only.isEmpty
          ? [] : [words(.stopOnlyFor, ["conditions": text.names(of: only.map(\.condition))])])
    }
    for route in way.routes { drawPlain(route) }
  }

  // MARK: - Boxes

  private mutating func addBoxes() {
    // One hand-off needs no counting.
    let passed = Set(boxes.values.map(\.column).filter { $0.number != nil })
    for (id, box) in boxes.sorted(by: { $0.key < $1.key }) {
      let group = "column-\(box.column.level)"
      guard id != .families else {
        frame.use(13, .node(theme.families), words(.familiesBox))
        nodes.append(
          Diagram.Node(
            id: id.rawValue, label: [words(.familiesBox)], style: theme.families,
            title: words(.familiesThemselves)))
        continue
      }
      if !groups.contains(where: { $0.id == group }) {
        let label =
          passed.count == 1 && box.column.number != nil
          ? words(.onTheWay) : words(box.column.label, box.column.number)
        groups.append(theme.group(id: group, label: label, level: box.column.level))
      }
      nodes.append(node(id, box, group))
    }
    groups.sort { ($0.level ?? 0) < ($1.level ?? 0) }
  }

  private mutating func node(_ id: Service.ID, _ box: Box, _ group: String) -> Diagram.Node {
    let service = map.services[id]
    let sector = service?.organisation.flatMap { map.organisations[$0]?.sector }
    let status = service?.status(on: coverage.date)
    var small = box.lines
    if let mark = words.mark(status), !small.contains(mark) { small.append(mark) }
    if let sector, box.mark != .missing { small.insert(words.shortLabel(sector), at: 0) }
    let plain = theme.box(for: sector, status: status)
    let style: Diagram.NodeStyle
    switch box.mark {
    case .aside: style = theme.aside(plain)
    case .plain: style = plain
    case .onWay: style = theme.onWay(plain)
    case .unsaid: style = theme.unsaid
    case .missing: style = theme.ghost
    }
    switch box.mark {
    case .unsaid: frame.use(4, .node(style), words(.unsaidServiceLegend))
    case .missing: frame.use(0, .node(style), words(.missingLegend))
    case .aside:
      frame.use(11, .node(theme.aside(theme.box(for: nil))), words(.insteadServiceLegend))
    case .plain, .onWay:
      if box.mark == .onWay {
        frame.use(1, .node(theme.onWay(theme.box(for: nil))), words(.onWayLegend))
      }
      frame.use(
        10, .node(theme.box(for: sector)),
        sector.map { words.shortLabel($0).capitalisedFirst } ?? words(.sectorNotStated))
    }
    let isNew = service == nil && box.mark == .missing
    let name = isNew ? words(.newService) : frame.name(of: id)
    return Diagram.Node(
      id: id.rawValue, label: [name] + small, style: style, group: group,
      title: ([isNew ? name : words.titled(name, .aService)] + small).joined(separator: ", "),
      link: service == nil ? nil : frame.setting.card(id))
  }
}
