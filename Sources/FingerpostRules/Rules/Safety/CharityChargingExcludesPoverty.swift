import FingerpostModel

/// A charity that asks families to pay does not exclude those who are poor.
struct CharityChargingExcludesPoverty: Rule {
  let id = RuleID.charityChargingExcludesPoverty
  let group = RuleGroup.safety
  let summary =
    "A service of a charity or of another body of the voluntary sector that families pay for does "
    + "not exclude families in poverty."
  let obligation = Obligation.must
  let authority = [
    Authority(
      .toolkit, "E48",
      says:
        "“Charities may charge for services (therapy, consultation or training) or use of their "
        + "facilities but it is a legal requirement that they are not run in a manner which "
        + "excludes families living in poverty”.")
  ]
  let remedy =
    "Agree how families in poverty use the service, such as free places, and write it under "
    + "`poverty-provision:`."
  let examples = RuleExamples(
    passing: """
      organisations:
        families: {name: Exampleton Families, sector: voluntary, charity-number: "0000001"}
      services:
        massage: {name: Baby massage, organisation: families, charge: flat-rate,
                  poverty-provision: Free for families on a low income}
      """,
    failing: """
      organisations:
        families: {name: Exampleton Families, sector: voluntary, charity-number: "0000001"}
      services:
        massage: {name: Baby massage, organisation: families, charge: flat-rate,  # here
                  poverty-provision: none}
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isInUse(service) else { return }
    guard let id = service.organisation, let organisation = context.map.organisations[id] else {
      // Whoever runs it: what families pay matters most where the map is drawn round.
      if service.charge == nil {
        if context.map.focus?.contains(service.id) == true { answers.ask(.familiesPay) }
      } else if service.charge != .free, service.organisation == nil {
        answers.ask(.charging)
      }
      return
    }
    guard let sector = organisation.sector else {
      if organisation.charityNumber != nil {
        Self.judge(service, &answers)
      } else if let charge = service.charge, charge != .free {
        answers.ask(.sector, about: Subject(organisation))
      }
      return
    }
    if sector == .voluntary || organisation.charityNumber != nil { Self.judge(service, &answers) }
  }

  private static func judge(_ service: Service, _ answers: inout Answers) {
    switch service.charge {
    case nil: answers.ask(.familiesPay)
    case .free?: answers.pass()
    case .flatRate?, .meansTested?:
      switch service.povertyProvision {
      case .stated: answers.pass()
      case .notStated: answers.ask(.provision)
      case .none:
        answers.fail(
          "Families pay for “\(service.name)”, and nothing is done for those who cannot.",
          remedy:
            "Agree how families in poverty use the service, such as free places, and write it "
            + "under `poverty-provision:`.")
      }
    }
  }
}

extension Question {
  /// Whether families pay is asked by the rules on charging.
  static let familiesPay = Question(
    "whether families pay", many: "whether families pay", key: "charge")
  fileprivate static let charging = Question(
    "which organisation runs it, though families pay",
    many: "which organisations run them, though families pay", key: "organisation")
  fileprivate static let sector = Question(
    "which sector it belongs to, though families pay for what it runs",
    many: "which sector they belong to, though families pay for what they run", key: "sector")
  fileprivate static let provision = Question(
    "how families who cannot pay use it", many: "how families who cannot pay use them",
    key: "poverty-provision")
}
