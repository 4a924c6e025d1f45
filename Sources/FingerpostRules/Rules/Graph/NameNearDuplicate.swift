import FingerpostModel

/// No two things of a map go by names that are easily taken for one another.
struct NameNearDuplicate: Rule {
  let id = RuleID.nameNearDuplicate
  let group = RuleGroup.graph
  let summary =
    "No two services, programmes or organisations go by names that are easily taken for one another, "
    + "and no other name of one mixes its own with that of another."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .southWestLondon, "C15",
      says:
        "“Patient Practitioner Programme” stands in it once and matches no other name; the course "
        + "is the Patient Skills Programme, and there is a Practitioner Development Programme."),
    Authority(
      .localPathways, "Manchester",
      says:
        "What the toolkit calls the Child and Parent Service is called the Children and Parents "
        + "Service elsewhere."),
  ]
  let remedy =
    "Find out whether one thing is meant or two. If it is one, keep one entry and write the other "
    + "name under `also-known-as:`; if they are two, tell them apart by name, such as by the place."
  let examples = RuleExamples(
    passing: """
      services:
        early-help: {name: Early help}
        family-hub: {name: Family hub, also-known-as: [The hub]}
      """,
    failing: """
      services:
        caps: {name: Child and Parent Service}
        family-hub: {name: Children and Parents Service}  # here
      programmes:
        patient-skills:  # here
          name: Patient Skills Programme
          also-known-as: [Patient Practitioner Programme]
        practitioner-development: {name: Practitioner Development Programme}
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    var places = Set<String>()
    for area in map.areas { places.formUnion(ComparableName(area.name).words) }
    look(
      map.services.map { ($0.id.rawValue, [$0.name] + ($0.alsoKnownAs ?? [])) }, "services",
      places, &answers
    ) { map.services[Identifier($0)].map { Subject($0) } }
    look(
      map.programmes.map { ($0.id.rawValue, [$0.name] + ($0.alsoKnownAs ?? [])) }, "programmes",
      places, &answers
    ) { map.programmes[Identifier($0)].map { Subject($0) } }
    look(
      map.organisations.map { ($0.id.rawValue, [$0.name] + ($0.alsoKnownAs ?? [])) },
      "organisations", places, &answers
    ) { map.organisations[Identifier($0)].map { Subject($0) } }
  }

  /// Compares the names of things of one sort.
  ///
  /// - Parameters:
  ///   - named: The id of each and its names, the main one first.
  ///   - sort: What they are.
  ///   - places: Words of the names of areas; those may differ by one letter.
  ///   - answers: Takes what is found.
  ///   - subject: The element of an id.
  private static func look(
    _ named: [(id: String, names: [String])], _ sort: String, _ places: Set<String>,
    _ answers: inout Answers, _ subject: (String) -> Subject?
  ) {
    let named = named.sorted { ($0.names[0], $0.id) < ($1.names[0], $1.id) }
    let comparison = NameComparison(of: named.map(\.names), places: places)
    var isReported = [Bool](repeating: false, count: named.count)
    for group in comparison.lookalikes {
      for position in group { isReported[position] = true }
      guard let last = group.last, let about = subject(named[last].id) else { continue }
      let names = group.map { "“\(named[$0].names[0])” (`\(named[$0].id)`)" }
      let listed = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
      answers.fail(
        "These \(sort) are easily taken for one another: \(listed).",
        remedy:
          "Find out whether one thing is meant. If so, keep one entry and write the other name "
          + "under `also-known-as:`; if not, tell them apart by name, such as by the place.",
        detail: group.dropLast().map { named[$0].id }.joined(separator: " "), about: about)
    }
    for mixture in comparison.mixtures {
      isReported[mixture.owner] = true
      guard let about = subject(named[mixture.owner].id) else { continue }
      let other = "“\(named[mixture.other].names[0])”"
      answers.fail(
        "“\(mixture.name)”, another name of “\(named[mixture.owner].names[0])”, may as well mean "
          + "\(other).",
        evidence: [
          "It changes one word of the name, to “\(mixture.word)”, which stands in \(other)."
        ],
        remedy:
          "Ask whoever used the name which of the two was meant, and use that one's own name.",
        detail: mixture.name, about: about)
    }
    for isReported in isReported where !isReported { answers.pass() }
  }
}
