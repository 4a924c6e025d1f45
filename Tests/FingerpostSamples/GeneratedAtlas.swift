/// A large map from a fixed seed: services with routes to services near them.
package struct GeneratedAtlas {
  private let services: Int
  private let routes: Int

  /// Describes a map of this size.
  package init(services: Int, routes: Int) {
    self.services = services
    self.routes = routes
  }

  /// The map as a file.
  package var text: String {
    var random = SeededGenerator(seed: 7)
    func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    var text =
      "fingerpost: 1\ntitle: Generated\nsources:\n  s: {title: Generated}\norganisations:\n"
    let bodies = max(1, services / 15)
    for body in 0..<bodies {
      text += "  org-\(body): {name: Organisation number \(body), sector: nhs}\n"
    }
    text += "areas:\n"
    let areas = max(1, services / 100)
    for area in 0..<areas { text += "  area-\(area): Area \(area)\n" }
    text += "services:\n"
    let kinds = [
      "health-visiting", "midwifery", "general-practice", "camhs", "family-support",
      "parenting-group",
    ]
    let levels = ["universal", "targeted", "specialist"]
    for service in 0..<services {
      text += """
          service-\(service):
            name: Service number \(service)
            kind: \(kinds[number(below: kinds.count)])
            organisation: org-\(number(below: bodies))
            intensity: \(levels[number(below: levels.count)])
            serves: [parent-infant-relationship, perinatal-mental-health]
            ages: {from: conception, to: 2 years}
            areas: [area-\(number(below: areas))]
            source: s \(service)

        """
    }
    text += "routes:\n"
    let routeKinds = [
      "referral", "transfer", "signposting", "consultation", "joint-work", "notification",
      "feedback",
    ]
    var seen: Set<[Int]> = []
    while seen.count < routes {
      let from = number(below: services)
      let to = min(services - 1, max(0, from + number(below: 400) - 200))
      let kind = number(below: routeKinds.count)
      guard from != to, seen.insert([from, to, kind]).inserted else { continue }
      text += "  - {from: service-\(from), to: service-\(to), kind: \(routeKinds[kind]), "
      text += "source: s \(from)}\n"
    }
    return text
  }
}
