import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let sharing = [
    PlantedFault(
      .piiAgreementRecorded, "the nurseries refer without an agreement with the council",
      at: "- {from: nurseries, to: early-help, kind: referral, consent: yes, shares: identifiable,"
    ) { map in
      try map.replace(
        "wider-sharing", with: "none",
        from: "{from: nurseries, to: early-help, kind: referral,", to: "status: active")
    },
    PlantedFault(
      .jointControllersAgreement, "joint controllers pass referrals without their agreement",
      at: "- {from: midwifery, to: perinatal-mental-health, kind: referral, consent: yes, "
        + "shares: identifiable,"
    ) { map in
      try map.replace(
        "county-sharing", with: "none",
        from: "{from: midwifery, to: perinatal-mental-health, kind: referral,", to: "status: active"
      )
    },
    PlantedFault(
      .jointControllersAgreement, "the agreement of joint controllers is said not to be needed",
      at: "team-sharing:"
    ) { map in
      try map.set(
        ["agreements", "team-sharing", "not-needed-because"], to: "We trust one another.")
    },
    PlantedFault(
      .aggregateVsIdentifiable, "the commissioner is sent names under an agreement for counts",
      at: "- {from: parent-infant-team, to: icb, kind: shares-data, shares: identifiable, "
        + "agreement: board-figures,"
    ) { map in
      try map.replace(
        "kind: shares-data, shares: aggregate, agreement: board-figures",
        with: "kind: shares-data, shares: identifiable, agreement: board-figures")
    },
    PlantedFault(.agreementExpired, "the lease of the team's rooms has ended", at: "base-lease:") {
      map in
      try map.set(["agreements", "base-lease", "until"], to: "2026-09-30")
    },
    PlantedFault(
      .agreementExpired, "the review of the voluntary partners' contract is overdue",
      at: "wider-sharing:"
    ) { map in
      try map.set(["agreements", "wider-sharing", "review-due"], to: "2026-04-01")
    },
    PlantedFault(
      .consentToShare, "midwives refer to the safer pregnancy pathway without asking",
      at: "- {from: midwifery, to: safer-pregnancy, kind: referral, consent: no, "
        + "shares: identifiable,"
    ) { map in
      try map.replace(
        "{from: midwifery, to: safer-pregnancy, kind: referral, consent: yes,",
        with: "{from: midwifery, to: safer-pregnancy, kind: referral, consent: no,")
    },
    PlantedFault(
      .videoGovernance, "the team films families without a policy on it", at: "parent-infant-team:"
    ) { map in
      try map.replace("joint-safeguarding, video-recording,", with: "joint-safeguarding,")
    },
    PlantedFault(
      .carerConfidentialityGuidance, "adult mental health has no guidance on sharing with carers",
      at: "adult-mental-health:"
    ) { map in
      try map.replace(
        "home-visiting, sharing-with-carers", with: "home-visiting",
        from: "\n  adult-mental-health:", to: "\n  mental-health-assessment:")
    },
    PlantedFault(.namedPersonInMap, "a person keeps the entry of the massage", at: "baby-massage:")
    {
      map in
      try map.set(["services", "baby-massage", "owner"], to: "Mrs Ada Example")
    },
    PlantedFault(
      .smallCountDisclosure, "three families moved to the Before Birth team",
      at: "counts: [{of: Families in the year to September 2026, number: 3}],"
    ) { map in
      try map.replace(
        "number: 5", with: "number: 3",
        from: "{from: parent-infant-team, to: pre-birth-team, kind: transfer,", to: "transition:")
    },
    PlantedFault(
      .smallCountDisclosure, "a hidden count follows from the others",
      at:
        "left: [{when: Other help was better, count: 24}, {when: Family declined, count: under 5}]}"
    ) { map in
      try map.replace(
        "{when: Other help was better, count: 22}, {when: Family declined, count: 6}",
        with: "{when: Other help was better, count: 24}, {when: Family declined, count: under 5}")
    },
  ]
}
