import ArgumentParser
import FingerpostDiagrams
import FingerpostModel

/// The family that a pathway is drawn for.
struct FamilyArguments: ParsableArguments {
  @Option(help: "Draw the pathway of one family: what it needs help with.")
  var need: String?

  @Option(help: "The age of the child of that family, such as birth or \"9 months\".")
  var age: Age?

  @Option(help: "Where that family lives; needed when the map has areas.")
  var area: String?

  /// Whether one is asked for.
  var isAsked: Bool { need != nil }

  func validate() throws {
    guard (need == nil) == (age == nil), need != nil || area == nil else {
      throw ValidationError(
        "a family is described with --need and --age together, and --area when the map has areas")
    }
  }

  /// The question to a map; `nil` when no family is described.
  ///
  /// - Throws: What is wrong with an id, and which there are.
  func question(to map: SystemMap) throws -> FamilyQuestion? {
    guard let need, let age else { return nil }
    return FamilyQuestion(
      need: try map.known(need, "need", among: map.allNeeds), age: try age.ofAChild(),
      area: try map.area(area))
  }
}

extension Age {
  /// The age, when a child can be of it.
  func ofAChild() throws -> Age {
    guard self < .noLimit else {
      throw ValidationError(
        "no child can be of the age `\(self)`; write an age such as \"9 months\"")
    }
    return self
  }
}

extension SystemMap {
  /// The area of an id from the command line; any will do for a map that has none.
  func area(_ id: String?) throws -> Area.ID {
    if let id { return try known(id, "area", among: areas.map(\.id)) }
    if areas.isEmpty { return "anywhere" }
    throw ValidationError(
      "say where the family lives with --area; there are: "
        + areas.map(\.id.rawValue).sorted().firstTen)
  }

  /// The needs that are declared or that a service serves.
  var allNeeds: [Need.ID] {
    Array(Set(needs.map(\.id)).union(services.flatMap { $0.serves ?? [] }))
  }
}
