import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let governance = [
    PlantedFault(
      .reportsToStrategicBoard, "the board above the team is for something else",
      at: "parent-infant-team:"
    ) { map in
      try map.set(["boards", "first-days-board", "first-1001-days"], to: "no")
    },
    PlantedFault(
      .steeringGroupReportingLine, "the steering group no longer reports to commissioners",
      at: "steering-group:"
    ) { map in
      try map.set(["boards", "steering-group", "reports-to-commissioners"], to: "no")
    },
    PlantedFault(
      .steeringGroupExpected, "the board oversees two projects without a steering group",
      at: "first-days-board:"
    ) { map in
      try map.set(["boards", "first-days-board", "delegates-to"], to: "none")
      try map.replace(
        "oversees: [parent-infant-team, first-days-plan]",
        with: "oversees: [parent-infant-team, awareness-training]")
      try map.replace(
        "reports-to: [first-days-board, icb, county-council]",
        with: "reports-to: [icb, county-council]")
    },
    PlantedFault(
      .reportingCycle, "the board reports to its own steering group", at: "first-days-board:"
    ) { map in
      try map.replace(
        "reports-to: [icb, county-council]\n    oversees",
        with: "reports-to: [steering-group]\n    oversees")
    },
    PlantedFault(
      .orphanBoard, "nobody sits on the partnership board", at: "partnership-board:",
      alsoExplains: [.boardQuorumReachable]
    ) { map in
      try map.set(["boards", "partnership-board", "seats"], to: "none")
    },
    PlantedFault(
      .partnershipBoardMixedPolicies, "no board settles whose policies the team follows",
      at: "parent-infant-team:"
    ) { map in
      try map.set(["boards", "partnership-board", "oversees"], to: "none")
    },
    PlantedFault(
      .commissionerUnknown, "nobody commissions or funds the baby massage", at: "baby-massage:"
    ) { map in
      try map.set(["services", "baby-massage", "commissioned-by"], to: "none")
      try map.set(["services", "baby-massage", "funded-by"], to: "none")
    },
    PlantedFault(
      .obsoleteBody, "the trust of the team has closed",
      at: "community-trust: {name: Fernside Community NHS Trust, sector: nhs, form: NHS trust, "
        + "areas: [brackenshire],"
    ) { map in
      try map.set(["organisations", "community-trust", "status"], to: "closed")
    },
    PlantedFault(
      .obsoleteBody, "a clinical commissioning group is shown as at work",
      at: "icb: {name: NHS Brackenshire Care Board, sector: nhs, "
        + "form: clinical commissioning group, areas: [brackenshire],"
    ) { map in
      try map.set(["organisations", "icb", "form"], to: "clinical commissioning group")
    },
    PlantedFault(
      .riskEscalationPath, "nobody brings project risks to the board", at: "first-days-board:"
    ) { map in
      try map.set(["boards", "first-days-board", "risk"], to: "none")
    },
  ]
}
