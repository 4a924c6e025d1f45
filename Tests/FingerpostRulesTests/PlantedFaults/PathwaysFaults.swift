import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let pathways = [
    PlantedFault(
      .referralSourceCoverage, "the practices only ask the team for advice",
      at: "parent-infant-team:"
    ) { map in
      try map.replace(
        "{from: general-practice, to: parent-infant-team, kind: referral, step: up,",
        with: "{from: general-practice, to: parent-infant-team, kind: consultation,")
    },
    PlantedFault(
      .referralSourceCoverage, "the route from the domestic abuse service is only planned",
      at: "parent-infant-team:"
    ) { map in
      try map.replace(
        "status: active", with: "status: planned",
        from: "{from: domestic-abuse, to: parent-infant-team, kind: referral,", to: "counts:")
    },
    PlantedFault(
      .selfReferralNotifiesHvGp, "the practice does not hear of a family that refers itself",
      at: "parent-infant-team:"
    ) { map in
      try map.replace(
        "{notify: [health-visiting, general-practice], consent: yes}",
        with: "{notify: [health-visiting], consent: yes}")
      try map.replace(
        "{from: parent-infant-team, to: general-practice, kind: notification,",
        with: "{from: parent-infant-team, to: general-practice, kind: consultation,")
    },
    PlantedFault(
      .selfReferralNotifiesHvGp, "families that refer themselves are not asked",
      at: "parent-infant-team:"
    ) { map in
      try map.set(
        ["services", "parent-infant-team", "referral", "self-referral", "consent"], to: "no")
    },
    PlantedFault(
      .referralCriteriaComplete, "early help has no settled way in which families leave",
      at: "early-help:"
    ) { map in
      try map.set(["services", "early-help", "discharge"], to: "none")
    },
    PlantedFault(
      .referralMethodStated, "early help is to be called and nothing else", at: "early-help:"
    ) { map in
      try map.set(["services", "early-help", "referral", "methods"], to: "phone")
    },
    PlantedFault(
      .relationshipRationaleRequired, "a request says nothing of the relationship",
      at: "parent-infant-team:"
    ) { map in
      try map.set(
        ["services", "parent-infant-team", "referral", "must-say"], to: "safeguarding-concerns")
    },
    PlantedFault(
      .perinatalMhNotAutomatic, "a parent's depression alone is a reason for referral",
      at: "parent-infant-team:"
    ) { map in
      try map.set(
        ["services", "parent-infant-team", "asks-for-strain-on-relationship"], to: "no")
    },
    PlantedFault(
      .guidanceBeforePromotion, "the team was promoted a season before there was guidance",
      at: "parent-infant-team:"
    ) { map in
      try map.set(
        ["services", "parent-infant-team", "referral", "promoted-from"], to: "2023-06-05")
    },
    PlantedFault(
      .neighbourServicesDistinguished, "how the family nurses differ was taken out",
      at: "family-nurses:"
    ) { map in
      try map.delete(["services", "parent-infant-team", "differs-from", 0])
    },
    PlantedFault(
      .referrerFeedbackEdge, "the midwives do not hear what came of their referrals",
      at: "- {from: midwifery, to: parent-infant-team, kind: referral, step: up,"
    ) { map in
      try map.replace(
        "{from: parent-infant-team, to: midwifery, kind: feedback,",
        with: "{from: parent-infant-team, to: midwifery, kind: notification,")
    },
    PlantedFault(
      .edgeToClosedService, "the course in living with a mental health condition is paused",
      at: "- {from: adult-mental-health, to: recovery-course, kind: referral, consent: yes, "
        + "shares: identifiable,"
    ) { map in
      try map.set(["services", "recovery-course", "status"], to: "paused")
    },
    PlantedFault(
      .signpostOnlyRoute, "the dads' group only tells fathers where else to go",
      at: "dads-group:"
    ) { map in
      try map.replace(
        "{from: dads-group, to: talking-therapies, kind: referral,",
        with: "{from: dads-group, to: talking-therapies, kind: signposting,")
      try map.replace(
        "{from: dads-group, to: early-help, kind: referral,",
        with: "{from: dads-group, to: early-help, kind: signposting,")
    },
  ]
}
