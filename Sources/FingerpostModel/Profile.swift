/// A written standard as plain values: what it asks of a system, and on whose word.
///
/// A locality's own profile extends one of these: it adds functions and rules, and changes how much
/// a rule matters, with a reason.
public struct Profile: Identifiable, Hashable, Sendable {
  /// As a map names it under `profiles:`.
  public var id: Identifier<Profile>
  /// What people call it.
  public var title: String
  /// What it is for, in a sentence or two.
  public var summary: String
  /// Where it was written down.
  public var sources: [Source]
  /// The profiles that it builds on.
  public var extends: [Profile.ID]
  /// The ids of the rules that it asks for.
  public var rules: [String]
  /// How much rules matter here, where that is not as the rule says.
  public var settings: [RuleSetting]
  /// Kinds of service that it names beside the known ones.
  public var kinds: [ServiceKind.ID]
  /// The functions that a strategic board needs as a minimum; each inner list is one slot that any
  /// of its functions fills.
  public var minimumFunctions: [[ServiceKind.ID]]
  /// Whether one member of a board may represent several functions; a board can say otherwise.
  public var oneMemberSeveralFunctions: Bool?
  /// The parts of local life that a strategic board should hear.
  public var stakeholders: [Stakeholder]
  /// What a strategic board is for.
  public var boardPurposes: [BoardPurpose]
  /// The kinds of service that typically refer to the focal service.
  public var typicalReferrers: [ServiceKind.ID]
  /// The kinds of service that must be told apart from the focal service where they exist.
  public var neighbourServices: [ServiceKind.ID]
  /// The policies that the focal service needs.
  public var policies: [PolicyKind]
  /// The reasons for which a family may step out.
  public var stepOutReasons: [StepOutReason]
  /// The conditions for which the focal service sends families elsewhere, and where.
  public var exclusions: [ExpectedExclusion]
  /// What a service may do while a child is on a child protection plan.
  public var childProtectionPolicies: [ChildProtectionPolicy]
  /// The levels of training that the system needs.
  public var trainingLevels: [TrainingLevel]
  /// The parts of local life that have to take part in making guidelines.
  public var guidelineStakeholders: [Stakeholder]
  /// The ages that the system must cover.
  public var ages: AgeRange?
  /// Figures that rules compare with.
  public var limits: RuleLimits

  /// Makes a profile that asks nothing yet.
  public init(id: ID, title: String, summary: String = "", sources: [Source] = []) {
    self.id = id
    self.title = title
    self.summary = summary
    self.sources = sources
    extends = []
    rules = []
    settings = []
    kinds = []
    minimumFunctions = []
    stakeholders = []
    boardPurposes = []
    typicalReferrers = []
    neighbourServices = []
    policies = []
    stepOutReasons = []
    exclusions = []
    childProtectionPolicies = []
    trainingLevels = []
    guidelineStakeholders = []
    limits = RuleLimits()
  }

  /// This profile and what another adds to it; where both state a single fact, the other's holds.
  public func adding(_ other: Profile) -> Profile {
    func union<Value: Equatable>(_ a: [Value], _ b: [Value]) -> [Value] {
      a + b.filter { !a.contains($0) }
    }
    var sum = self
    sum.sources = union(sources, other.sources)
    sum.extends = union(extends, other.extends)
    sum.rules = union(rules, other.rules)
    sum.settings = settings + other.settings
    sum.kinds = union(kinds, other.kinds)
    sum.minimumFunctions = union(minimumFunctions, other.minimumFunctions)
    sum.oneMemberSeveralFunctions = other.oneMemberSeveralFunctions ?? oneMemberSeveralFunctions
    sum.stakeholders = union(stakeholders, other.stakeholders)
    sum.boardPurposes = union(boardPurposes, other.boardPurposes)
    sum.typicalReferrers = union(typicalReferrers, other.typicalReferrers)
    sum.neighbourServices = union(neighbourServices, other.neighbourServices)
    sum.policies = union(policies, other.policies)
    sum.stepOutReasons = union(stepOutReasons, other.stepOutReasons)
    sum.exclusions = union(exclusions, other.exclusions)
    sum.childProtectionPolicies = union(childProtectionPolicies, other.childProtectionPolicies)
    sum.trainingLevels = union(trainingLevels, other.trainingLevels)
    sum.guidelineStakeholders = union(guidelineStakeholders, other.guidelineStakeholders)
    sum.ages = other.ages ?? ages
    sum.limits = limits.overridden(by: other.limits)
    return sum
  }
}

/// A condition for which a standard expects a service to send families elsewhere.
public struct ExpectedExclusion: Hashable, Sendable {
  /// The condition.
  public var condition: ConditionKind
  /// The kinds of service to send them to, the preferred one first; empty when none is named.
  public var onward: [ServiceKind.ID]
  /// What they go there for, or what they wait for, in words.
  public var purpose: String

  /// Makes an expectation.
  public init(condition: ConditionKind, onward: [ServiceKind.ID], purpose: String) {
    self.condition = condition
    self.onward = onward
    self.purpose = purpose
  }
}

/// How much a rule matters in one place, and why that differs from what the rule says.
///
/// The most specific setting holds: one for a rule and an element, then one for a rule, then one
/// for a group of rules, then one for all; among equals the one stated last.
public struct RuleSetting: Hashable, Sendable {
  /// What the setting is for.
  public enum Scope: Hashable, Sendable {
    /// Every rule.
    case all
    /// The rules of a group, such as `training`.
    case group(String)
    /// One rule.
    case rule(String)
    /// One rule about one element, and what lies within it.
    case element(String, ElementID)
  }

  /// What it is for.
  public var scope: Scope
  /// How much a failure matters; `nil` when the rule is not asked at all.
  public var severity: Severity?
  /// Why, in words.
  public var reason: String
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a setting.
  public init(_ scope: Scope, severity: Severity?, reason: String, origin: Origin = Origin()) {
    self.scope = scope
    self.severity = severity
    self.reason = reason
    self.origin = origin
  }
}

/// Figures that rules compare with; `nil` where a profile states none.
public struct RuleLimits: Hashable, Sendable {
  /// How old the confirmation of an entry may be.
  public var assuredWithin: TimeSpan?
  /// The smallest count that may be shown to the public.
  public var smallestPublicCount: Int?
  /// The most hand-offs between an entry and specialist help.
  public var handOffs: Int?
  /// The most functions that one member represents without a remark.
  public var functionsPerMember: Int?
  /// The longest wait.
  public var wait: TimeSpan?
  /// The least working time of whoever sets a service up.
  public var leadPosts: WholeTimeEquivalent?
  /// How long that lead works before the first referral.
  public var leadTime: TimeSpan?
  /// How far the seen mix of need may lie from the commissioned one, in percentage points.
  public var mixDrift: Int?
  /// The fewest kinds of venue.
  public var venueKinds: Int?

  /// Makes limits of which none is stated.
  public init() {}

  /// These limits, except where others state one.
  public func overridden(by other: RuleLimits) -> RuleLimits {
    var sum = self
    sum.assuredWithin = other.assuredWithin ?? assuredWithin
    sum.smallestPublicCount = other.smallestPublicCount ?? smallestPublicCount
    sum.handOffs = other.handOffs ?? handOffs
    sum.functionsPerMember = other.functionsPerMember ?? functionsPerMember
    sum.wait = other.wait ?? wait
    sum.leadPosts = other.leadPosts ?? leadPosts
    sum.leadTime = other.leadTime ?? leadTime
    sum.mixDrift = other.mixDrift ?? mixDrift
    sum.venueKinds = other.venueKinds ?? venueKinds
    return sum
  }
}
