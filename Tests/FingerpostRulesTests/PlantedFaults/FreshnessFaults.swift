import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let freshness = [
    PlantedFault(
      .assuredWithinThreeMonths, "the entry of the baby massage is a year old", at: "baby-massage:"
    ) { map in
      try map.set(["services", "baby-massage", "assured"], to: "2025-09-14")
    },
    PlantedFault(
      .sourceReviewOverdue, "the report of the mapping day was to be reviewed in the summer",
      at: "mapping-day:"
    ) { map in
      try map.set(["sources", "mapping-day", "review-due"], to: "2026-07-31")
    },
    PlantedFault(
      .sourceReviewOverdue, "the plan for news was to be reviewed last year",
      at: "communication-plan:"
    ) { map in
      try map.set(["documents", "communication-plan", "review-due"], to: "2025-02-05")
    },
    PlantedFault(
      .ownerMissing, "nobody keeps the entry of the baby massage", at: "baby-massage:"
    ) { map in
      try map.set(["services", "baby-massage", "owner"], to: "none")
    },
    PlantedFault(
      .plannedShownAsLive, "the video course is active and begins next year",
      at: "in-depth-training:"
    ) { map in
      try map.set(["programmes", "in-depth-training", "from"], to: "2027-09-16")
    },
    PlantedFault(
      .temporalOrder, "the second group is said to have been trained half a year after the first",
      at: "- {name: Spring 2026, participants: 26,"
    ) { map in
      try map.replace("by: 12 months}", with: "by: 6 months}")
    },
    PlantedFault(
      .temporalOrder, "the lease of the rooms ends before it begins", at: "base-lease:"
    ) { map in
      try map.set(["agreements", "base-lease", "until"], to: "2022-03-31")
    },
  ]
}
