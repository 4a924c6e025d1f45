import FingerpostModel

extension GeneratedSystem {
  /// The map as a file, with what a real one states beside what coverage asks: who runs, commissions
  /// and keeps each service, how families are referred, and where each statement comes from.
  package var text: String {
    func list(_ ids: [String]) -> String {
      ids.isEmpty ? "none" : "[\(ids.joined(separator: ", "))]"
    }
    var text =
      "fingerpost: 1\ntitle: \(map.title)\nas-of: 2026-11-01\nprofiles: [parent-infant-2019]\n"
    if let scope = map.scope {
      text += "scope:\n  needs: \(list(scope.needs?.map(\.rawValue) ?? []))\n"
      if let from = scope.ages?.from, let to = scope.ages?.to {
        text += "  ages: {from: \(from), to: \(to)}\n"
      }
      text += "  areas: \(list(scope.areas?.map(\.rawValue) ?? []))\n"
    }
    text += "sources:\n  s: {title: Generated, review-due: 2027-01-01}\nneeds:\n"
    for need in map.needs { text += "  \(need.id): Need \(need.name)\n" }
    text += "areas:\n"
    for area in map.areas {
      text += "  \(area.id): {name: \(area.name)\(area.within.map { ", within: \($0)" } ?? "")}\n"
    }
    text += "conditions:\n"
    for condition in map.conditions { text += "  \(condition.id): Condition \(condition.name)\n" }
    text += "organisations:\n"
    for body in 0..<12 { text += "  org-\(body): {name: Organisation \(body), sector: nhs}\n" }
    text += "services:\n"
    for (number, service) in map.services.enumerated() {
      text += "  \(service.id):\n    name: \(service.name)\n    organisation: org-\(number % 12)\n"
      text += "    commissioned-by: [org-\(number % 7)]\n    owner: Manager \(number)\n"
      text += "    assured: 2026-10-01\n    source: s \(number)\n"
      text += "    eligibility: Families in the area.\n    discharge: When the goals are met.\n"
      text += "    referral: {methods: [form, email], consent: yes}\n"
      if let intensity = service.intensity {
        text += "    intensity: \(list(intensity.map(\.rawValue)))\n"
      }
      if let entry = service.entry { text += "    entry: \(entry.rawValue)\n" }
      if let serves = service.serves { text += "    serves: \(list(serves.map(\.rawValue)))\n" }
      if let from = service.ages?.from, let to = service.ages?.to {
        text += "    ages: {from: \(from), to: \(to)}\n"
      }
      if let areas = service.areas { text += "    areas: \(list(areas.map(\.rawValue)))\n" }
      if let excludes = service.excludes {
        text += "    excludes: "
        text += list(excludes.map { "{condition: \($0.condition)}" }) + "\n"
      }
      if let only = service.onlyFor {
        text += "    only-for: " + list(only.map { "{condition: \($0.condition)}" }) + "\n"
      }
      if let status = service.status { text += "    status: \(status.rawValue)\n" }
    }
    text += "routes:\n"
    for route in map.routes {
      text += "  - {from: \(route.from), to: \(route.to), kind: \(route.kind.rawValue)"
      if let status = route.status { text += ", status: \(status.rawValue)" }
      text += ", source: s}\n"
    }
    return text
  }
}
