public import FingerpostModel
import FingerpostRules

/// What a written standard asks, in words.
public enum ProfileExplanation {
  /// The profiles, with what each is for.
  public static func list(_ profiles: [Profile]) -> String {
    profiles.map { profile in
      "\(profile.id)\n  \(profile.title): \(profile.rules.count) rules"
        + (profile.extends.isEmpty
          ? "" : ", beside those of \(profile.extends.map(\.rawValue).joined(separator: ", "))")
        + (profile.summary.isEmpty ? "" : "\n  \(profile.summary)")
    }.joined(separator: "\n") + "\n"
  }

  /// Everything that a profile asks, for people at a terminal.
  public static func text(of profile: Profile) -> String {
    ("\(profile.id)\n  \(profile.title)\n"
      + (profile.summary.isEmpty ? "" : "  \(profile.summary)\n"))
      + parts(of: profile).map { part in
        "\n\(part.heading)\n" + part.lines.map { "  \($0)\n" }.joined()
      }.joined()
  }

  /// The same as a section of a page in Markdown.
  static func markdown(of profile: Profile) -> String {
    "## \(profile.id)\n\n**\(profile.title)**"
      + (profile.summary.isEmpty ? "" : "\n\n\(profile.summary)")
      + parts(of: profile).map { part in
        "\n\n### \(profile.id): \(part.heading.prefix(1).lowercased())\(part.heading.dropFirst())\n\n"
          + part.lines.map { "- \($0)" }.joined(separator: "\n")
      }.joined()
  }

  private static func parts(of profile: Profile) -> [(heading: String, lines: [String])] {
    var parts: [(heading: String, lines: [String])] = []
    func part(_ heading: String, _ lines: [String]) {
      if !lines.isEmpty { parts.append((heading, lines)) }
    }
    func names(_ kinds: [ServiceKind.ID]) -> [String] { kinds.map(name) }
    part("Builds on", profile.extends.map(\.rawValue))
    part(
      "Functions that a strategic board needs as a minimum",
      profile.minimumFunctions.map { names($0).joined(separator: ", or ") })
    if let several = profile.oneMemberSeveralFunctions {
      part(
        "Members and functions",
        [several ? "One member may represent several functions." : "One function for each member."])
    }
    part("Parts of local life that a strategic board should hear", profile.stakeholders.labels)
    part("What a strategic board is for", profile.boardPurposes.labels)
    part("Who typically refers to the focal service", names(profile.typicalReferrers))
    part("Neighbours to be told apart from it, where they exist", names(profile.neighbourServices))
    part("Policies that it needs", profile.policies.labels)
    part(
      "Families that go elsewhere first",
      profile.exclusions.map { exclusion in
        "\(exclusion.condition.label): "
          + (exclusion.onward.isEmpty
            ? "" : names(exclusion.onward).joined(separator: ", otherwise ") + "; ")
          + exclusion.purpose
      })
    part(
      "What a service may do during a child protection plan", profile.childProtectionPolicies.labels
    )
    part("Reasons for stepping out", profile.stepOutReasons.labels)
    part("Levels of training", profile.trainingLevels.labels)
    part("Who takes part in making guidelines", profile.guidelineStakeholders.labels)
    if let ages = profile.ages { part("Ages", ["From \(ages)."]) }
    part("Figures", figures(profile.limits))
    part(
      "How much rules matter here, where that is not as they say themselves",
      profile.settings.map { setting in
        let what =
          switch setting.scope {
          case .all: "every rule"
          case .group(let group): "the group \(group)"
          case .rule(let rule): rule
          case .element(let rule, let element): "\(rule) for \(element)"
          }
        return "\(what): \(setting.severity?.rawValue ?? "not asked"). \(setting.reason)"
      })
    part("Rules", profile.rules)
    return parts
  }

  private static func figures(_ limits: RuleLimits) -> [String] {
    [
      limits.assuredWithin.map { "An entry is confirmed within \($0)." },
      limits.smallestPublicCount.map { "Counts under \($0) are not shown to the public." },
      limits.handOffs.map { "At most \($0) hand-offs lead to specialist help." },
      limits.functionsPerMember.map {
        "A member who represents more than \($0) functions is remarked upon."
      },
      limits.wait.map { "A wait is at most \($0)." },
      limits.leadPosts.map { "Whoever sets a service up has at least \($0) of a full-time post." },
      limits.leadTime.map { "That lead works for \($0) before the first referral." },
      limits.mixDrift.map {
        "The mix of need that a service sees lies within \($0) percentage points of the one it is "
          + "commissioned for."
      },
      limits.venueKinds.map { "A service works in at least \($0) kinds of venue." },
    ].compactMap(\.self)
  }

  private static func name(_ kind: ServiceKind.ID) -> String {
    ServiceKind.known.first { $0.id == kind }?.name ?? kind.rawValue
  }
}

extension Array where Element: Word {
  fileprivate var labels: [String] { map(\.label) }
}
