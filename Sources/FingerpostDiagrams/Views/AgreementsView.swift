import FingerpostAnalysis
public import FingerpostModel

/// Who has agreed with whom what may pass and what each owes the other; and, in dashed outline, where
/// identifiable data pass without an agreement.
public struct AgreementsView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: Phrase { .agreementsQuestion }

  /// Draws up the page.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    var builder = AgreementsPage(frame: PageFrame(map, setting))
    return builder.build().map { .pages([$0]) } ?? .nothing(because: .noAgreement)
  }
}

/// The agreements view of one map while it is drawn up.
private struct AgreementsPage: FramedPage {
  var frame: PageFrame
  var nodes: [Diagram.Node] = []
  var edges: [Diagram.Edge] = []
  var bodies: Set<Organisation.ID> = []

  mutating func build() -> Diagram? {
    let open = crossingsWithoutAgreement
    guard !map.agreements.isEmpty || !open.isEmpty else { return nil }
    for agreement in map.agreements { add(agreement) }
    for pair in open.keys.sorted() {
      if let crossings = open[pair] { add(crossings, between: pair) }
    }
    let agreements = words(.agreements, map.agreements.count)
    let missing = open.values.count { $0.areWithout }
    let unsigned = map.agreements.filter { $0.between == nil }.map(\.name)
    let unsaid = open.values.count { !$0.areWithout }
    return frame.diagram(
      "agreements",
      subtitle: missing == 0
        ? words(.agreementsSubtitle, ["agreements": agreements])
        : words(.agreementsSubtitleMissing, missing, ["agreements": agreements]),
      summary: words(
        .agreementsSummary,
        [
          "agreements": agreements, "missing": words(.pairsWithout, missing),
          "unsaid": words(.pairsUnsaid, unsaid),
        ]),
      questions: unsigned.isEmpty
        ? [] : [words(.whoMadeAgreements, unsigned.count, ["names": words.list(unsigned)])],
      nodes: nodes, edges: edges)
  }

  // MARK: - Agreements

  private mutating func add(_ agreement: Agreement) {
    var lines = [agreement.name]
    var small = [agreement.kind.map { words.label($0).capitalisedFirst }].compactMap(\.self)
    if agreement.isLegalContract == true { small.append(words(.legalContract)) }
    if agreement.jointControllers == true { small.append(words(.jointControllers)) }
    if !small.isEmpty { lines.append(small.joined(separator: " · ")) }
    if let shares = agreement.shares {
      lines.append(words(.sharesData, ["data": words.label(shares)]))
    }
    if let content = agreement.content, !content.isEmpty {
      lines.append(words(.sharesContent, ["content": content.joined(separator: "; ")]))
    }
    if let reason = agreement.notNeededBecause {
      lines.append(words(.notNeededBecause, ["reason": reason]))
    }
    if let covers = agreement.covers, !covers.isEmpty {
      let names = covers.map { map.name(of: $0) ?? words(.notOnThisMapNamed, ["name": "\($0)"]) }
      lines.append(words(.covers, ["names": names.joined(separator: "; ")]))
    }
    if agreement.between == nil { lines.append(words(.makersUnsaid)) }
    let end = EndOfTerm(agreement.until, on: date)
    if let told = end.told(in: words) { lines.append(told) }
    if let mark = words.mark(agreement.status) { lines.append(mark) }
    if let due = agreement.reviewDue {
      lines.append(words(.reviewDue, ["date": words.date(due)]))
    }
    var style = theme.agreement
    frame.use(0, .node(style), words(.agreement))
    if agreement.status == .planned {
      style.stroke = .dashed
      frame.use(1, .node(style), words(.plannedAgreement))
    } else if end.isClose {
      style = theme.expiring(style)
      frame.use(2, .node(style), words(.endsSoonOrEnded))
    }
    let id = "agreement \(agreement.id)"
    nodes.append(
      Diagram.Node(
        id: id, label: lines, style: style, title: words.titled(agreement.name, .anAgreement)))
    for body in agreement.between ?? [] {
      addBody(body)
      frame.use(10, .edge(theme.membership), words(.madeIt))
      edges.append(
        Diagram.Edge(
          id: "\(body) \(id)", tail: body.rawValue, head: id, style: theme.membership,
          title: words(.madeItTitle, ["body": name(of: body), "agreement": agreement.name])))
    }
  }

  private mutating func addBody(_ id: Organisation.ID) {
    guard bodies.insert(id).inserted else { return }
    nodes.append(frame.node(for: id.named()))
  }

  private func name(of body: Organisation.ID) -> String {
    map.organisations[body]?.name ?? body.rawValue
  }

  // MARK: - Data that pass without an agreement

  private struct Pair: Hashable, Comparable {
    let first: Organisation.ID
    let second: Organisation.ID

    static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  private struct Crossings {
    /// Ways along which identifiable data pass, stated to have no agreement.
    var without = 0
    /// Ways of which the map does not say under which agreement they stand.
    var unsaid = 0
    var areWithout: Bool { without > 0 }
  }

  private var crossingsWithoutAgreement: [Pair: Crossings] {
    guard let date else { return [:] }
    var found: [Pair: Crossings] = [:]
    let crossings =
      map.routes.compactMap { DataCrossing($0, of: map, on: date) }
      + map.links.compactMap { DataCrossing($0, of: map) }
    for crossing in crossings {
      guard case .between(let a, let b) = crossing.ends else { continue }
      let pair = Pair(first: min(a, b), second: max(a, b))
      switch crossing.agreement {
      case .stated: continue
      case .none: found[pair, default: Crossings()].without += 1
      case .notStated: found[pair, default: Crossings()].unsaid += 1
      }
    }
    return found
  }

  private mutating func add(_ crossings: Crossings, between pair: Pair) {
    let id = "data \(pair.first) \(pair.second)"
    let count = crossings.areWithout ? crossings.without : crossings.unsaid
    let style = crossings.areWithout ? theme.ghost : theme.unsaid
    let label = words(crossings.areWithout ? .passWithout : .passUnsaid, count)
    let names = ["first": name(of: pair.first), "second": name(of: pair.second)]
    nodes.append(
      Diagram.Node(
        id: id,
        label: [words(crossings.areWithout ? .noAgreementHere : .agreementUnsaid), label],
        style: style, title: "\(label): \(words(.betweenTwo, names))"))
    let meaning: Phrase = crossings.areWithout ? .dataWithoutAgreement : .dataAgreementUnsaid
    frame.use(crossings.areWithout ? 3 : 4, .node(style), words(meaning))
    var line = crossings.areWithout ? theme.missingLine : theme.membership
    line.head = .none
    if !crossings.areWithout { line.stroke = .dotted }
    frame.use(crossings.areWithout ? 11 : 12, .edge(line), words(.shareIdentifiable))
    for body in [pair.first, pair.second] {
      addBody(body)
      edges.append(
        Diagram.Edge(
          id: "\(body) \(id)", tail: body.rawValue, head: id, style: line,
          title: words(.betweenTwo, names)))
    }
  }
}
