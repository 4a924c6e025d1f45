public import FingerpostModel

/// A family to ask the map about: what it needs help with, the child's age and where it lives.
public struct FamilyQuestion: Hashable, Sendable {
  /// What the family needs help with.
  public var need: Need.ID
  /// The age of the child.
  public var age: Age
  /// Where the family lives; anything for a map without areas.
  public var area: Area.ID

  /// Makes a question.
  public init(need: Need.ID, age: Age, area: Area.ID) {
    self.need = need
    self.age = age
    self.area = area
  }
}
