import FingerpostModel

/// No body that has ended is still shown as at work.
struct ObsoleteBody: Rule {
  let id = RuleID.obsoleteBody
  let group = RuleGroup.governance
  let summary =
    "No body that has ended, such as a clinical commissioning group, is shown as still at work."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E08",
      says: "In October 2019 the toolkit names “the Clinical Commissioning Group responsible for "
        + "CAMHS” among those who fund teams."),
    Authority(
      .ods,
      says: "A body that has ended stays in the register with its end date and the body that took "
        + "over; clinical commissioning groups ended on 1 July 2022."),
  ]
  let remedy =
    "Find out who took over, name that body on the services, and give the one that ended "
    + "`until:` and `successor:`."
  let examples = RuleExamples(
    passing: """
      organisations:
        group: {name: Exampleton Clinical Commissioning Group, until: 2022-06-30, successor: board}
        board: {name: NHS Exampleton Care Board, sector: nhs}
      services:
        clinic: {name: Child mental health clinic, commissioned-by: [board]}
      """,
    failing: """
      organisations:
        group: {name: Exampleton Clinical Commissioning Group, sector: nhs}  # here
        old-trust: {name: Old Trust, status: closed, successor: new-trust}  # here
        new-trust: {name: New Trust, sector: nhs}
      services:
        clinic: {name: Child mental health clinic, organisation: old-trust}
      """)

  let check = RuleCheck.eachOrganisation { body, context, answers in
    let users = context.map.services.isEmpty ? [] : context.namesOfUsers(of: body)
    let isEnded = body.status == .closed || body.until.map(context.isPast) == true
    let successor = body.successor.flatMap { context.map.organisations[$0]?.name }
    if isEnded {
      guard !users.isEmpty else { return answers.pass() }
      answers.fail(
        "“\(body.name)” "
          + (body.until.map { "ended on \($0.inWords)" } ?? "has ended")
          + ", and \(users.count == 1 ? "one that is in use still names it" : "\(users.count) that are in use still name it").",
        evidence: ["Still named by \(context.list(users))"] + context.citations(of: body.origin),
        remedy: "Name \(successor.map { "“\($0)”" } ?? "whoever took over") there instead.")
    } else if let form = AbolishedForm.all.first(where: { $0.isForm(of: body) }),
      !context.date.isSurelyBefore(form.abolished)
    {
      answers.fail(
        "“\(body.name)” is shown as still at work; the last \(form.name)s ended on "
          + "\(form.abolished.inWords).",
        evidence: (users.isEmpty ? [] : ["Named by \(context.list(users))"])
          + context.citations(of: body.origin),
        remedy: "Find out who took over and name that body on the services; write "
          + "`until: \(form.abolished)` and `successor:` on “\(body.name)”.")
    } else {
      answers.pass()
    }
  }
}

/// A form of public body that a law has ended.
private struct AbolishedForm {
  /// As people write it, in lower case.
  let name: String
  /// The abbreviation that names of such bodies end in.
  let abbreviation: String
  /// The day from which there were none.
  let abolished: CalendarDate

  init?(_ name: String, _ abbreviation: String, _ year: Int, _ month: Int) {
    guard let day = CalendarDate(year: year, month: month, day: 1) else { return nil }
    self.name = name
    self.abbreviation = abbreviation
    abolished = day
  }

  /// The Health and Care Act 2022 and the Health and Social Care Act 2012 ended these.
  static let all = [
    AbolishedForm("clinical commissioning group", "CCG", 2022, 7),
    AbolishedForm("primary care trust", "PCT", 2013, 4),
    AbolishedForm("strategic health authority", "SHA", 2013, 4),
  ].compactMap(\.self)

  /// Whether a body is of this form, by what it says it is or by its name.
  func isForm(of body: Organisation) -> Bool {
    [body.form ?? "", body.name].contains { text in
      text.lowercased().contains(name) || text.split(separator: " ").contains { $0 == abbreviation }
    }
  }
}

extension RuleContext {
  /// The services in use that name a body, and the boards at work with a seat for it, in quotes.
  fileprivate func namesOfUsers(of body: Organisation) -> [String] {
    let services = (servicesByBody[body.id.named()] ?? []).map { map.services[$0] }
      .sorted { $0.id < $1.id }
    let boards = map.boards
      .filter { board in
        isInUse(board) && board.seats?.contains { $0.organisation == body.id } == true
      }
      .sorted { $0.id < $1.id }
    return (services.map(\.name) + boards.map(\.name)).map { "“\($0)”" }
  }
}
