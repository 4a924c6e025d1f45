/// A finding that the map's keepers accept for a reason and for a while.
public struct AcceptedException: MapElement {
  /// Unique among the exceptions; made from the rule and the element unless the map gives one.
  public var id: String
  /// The rule that reports it.
  public var rule: String
  /// The element that it is about.
  public var element: ElementID
  /// Why it is accepted.
  public var reason: String
  /// The role that answers for it.
  public var owner: String
  /// When it ends.
  public var until: CalendarDate
  /// Who says so, and where.
  public var origin: Origin

  /// Makes an exception.
  public init(
    rule: String, element: ElementID, reason: String, owner: String, until: CalendarDate,
    id: String? = nil, origin: Origin = Origin()
  ) {
    self.id = id ?? "\(rule)-\(element)"
    self.rule = rule
    self.element = element
    self.reason = reason
    self.owner = owner
    self.until = until
    self.origin = origin
  }
}
