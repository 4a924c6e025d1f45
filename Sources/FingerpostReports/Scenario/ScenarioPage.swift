import FingerpostAnalysis
import FingerpostModel

/// What would follow from a scenario as headings and lists, before it is text of one form or another.
struct ScenarioPage {
  private let report: ScenarioReport
  private let old: CoverageWording
  private let new: CoverageWording
  private var effect: ScenarioEffect { report.effect }

  /// How many findings of a sort a reader gets.
  private static let findingsShown = 10

  init(_ report: ScenarioReport) {
    self.report = report
    old = CoverageWording(map: report.difference.from, words: report.words)
    new = CoverageWording(map: report.difference.to, words: report.words)
  }

  var title: String { "\(report.map.title.onOneLine): what if?" }

  var introduction: String {
    "On \(report.date.inWords). Nothing of this is so; it is what would follow from what is assumed."
  }

  var sections: [ReportSection] {
    [
      ReportSection(
        heading: report.title.map { "What is assumed: \($0.onOneLine)" } ?? "What is assumed",
        items: report.assumptions.isEmpty
          ? [.init(text: "nothing that is not so already")]
          : report.assumptions.map { .init(text: $0) }),
      families("Families who would lose help", effect.lost) { lost($0) },
      families("Families who would find help", effect.gained) { gained($0) },
      families(
        "Families of whom the map would no longer say whether they find help",
        effect.noLongerSaid
      ) { [way("Today", $0.wayBefore, old)].compactMap(\.self) },
      families("Families of whom the map would then say it", effect.nowSaid) { nowSaid($0) },
      families("Families whose way would be longer", effect.longer) { bothWays($0) },
      families("Families whose way would be shorter", effect.shorter) { bothWays($0) },
      list("Seats on boards that would be affected", effect.seats.map { seat($0) }),
      list(
        "Services to which no way would lead any more",
        effect.cutOff.map { .init(text: new.name(of: $0)) }),
      findings("What a check would find that it does not find today", report.check.new),
      list(
        "What would matter more or less to a check",
        report.check.regraded.map {
          .init(
            text:
              "\($0.finding.severity.noun.one.capitalisedFirst), today \($0.was.noun.one): "
              + "\($0.finding.message) [\($0.finding.rule)]")
        }),
      findings("What a check finds today and would not find then", report.check.gone),
    ].compactMap(\.self)
  }

  private func list(_ heading: String, _ items: [ReportSection.Item]) -> ReportSection? {
    items.isEmpty ? nil : ReportSection(heading: heading, items: items)
  }

  // MARK: - Families

  /// Questions with the same details together. Families with a condition are named where something
  /// else happens to them than to others.
  private func families(
    _ heading: String, _ outcomes: [ScenarioEffect.Outcome],
    details: (ScenarioEffect.Outcome) -> [String]
  ) -> ReportSection? {
    struct Key: Hashable {
      let condition: Condition.ID?
      let details: [String]
    }
    var order: [Key] = []
    var cells: [Key: [CoverageCell]] = [:]
    for outcome in Self.distinct(outcomes) {
      let key = Key(condition: outcome.question.condition, details: details(outcome))
      if cells[key] == nil { order.append(key) }
      cells[key, default: []].append(outcome.question.cell)
    }
    return list(
      heading,
      order.map { key in
        let families = new.cells(cells[key] ?? [], of: report.grid).joined(separator: "; ")
        return .init(
          text: key.condition.map { "\(new.families($0).capitalisedFirst). \(families)" }
            ?? families,
          details: key.details)
      })
  }

  /// Those without a condition, and of the others those whom something else happens to.
  static func distinct(_ outcomes: [ScenarioEffect.Outcome]) -> [ScenarioEffect.Outcome] {
    let plain = Set(
      outcomes.filter { $0.question.condition == nil }.map(\.question.cell))
    return outcomes.filter {
      $0.question.condition == nil || !plain.contains($0.question.cell)
    }
  }

  private func lost(_ outcome: ScenarioEffect.Outcome) -> [String] {
    var lines = [way("Today", outcome.wayBefore, old)].compactMap(\.self)
    if case .coveredForSome(let conditions) = outcome.before, lines.isEmpty {
      lines.append("Today: help for \(old.names(of: conditions)) only")
    }
    if case .coveredForSome(let conditions) = outcome.after {
      lines.append("Then: help for \(new.names(of: conditions)) only")
    }
    return lines
  }

  private func gained(_ outcome: ScenarioEffect.Outcome) -> [String] {
    if let way = way("Then", outcome.wayAfter, new) { return [way] }
    guard case .coveredForSome(let conditions) = outcome.after else { return [] }
    return ["Then: help for \(new.names(of: conditions)) only"]
  }

