/// A large map from a fixed seed: services with routes to services near them.
struct GeneratedAtlas {
  let services: Int
  let routes: Int

  /// The map as a file.
  var text: String {
    var random = Series(seed: 7)
    var text = "fingerpost: 1\ntitle: Generated\nsources:\n  s: {title: Generated}\norganisations:\n"
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
            kind: \(kinds[random.next(below: kinds.count)])
            organisation: org-\(random.next(below: bodies))
            intensity: \(levels[random.next(below: levels.count)])
            serves: [parent-infant-relationship, perinatal-mental-health]
            ages: {from: conception, to: 2 years}
            areas: [area-\(random.next(below: areas))]
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
      let from = random.next(below: services)
      let to = min(services - 1, max(0, from + random.next(below: 400) - 200))
      let kind = random.next(below: routeKinds.count)
      guard from != to, seen.insert([from, to, kind]).inserted else { continue }
      text += "  - {from: service-\(from), to: service-\(to), kind: \(routeKinds[kind]), source: s \(from)}\n"
    }
    return text
  }
}

/// Random numbers that are the same in every run (SplitMix64, Steele et al. 2014).
struct Series {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }
}
