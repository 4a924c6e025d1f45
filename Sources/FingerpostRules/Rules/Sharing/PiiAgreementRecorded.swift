import FingerpostAnalysis
import FingerpostModel

/// Identifiable data pass from one organisation to another under an agreement, or with a reason why
/// none is needed.
///
/// Where the two are declared to be joint controllers, `joint-controllers-agreement` looks instead.
struct PiiAgreementRecorded: Rule {
  let id = RuleID.piiAgreementRecorded
  let group = RuleGroup.sharing
  let summary =
    "Where identifiable data pass from one organisation to another, the map names the agreement "
    + "that covers them, or says why none is needed."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E51",
      says: "“Where personally-identifiable data is being shared, partners may need a legal "
        + "contract to be drawn up, so ample time is needed in the project plan”."),
    Authority(
      .ico,
      says: "Passing data to another controller is sharing; moving them within one organisation is "
        + "not."),
  ]
  let remedy =
    "Name the agreement under `agreement:`. Where none is needed, add an agreement that says why "
    + "under `not-needed-because:` and name that."
  let examples = RuleExamples(
    passing: """
      organisations:
        trust: {name: Exampleton Trust, sector: nhs}
        council: {name: Exampleton Council, sector: local-authority}
      services:
        midwifery: {name: Midwifery, organisation: trust}
        early-help: {name: Early help, organisation: council}
      agreements:
        sharing: {name: Sharing between trust and council, between: [trust, council]}
      routes:
        - {from: midwifery, to: early-help, kind: referral, shares: identifiable, agreement: sharing}
      """,
    failing: """
      organisations:
        trust: {name: Exampleton Trust, sector: nhs}
        council: {name: Exampleton Council, sector: local-authority}
        charity: {name: Exampleton Families, sector: voluntary}
      services:
        midwifery: {name: Midwifery, organisation: trust}
        early-help: {name: Early help, organisation: council}
        home-support: {name: Home support, organisation: charity}
      agreements:
        sharing: {name: Sharing between trust and council, between: [trust, council]}
      routes:
        - {from: midwifery, to: early-help, kind: referral, shares: identifiable, agreement: none}  # here
        - from: early-help  # here
          to: home-support
          kind: referral
          shares: identifiable
          agreement: sharing
      """)

  let check = RuleCheck.several([
    .eachRoute { route, context, answers in
      if let crossing = DataCrossing(route, context) { Self.judge(crossing, context, &answers) }
    },
    .eachLink { link, context, answers in
      if let crossing = DataCrossing(link, context) { Self.judge(crossing, context, &answers) }
    },
  ])

  private static func judge(
    _ crossing: DataCrossing, _ context: RuleContext, _ answers: inout Answers
  ) {
    let map = context.map
    if case .noOther = crossing.ends { return }
    if case .between(let a, let b) = crossing.ends, crossing.agreement.isNone,
      context.areJointControllers(a, b)
    {
      return
    }
    switch (crossing.ends, crossing.agreement) {
    case (.between(let a, let b), .stated(let id)):
      // One that is not on the map is reported as a dangling reference.
      guard let agreement = map.agreements[id] else { return }
      guard agreement.notNeededBecause == nil, let between = agreement.between, !between.isEmpty,
        !between.contains(a) || !between.contains(b)
      else { return answers.pass() }
      let outside = [a, b].filter { !between.contains($0) }
        .map { "“\(map.organisations[$0]?.name ?? $0.rawValue)”" }
      answers.fail(
        "“\(answers.subject.name)” carries identifiable data under “\(agreement.name)”, which "
          + "\(context.list(outside)) did not make.",
        remedy: "Name an agreement that both organisations made, or have the missing one join it.")
    case (_, .stated): answers.pass()
    case (.between(let a, let b), .none):
      answers.fail(
        "“\(answers.subject.name)” carries identifiable data, and no agreement covers them.",
        evidence: [
          "They pass from “\(map.organisations[a]?.name ?? a.rawValue)” to "
            + "“\(map.organisations[b]?.name ?? b.rawValue)”."
        ],
        remedy: "Settle with both organisations what may pass, and name the agreement under "
          + "`agreement:`; where none is needed, name one that says why under "
          + "`not-needed-because:`.")
    case (.between, .notStated): answers.ask(.agreement)
    case (.unstated(let service), _):
      if let service = map.services[service] { answers.ask(.runs, about: Subject(service)) }
    case (.noOther, _): return
    }
  }
}

extension Question {
  fileprivate static let agreement = Question(
    "which agreement covers the identifiable data that pass along it",
    many: "which agreements cover the identifiable data that pass along them", key: "agreement")
  fileprivate static let runs = Question(
    "which organisation runs it, though it shares identifiable data",
    many: "which organisations run them, though they share identifiable data", key: "organisation")
}
