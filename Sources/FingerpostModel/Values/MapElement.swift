/// Anything in a map that has an id, cites its source and knows its place in the file.
public protocol MapElement: Identifiable, Hashable, Sendable where ID: Hashable & Sendable {
  /// Who says so, and where.
  var origin: Origin { get set }
}
