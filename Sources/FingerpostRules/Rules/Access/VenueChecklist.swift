import FingerpostModel

/// Families with a pushchair, a wheelchair or a baby can use each venue.
struct VenueChecklist: Rule {
  let id = RuleID.venueChecklist
  let group = RuleGroup.access
  let summary =
    "Each venue has a way in without steps, an accessible toilet, a place to change and one to feed a "
    + "baby, and a floor clean enough for play."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E89",
      says: "Community venues need to be accessible for pushchairs and disability needs, have "
        + "accessible toilets including baby change facilities, offer baby feeding facilities and be "
        + "clean enough to allow floor play."),
    Authority(
      .hsds, "accessibility", says: "A location says how people with different needs can use it."),
  ]
  let remedy =
    "Ask whoever keeps the venue what can be changed, or meet elsewhere; list what the venue has under "
    + "`access:`."
  let examples = RuleExamples(
    passing: """
      services:
        baby-massage:
          name: Baby massage
          venues:
            - {kind: community-hub, name: Village hall,
               access: [step-free, accessible-toilet, baby-change, baby-feeding, clean-floor]}
            - {kind: home}
      """,
    failing: """
      services:
        baby-massage:
          name: Baby massage
          venues:
            - {kind: community-hub, name: Village hall, access: [step-free, clean-floor]}  # here
      """)

  private static let needed: [AccessFeature] = [
    .stepFree, .accessibleToilet, .babyChange, .babyFeeding, .cleanFloor,
  ]

  let check = RuleCheck.eachService { service, context, answers in
    guard let venues = service.venues, context.isInUse(service) else { return }
    // Nobody can be asked to rebuild a family's home, and there is nothing to enter online.
    for venue in venues where venue.kind != .home && venue.kind != .online {
      guard let access = venue.access else {
        answers.ask(.access, about: answers.subject.item(venue, of: service))
        continue
      }
      let missing = needed.filter { !access.contains($0) }
      guard !missing.isEmpty else {
        answers.pass()
        continue
      }
      answers.fail(
        "“\(venue.name ?? venue.kind.label)”, where “\(service.name)” sees families, is not usable for all of them.",
        evidence: missing.map { "Missing: \($0.inWords)" },
        remedy:
          "Ask whoever keeps the venue what can be changed, or meet elsewhere; add what it has "
          + "to `access:`.", about: answers.subject.item(venue, of: service))
    }
  }
}

extension AccessFeature {
  /// What is needed, in words that follow “Missing:”.
  fileprivate var inWords: String {
    switch self {
    case .stepFree: "a way in without steps, for pushchairs and wheelchairs"
    case .accessibleToilet: "an accessible toilet"
    case .babyChange: "a place to change a baby"
    case .babyFeeding: "a place to feed a baby"
    case .cleanFloor: "a floor clean enough for play"
    default: label
    }
  }
}

extension Subject {
  /// A venue of the service that is being looked at.
  fileprivate func item(_ venue: Venue, of service: Service) -> Subject {
    let name = venue.name ?? "\(venue.kind.label) of \(service.name)"
    return item("venues", venue.id, named: name, venue.origin)
  }
}

extension Question {
  fileprivate static let access = Question(
    "what makes it usable for families", many: "what makes them usable for families", key: "access")
}
