import FingerpostAnalysis
import FingerpostModel

/// Something that is missing, with its place on the map of the system.
struct GapMark {
  /// Where it is drawn.
  enum Place: Hashable {
    /// A line between two services of the map.
    case line(from: Service.ID, to: Service.ID)
    /// A box of its own, joined to the services that it concerns.
    case box(at: [Service.ID])
    /// A box in the frame of a board.
    case seat(on: Board.ID)
  }

  /// What it is.
  enum Kind: Int {
    case help, route, seat
  }

  let kind: Kind
  let place: Place
  /// What is written in its box.
  let label: [String]
  /// What is missing, where the way stops and what to do, as sentences.
  let text: String
  /// Whether a rule says it in English, though the words of the picture are not.
  var isForeign = false
  /// What puts marks of a kind in an order that does not depend on the file.
  let order: [String]

  /// The services that it touches.
  var services: [Service.ID] {
    switch place {
    case .line(let from, let to): [from, to]
    case .box(let services): services
    case .seat: []
    }
  }

  /// Every gap of a map: families without help, missing routes, missing seats.
  ///
  /// - Complexity: One search of the map for each combination without help.
  static func all(of map: SystemMap, in setting: ViewSetting) -> [GapMark] {
    let text = CoverageWording(map: map, words: setting.words)
    let marks =
      (setting.coverage.map { withoutHelp($0, text) } ?? [])
      + setting.findings.compactMap { GapMark($0, text) }
    return marks.sorted { a, b in
      a.kind == b.kind
        ? a.order.lexicographicallyPrecedes(b.order) : a.kind.rawValue < b.kind.rawValue
    }
  }

  // MARK: - Families without help

  /// The combinations without help, or with help for some only, those together that the same change
  /// would help.
  private static func withoutHelp(_ coverage: Coverage, _ text: CoverageWording) -> [GapMark] {
    var groups: [GapChange.Kind: Group] = [:]
    for cell in coverage.grid.cells {
      var helped: [Condition.ID] = []
      switch coverage.answer(for: cell) {
      case .covered, .notStated: continue
      case .coveredForSome(let conditions): helped = conditions
      case .gap: break
      }
      guard let repair = coverage.repairs(for: cell).first else { continue }
      let change = GapChange(repair)
      if groups[change.kind] != nil {
        groups[change.kind]?.cells.append(cell)
        groups[change.kind]?.helped.formUnion(helped)
        groups[change.kind]?.change.add(change)
      } else if let gap = coverage.gap(at: cell) {
        groups[change.kind] = Group(
          cells: [cell], gap: gap, change: change, helped: Set(helped))
      }
    }
    return groups.values.map { $0.mark(of: coverage.grid, text) }
  }

  private struct Group {
    var cells: [CoverageCell]
    let gap: CoverageGap
    var change: GapChange
    /// The conditions for which some of these families are helped all the same.
    var helped: Set<Condition.ID>

    /// How much a box holds; the small print says all.
    private static let mostNeeds = 2
    private static let mostLetters = 60

    func mark(of grid: CoverageGrid, _ text: CoverageWording) -> GapMark {
      let needs = grid.needs.filter { need in cells.contains { $0.need == need } }
      let families = needs.map { need in
        (
          need: text.name(of: need),
          families: text.families(cells.filter { $0.need == need }, of: grid)
        )
      }
      let sentences = families.map {
        text.words(.needOfFamilies, ["need": $0.need, "families": $0.families])
      }
      return GapMark(
        kind: .help, place: place,
        label: families.prefix(Self.mostNeeds).flatMap { need, families in
          [text.words(.noHelpWith, ["need": need])]
            + (families.count > Self.mostLetters ? [] : [families])
        }
          + (families.count > Self.mostNeeds
            ? [text.words(.moreNames, families.count - Self.mostNeeds)] : []),
        text: [
          sentences.joined(separator: "; ") + ".", text.explanation(gap, change),
          helped.isEmpty
            ? nil
            : text.words(.helpedForSomeSummary, ["conditions": text.names(of: helped.sorted())]),
        ].compactMap(\.self).joined(separator: " "),
        order: change.order)
    }

