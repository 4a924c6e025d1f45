/// What a map says of a single fact: nothing, that there is none, or what it is.
///
/// Lists need no such type: `nil` is not stated, an empty list is stated to be none.
public enum Stated<Value> {
  /// The map does not say. Never the same as "there is none".
  case notStated
  /// The map says that there is none.
  case none
  /// The map says what it is.
  case stated(Value)

  /// What is stated; `nil` both when nothing is stated and when it is stated that there is none.
  public var value: Value? {
    if case .stated(let value) = self { value } else { nil }
  }

  /// Whether the map says anything, "none" included.
  public var isStated: Bool {
    if case .notStated = self { false } else { true }
  }

  /// Whether the map says that there is none.
  public var isNone: Bool {
    if case .none = self { true } else { false }
  }
}

extension Stated: Equatable where Value: Equatable {}
extension Stated: Hashable where Value: Hashable {}
extension Stated: Sendable where Value: Sendable {}
