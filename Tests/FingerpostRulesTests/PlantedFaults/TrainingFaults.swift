import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let training = [
    PlantedFault(
      .trainingThreeLevels, "no training gives in-depth skills", at: "awareness-training:"
    ) { map in
      try map.set(["programmes", "in-depth-training", "level"], to: "detailed")
    },
    PlantedFault(
      .trainingReachesAdultMh, "adult mental health staff are invited to nothing",
      at: "adult-mental-health:"
    ) { map in
      try map.set(
        ["programmes", "awareness-training", "audience"], to: ["midwifery", "nurseries"])
      try map.set(["programmes", "frontline-training", "audience"], to: ["health-visiting"])
      try map.set(
        ["programmes", "frontline-training", "cohorts", 1, "teams"], to: ["home-support"])
      try map.set(["programmes", "consultation", "audience"], to: ["health-visiting", "camhs"])
    },
    PlantedFault(
      .trainingHasFollowUp, "nothing follows the awareness training", at: "awareness-training:"
    ) { map in
      try map.set(["programmes", "awareness-training", "follow-up"], to: "none")
    },
    PlantedFault(
      .trainingHasFollowUp, "what follows the awareness training has not begun",
      at: "awareness-training:"
    ) { map in
      try map.set(["programmes", "reflective-practice", "status"], to: "planned")
      try map.set(["programmes", "reflective-practice", "from"], to: "2027-01-11")
    },
    PlantedFault(
      .trainingManagersIncluded, "managers stay away from the frontline training",
      at: "frontline-training:"
    ) { map in
      try map.set(["programmes", "frontline-training", "managers-included"], to: "no")
    },
    PlantedFault(
      .trainingLivedExperience, "only lecturers without experience of their own teach the course",
      at: "in-depth-training:"
    ) { map in
      try map.set(
        ["programmes", "in-depth-training", "trainers", 1, "lived-experience"], to: "no")
    },
    PlantedFault(
      .trainingMandatoryPlan, "mandatory training has no diary", at: "awareness-training:"
    ) { map in
      try map.set(["programmes", "awareness-training", "diary"], to: "no")
    },
    PlantedFault(
      .trainingMandatoryPlan, "mandatory training belongs to no plan", at: "awareness-training:"
    ) { map in
      try map.set(["programmes", "awareness-training", "workforce-plan"], to: "none")
    },
    PlantedFault(
      .specialistSupervision, "the team has no specialist supervision", at: "parent-infant-team:"
    ) { map in
      try map.set(["services", "parent-infant-team", "specialist-supervision"], to: "no")
    },
    PlantedFault(
      .setupLeadCapacity, "the lead had less than half a post",
      at: "setup: {lead: Operational lead, posts: 0.3, lead-time: 10 months, lead-from: 2023-01-09,"
    ) { map in
      try map.replace("posts: 0.6, lead-time:", with: "posts: 0.3, lead-time:")
    },
    PlantedFault(
      .setupLeadCapacity, "the lead began five months before the first referral",
      at: "setup: {lead: Operational lead, posts: 0.6, lead-time: 5 months, lead-from: 2023-06-09,"
    ) { map in
      try map.replace(
        "lead-time: 10 months, lead-from: 2023-01-09",
        with: "lead-time: 5 months, lead-from: 2023-06-09")
    },
    PlantedFault(
      .pilotBeforeEvaluation, "the evaluation begins while the pilot goes on",
      at: "setup: {lead: Operational lead, posts: 0.6, lead-time: 10 months, lead-from: 2023-01-09,"
    ) { map in
      try map.replace("pilot-until: 2024-10-31", with: "pilot-until: 2025-03-31")
    },
    PlantedFault(
      .facilitatorPerTeam, "two of eight teams have sent nobody", at: "frontline-training:"
    ) { map in
      try map.set(["programmes", "frontline-training", "teams-nominating"], to: "6")
    },
    PlantedFault(
      .licenceExpiry, "the licence of the observation scale has run out",
      at: "- {name: Keys to Interactive Parenting Scale, licensed-until: 2026-06-30, "
        + "needs-supervision: yes}"
    ) { map in
      try map.replace("licensed-until: 2027-06-30", with: "licensed-until: 2026-06-30")
    },
  ]
}