    /// A missing route is a line; anything else a box, joined to what is to be changed or else to
    /// where the way stops.
    private var place: Place {
      switch change.kind {
      case .addRoute(let from, let to): .line(from: from, to: to)
      case .reopenService(let id), .widenAges(let id), .addAreas(let id): .box(at: [id])
      case .reopenRoute(let id):
        .box(at: gap.stops.filter { $0.route == id }.flatMap { [$0.service, $0.to] })
      case .addService:
        .box(
          at: Array(
            (gap.stops.map(\.service).filter { $0 != .families } + gap.reached).prefix(1)))
      }
    }
  }

  // MARK: - Findings

  /// The mark of a finding; `nil` for one about anything else than a missing seat or route.
  private init?(_ finding: Finding, _ text: CoverageWording) {
    let (map, words, path) = (text.map, text.words, finding.element.path)
    let order = [finding.rule, finding.element.description, finding.detail]
    let passages = words.passages(
      of: [finding.messageWithoutKeys, finding.remedyWithoutKeys].filter { !$0.isEmpty }
        .joined(separator: " "))
    let sentences = passages.map(\.text).joined()
    if GapsView.rulesAboutSeats.contains(finding.rule) {
      guard finding.element.collection == .boards, let id = path.first,
        let board = map.boards[Board.ID(id)]
      else { return nil }
      self.init(
        kind: .seat, place: .seat(on: board.id),
        label: [Self.seat(of: finding, on: board, text)], text: sentences, order: order)
    } else if let what = GapsView.rulesAboutRoutes[finding.rule], let id = path.first {
      if finding.element.collection == .routes, let route = map.routes[Route.ID(id)] {
        self.init(
          kind: .route, place: .line(from: route.to, to: route.from), label: [], text: sentences,
          order: order)
      } else if finding.element.collection == .services, map.services[Service.ID(id)] != nil {
        let service = text.name(of: Service.ID(id))
        self.init(
          kind: .route, place: .box(at: [Service.ID(id)]),
          label: [words(what, ["service": service]).capitalisedFirst], text: sentences,
          order: order)
      } else {
        return nil
      }
    } else {
      return nil
    }
    isForeign = passages.contains(where: \.isForeign)
  }

  private init(kind: Kind, place: Place, label: [String], text: String, order: [String]) {
    self.kind = kind
    self.place = place
    self.label = label
    self.text = text
    self.order = order
  }

  /// What people call the seat that a finding is about.
  private static func seat(
    of finding: Finding, on board: Board, _ text: CoverageWording
  ) -> String {
    let words = text.words
    if let id = finding.element.path.last,
      let seat = board.seats?.first(where: { $0.id == id }), finding.element.path.count > 2
    {
      let names =
        (seat.represents ?? []).map { text.map.name(of: $0) }
        + (seat.stakeholder ?? []).map { words.label($0).capitalisedFirst }
      return names.isEmpty ? seat.id.asWords.capitalisedFirst : words.list(names)
    }
    switch finding.rule {
    case "board-minimum-functions":
      let functions = finding.detail.split(separator: " ").map { slot in
        words.alternatives(
          slot.split(separator: "-or-").map { text.map.name(of: ServiceKind.ID(String($0))) })
      }
      return words.list(functions)
    case "board-recommended-sectors", "guideline-group-four-stakeholders":
      return words.list(
        finding.detail.split(separator: " ").map { word in
          Stakeholder(rawValue: String(word)).map { words.label($0) } ?? String(word).asWords
        }
      ).capitalisedFirst
    case "board-parent-carer-voice": return words(.parentsAndCarers)
    case "board-commissioner-link": return words(.commissioners)
    default: return words(.aSeat)
    }
  }
}
