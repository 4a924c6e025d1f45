/// A condition for which a service is closed, and where a family with it is sent instead.
public struct Exclusion: MapElement {
  /// Unique within the service; the condition unless the map gives another.
  public var id: String
  /// The condition.
  public var condition: Condition.ID
  /// The services to send the family to, the preferred one first (toolkit E63).
  public var onward: [Service.ID]?
  /// What they are sent there for, in words.
  public var purpose: String?
  /// When the family can come back, in words (toolkit E65).
  public var resume: Stated<String>
  /// Who says so, and where.
  public var origin: Origin

  /// Makes an exclusion.
  public init(condition: Condition.ID, id: String? = nil, origin: Origin = Origin()) {
    self.id = id ?? condition.rawValue
    self.condition = condition
    resume = .notStated
    self.origin = origin
  }
}

/// A condition that a service is made for: families without any of its conditions are not seen.
public struct Requirement: MapElement {
  /// The condition.
  public var condition: Condition.ID
  /// Who says so, and where.
  public var origin: Origin

  /// The condition.
  public var id: Condition.ID { condition }

  /// Makes a requirement.
  public init(condition: Condition.ID, origin: Origin = Origin()) {
    self.condition = condition
    self.origin = origin
  }
}
