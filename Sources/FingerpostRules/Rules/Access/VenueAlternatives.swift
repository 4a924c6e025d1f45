import FingerpostModel

/// A family that will not or cannot come to one kind of place has another.
struct VenueAlternatives: Rule {
  let id = RuleID.venueAlternatives
  let group = RuleGroup.access
  let summary =
    "A parent-infant team sees families in at least two kinds of place, not only in schools, social "
    + "care buildings, churches and hospitals."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E88",
      says: "No team can see all families at home all of the time. Some families will not attend "
        + "venues which have past negative associations for them, and this may include schools, "
        + "social care venues, churches or hospitals.")
  ]
  let remedy =
    "Ask families where they would come, find a room there, and add it under `venues:`."
  let examples = RuleExamples(
    passing: """
      services:
        baby-team: {name: Baby team, kind: parent-infant-team,
                    venues: [{kind: hospital}, {kind: childrens-centre}]}
      """,
    failing: """
      services:
        baby-team: {name: Baby team, kind: parent-infant-team, venues: [{kind: home}]}  # here
        infant-team: {name: Infant team, kind: parent-infant-team,  # here
                      venues: [{kind: hospital}, {kind: social-care}]}
      """)

  /// The places that bring back bad memories for some.
  private static let avoided: Set<VenueKind> = [.school, .socialCare, .church, .hospital]

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isParentInfantTeam(service), context.isInUse(service),
      let least = context.profile.limits.venueKinds
    else { return }
    guard let venues = service.venues else { return answers.ask(.venues) }
    let kinds = Set(venues.map(\.kind))
    // Two other places are taken to be of two kinds.
    let others = venues.count { $0.kind == .other }
    let count = kinds.count + max(0, others - 1)
    let words = kinds.sorted().map(\.label)
    if count < least {
      answers.fail(
        venues.isEmpty
          ? "“\(service.name)” has nowhere to see families."
          : "“\(service.name)” sees families in one kind of place only: \(context.list(words)).",
        remedy:
          "Ask families who do not come there where they would, and add a place of another kind "
          + "under `venues:`.", detail: "kinds")
    } else if kinds.isSubset(of: avoided) {
      answers.fail(
        "“\(service.name)” sees families only in places that some of them avoid because of what they "
          + "went through there: \(context.list(words)).",
        remedy: "Add a place of another kind under `venues:`, such as a children's centre or a "
          + "community hall.", detail: "avoided")
    } else {
      answers.pass()
    }
  }
}

extension Question {
  fileprivate static let venues = Question(
    "where it sees families", many: "where they see families", key: "venues")
}
