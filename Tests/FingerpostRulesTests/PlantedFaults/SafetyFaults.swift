import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let safety = [
    PlantedFault(
      .exclusionHasOnwardRoute, "talking therapies send severely ill parents nowhere",
      at: "- {condition: severe-illness, onward: none, for: an assessment of the illness,"
    ) { map in
      try map.replace(
        "onward: [mental-health-assessment], for: an assessment of the illness",
        with: "onward: none, for: an assessment of the illness")
    },
    PlantedFault(
      .severeIllnessRedirect, "the perinatal team comes second",
      at:
        "- {condition: severe-illness, onward: [mental-health-assessment, perinatal-mental-health],"
    ) { map in
      try map.replace(
        "onward: [perinatal-mental-health, mental-health-assessment]",
        with: "onward: [mental-health-assessment, perinatal-mental-health]")
    },
    PlantedFault(
      .substanceRoute, "the joint work with the recovery service has ended",
      at: "- {condition: substance-dependence, onward: [substance-misuse],"
    ) { map in
      try map.replace(
        "status: active", with: "status: closed",
        from: "{from: parent-infant-team, to: substance-misuse, kind: joint-work,", to: "\n  - ")
    },
    PlantedFault(
      .careProceedingsResume, "after care proceedings families cannot come back",
      at: "- {condition: care-proceedings, onward: [childrens-social-care, pre-birth-team],"
    ) { map in
      try map.replace(
        "resume: when proceedings have ended and the baby stays with the family",
        with: "resume: none")
    },
    PlantedFault(
      .cppPolicyStated, "the team says that it accepts families on a plan, and excludes them",
      at: "parent-infant-team:"
    ) { map in
      try map.set(["conditions", "care-proceedings", "kind"], to: "child-protection-plan")
    },
    PlantedFault(
      .cppHoldOpenNeedsAgreement, "nothing is settled with social care any more",
      at: "parent-infant-team:"
    ) { map in
      try map.replace(
        "status: active", with: "status: closed",
        from: "{from: parent-infant-team, to: childrens-social-care, kind: joint-work,",
        to: "\n  - ")
      try map.set(["agreements", "joint-safeguarding-agreement", "status"], to: "closed")
    },
    PlantedFault(
      .exclusionChainDeadEnd, "the perinatal team sends severely ill parents back",
      at: "- {condition: severe-illness, onward: [parent-infant-team], for: a first look}"
    ) { map in
      try map.replace(
        "excludes: none",
        with: "excludes:\n      - {condition: severe-illness, onward: [parent-infant-team], "
          + "for: a first look}", from: "\n  perinatal-mental-health:", to: "\n  camhs:")
    },
    PlantedFault(
      .exclusionChainDeadEnd, "the assessment, where others send families, sends them nowhere",
      at: "- {condition: severe-illness, onward: [mental-health-assessment], "
        + "for: an assessment of the illness,", alsoExplains: [.exclusionHasOnwardRoute]
    ) { map in
      try map.replace(
        "excludes: none", with: "excludes: [{condition: severe-illness, onward: none}]",
        from: "\n  mental-health-assessment:", to: "\n  crisis-line:")
    },
    PlantedFault(
      .jointStaffSafeguardingPolicy, "four employers without a policy on concerns",
      at: "parent-infant-team:"
    ) { map in
      try map.replace("joint-safeguarding, video-recording,", with: "video-recording,")
    },
    PlantedFault(
      .policySetComplete, "the team has nothing on raising concerns about wrongdoing",
      at: "parent-infant-team:"
    ) { map in
      try map.replace(
        "vulnerable-adults, whistleblowing,", with: "vulnerable-adults,",
        from: "\n  parent-infant-team:", to: "\n  perinatal-mental-health:")
    },
    PlantedFault(
      .charityChargingExcludesPoverty, "families who cannot pay for the massage stay away",
      at: "baby-massage:"
    ) { map in
      try map.set(["services", "baby-massage", "poverty-provision"], to: "none")
    },
    PlantedFault(
      .nhsChargingSignoff, "midwifery charges without sign-off", at: "midwifery:"
    ) { map in
      try map.replace(
        "charge: free", with: "charge: flat-rate\n    executive-sign-off: no",
        from: "\n  midwifery:", to: "\n  health-visiting:")
    },
  ]
}
