import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let access = [
    PlantedFault(
      .venueChecklist, "babies cannot be changed or fed at the team's base",
      at: "- {kind: team-base, name: Millside House, maintained-by: community-trust,"
    ) { map in
      try map.set(
        ["services", "parent-infant-team", "venues", 0, "access"],
        to: ["step-free", "accessible-toilet", "clean-floor"])
    },
    PlantedFault(
      .venueAlternatives, "the team sees families at home only", at: "parent-infant-team:"
    ) { map in
      try map.set(
        ["services", "parent-infant-team", "venues"],
        to: [.mapping([.init("kind", "home")])])
    },
    PlantedFault(
      .venueAlternatives, "the team sees families in a hospital and a school only",
      at: "parent-infant-team:"
    ) { map in
      try map.set(
        ["services", "parent-infant-team", "venues"],
        to: [.mapping([.init("kind", "hospital")]), .mapping([.init("kind", "school")])])
    },
    PlantedFault(
      .homeVisitsLoneWorking, "family workers visit homes without a policy on working alone",
      at: "early-help:"
    ) { map in
      try map.set(
        ["services", "early-help", "policies"],
        to: [
          "consent-to-service", "consent-to-outcome-measures", "consent-to-share", "home-working",
          "safeguarding", "adult-mental-health-risk", "vulnerable-adults", "whistleblowing",
          "home-visiting",
        ])
    },
    PlantedFault(
      .interpreterAndGroups, "the baby massage has no interpreters", at: "baby-massage:"
    ) { map in
      try map.set(["services", "baby-massage", "interpreters"], to: "no")
    },
    PlantedFault(
      .interpreterAndGroups, "the baby massage has planned its access for one group only",
      at: "baby-massage:"
    ) { map in
      try map.set(["services", "baby-massage", "access-planned-for"], to: ["culturally-diverse"])
    },
  ]
}