  private func nowSaid(_ outcome: ScenarioEffect.Outcome) -> [String] {
    if outcome.after == .gap { return ["Then: no help"] }
    return gained(outcome)
  }

  private func bothWays(_ outcome: ScenarioEffect.Outcome) -> [String] {
    [way("Today", outcome.wayBefore, old), way("Then", outcome.wayAfter, new)].compactMap(\.self)
  }

  private func way(_ when: String, _ way: RouteGraph.Way?, _ wording: CoverageWording) -> String? {
    way.map {
      "\(when), \(wording.words(.handOffs, $0.handOffs)): \(wording.way($0.services))"
    }
  }

  // MARK: - Boards and findings

  private func seat(_ seat: ScenarioEffect.Seat) -> ReportSection.Item {
    let board = new.map.boards[seat.board]
    let name =
      "\(new.seat(seat.seat, on: board)), on “\((board?.name ?? "\(seat.board)").onOneLine)”"
    switch seat.reason {
    case .memberFrom(let service):
      return .init(text: "\(name): the member comes from \(old.name(of: service))")
    case .represents(let function, let services):
      return .init(
        text:
          "\(name): no service of \(new.map.name(of: function).onOneLine) would be left to speak "
          + "for (today \(old.names(of: services)))")
    }
  }

  private func findings(_ heading: String, _ findings: [Finding]) -> ReportSection? {
    let rest = findings.count - Self.findingsShown
    return list(
      heading,
      findings.prefix(Self.findingsShown).map {
        .init(text: "\($0.severity.noun.one.capitalisedFirst): \($0.message) [\($0.rule)]")
      }
        + (rest > 0 ? [.init(text: "and \(rest) more, which `--format json` lists")] : []))
  }

  // MARK: - The sum

  /// What it comes to, in sentences.
  var sum: String {
    let lost = Self.counts(effect.lost)
    let gained = Self.counts(effect.gained)
    let noLongerSaid = Self.counts(effect.noLongerSaid)
    let longer = Self.counts(effect.longer)
    let (new, gone) = (report.check.new.count, report.check.gone.count)
    var parts: [String] = []
    func add(_ count: Int, _ text: String) { if count > 0 { parts.append(text) } }
    let all = report.coveredCount
    add(
      lost.plain,
      "help would be lost in \(lost.plain) of \(all) combinations of need, age and area that have it "
        + "today")
    add(lost.others, "families with some condition would lose help in \(lost.others) more")
    add(gained.all, "help would be found in \(gained.all) more")
    add(noLongerSaid.all, "the map would no longer say of \(noLongerSaid.all)")
    add(longer.all, "the way would be longer in \(longer.all)")
    add(effect.seats.count, "\(Noun("seat").counted(effect.seats.count)) on boards affected")
    add(
      effect.cutOff.count,
      "nobody could be sent to \(Noun("service").counted(effect.cutOff.count)) any more")
    add(
      new + gone,
      "a check would find \(Noun("thing").counted(new)) that it does not find today, and no longer "
        + "find \(gone)")
    var sentences: [String] = []
    if let unstated = report.unstated {
      sentences.append(
        "Whether families would lose help cannot be said: \(unstated.explanation).")
    } else if lost.all + noLongerSaid.all == 0 {
      parts.insert("as far as the map says, nobody would lose help", at: 0)
    }
    if !parts.isEmpty { sentences.append("\(parts.joined(separator: "; ").capitalisedFirst).") }
    if let questions = report.check.questionsSentence { sentences.append("\(questions).") }
    return (["In all:"] + sentences).joined(separator: " ")
  }

  /// How many combinations outcomes are about: of families without a condition, and of others besides.
  private static func counts(
    _ outcomes: [ScenarioEffect.Outcome]
  ) -> (plain: Int, others: Int, all: Int) {
    let plain = outcomes.count { $0.question.condition == nil }
    let all = Set(outcomes.map(\.question.cell)).count
    return (plain, all - plain, all)
  }
}

extension ScenarioReport {
  /// For people at a terminal.
  var text: String {
    let page = ScenarioPage(self)
    var lines = [page.title] + page.introduction.wrapped(indent: "")
    for section in page.sections { lines += [""] + section.lines }
    return (lines + [""] + page.sum.wrapped(indent: "")).joined(separator: "\n") + "\n"
  }

  /// For a paper.
  var markdown: String {
    let page = ScenarioPage(self)
    return
      (["# \(page.title.inMarkdown)\n", "\(page.introduction.inMarkdown)\n"]
      + page.sections.map(\.markdown) + ["\(page.sum.inMarkdown)\n"]).joined(separator: "\n")
  }
}
