import FingerpostModel

/// A count of a map, with the parts that should add up to it and the place where it stands.
struct StatedCount {
  /// Where it stands.
  var subject: Subject
  /// What people call the element that it belongs to.
  var owner: String
  /// How many.
  var number: Quantity
  /// Among how many, for a share such as 1 in 4.
  var per: Int?
  /// The parts that should add up to it.
  var parts: [Count]
  /// The id of the cohort or stage of which these are some.
  var outOf: String?

  /// What is counted, and of what: `“People trained” of “Seeing the relationship”`.
  var name: String { "“\(subject.name)” of “\(owner)”" }
}

extension SystemMap {
  /// All counts of the map, parts of counts and evaluations among them, in the order of the file.
  ///
  /// - Complexity: O(*n*) for *n* elements; those without counts are not copied.
  func statedCounts() -> [StatedCount] {
    var found: [StatedCount] = []
    func take(_ counts: [Count], of list: String, in subject: Subject, _ owner: String) {
      for count in counts {
        let item = subject.item(list, count.id, named: count.of, count.origin)
        found.append(
          StatedCount(
            subject: item, owner: owner, number: count.number, per: count.per,
            parts: count.parts ?? [], outOf: count.outOf))
        if let parts = count.parts { take(parts, of: "parts", in: item, owner) }
      }
    }
    for index in services.indices {
      guard let counts = services[index].counts else { continue }
      take(counts, of: "counts", in: Subject(services[index]), services[index].name)
    }
    for index in routes.indices {
      guard let counts = routes[index].counts else { continue }
      let subject = Subject(routes[index], in: self)
      take(counts, of: "counts", in: subject, subject.name)
    }
    for programme in programmes {
      let subject = Subject(programme)
      take(programme.counts ?? [], of: "counts", in: subject, programme.name)
      for evaluation in programme.evaluations ?? [] {
        guard let number = evaluation.number else { continue }
        let item = subject.item(
          "evaluations", evaluation.id, named: evaluation.method, evaluation.origin)
        let parts = evaluation.parts ?? []
        found.append(
          StatedCount(
            subject: item, owner: programme.name, number: number, per: nil, parts: parts,
            outOf: nil))
        take(parts, of: "parts", in: item, programme.name)
      }
    }
    for flow in flows {
      take(flow.counts ?? [], of: "counts", in: Subject(flow), flow.name)
    }
    for index in links.indices {
      guard let counts = links[index].counts else { continue }
      let subject = Subject(links[index], in: self)
      take(counts, of: "counts", in: subject, subject.name)
    }
    return found
  }
}
