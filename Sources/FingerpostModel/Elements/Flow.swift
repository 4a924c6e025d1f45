/// Counted stages that people pass one after another: invited, booked, attended, completed.
public struct Flow: MapElement {
  /// As other elements refer to it.
  public var id: Identifier<Flow>
  /// What people call it.
  public var name: String
  /// The service or programme that people pass through.
  public var through: NodeID?
  /// The stages in order.
  public var stages: [FlowStage]?
  /// How many people the source itself leaves unaccounted for; reported, never corrected.
  public var unaccounted: Stated<Quantity>
  /// Counts of people who went through it.
  public var counts: [Count]?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a flow of which nothing is stated but its name.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    unaccounted = .notStated
    self.origin = origin
  }
}

/// One stage of a flow.
public struct FlowStage: MapElement {
  /// Unique within the flow; made from the name unless the map gives one.
  public var id: String
  /// What people call it.
  public var name: String
  /// How many people reached it.
  public var count: Quantity?
  /// How many are still in the stage before and may yet come.
  public var stillBefore: Quantity?
  /// Who left between the stage before and this one.
  public var left: [Departure]?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a stage.
  public init(id: String, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
  }
}

/// People who left a flow.
public struct Departure: MapElement {
  /// Unique within the stage; made from when unless the map gives one.
  public var id: String
  /// When or why they left, in words.
  public var when: String
  /// How many.
  public var count: Quantity?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a departure.
  public init(id: String, when: String, origin: Origin = Origin()) {
    self.id = id
    self.when = when
    self.origin = origin
  }
}
