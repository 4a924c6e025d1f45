/// What a merge does and does not do, a sentence each.
public struct MergeReport: Hashable, Sendable {
  /// What sort of thing is told.
  public enum Group: String, CaseIterable, Hashable, Sendable {
    /// Elements of the import that are taken for elements of the map, by their names.
    case same = "Taken for the same"
    /// What the import says and the map does not.
    case added = "Added"
    /// Where the import says something else and the map is changed.
    case changed = "Changed"
    /// Where the import says something else and the map stays as it is.
    case kept = "Different in the import, and kept as the map has it"
    /// What is left out until a question is answered.
    case left = "Left out"
    /// What a person has to say.
    case questions = "Questions"
  }

  /// The sentences of each group, in the order of the import.
  public internal(set) var lines: [Group: [String]] = [:]

  /// Whether a person has to say something first.
  public var hasQuestions: Bool { lines[.questions] != nil }

  /// Adds a sentence.
  mutating func add(_ line: String, to group: Group) { lines[group, default: []].append(line) }
}
