import FingerpostAnalysis
import FingerpostModel
import FingerpostRules

/// Something that a board has to decide or have done, with who would see to it.
struct Decision {
  let text: PaperLine
  /// Who would see to it; `nil` where nobody could be named.
  let owner: String?
  /// Where the paper says more.
  let section: PaperSection

  /// The most decisions of one sort that are told in a summary.
  private static let most = 3

  /// What there is to decide, the most pressing first.
  static func all(of material: PaperMaterial) -> [Decision] {
    seats(material) + gaps(material) + endings(material) + terms(material) + failures(material)
      + accepted(material) + questions(material)
  }

  private static func seats(_ material: PaperMaterial) -> [Decision] {
    material.leadingBoards.filter { !$0.open.isEmpty }.map { table in
      let words = material.words
      return Decision(
        text: PaperLine(
          words(
            .decideSeats, table.open.count,
            ["board": table.board.name, "list": words.list(table.open)])),
        owner: table.board.accountableLead.value ?? table.board.chair.value
          ?? words(.theMapDoesNotSay),
        section: .board)
    }
  }

  private static func gaps(_ material: PaperMaterial) -> [Decision] {
    var groups = CoverageCellGroups()
    var repairs: [String: CoverageRepair] = [:]
    for entry in material.coverage.entries where entry.answer == .gap {
      guard let repair = entry.repairs.first else { continue }
      let text = material.coverageWording.repair(repair)
      groups.add(entry.cell, under: [text])
      repairs[text] = repairs[text] ?? repair
    }
    return groups.groups.sorted { $0.cells.count > $1.cells.count }.prefix(most).map { group in
      Decision(
        text: PaperLine(
          material.words(
            .decideGap, ["change": group.lines[0], "families": material.families(group.cells)])),
        owner: material.owner(of: repairs[group.lines[0]]), section: .gaps)
    }
  }

  private static func endings(_ material: PaperMaterial) -> [Decision] {
    let ends = material.coverage.endings?.endings.filter { !$0.lost.isEmpty } ?? []
    return ends.sorted { $0.lost.count > $1.lost.count }.prefix(most).map { ending in
      Decision(
        text: PaperLine(
          material.words(
            .decideEnding,
            [
              "what": material.coverageWording.whatEnds(ending).capitalisedFirst,
              "date": material.words.date(ending.date), "families": material.families(ending.lost),
            ])),
        owner: material.owner(of: ending.element), section: .ending)
    }
  }

  /// The terms on the boards that lead which end within the year, the first to end first.
  private static func terms(_ material: PaperMaterial) -> [Decision] {
    let boards = Set(material.leadingBoards.map(\.board.id))
    return TermsEnding.all(of: material).filter { boards.contains($0.board.id) && !$0.isPast }
      .prefix(most).map { terms in
        Decision(
          text: PaperLine(
            material.words(
              .decideTerms, terms.seats.count,
              [
                "board": terms.board.name, "date": material.words.date(terms.date),
                "seats": material.words.list(terms.seats),
              ])),
          owner: material.owner(of: ElementID(.boards, terms.board.id.rawValue)),
          section: .ending)
      }
  }

  /// What is accepted for no longer than the year.
  private static func accepted(_ material: PaperMaterial) -> [Decision] {
    guard let end = material.coverage.endDate else { return [] }
    return material.check.accepted.filter { $0.exception.until.lastDay <= end.lastDay }
      .sorted { $0.exception.until.lastDay < $1.exception.until.lastDay }
      .prefix(most).map { accepted in
        Decision(
          text: PaperLine(
            said: material.words.passages(
              .decideAccepted, nil,
              [
                "date": [.init(material.words.date(accepted.exception.until))],
                "owner": [.init(accepted.exception.owner)],
                "finding": material.words.passages(of: accepted.finding.messageWithoutKeys),
              ])),
          owner: accepted.exception.owner, section: .gaps)
      }
  }

  /// What fails a rule that admits of no exception, apart from what seats and coverage say already.
  private static func failures(_ material: PaperMaterial) -> [Decision] {
    let errors = material.check.findings.filter {
      $0.severity == .error && $0.rule != RuleID.boardMinimumFunctions.rawValue
        && RuleID.groups[$0.rule] != .coverage
    }
    var seen: Set<String> = []
    return errors.filter { seen.insert($0.rule).inserted }.prefix(most).map { finding in
      let others = errors.count { $0.rule == finding.rule } - 1
      var message = material.words.passages(of: finding.messageWithoutKeys)
      if others > 0 { message.append(.init(" " + material.words(.andLikeIt, others))) }
      return Decision(
        text: PaperLine(said: message),
        owner: material.owner(of: finding.element), section: .gaps)
    }
  }

  private static func questions(_ material: PaperMaterial) -> [Decision] {
    let words = material.words
    var texts: [[Words.Passage]] = []
    if let missing = material.missingScope {
      texts.append([.init(missing.inPaper(words))])
    }
    let groups = QuestionGroup.groups(of: material.check.questions).filter { group in
      // What the map must cover is asked once.
      if material.missingScope != nil, group.question.key.contains("`scope`") { return false }
      return group.severity == .error || (group.severity == .warning && texts.count < most)
    }
    texts += groups.map { $0.passages(names: material.check.names, in: words) }
    return texts.prefix(most).map {
      Decision(
        text: PaperLine(said: words.passages(.decideQuestion, nil, ["question": $0])), owner: nil,
        section: .questions)
    }
  }
}

extension CoverageGrid.UnstatedScope {
  /// What the map would have to state, in a sentence.
  func inPaper(_ words: Words) -> String {
    words(
      .scopeUnsaid,
      [
        "what": words.alternatives(
          missing.map { part in
            switch part {
            case .needs: words(.whichNeeds)
            case .ages: words(.whichAges)
            case .areas: words(.whichAreas)
            }
          })
      ])
  }
}

extension PaperMaterial {
  /// Needs, ages and areas in as few words as they take.
  func families(_ cells: [CoverageCell]) -> String {
    coverageWording.cells(cells, of: coverage.grid).joined(separator: "; ")
  }

  /// Who would see to a change: whoever answers for the service; for a new one, the board.
  func owner(of repair: CoverageRepair?) -> String {
    switch repair?.change {
    case .reopenService(let id), .widenAges(let id, _), .addArea(let id, _),
      .addRoute(_, let id):
      owner(of: ElementID(.services, id.rawValue))
    case .reopenRoute(let id): owner(of: ElementID(.routes, id.rawValue))
    case .addService: leadingBoards.first?.board.name ?? words(.theMapDoesNotSay)
    case nil: words(.theMapDoesNotSay)
    }
  }
}
