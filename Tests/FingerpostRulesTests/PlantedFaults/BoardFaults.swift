import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let board = [
    PlantedFault(
      .boardMinimumFunctions, "nobody holds the seat for midwifery",
      at: "- {represents: [midwifery], member: none, organisation: hospital-trust,"
    ) { map in
      try map.set(["boards", "first-days-board", "seats", 1, "member"], to: "none")
    },
    PlantedFault(
      .boardMinimumFunctions, "the term of the member for child mental health has ended",
      at: "- {represents: [camhs], member: Manager of child mental health, "
        + "organisation: mental-health-trust,"
    ) { map in
      try map.set(["boards", "first-days-board", "seats", 5, "until"], to: "2026-03-31")
    },
    PlantedFault(
      .boardMinimumFunctions, "a general team has a seat, and the perinatal team has none",
      at: "first-days-board:"
    ) { map in
      try map.replace(
        "represents: [specialist-perinatal-mental-health]",
        with: "represents: [adult-mental-health]")
    },
    PlantedFault(
      .boardMinimumFunctions, "two functions have one member, who may represent only one",
      at: "first-days-board:"
    ) { map in
      try map.set(["boards", "first-days-board", "one-member-several-functions"], to: "no")
      for seat in 0...1 {
        try map.set(["boards", "first-days-board", "seats", .index(seat), "member"], to: "Nurse")
        try map.set(
          ["boards", "first-days-board", "seats", .index(seat), "organisation"],
          to: "community-trust")
        try map.delete(["boards", "first-days-board", "seats", .index(seat), "service"])
      }
    },
    PlantedFault(
      .boardSpecialistPerinatalNotGeneric, "a general team holds the perinatal seat",
      at: "- {represents: [specialist-perinatal-mental-health], stakeholder: [clinical],"
    ) { map in
      try map.set(
        ["boards", "first-days-board", "seats", 4, "service"], to: "adult-mental-health")
    },
    PlantedFault(
      .boardRecommendedSectors, "nobody holds the seat for policing", at: "first-days-board:"
    ) { map in
      try map.set(["boards", "first-days-board", "seats", 9, "member"], to: "none")
    },
    PlantedFault(
      .boardOneMemberManyFunctions, "one member represents three functions",
      at: "- {represents: [health-visiting, midwifery, camhs], member: Head of health visiting, "
        + "organisation: community-trust,"
    ) { map in
      try map.replace(
        "represents: [health-visiting],", with: "represents: [health-visiting, midwifery, camhs],")
    },
    PlantedFault(
      .boardFunctionUnowned, "no board sets goals", at: "first-days-board:"
    ) { map in
      try map.replace(
        ", shared-commissioning-vision, goals,", with: ", shared-commissioning-vision,")
    },
    PlantedFault(
      .boardParentCarerVoice, "parents and carers lost their seat and their hour",
      at: "first-days-board:"
    ) { map in
      try map.set(["boards", "first-days-board", "lived-experience"], to: "none")
      try map.delete(["boards", "first-days-board", "seats", 11])
    },
    PlantedFault(
      .boardTermsOfReference, "the terms of the steering group were due for review",
      at: "steering-group:"
    ) { map in
      try map.set(
        ["boards", "steering-group", "terms-of-reference", "review-due"], to: "2026-05-01")
    },
    PlantedFault(
      .boardCommissionerLink, "the commissioner left, and the board reports to nobody",
      at: "first-days-board:"
    ) { map in
      try map.set(["boards", "first-days-board", "reports-to"], to: "none")
      try map.set(["boards", "first-days-board", "seats", 7, "member"], to: "none")
    },
    PlantedFault(
      .boardMemberServiceAbsent, "the child mental health service is no longer on the map as one",
      at: "- {represents: [camhs], member: Manager of child mental health, "
        + "organisation: mental-health-trust,"
    ) { map in
      try map.set(["services", "camhs", "kind"], to: "paediatrics")
      try map.delete(["boards", "first-days-board", "seats", 5, "service"])
    },
    PlantedFault(
      .guidelineGroupFourStakeholders, "no academic takes part in the guideline",
      at: "family-focused-guideline:"
    ) { map in
      try map.replace(
        "stakeholders: [clinical, academic, managerial, commissioners]",
        with: "stakeholders: [clinical, managerial, commissioners]")
    },
    PlantedFault(
      .boardQuorumReachable, "the quorum is larger than the board", at: "first-days-board:"
    ) { map in
      try map.set(["boards", "first-days-board", "quorum"], to: "13")
    },
    PlantedFault(
      .seatVacant, "nobody holds the commissioner's seat on the steering group",
      at: "- {stakeholder: [commissioners], member: none, organisation: icb,"
    ) { map in
      try map.set(["boards", "steering-group", "seats", 3, "member"], to: "none")
    },
    PlantedFault(
      .seatVacant, "neither of two seats is held of which one has to be",
      at: "- {represents: [childrens-centre], member: none,",
      alsoExplains: [.boardQuorumReachable]
    ) { map in
      for seat in 1...2 {
        try map.set(["boards", "steering-group", "seats", .index(seat), "member"], to: "none")
      }
    },
    PlantedFault(
      .seatTermEnded, "the term of the clinical lead on the steering group has ended",
      at: "- {represents: [parent-infant-team], member: Clinical lead of the parent-infant team,"
    ) { map in
      try map.set(["boards", "steering-group", "seats", 0, "until"], to: "2026-06-30")
    },
    PlantedFault(
      .seatHoldersWithinLimits, "two parents hold a seat that is for one",
      at: "- {id: lived-experience, stakeholder: [parents-and-carers], "
        + "member: Parent of a hub family,"
    ) { map in
      try map.set(["boards", "first-days-board", "seats", 11, "maximum"], to: "1")
    },
    PlantedFault(
      .seatOneFunctionEach, "one member of the partnership board represents two functions",
      at: "- {id: council, represents: [childrens-social-care, early-help], "
        + "stakeholder: [social-care], member: Principal social worker,"
    ) { map in
      try map.replace(
        "{id: council, stakeholder: [social-care], member: Principal social worker",
        with: "{id: council, represents: [childrens-social-care, early-help], "
          + "stakeholder: [social-care], member: Principal social worker")
    },
    PlantedFault(
      .seatLivedExperience, "a professional holds the parents' seat",
      at: "- {id: lived-experience, stakeholder: [parents-and-carers], "
        + "member: Parent of a hub family,"
    ) { map in
      try map.set(["boards", "first-days-board", "seats", 11, "lived-experience"], to: "no")
    },
  ]
}
