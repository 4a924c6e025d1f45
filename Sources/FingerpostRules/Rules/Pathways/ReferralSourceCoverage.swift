import FingerpostModel

/// Each typical referrer that is on the map sends families to the focal service.
struct ReferralSourceCoverage: Rule {
  let id = RuleID.referralSourceCoverage
  let group = RuleGroup.pathways
  let summary = "Each typical referrer has a route into the focal service."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E70",
      says: "Referrals or recommendations typically come through a midwife, health visitor, "
        + "children’s centre, GP, social worker, substance misuse or domestic abuse service, or "
        + "perinatal mental health.")
  ]
  let remedy =
    "Agree with that service how it refers families, and add the route under `routes:`; if it "
    + "cannot refer, the board has to know."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team: {name: Parent-infant team, kind: parent-infant-team}
        midwifery: {name: Midwifery, kind: midwifery}
        health-visiting: {name: Health visiting, kind: health-visiting}
        family-hub: {name: Family hub, kind: childrens-centre}
        practices: {name: General practice, kind: general-practice}
        social-care: {name: Social care, kind: childrens-social-care}
        recovery: {name: Recovery service, kind: substance-misuse}
        refuge: {name: Refuge and advice, kind: domestic-abuse}
        perinatal: {name: Perinatal team, kind: specialist-perinatal-mental-health}
      routes:
        - {from: midwifery, to: parent-infant-team, kind: referral}
        - {from: health-visiting, to: parent-infant-team, kind: referral}
        - {from: family-hub, to: parent-infant-team, kind: referral}
        - {from: practices, to: parent-infant-team, kind: referral}
        - {from: social-care, to: parent-infant-team, kind: referral}
        - {from: recovery, to: parent-infant-team, kind: referral}
        - {from: refuge, to: parent-infant-team, kind: referral}
        - {from: perinatal, to: parent-infant-team, kind: transfer}
      """,
    failing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team: {name: Parent-infant team, kind: parent-infant-team}  # here
        midwifery: {name: Midwifery, kind: midwifery}
        health-visiting: {name: Health visiting, kind: health-visiting}
      routes:
        - {from: health-visiting, to: parent-infant-team, kind: referral}
        - {from: midwifery, to: parent-infant-team, kind: consultation}
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    guard context.isInUse(service) else { return }
    let ways = context.routes(to: service.id)
    // One way in from a service is enough to say who sends families, and so who does not.
    let statesReferrers = ways.contains { $0.kind.movesFamily && $0.from != .families }
    let senders = Set(
      ways.filter { $0.kind.movesFamily && context.isInUse($0) }.map(\.from))
    var isComplete = true
    var unsaid: [ServiceKind.ID] = []
    for kind in context.profile.typicalReferrers where kind != service.kind {
      let known = context.services(ofKind: kind)
      let referrers = known.filter { context.isInUse($0) }
      if known.isEmpty || (!referrers.isEmpty && !statesReferrers) {
        unsaid.append(kind)
        continue
      }
      guard !referrers.isEmpty, !referrers.contains(where: { senders.contains($0.id) }) else {
        continue
      }
      isComplete = false
      let names = referrers.map { "“\($0.name)”" }.sorted()
      let isOne = referrers.count == 1
      answers.fail(
        "No route that a family can take leads to “\(service.name)” from "
          + "\(names.joined(separator: " or ")), \(isOne ? "a typical referrer" : "typical referrers").",
        evidence: ways.filter { way in referrers.contains { $0.id == way.from } }
          .map { way in
            way.kind.movesFamily
              ? "A \(way.kind.label) from “\(context.map.name(ofEnd: way.from))” is not in use."
              : "A \(way.kind.label) from “\(context.map.name(ofEnd: way.from))” does not move a family."
          }.sorted(),
        remedy:
          "Agree with \(isOne ? names[0] : "each of them") how it refers families, and add the "
          + "route under `routes:`.", detail: kind.rawValue)
    }
    if !unsaid.isEmpty {
      answers.ask(.typicalReferrers(unsaid.map { context.map.name(of: $0) }))
    } else if isComplete {
      answers.pass()
    }
  }
}

extension Question {
  /// Which of some typical referrers send families; only of those does the map not say.
  fileprivate static func typicalReferrers(_ kinds: [String]) -> Question {
    let names = kinds.map { "“\($0)”" }.joined(separator: ", ")
    return Question(
      "which of its typical referrers send families to it, of these: \(names)",
      many: "which of their typical referrers send families to them, of these: \(names)",
      key: "a route from each under `routes`, with the `kind` of the service")
  }
}
