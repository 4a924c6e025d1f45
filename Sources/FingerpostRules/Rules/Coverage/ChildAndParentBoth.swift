import FingerpostModel

/// A focal service is for the baby and for the parents, fathers among them.
struct ChildAndParentBoth: Rule {
  let id = RuleID.childAndParentBoth
  let group = RuleGroup.coverage
  let summary = "The focal service works with the baby and with the parents, fathers among them."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E75",
      says:
        "The ideal is an integrated pathway “which clearly responds to the needs of both the child "
        + "and parent(s)”."),
    Authority(
      .toolkit, "E61",
      says: "“Many mothers and fathers with perinatal mental health difficulties maintain good "
        + "attunement with their baby”."),
  ]
  let remedy =
    "Agree how whoever is left out is seen as well, here or beside the service, and write it under "
    + "`clients:` and `parents:`. The client can be the relationship itself."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team: {name: Parent-infant team, clients: [relationship], parents: [mothers, fathers]}
      """,
    failing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team: {name: Parent-infant team, clients: [infant, parent], parents: [mothers]} # here
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    guard context.isInUse(service) else { return }
    var missing: [String] = []
    if let clients = service.clients, !clients.contains(.relationship) {
      if !clients.contains(.infant) { missing.append("the baby") }
      if !clients.contains(.parent) { missing.append("the parents") }
    }
    if let parents = service.parents, !parents.contains(.fathers) { missing.append("fathers") }
    guard missing.isEmpty else {
      return answers.fail(
        "“\(service.name)” does not work with \(missing.joined(separator: " or with ")).",
        remedy:
          "Agree how \(context.list(missing)) \(missing == ["the baby"] ? "is" : "are") seen as "
          + "well, here or beside the service, and write it under `clients:` and `parents:`.",
        detail: missing.joined(separator: ", "))
    }
    if service.clients == nil { answers.ask(.clients) }
    if service.parents == nil { answers.ask(.parents) }
    if service.clients != nil, service.parents != nil { answers.pass() }
  }
}

extension Question {
  fileprivate static let clients = Question(
    "with whom it works: the baby, the parents or their relationship",
    many: "with whom they work: the baby, the parents or their relationship", key: "clients")
  fileprivate static let parents = Question(
    "with which parents it works", many: "with which parents they work", key: "parents")
}
