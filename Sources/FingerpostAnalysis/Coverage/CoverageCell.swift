public import FingerpostModel

/// A need, an age and an area: one question that coverage answers.
public struct CoverageCell: Hashable, Sendable {
  /// The need.
  public var need: Need.ID
  /// The ages of the child.
  public var ages: AgeBand
  /// The area.
  public var area: Area.ID

  /// Makes a cell.
  public init(need: Need.ID, ages: AgeBand, area: Area.ID) {
    self.need = need
    self.ages = ages
    self.area = area
  }
}
