import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  /// The first line of what the county must cover.
  private static let scopeLine =
    "needs: [parent-infant-relationship, parental-mental-health, infant-development, "
    + "practical-support]"

  static let coverage = [
    PlantedFault(
      .coverageAgeGap, "nobody helps with a baby's development after 18 months", at: scopeLine
    ) { map in
      try map.set(
        ["services", "family-nurses", "serves"], to: .sequence(["parent-infant-bonding"]))
      try map.set(
        ["services", "health-visiting", "ages"],
        to: .mapping([.init("from", "conception"), .init("to", "18 months")]))
    },
    PlantedFault(
      .nominalAgeNotActual, "the child mental health service sees nobody under five", at: "camhs:"
    ) { map in
      try map.set(
        ["services", "camhs", "actual-ages"],
        to: .mapping([.init("from", "5 years"), .init("to", "18 years")]))
    },
    PlantedFault(
      .perinatalWindowMismatch,
      "the hub in Wexmoor ends at two years, and that in Ferncombe at five",
      at: "wexmoor-family-hub:"
    ) { map in
      try map.set(
        ["services", "wexmoor-family-hub", "ages"],
        to: .mapping([.init("from", "conception"), .init("to", "2 years")]))
    },
    PlantedFault(
      .coverageAreaGap, "nobody helps with a baby's development in Wexmoor", at: scopeLine
    ) { map in
      try map.set(
        ["services", "family-nurses", "serves"], to: .sequence(["parent-infant-bonding"]))
      try map.set(["services", "health-visiting", "areas"], to: .sequence(["ferncombe"]))
    },
    PlantedFault(
      .areaCodeInvalid, "a digit of a code is missing",
      at: "ferncombe: {name: Ferncombe, code: E0700003, within: brackenshire,"
        + " note: \"invented, so without a code\"}"
    ) { map in
      try map.replace(
        "{name: Ferncombe, within: brackenshire,",
        with: "{name: Ferncombe, code: E0700003, within: brackenshire,")
    },
    PlantedFault(
      .crossBoundaryArea, "the two districts get councils of their own", at: "baby-massage:"
    ) { map in
      try map.replace("{name: Ferncombe, ", with: "{name: Ferncombe, code: E06000901, ")
      try map.replace("{name: Wexmoor, ", with: "{name: Wexmoor, code: E06000902, ")
      try map.set(["services", "baby-massage", "areas"], to: .sequence(["ferncombe", "wexmoor"]))
    },
    PlantedFault(
      .childAndParentBoth, "the team works with mothers only", at: "parent-infant-team:"
    ) { map in
      try map.set(["services", "parent-infant-team", "parents"], to: .sequence(["mothers"]))
    },
    PlantedFault(
      .parentalStatusRecorded, "the adult teams do not ask about children",
      at: "adult-mental-health:"
    ) { map in
      try map.set(["services", "adult-mental-health", "records-parental-status"], to: "no")
    },
    PlantedFault(
      .duplicateOffer, "a second scheme of home visitors opens beside the first",
      at: "helping-hands:"
    ) { map in
      try map.insert(
        .mapping([
          .init("name", "Helping hands"), .init("kind", "family-support"),
          .init("serves", .sequence(["practical-support"])),
          .init("ages", .mapping([.init("from", "birth"), .init("to", "3 years")])),
          .init("areas", .sequence(["wexmoor"])), .init("entry", "by-referral"),
          .init("discharge", "Ends when the family is ready"),
        ]), at: ["services", "helping-hands"])
      try map.replace(
        "  # Community and voluntary help.\n",
        with: "  - {from: health-visiting, to: helping-hands, kind: referral}\n"
          + "  # Community and voluntary help.\n")
    },
  ]
}
