import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let graph = [
    PlantedFault(
      .isolatedService, "a toy library opens, and nobody agrees a route with it", at: "toy-library:"
    ) { map in
      try map.insert(
        .mapping([.init("name", "Toy library"), .init("entry", "open")]),
        at: ["services", "toy-library"])
    },
    PlantedFault(
      .deadEnd, "paediatrics sends families nowhere and never discharges them", at: "paediatrics:"
    ) { map in
      try map.set(["services", "paediatrics", "discharge"], to: "none")
      try map.replace(
        "{from: paediatrics, to: camhs, kind: referral,",
        with: "{from: paediatrics, to: camhs, kind: consultation,")
    },
    PlantedFault(
      .unreachableService, "the crisis line takes nobody who is not sent, and nobody sends",
      at: "crisis-line:"
    ) { map in
      try map.set(["services", "crisis-line", "entry"], to: "by-referral")
    },
    PlantedFault(
      .bounceLoop, "the perinatal team sends families back whom the parent-infant team sends to it",
      at: "parent-infant-team:"
    ) { map in
      try map.set(
        ["services", "perinatal-mental-health", "excludes"],
        to: .sequence([
          .mapping([
            .init("condition", "care-proceedings"),
            .init("onward", .sequence(["parent-infant-team"])), .init("for", "help meanwhile"),
            .init("resume", "when proceedings have ended"),
          ])
        ]))
    },
    PlantedFault(
      .singlePointOfFailure, "one locum does all the work of the team", at: "parent-infant-team:"
    ) { map in
      try map.set(
        ["services", "parent-infant-team", "staff"],
        to: .sequence([
          .mapping([
            .init("role", "Child psychotherapist"), .init("count", "1"), .init("posts", "1.0"),
            .init("employer", "community-trust"), .init("basis", "locum"),
          ])
        ]))
    },
    PlantedFault(
      .singlePointOfFailure, "only the assessment team sends families to adult mental health",
      at: "mental-health-assessment:"
    ) { map in
      try map.replace(
        "practical-support]\n  ages: {from: conception, to: 2 years}\n  areas: [ferncombe",
        with: "practical-support,\n          adult-mental-illness]\n"
          + "  ages: {from: conception, to: 2 years}\n  areas: [ferncombe")
      try map.replace(
        "{from: general-practice, to: adult-mental-health, kind: referral,",
        with: "{from: general-practice, to: adult-mental-health, kind: consultation,")
    },
    PlantedFault(
      .longRoute, "a clinic for sleep is four hand-offs away", at: "sleep-clinic:"
    ) { map in
      var from = "perinatal-mental-health"
      for (id, level) in [
        ("sleep-advice", "targeted"), ("sleep-group", "targeted"),
        ("sleep-clinic", "specialist"),
      ] {
        try map.insert(
          .mapping([
            .init("name", .scalar(id.split(separator: "-").joined(separator: " "))),
            .init("intensity", .scalar(level)), .init("entry", "by-referral"),
            .init("discharge", "Ends with a letter"),
          ]), at: ["services", .key(id)])
        try map.replace(
          "  # Community and voluntary help.\n",
          with: "  - {from: \(from), to: \(id), kind: referral}\n"
            + "  # Community and voluntary help.\n")
        from = id
      }
    },
    PlantedFault(
      .nameNearDuplicate, "the hub in Wexmoor is given the other hub's name, with a slip",
      at: "wexmoor-family-hub:"
    ) { map in
      try map.set(["services", "wexmoor-family-hub", "name"], to: "Fernecombe family hub")
    },
    PlantedFault(
      .danglingReference, "the baby massage is run by a body that is not on the map",
      at: "organisation: voluntary-inaction"
    ) { map in
      try map.set(["services", "baby-massage", "organisation"], to: "voluntary-inaction")
    },
  ]
}
