import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let steps = [
    PlantedFault(.stepUpRoute, "no route is called a step up", at: "parent-infant-team:") { map in
      try map.takeOff(", step: up")
    },
    PlantedFault(.stepDownRoute, "no route is called a step down", at: "parent-infant-team:") {
      map in
      try map.takeOff(", step: down")
    },
    PlantedFault(.stepOutRoute, "no route is called a step out", at: "parent-infant-team:") { map in
      try map.takeOff(", step: out")
    },
    PlantedFault(
      .stepDirectionConsistent, "families step up from one specialist service to another",
      at: "- {from: childrens-social-care, to: parent-infant-team, kind: referral, step: up,"
    ) { map in
      try map.replace(
        "{from: childrens-social-care, to: parent-infant-team, kind: referral,",
        with: "{from: childrens-social-care, to: parent-infant-team, kind: referral, step: up,")
    },
    PlantedFault(
      .stepDirectionConsistent, "families step up out of the team",
      at: "- {from: parent-infant-team, to: mental-health-assessment, kind: referral, step: up, "
        + "urgent: yes,"
    ) { map in
      try map.replace(
        "{from: parent-infant-team, to: mental-health-assessment, kind: referral, urgent: yes,",
        with: "{from: parent-infant-team, to: mental-health-assessment, kind: referral, step: up, "
          + "urgent: yes,")
    },
    PlantedFault(
      .stepOutReason, "families step out to early help without a reason",
      at: "- {from: parent-infant-team, to: early-help, kind: transfer, step: out,"
    ) { map in
      try map.replace("reason: [inappropriate, family-declined]", with: "reason: none")
    },
    PlantedFault(
      .stepUpWithoutReturn, "nobody comes back from the team to the massage group",
      at: "- {from: baby-massage, to: parent-infant-team, kind: referral, step: up,"
    ) { map in
      try map.replace(
        "{from: parent-infant-team, to: baby-massage, kind: transfer, step: down,",
        with: "{from: parent-infant-team, to: baby-massage, kind: signposting,")
    },
    PlantedFault(
      .communityRouteForAll, "adults go round between the team and its course",
      at: "adult-mental-health:"
    ) { map in
      try map.replace(
        "{from: recovery-course, to: general-practice, kind: transfer,",
        with: "{from: recovery-course, to: adult-mental-health, kind: transfer,")
    },
    PlantedFault(
      .voluntaryInSteps, "the infrastructure organisation takes no part in the steps",
      at: "parent-infant-team:"
    ) { map in
      try map.replace(
        "{from: parent-infant-team, to: community-connectors, kind: transfer, step: down,",
        with: "{from: parent-infant-team, to: community-connectors, kind: transfer,")
      try map.replace(
        "{from: parent-infant-team, to: baby-massage, kind: transfer, step: down,",
        with: "{from: parent-infant-team, to: baby-massage, kind: transfer,")
      try map.replace(
        "{from: baby-massage, to: parent-infant-team, kind: referral, step: up,",
        with: "{from: baby-massage, to: parent-infant-team, kind: referral,")
    },
    PlantedFault(
      .transitionProtocol, "nobody decides when nurses and health visitors disagree",
      at: "- {from: family-nurses, to: health-visiting, kind: transfer,"
    ) { map in
      try map.replace(
        "disagreement: \"The two service managers within five days, then the steering group\"",
        with: "disagreement: none",
        from: "{from: family-nurses, to: health-visiting, kind: transfer,", to: "  - {")
    },
    PlantedFault(
      .transfersRecorded, "the midwives do not record whom they hand over", at: "midwifery:"
    ) { map in
      try map.set(["services", "midwifery", "records-transfers"], to: "no")
    },
    PlantedFault(
      .childProtectionStepDown, "families step down from a plan straight to early help",
      at: "- {from: childrens-social-care, to: early-help, kind: transfer, step: down, "
        + "only-for: [child-protection-plan],"
    ) { map in
      try map.replace(
        "{from: pre-birth-team, to: childrens-social-care, kind: transfer, "
          + "only-for: [child-protection-plan],",
        with: "{from: childrens-social-care, to: early-help, kind: transfer, step: down, "
          + "only-for: [child-protection-plan],")
    },
  ]
}

extension MapText {
  /// Takes a piece of text off every line that has it.
  fileprivate mutating func takeOff(_ piece: String) throws {
    let lines = text.split(separator: "\n").filter { $0.contains(piece) }
    for line in lines {
      try replace(String(line), with: String(line).replacing(piece, with: ""))
    }
  }
}
