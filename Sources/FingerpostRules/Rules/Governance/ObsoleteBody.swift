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
    if body.status == .closed || body.until.map(context.isPast) == true {
      let users = context.namesOfUsers(of: body)
      guard !users.isEmpty else { return answers.pass() }
      let ended = body.until.map { "ended \($0.onInWords)" } ?? "has ended"
      let successor = body.successor.flatMap { context.map.organisations[$0]?.name }
      answers.fail(
        "“\(body.name)” \(ended), and "
          + (users.count == 1
            ? "a service or board in use still names it."
            : "\(users.count) services or boards in use still name it."),
        evidence: ["Still named by \(context.list(users))"] + context.citations(of: body.origin),
        remedy: "Name \(successor.map { "“\($0)”" } ?? "whoever took over") there instead.")
    } else if let form = AbolishedForm(of: body), !context.date.isSurelyBefore(form.abolished) {
      let users = context.namesOfUsers(of: body)
      answers.fail(
        "“\(body.name)” is shown as still at work, and there have been no \(form.name)s since "
          + "\(form.abolished.inWords).",
        evidence: (users.isEmpty ? [] : ["Named by \(context.list(users))"])
          + context.citations(of: body.origin),
        remedy: "Find out who took over and name that body on the services; write `until:` and "
          + "`successor:` on “\(body.name)”.")
    } else {
      answers.pass()
    }
  }
}

/// A form of public body that a law has ended.
private struct AbolishedForm {
  /// As people write it, in lower case.
  let name: String
  /// The words of the name.
  let words: [Substring]
  /// The abbreviation that stands in names of such bodies.
  let abbreviation: Substring
  /// The day from which there were none.
  let abolished: CalendarDate

  private init?(_ name: String, _ abbreviation: Substring, _ year: Int, _ month: Int) {
    guard let day = CalendarDate(year: year, month: month, day: 1) else { return nil }
    self.name = name
    words = name.split(separator: " ")
    self.abbreviation = abbreviation
    abolished = day
  }

  /// The Health and Care Act 2022 and the Health and Social Care Act 2012 ended these.
  private static let all = [
    AbolishedForm("clinical commissioning group", "CCG", 2022, 7),
    AbolishedForm("primary care trust", "PCT", 2013, 4),
    AbolishedForm("strategic health authority", "SHA", 2013, 4),
  ].compactMap(\.self)

  /// The form of a body, by what it says that it is or by its name; `nil` when it is none of these.
  init?(of body: Organisation) {
    for text in [body.form, body.name] {
      guard let text else { continue }
      let given = text.split(separator: " ")
      let lowered = text.lowercased().split(separator: " ")
      for form in Self.all
      where given.contains(form.abbreviation)
        || lowered.indices.contains(where: { lowered[$0...].starts(with: form.words) })
      {
        self = form
        return
      }
    }
    return nil
  }
}

extension RuleContext {
  /// The services in use that name a body, and the boards at work with a seat for it, in quotes.
  fileprivate func namesOfUsers(of body: Organisation) -> [String] {
    let services = (servicesByBody[body.id.named()] ?? []).map { map.services[$0].name }
    let boards = map.boards
      .filter { board in
        isInUse(board) && board.seats?.contains { $0.organisation == body.id } == true
      }
      .map(\.name)
    return (services.sorted() + boards.sorted()).map { "“\($0)”" }
  }
}
