import FingerpostModel

extension Shape where Record == Profile {
  /// How a profile is written.
  static let profile = Shape("profile", "A written standard, or what a locality adds to one.") {
    [
      .required("fingerpost-profile", \.self, .profileVersion, "The version of this format: 1."),
      .required("title", \.title, .text, "What people call it."),
      .defaulted("summary", \.summary, .text, "What it is for, in a sentence or two."),
      .defaulted(
        "extends", \.extends, .list(.profile()),
        "The profiles that it builds on, such as `parent-infant-2019`."),
      .defaulted(
        "rules", \.rules, .list(.name("a rule", suchAs: "commissioner-unknown")),
        "Rules that it asks for beside theirs."),
      .defaulted(
        "settings", \.settings, .settings,
        "How much rules matter here, where that is not as they say themselves."),
      .defaulted(
        "kinds", \.kinds, .list(.kind),
        "Kinds of service that it names beside the known ones; its maps declare them too."),
      .defaulted(
        "functions", \.minimumFunctions, .list(.slot),
        "Functions that a strategic board needs; several in brackets are one place that any of "
          + "them fills."),
      .optional(
        "one-member-several-functions", \.oneMemberSeveralFunctions, .yesNo,
        "Whether one member of a board may represent several functions."),
      .defaulted(
        "stakeholders", \.stakeholders, .list(.word()),
        "Parts of local life that a strategic board should hear."),
      .defaulted(
        "purposes", \.boardPurposes, .list(.word()), "What a strategic board is for."),
      .defaulted(
        "referrers", \.typicalReferrers, .list(.kind),
        "Kinds of service that refer to the focal service."),
      .defaulted(
        "neighbours", \.neighbourServices, .list(.kind),
        "Kinds of service to be told apart from the focal service."),
      .defaulted(
        "policies", \.policies, .list(.word()), "Policies that the focal service needs."),
      .defaulted(
        "step-out-reasons", \.stepOutReasons, .list(.word()),
        "Reasons for which a family may step out."),
      .defaulted(
        "exclusions", \.exclusions, .expectedExclusions,
        "Conditions for which the focal service sends families elsewhere, and where."),
      .defaulted(
        "child-protection", \.childProtectionPolicies, .list(.word()),
        "What a service may do while a child is on a child protection plan."),
      .defaulted(
        "training-levels", \.trainingLevels, .list(.word()), "Levels of training it asks for."),
      .defaulted(
        "guideline-stakeholders", \.guidelineStakeholders, .list(.word()),
        "Parts of local life that have to take part in making guidelines."),
      .optional(
        "ages", \.ages, .ages,
        "The ages that the system must cover."),
      .defaulted(
        "limits", \.limits, .record(.ruleLimits) { _ in RuleLimits() },
        "Figures that rules compare with."),
    ]
  }
}

extension Shape where Record == RuleLimits {
  /// How the figures of a profile are written.
  static let ruleLimits = Shape("set of limits", "Figures that rules compare with.") {
    [
      .optional(
        "assured-within", \.assuredWithin, .span, "How old the confirmation of an entry may be."),
      .optional(
        "smallest-public-count", \.smallestPublicCount, .integer(1...1000),
        "The smallest count that may be shown to the public."),
      .optional(
        "hand-offs", \.handOffs, .integer(1...100),
        "The most hand-offs between an entry and specialist help."),
      .optional(
        "functions-per-member", \.functionsPerMember, .integer(1...100),
        "The most functions that one member represents without a remark."),
      .optional("wait", \.wait, .span, "The longest wait."),
      .optional(
        "lead-posts", \.leadPosts, .posts,
        "The least working time of whoever sets a service up, in full-time posts."),
      .optional(
        "lead-time", \.leadTime, .span, "How long that lead works before the first referral."),
      .optional(
        "mix-drift", \.mixDrift, .integer(1...100),
        "How far the seen mix of need may lie from the commissioned one, in percentage points."),
      .optional(
        "venue-kinds", \.venueKinds, .integer(1...20), "The fewest kinds of venue."),
    ]
  }
}

/// A setting while it is read.
struct RuleSettingRecord: MapElement {
  var rule: String?
  var group: String?
  var element: ElementID?
  var severity: SettingSeverity?
  var reason = ""
  var origin: Origin

  var id: [String] { [rule ?? "", group ?? "", element?.description ?? ""] }

  init(origin: Origin) { self.origin = origin }

  /// The setting; `nil` when it lacks what the reader has reported.
  var setting: RuleSetting? {
    guard let severity else { return nil }
    let scope: RuleSetting.Scope =
      switch (rule, group, element) {
      case (let rule?, _, let element?): .element(rule, element)
      case (let rule?, _, nil): .rule(rule)
      // The reader reports it; it must not hold for everything else.
      case (nil, _, let element?): .element("", element)
      case (nil, let group?, nil): .group(group)
      case (nil, nil, nil): .all
      }
    return RuleSetting(scope, severity: severity.severity, reason: reason, origin: origin)
  }
}

