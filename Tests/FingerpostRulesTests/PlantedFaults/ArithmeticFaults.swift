import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let arithmetic = [
    PlantedFault(
      .flowBalance, "two families are lost between acceptance and the start",
      at: "- {stage: Started, count: 134, still-before: 8, left: [{when: Did not come, count: 8}]}"
    ) { map in
      try map.replace("{when: Did not come, count: 10}", with: "{when: Did not come, count: 8}")
    },
    PlantedFault(
      .flowBalance, "more families left than were there",
      at: "- {stage: Completed, count: 98, still-before: 22, left: [{when: Left early, count: 16}]}"
    ) { map in
      try map.replace("{when: Left early, count: 14}", with: "{when: Left early, count: 16}")
    },
    PlantedFault(
      .flowBalance, "the flow says that two are unaccounted for, and all are", at: "team-year:"
    ) { map in
      try map.set(["flows", "team-year", "unaccounted"], to: "2")
    },
    PlantedFault(
      .flowMonotonic, "more families complete than started",
      at:
        "- {stage: Completed, count: 140, still-before: 22, left: [{when: Left early, count: 14}]}"
    ) { map in
      try map.replace("{stage: Completed, count: 98", with: "{stage: Completed, count: 140")
    },
    PlantedFault(
      .partsSumToTotal, "two figures of a part are swapped", at: "- of: Families who completed"
    ) { map in
      try map.replace("{of: Wexmoor, number: 53}", with: "{of: Wexmoor, number: 35}")
    },
    PlantedFault(
      .partsSumToTotal, "an interview is counted twice",
      at: "- {method: interviews, cohort: spring-2025, number: 9, after: 18 months, planned: yes,"
    ) { map in
      try map.replace("{of: Practitioners, number: 6}", with: "{of: Practitioners, number: 7}")
    },
    PlantedFault(
      .partsSumToTotal, "the mix of early help is more than all of it", at: "early-help:"
    ) { map in
      try map.set(["services", "early-help", "caseload-mix", "complex"], to: "30")
    },
    PlantedFault(
      .subsetWithinSet, "more people were trained in spring than took part",
      at: "- {of: In spring 2025, number: 30, out-of: spring-2025}"
    ) { map in
      try map.replace("In spring 2025, number: 24", with: "In spring 2025, number: 30")
      try map.replace("In spring 2026, number: 26", with: "In spring 2026, number: 20")
    },
    PlantedFault(
      .subsetWithinSet, "more families are counted at the end than reached it",
      at: "- of: Families who completed"
    ) { map in
      try map.replace(
        "{stage: Completed, count: 98, still-before: 22",
        with: "{stage: Completed, count: 90, still-before: 30")
    },
    PlantedFault(
      .lowerBoundNotExact, "a part is only known as a lower bound, and the total is exact",
      at: "- {of: New birth visits within 14 days, number: 2304, on: 2026-09-30,"
    ) { map in
      try map.replace(
        "{of: In Ferncombe, number: 1101}", with: "{of: In Ferncombe, number: at least 1101}")
    },
    PlantedFault(
      .demandExceedsCapacity, "more families are referred than the team is commissioned for",
      at: "parent-infant-team:"
    ) { map in
      try map.set(["services", "parent-infant-team", "referrals-received"], to: "260")
    },
    PlantedFault(
      .complexityMixDrift, "complex needs crowd out moderate ones", at: "parent-infant-team:"
    ) { map in
      try map.set(["services", "parent-infant-team", "caseload-mix", "moderate"], to: "20")
      try map.set(["services", "parent-infant-team", "caseload-mix", "complex"], to: "70")
    },
  ]
}
