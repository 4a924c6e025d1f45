import FingerpostModel

/// A service that others send families to takes requests in writing.
struct ReferralMethodStated: Rule {
  let id = RuleID.referralMethodStated
  let group = RuleGroup.pathways
  let summary = "Every service that others send families to takes requests in writing."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E74",
      says: "Referrals are usually preferred in writing (email, letter, a template referral form), "
        + "but the process should strike a balance between collecting the necessary information and "
        + "being quick and easy for referrers."),
    Authority(
      .fhir, "HealthcareService.referralMethod",
      says: "A service can say by which methods it takes a referral."),
  ]
  let remedy =
    "Offer referrers a way in writing, such as an email or a short form, and list it under "
    + "`referral: {methods: ...}`."
  let examples = RuleExamples(
    passing: """
      services:
        family-support: {name: Family support, entry: by-referral, referral: {methods: [form, phone]}}
      """,
    failing: """
      services:
        family-support: {name: Family support, entry: by-referral, referral: {methods: [phone]}}  # here
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isSentFamilies(service) else { return }
    guard let methods = service.referral?.methods else { return answers.ask(.howRequestsCome) }
    if methods.contains(where: \.isInWriting) { return answers.pass() }
    // Where there is no way at all, one finding says so.
    if methods.isEmpty, context.rulesRun.contains(.referralCriteriaComplete) { return }
    answers.fail(
      methods.isEmpty
        ? "Families are sent to “\(service.name)”, and there is no way to refer to it."
        : "“\(service.name)” takes no requests in writing.",
      evidence: methods.isEmpty
        ? [] : ["Its ways: \(context.list(Set(methods.map(\.label)).sorted()))."],
      remedy: "Offer referrers an email or a short form, and list it under `methods:`.")
  }
}

extension ReferralMethod {
  /// Whether something is written down.
  fileprivate var isInWriting: Bool {
    switch self {
    case .form, .onlineForm, .letter, .email: true
    case .phone, .inPerson: false
    }
  }
}

extension Question {
  /// Two rules ask it in the same words, so that it is shown once.
  static let howRequestsCome = Question(
    "how a request reaches it", many: "how a request reaches them",
    key: "`methods`, under `referral`")
}
