import FingerpostModel

/// The executives of an NHS body have signed off that families pay.
struct NhsChargingSignoff: Rule {
  let id = RuleID.nhsChargingSignoff
  let group = RuleGroup.safety
  let summary = "Where families pay for an NHS service, its executives have signed that off."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E47",
      says: "“It is possible for NHS teams to charge families but this requires substantial "
        + "development and administration and is likely to require Executive Board sign-off”.")
  ]
  let remedy =
    "Bring the charge to the executive board of the organisation, and write `executive-sign-off: yes` "
    + "when it has agreed."
  let examples = RuleExamples(
    passing: """
      organisations:
        trust: {name: Exampleton Trust, sector: nhs}
      services:
        course: {name: Antenatal course, organisation: trust, charge: flat-rate,
                 executive-sign-off: yes}
      """,
    failing: """
      organisations:
        trust: {name: Exampleton Trust, sector: nhs}
      services:
        course: {name: Antenatal course, organisation: trust, charge: flat-rate,  # here
                 executive-sign-off: no}
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard let id = service.organisation, context.map.organisations[id]?.sector == .nhs,
      context.isInUse(service)
    else { return }
    switch service.charge {
    case nil: if context.map.focus?.contains(service.id) == true { answers.ask(.familiesPay) }
    case .free?: answers.pass()
    case .flatRate?, .meansTested?:
      answers.expect(
        service.executiveSignOff,
        orFail: "Families pay for “\(service.name)”, and the executives have not signed that off.",
        remedy: "Bring the charge to the executive board, and write `executive-sign-off: yes` when "
          + "it has agreed.", orAsk: .signOff)
    }
  }
}

extension Question {
  fileprivate static let signOff = Question(
    "whether executives have signed off that families pay",
    many: "whether executives have signed off that families pay", key: "executive-sign-off")
}
