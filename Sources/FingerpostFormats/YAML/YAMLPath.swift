/// The way from the root of a tree to one of its values.
package struct YAMLPath: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// One level down.
  package enum Step: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// To the value of a key of a mapping.
    case key(String)
    /// To an element of a sequence, counted from 0.
    case index(Int)

    /// A key.
    package init(stringLiteral key: String) { self = .key(key) }
    /// A place in a sequence.
    package init(integerLiteral index: Int) { self = .index(index) }
  }

  /// From the root down; empty for the root itself.
  package var steps: [Step]

  /// Makes a path of its steps.
  package init(_ steps: some Sequence<Step>) { self.steps = Array(steps) }

  /// A path like `["routes", 3, "step"]`.
  package init(arrayLiteral steps: Step...) { self.steps = steps }

  /// This path and one step more.
  package func appending(_ step: Step) -> YAMLPath { YAMLPath(steps + [step]) }

  /// The path without its last step; the root's own for the root.
  package var parent: YAMLPath { YAMLPath(steps.dropLast()) }

  /// The steps as a person reads them: `routes → [3] → step`.
  package var description: String {
    guard !steps.isEmpty else { return "the whole file" }
    return steps.map { step in
      switch step {
      case .key(let key): key
      case .index(let index): "[\(index)]"
      }
    }.joined(separator: " → ")
  }
}
