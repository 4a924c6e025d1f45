import FingerpostAnalysis
import FingerpostModel

/// What would follow from a scenario as headings and lists, before it is text of one form or another.
struct ScenarioPage {
  private let report: ScenarioReport
  private let old: CoverageWording
  private let new: CoverageWording
  private var effect: ScenarioEffect { report.effect }

  /// How many findings of a rule a reader gets.
  private static let findingsShown = 3

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
      list("Seats on boards that would be affected", seats),
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

  /// Questions with the same details together.
  ///
  /// Families with a condition are named where something else happens to them than to others.
  private func families(
    _ heading: String, _ outcomes: [ScenarioEffect.Outcome],
    details: (ScenarioEffect.Outcome) -> [String]
  ) -> ReportSection? {
    var groups = QuestionGroups<[String]>()
    for outcome in outcomes { groups.add(outcome.question, under: details(outcome)) }
    return list(
      heading,
      groups.groups.map { group in
        .init(text: group.families(new, of: report.grid), details: group.key)
      })
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
      let handOffs =
        $0.handOffs == 0 ? "without a hand-off" : wording.words(.handOffs, $0.handOffs)
      return "\(when), \(handOffs): \(wording.way($0.services))"
    }
  }

  // MARK: - Boards and findings

  /// Each seat once, with every reason.
  private var seats: [ReportSection.Item] {
    var items: [ReportSection.Item] = []
    for seat in effect.seats {
      let board = new.map.boards[seat.board]
      let name =
        "\(new.seat(seat.seat, on: board)), on “\((board?.name ?? "\(seat.board)").onOneLine)”"
      let reason =
        switch seat.reason {
        case .memberFrom(let service): "The member comes from \(old.name(of: service))"
        case .represents(let function, let services):
          "No service would be left for this function: \(new.map.name(of: function).onOneLine)"
            + " (today there is \(old.names(of: services)))"
        }
      if items.last?.text != name { items.append(.init(text: name)) }
      items[items.count - 1].details.append(reason)
    }
    return items
  }

  /// A few findings of each rule; the others are counted.
  private func findings(_ heading: String, _ findings: [Finding]) -> ReportSection? {
    var order: [String] = []
    var byRule: [String: [Finding]] = [:]
    for finding in findings {
      if byRule[finding.rule] == nil { order.append(finding.rule) }
      byRule[finding.rule, default: []].append(finding)
    }
    return list(
      heading,
      order.flatMap { rule -> [ReportSection.Item] in
        let all = byRule[rule] ?? []
        var items = all.prefix(Self.findingsShown).map { finding in
          ReportSection.Item(
            text: "\(finding.severity.noun.one.capitalisedFirst): \(finding.message) [\(rule)]")
        }
        let rest = all.count - items.count
        if rest > 0 { items[items.count - 1].details = ["and \(rest) more of this sort"] }
        return items
      })
  }

  // MARK: - The sum

  /// What it comes to, in sentences.
  var sum: String {
    let lost = Self.counts(effect.lost)
    let gained = Self.counts(effect.gained).all
    let noLongerSaid = Self.counts(effect.noLongerSaid).all
    let longer = Self.counts(effect.longer).all
    var parts: [String] = []
    func add(_ count: Int, _ text: @autoclosure () -> String) {
      if count > 0 { parts.append(text()) }
    }
    // What is counted is spelt out once.
    var isSpeltOut = false
    func combinations(_ count: Int, _ more: String = "") -> String {
      defer { isSpeltOut = true }
      return "\(count) \(more)\(count == 1 ? "combination" : "combinations")"
        + (isSpeltOut ? "" : " of need, age and area")
    }
    if report.unstated == nil, lost.all + noLongerSaid == 0 {
      parts.append("as far as the map says, nobody would lose help")
    }
    add(
      lost.plain,
      "help would be lost in \(lost.plain) of the \(combinations(report.coveredCount)) that have it "
        + "today")
    add(
      lost.others,
      "families with some condition would lose help in "
        + combinations(lost.others, lost.plain > 0 ? "more " : ""))
    add(gained, "families would newly find help in \(combinations(gained))")
    add(
      noLongerSaid,
      "the map would no longer say whether there is help in \(combinations(noLongerSaid))")
    add(longer, "the way would be longer in \(combinations(longer))")
    let seats = seats.count
    add(seats, "\(Noun("seat on a board", "seats on boards").counted(seats)) would be affected")
    add(
      effect.cutOff.count,
      "nobody could be sent to \(Noun("service").counted(effect.cutOff.count)) any more")
    let (new, gone) = (report.check.new.count, report.check.gone.count)
    add(new, "a check would find \(Noun("thing").counted(new)) that it does not find today")
    add(gone, "\(Noun("finding").counted(gone)) of today would be gone")
    let questions = report.check.newQuestions.count
    add(questions, "\(Noun("open question").counted(questions)) would be new")
    var sentences = parts.isEmpty ? [] : ["In all, \(parts.joined(separator: "; "))."]
    if let unstated = report.unstated {
      sentences.insert(
        "Whether families would lose help cannot be said: \(unstated.explanation).", at: 0)
    }
    return sentences.joined(separator: " ")
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
