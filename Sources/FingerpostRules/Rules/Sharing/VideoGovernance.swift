import FingerpostModel

/// A service that films families has written down how the films are made, kept and deleted.
struct VideoGovernance: Rule {
  let id = RuleID.videoGovernance
  let group = RuleGroup.sharing
  let summary =
    "A service that records video of families has a policy on recording and on keeping records."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E93",
      says: "“Make sure you understand your organisation’s position on the recording, storage and "
        + "deletion of video material. … this needs to be addressed in your record keeping and "
        + "archiving policy as well”."),
    Authority(
      .toolkit, "E24",
      says: "“Video feedback interventions seem universally to face difficulties with information "
        + "governance”."),
  ]
  let remedy =
    "Settle with whoever is responsible for information governance how films are made, kept and "
    + "deleted, and list `video-recording` and `record-retention` under `policies:`."
  let examples = RuleExamples(
    passing: """
      services:
        parent-infant-team:
          name: Parent-infant team
          uses-video: yes
          policies: [video-recording, record-retention]
      """,
    failing: """
      services:
        parent-infant-team:  # here
          name: Parent-infant team
          uses-video: yes
          policies: [safeguarding, record-retention]
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isInUse(service) else { return }
    guard let usesVideo = service.usesVideo else {
      // Asked only of the services that the toolkit speaks of: those that a map is drawn round.
      if context.map.focus?.contains(service.id) == true { answers.ask(.video) }
      return
    }
    guard usesVideo else { return }
    guard let policies = service.policies else { return answers.ask(.policies) }
    let missing = [PolicyKind.videoRecording, .recordRetention].filter { !policies.contains($0) }
    guard !missing.isEmpty else { return answers.pass() }
    answers.fail(
      "“\(service.name)” records video of families, and has no policy on "
        + missing.map(\.label).joined(separator: " or ") + ".",
      remedy: "Settle how films are made, kept and deleted, and list "
        + context.list(missing.map { "`\($0.rawValue)`" }) + " under `policies:`.")
  }
}

extension Question {
  fileprivate static let video = Question(
    "whether it records video of families", many: "whether they record video of families",
    key: "uses-video")
  fileprivate static let policies = Question(
    "which policies it has, though it records video of families",
    many: "which policies they have, though they record video of families", key: "policies")
}
