import FingerpostModel

/// A service that relies on children's services to keep a case open has settled it with them.
struct CppHoldOpenNeedsAgreement: Rule {
  let id = RuleID.cppHoldOpenNeedsAgreement
  let group = RuleGroup.safety
  let summary =
    "A service that accepts families only while children's services keep the case open works with "
    + "children's services."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E66",
      says:
        "Some teams accept families on a plan “but ask children’s services not to close the case "
        + "until the parent-infant work is complete”.")
  ]
  let remedy =
    "Agree with children's services that they keep the case open, and write it as a route with `kind: "
    + "joint-work`, or as an agreement that covers the service."
  let examples = RuleExamples(
    passing: """
      services:
        social-care: {name: Children's social care, kind: childrens-social-care}
        parent-infant-team: {name: Parent-infant team, child-protection: accept-if-kept-open}
      routes:
        - {from: parent-infant-team, to: social-care, kind: joint-work}
      """,
    failing: """
      services:
        social-care: {name: Children's social care, kind: childrens-social-care}
        parent-infant-team:  # here
          name: Parent-infant team
          child-protection: accept-if-kept-open
      routes:
        - {from: parent-infant-team, to: social-care, kind: joint-work, status: closed}
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard service.childProtection == .acceptIfKeptOpen, context.isInUse(service) else { return }
    let map = context.map
    let socialCare = context.services(ofKind: "childrens-social-care").filter(context.isInUse)
    let others = Set(socialCare.map(\.id))
    var stopped: [String] = []
    for route in context.routes(from: service.id) + context.routes(to: service.id)
    where route.kind == .jointWork
      && others.contains(route.from == service.id ? route.to : route.from)
    {
      if context.isInUse(route) { return answers.pass() }
      stopped.append("The \(Subject(route, in: map).name) is not in use.")
    }
    let node: NodeID = service.id.named()
    let bodies = Set(socialCare.compactMap(\.organisation))
    for agreement in map.agreements where agreement.covers?.contains(node) == true {
      let kinds: [AgreementKind?] = [.jointWorking, .safeguarding, .transition]
      let isWithSocialCare =
        agreement.between?.contains(where: bodies.contains)
        ?? agreement.covers?.contains { others.contains($0.named()) } ?? false
      guard kinds.contains(agreement.kind), isWithSocialCare else { continue }
      if context.isInForce(agreement) { return answers.pass() }
      stopped.append("“\(agreement.name)” is not in force.")
    }
    guard !stopped.isEmpty else { return answers.ask(.keptOpen) }
    answers.fail(
      "“\(service.name)” accepts families on a child protection plan only if children's services "
        + "keep the case open, and nothing in force settles that with them.",
      evidence: stopped.sorted(),
      remedy: "Agree it with children's services anew, and write it as a route with `kind: "
        + "joint-work` or as an agreement that covers the service.")
  }
}

extension Question {
  fileprivate static let keptOpen = Question(
    "what it has settled with children's services, on whom it relies to keep cases open",
    many: "what they have settled with children's services, on whom they rely to keep cases open",
    key: "a route with `kind: joint-work`, or an agreement")
}
