/// A value to be written into a file.
package enum YAMLValue: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// A key of a mapping with its value.
  package struct Entry: Hashable, Sendable {
    /// The key, not yet quoted.
    package var key: String
    /// What stands after it.
    package var value: YAMLValue

    /// Makes an entry.
    package init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }

  /// Nothing stated; written as `null`.
  case null
  /// Text, quoted where it must be.
  case scalar(String)
  /// Text in quotation marks, so that `none` is not taken for the word.
  case quoted(String)
  /// A list.
  case sequence([YAMLValue])
  /// Keys and values, in order.
  case mapping([Entry])

  /// Text.
  package init(stringLiteral text: String) { self = .scalar(text) }

  /// A list.
  package init(arrayLiteral elements: YAMLValue...) { self = .sequence(elements) }

  /// What a node holds, aliases followed.
  package init(_ node: YAMLNode) {
    switch node.kind {
    case .scalar: self = node.isNull ? .null : .scalar(node.text)
    case .sequence: self = .sequence(node.elements.map { YAMLValue($0) })
    case .mapping:
      self = .mapping(node.entries.map { Entry($0.key.text, YAMLValue($0.value)) })
    }
  }

  /// A whole file that holds it.
  package var fileText: String { YAMLWriter().block(self, column: 0) + "\n" }

  /// Whether it is a list or mapping that holds something.
  var isFilledCollection: Bool {
    switch self {
    case .null, .scalar, .quoted: false
    case .sequence(let elements): !elements.isEmpty
    case .mapping(let entries): !entries.isEmpty
    }
  }

  /// Whether it is a list of nothing but text.
  var isListOfScalars: Bool {
    guard case .sequence(let elements) = self else { return false }
    return elements.allSatisfy { element in
      switch element {
      case .null, .scalar, .quoted: true
      case .sequence, .mapping: false
      }
    }
  }
}

extension YAMLNode {
  /// Whether the node holds this value.
  func holds(_ value: YAMLValue) -> Bool {
    switch (kind, value) {
    case (.scalar, .null): return isNull
    case (.scalar, .scalar(let expected)), (.scalar, .quoted(let expected)):
      return !isNull && text == expected
    case (.sequence, .sequence(let expected)):
      return count == expected.count && zip(elements, expected).allSatisfy { $0.holds($1) }
    case (.mapping, .mapping(let expected)):
      return count == expected.count
        && zip(entries, expected).allSatisfy { $0.key.text == $1.key && $0.value.holds($1.value) }
    default: return false
    }
  }

  /// Whether both nodes hold the same, however it is written.
  func isSame(as other: YAMLNode) -> Bool {
    guard kind == other.kind else { return false }
    switch kind {
    case .scalar: return isNull == other.isNull && (isNull || hasSameText(as: other))
    case .sequence:
      return count == other.count
        && zip(elements, other.elements).allSatisfy { $0.isSame(as: $1) }
    case .mapping:
      return count == other.count
        && zip(entries, other.entries).allSatisfy {
          $0.key.isSame(as: $1.key) && $0.value.isSame(as: $1.value)
        }
    }
  }
}