/// How much a rule matters, as a profile writes it.
enum SettingSeverity: String, Word {
  case error
  case warning
  case note
  case off

  var label: String {
    switch self {
    case .error: "it must be mended"
    case .warning: "it ought to be mended"
    case .note: "it is worth knowing"
    case .off: "the rule is not asked"
    }
  }

  var severity: Severity? { Severity(rawValue: rawValue) }
}

extension Shape where Record == RuleSettingRecord {
  /// How a setting is written.
  static let ruleSetting = Shape(
    "setting",
    "How much a rule matters here; without a rule and a group, how much every rule matters."
  ) {
    [
      .optional("rule", \.rule, .name("a rule", suchAs: "commissioner-unknown"), "The rule."),
      .optional(
        "group", \.group, .name("a group of rules", suchAs: "training"),
        "The group of rules, instead of one."),
      .optional(
        "element", \.element, .elementID,
        "The element for which it holds, with what lies within it; needs a rule."),
      .required("severity", \.severity, .some(.word()), "How much a failure matters."),
      .required("reason", \.reason, .text, "Why, and who decided it."),
    ] + .origin(\.origin)
  }
}

/// An expected exclusion while it is read.
struct ExpectedExclusionRecord: MapElement {
  var condition: ConditionKind?
  var onward: [ServiceKind.ID] = []
  var purpose = ""
  var origin: Origin

  var id: String { condition?.rawValue ?? "" }

  init(origin: Origin) { self.origin = origin }

  /// The exclusion; `nil` when it lacks what the reader has reported.
  var exclusion: ExpectedExclusion? {
    condition.map { ExpectedExclusion(condition: $0, onward: onward, purpose: purpose) }
  }
}

extension Shape where Record == ExpectedExclusionRecord {
  /// How an expected exclusion is written.
  static let expectedExclusion = Shape(
    "expected exclusion", "A condition for which the focal service sends families elsewhere."
  ) {
    [
      .required("condition", \.condition, .some(.word()), "The condition."),
      .defaulted(
        "onward", \.onward, .list(.kind),
        "Kinds of service to send them to, the preferred one first."),
      .defaulted("for", \.purpose, .text, "What they go there for, or wait for."),
    ] + .origin(\.origin)
  }
}

extension ValueType {
  /// The same value in another form.
  func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> ValueType<Other> {
    let read = read
    return ValueType<Other>(description: description) { node, reading in
      read(node, reading).map(transform)
    }
  }

  /// The same value, for a property that is empty until it is read.
  static func some<Wrapped>(_ type: ValueType<Wrapped>) -> ValueType where Value == Wrapped? {
    type.map { $0 }
  }
}

extension ValueType where Value == [RuleSetting] {
  /// How much rules matter.
  static var settings: ValueType {
    let records = ValueType<[RuleSettingRecord]>
      .records(.ruleSetting, { RuleSettingRecord(origin: $0) }) { _ in }
    return ValueType(description: records.description) { node, reading in
      guard let settings = records.read(node, reading) else { return nil }
      for setting in settings where setting.rule != nil && setting.group != nil {
        reading.report(
          .wrongType,
          "this setting names a rule and a group of rules; keep `rule:` or `group:`, and write a "
            + "second setting for the other", at: setting.origin.location)
      }
      return settings.compactMap(\.setting)
    }
  }
}

extension ValueType where Value == [ExpectedExclusion] {
  /// Conditions for which families go elsewhere.
  static var expectedExclusions: ValueType {
    ValueType<[ExpectedExclusionRecord]>
      .records(.expectedExclusion, { ExpectedExclusionRecord(origin: $0) }) { _ in }
      .map { $0.compactMap(\.exclusion) }
  }
}

extension ValueType where Value == String {
  /// The name of something that the reader of profiles is told.
  static func name(_ noun: String, suchAs example: String) -> ValueType {
    ValueType(
      description: .pattern(
        name: "the name of \(noun)", expression: #"^[a-z0-9._][a-z0-9._-]*$"#, examples: [example],
        numbers: nil)
    ) { node, reading in
      guard let name = ValueType<String>.id.read(node, reading) else { return nil }
      reading.note(name: name, of: noun, at: node)
      return name
    }
  }
}

extension ValueType where Value == ServiceKind.ID {
  /// A kind of service, in a profile.
  static var kind: ValueType {
    ValueType<String>.name("a kind of service", suchAs: "health-visiting").map { Identifier($0) }
  }
}

extension ValueType where Value == [ServiceKind.ID] {
  /// One place on a board: a function, or several of which any fills it.
  static var slot: ValueType { .list(.kind) }
}

extension ValueType where Value == Profile {
  /// The version of the format of profiles.
  static var profileVersion: ValueType {
    ValueType(
      description: .word(vocabulary: "ProfileVersion", words: [(raw: "1", label: "this version")])
    ) {
      node, reading in
      if node.kind != .scalar || node.text != "1" {
        reading.report(
          .unknownWord,
          "this program reads version 1 of the profile format: write `fingerpost-profile: 1`",
          at: node)
      }
      return nil
    }
  }
}
