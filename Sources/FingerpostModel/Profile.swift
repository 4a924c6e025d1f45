/// A written standard as plain values: what it asks of a system, and on whose word.
public struct Profile: Identifiable, Hashable, Sendable {
  /// As a map names it under `profiles:`.
  public var id: Identifier<Profile>
  /// What people call it.
  public var title: String
  /// Where it was written down.
  public var source: Source
  /// The functions that a strategic board needs as a minimum; each inner list is one slot that any
  /// of its functions fills.
  public var minimumFunctions: [[ServiceKind.ID]]
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
  /// The levels of training that the system needs.
  public var trainingLevels: [TrainingLevel]
  /// The ages that it must cover.
  public var ages: AgeRange?

  /// Makes a profile that asks nothing yet.
  public init(id: ID, title: String, source: Source) {
    self.id = id
    self.title = title
    self.source = source
    minimumFunctions = []
    stakeholders = []
    boardPurposes = []
    typicalReferrers = []
    neighbourServices = []
    policies = []
    trainingLevels = []
  }
}
