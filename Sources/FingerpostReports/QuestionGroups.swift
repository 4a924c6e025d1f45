import FingerpostAnalysis
import FingerpostModel

/// Needs, ages and areas of which the same is said, for families without a condition and for those with
/// one of several.
///
/// Families with a condition are left out where the same need, age and area is there for families
/// without any.
struct QuestionGroups<Key: Hashable> {
  /// Of whom the same is said.
  struct Group {
    let key: Key
    /// The conditions that families have one of; empty for families without a condition.
    let conditions: [Condition.ID]
    let cells: [CoverageCell]

    /// The families, need by need, in as few words as they take.
    func families(_ words: CoverageWording, of grid: CoverageGrid) -> String {
      let families = words.cells(cells, of: grid).joined(separator: "; ")
      if conditions.isEmpty { return families }
      let names = words.words.alternatives(conditions.map { words.name(of: $0) })
      return "\(families). Only families with "
        + "\(conditions.count == 1 ? "this condition" : "one of these conditions"): \(names)"
    }
  }

  private struct Part: Hashable {
    let key: Key
    let condition: Condition.ID?
  }

  private struct Alike: Hashable {
    let key: Key
    let hasCondition: Bool
    let cells: [CoverageCell]
  }

  private var order: [Part] = []
  private var cells: [Part: [CoverageCell]] = [:]
  private var plain: Set<CoverageCell> = []

  /// Adds one question; those of families without a condition come first.
  mutating func add(_ question: Impact.Question, under key: Key) {
    if question.condition == nil {
      plain.insert(question.cell)
    } else if plain.contains(question.cell) {
      return
    }
    let part = Part(key: key, condition: question.condition)
    if cells[part] == nil { order.append(part) }
    cells[part, default: []].append(question.cell)
  }

  /// The groups, in the order in which they were begun.
  var groups: [Group] {
    var alike: [Alike] = []
    var conditions: [Alike: [Condition.ID]] = [:]
    for part in order {
      let own = Alike(
        key: part.key, hasCondition: part.condition != nil, cells: cells[part] ?? [])
      if conditions[own] == nil { alike.append(own) }
      conditions[own, default: []] += [part.condition].compactMap(\.self)
    }
    return alike.map { Group(key: $0.key, conditions: conditions[$0] ?? [], cells: $0.cells) }
  }
}
