import FingerpostModel

/// Wherever data pass, the map says whether they tell who a person is, and the agreement allows it.
struct AggregateVsIdentifiable: Rule {
  let id = RuleID.aggregateVsIdentifiable
  let group = RuleGroup.sharing
  let summary =
    "Wherever data are shared, the map says whether they are counts or tell who a person is, and "
    + "the agreement allows that."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E49",
      says: "“Where more than one organisation is involved in commissioning or delivery … data "
        + "often needs to be passed across organisational boundaries. This might be evaluation "
        + "data, outputs data or demographic indicators”.")
  ]
  let remedy =
    "Write `shares: identifiable`, `aggregate` or `none`, the same on the line and on the agreement "
    + "that covers it."
  let examples = RuleExamples(
    passing: """
      organisations:
        trust: {name: Exampleton Trust}
        council: {name: Exampleton Council}
      agreements:
        figures: {name: Figures for the council, kind: data-sharing, shares: aggregate}
      links:
        - {from: trust, to: council, kind: shares-data, shares: aggregate, agreement: figures}
      """,
    failing: """
      organisations:
        trust: {name: Exampleton Trust}
        council: {name: Exampleton Council}
        charity: {name: Exampleton Families}
      agreements:
        figures: {name: Figures for the council, kind: data-sharing, shares: aggregate}
        empty: {name: Data protocol, kind: data-sharing, shares: none}  # here
      links:
        - {from: trust, to: council, kind: shares-data, shares: identifiable, agreement: figures}  # here
        - {from: trust, to: charity, kind: shares-data, shares: none}  # here
      """)

  let check = RuleCheck.several([
    .eachRoute { route, context, answers in
      guard route.shares != nil || route.agreement.value != nil, context.isInUse(route) else {
        return
      }
      Self.judge(route.shares, route.agreement, context, &answers)
    },
    .eachLink { link, context, answers in
      guard context.isInUse(link) else { return }
      if link.kind == .sharesData, link.shares == .nothing {
        answers.fail(
          "The map says that \(answers.subject.name), and also that no data pass.",
          remedy: "Write what passes under `shares:`, or take the link out.")
      } else if link.kind == .sharesData || link.agreement.value != nil || link.shares != nil {
        Self.judge(link.shares, link.agreement, context, &answers)
      }
    },
    .eachAgreement { agreement, context, answers in
      guard agreement.kind == .dataSharing, context.isInForce(agreement) else { return }
      switch agreement.shares {
      case .identifiable?, .aggregate?: answers.pass()
      case .nothing?:
        answers.fail(
          "“\(agreement.name)” is about sharing data, and lets none pass.",
          remedy: "Write what it lets pass under `shares:`, or what it is really about under "
            + "`kind:`.")
      case nil: answers.ask(.shares)
      }
    },
  ])

  private static func judge(
    _ shares: SharedData?, _ covering: Stated<Agreement.ID>, _ context: RuleContext,
    _ answers: inout Answers
  ) {
    guard let shares else { return answers.ask(.shares) }
    guard let agreement = covering.value.flatMap({ context.map.agreements[$0] }),
      let allowed = agreement.shares, shares.isMore(than: allowed)
    else { return answers.pass() }
    answers.fail(
      "“\(answers.subject.name)” carries \(shares.label), and “\(agreement.name)” allows "
        + "\(allowed.label).",
      remedy: "Pass no more than the agreement allows, or have it changed by those who made it.")
  }
}

extension SharedData {
  /// Whether it tells more about people than another sort of data.
  fileprivate func isMore(than other: SharedData) -> Bool {
    switch (self, other) {
    case (.identifiable, .aggregate), (.identifiable, .nothing), (.aggregate, .nothing): true
    default: false
    }
  }
}

extension Question {
  fileprivate static let shares = Question(
    "whether the data are counts or tell who a person is",
    many: "whether the data are counts or tell who a person is", key: "shares")
}
