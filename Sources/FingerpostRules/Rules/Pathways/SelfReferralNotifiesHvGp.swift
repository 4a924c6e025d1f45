import FingerpostModel

/// When a family refers itself, the health visitor and the general practice are told, with consent.
struct SelfReferralNotifiesHvGp: Rule {
  let id = RuleID.selfReferralNotifiesHvGp
  let group = RuleGroup.pathways
  let summary =
    "When a family refers itself to a parent-infant team, the health visitor and the general "
    + "practice are told, with the family's consent."
  let obligation = Obligation.must
  let authority = [
    Authority(
      .toolkit, "E72",
      says: "Where self-referral is encouraged, the health visitor and GP as a minimum should be "
        + "informed (following the usual consent to share information procedures).")
  ]
  let remedy =
    "Ask the family's consent when it refers itself, tell the health visitor and the general "
    + "practice, and name both under `referral: {self-referral: {notify: ...}}`."
  let examples = RuleExamples(
    passing: """
      services:
        parent-infant-team:
          name: Parent-infant team
          kind: parent-infant-team
          referral: {self-referral: {notify: [health-visiting, practices], consent: yes}}
        health-visiting: {name: Health visiting, kind: health-visiting}
        practices: {name: General practice, kind: general-practice}
      """,
    failing: """
      services:
        parent-infant-team:  # here
          name: Parent-infant team
          kind: parent-infant-team
          referral: {self-referral: {notify: [health-visiting], consent: no}}
        health-visiting: {name: Health visiting, kind: health-visiting}
        practices: {name: General practice, kind: general-practice}
      """)

  let check = RuleCheck.eachService { service, context, answers in
    // Only these: a service for people who flee abuse must not tell a practice of them.
    guard service.kind == "parent-infant-team" || context.focalServiceIDs.contains(service.id),
      context.isInUse(service)
    else { return }
    let process = service.referral?.selfReferral
    let takesSelfReferral =
      process != nil
      || context.routes(to: service.id).contains {
        $0.kind == .selfReferral && $0.from == .families && context.isInUse($0)
      }
    guard takesSelfReferral else { return }

    let notifications = context.routes(from: service.id)
      .filter { $0.kind == .notification && context.isInUse($0) }
    let told = (process?.notify ?? []) + notifications.map(\.to)
    let kinds = told.map { context.map.services[$0]?.kind }
    var isRight = true
    var isStated = true
    let mustBeTold: [(kind: ServiceKind.ID, name: String)] = [
      ("health-visiting", "health visitor"), ("general-practice", "general practice"),
    ]
    for (kind, name) in mustBeTold where !kinds.contains(kind) {
      // Somebody who is told and whose kind is not stated may be the one.
      guard process?.notify != nil, !kinds.contains(nil) else {
        isStated = false
        continue
      }
      isRight = false
      answers.fail(
        "When a family refers itself to “\(service.name)”, its \(name) is not told.",
        evidence: [
          told.isEmpty
            ? "Nobody is told."
            : "Told: "
              + context.list(Set(told).map { "“\(context.map.name(ofEnd: $0))”" }.sorted()) + "."
        ],
        remedy: "Agree with the family that its \(name) is told, and name that service under "
          + "`notify:`.", detail: kind.rawValue)
    }
    if !isStated { answers.ask(.whoIsTold) }

    let consents = notifications.map(\.consent)
    let asks: Bool? =
      if process?.notify?.isEmpty == true, notifications.isEmpty {
        // Nobody is told, so that there is nothing to ask consent for.
        true
      } else if let stated = process?.consent {
        stated
      } else if service.referral?.consent == true {
        // Having no procedure for consent to share is not the same as telling others without it.
        true
      } else if consents.contains(false) {
        false
      } else {
        consents.isEmpty || consents.contains(nil) ? nil : true
      }
    switch asks {
    case true?: break
    case false?:
      isRight = false
      answers.fail(
        "When a family refers itself to “\(service.name)”, others are told without its consent.",
        remedy: "Ask for consent before anybody is told, and write `consent: yes` under "
          + "`self-referral:`.", detail: "consent")
    case nil:
      isStated = false
      answers.ask(.consent)
    }
    if isRight, isStated { answers.pass() }
  }
}

extension Question {
  fileprivate static let whoIsTold = Question(
    "whether the health visitor and the general practice are told when a family refers itself",
    many:
      "whether the health visitor and the general practice are told when a family refers itself",
    key: "`notify`, under `self-referral` of `referral`")
  fileprivate static let consent = Question(
    "whether a family that refers itself is asked before others are told",
    many: "whether a family that refers itself is asked before others are told",
    key: "`consent`, under `self-referral` of `referral`")
}
