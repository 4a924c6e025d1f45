/// What a person says about an import that is merged into a map.
public struct MergeAnswers: Sendable {
  /// The id in the map of an element of the import, by its id there.
  public var same: [String: String] = [:]
  /// The ids in the import of elements that the map does not hold.
  public var new: Set<String> = []
  /// Whether the import is believed where it says something else than the map.
  public var takesImport = false

  /// Makes answers that say nothing.
  public init() {}
}
