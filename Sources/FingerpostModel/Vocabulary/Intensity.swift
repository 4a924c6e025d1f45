/// One level of the ordered scale that a map declares, lowest first.
public struct Intensity: Identifiable, Hashable, Sendable {
  /// As it is written in a map.
  public var id: Identifier<Intensity>
  /// What people are shown.
  public var name: String

  /// Makes a level.
  public init(id: ID, name: String) {
    self.id = id
    self.name = name
  }

  /// The scale of a map that declares none: universal, targeted, specialist, acute.
  public static let defaultScale: [Intensity] = [
    Intensity(id: "universal", name: "Universal"),
    Intensity(id: "targeted", name: "Targeted"),
    Intensity(id: "specialist", name: "Specialist"),
    Intensity(id: "acute", name: "Acute"),
  ]
}
