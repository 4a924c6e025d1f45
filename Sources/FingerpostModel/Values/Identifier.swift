/// The id of an element, typed by what it names, so that a board's id cannot stand for a service's.
///
/// Ids are written in lower case letters, digits and hyphens. A reference to a service of another
/// map of the same atlas is written `map:service`.
public struct Identifier<Element>: RawRepresentable, Hashable, Sendable, Comparable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The id as it is written.
  public var rawValue: String

  /// Takes an id as it is written; the reader checks its form.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes an id as it is written.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Takes an id as it is written.
  public init(stringLiteral value: String) { rawValue = value }

  /// The id as it is written.
  public var description: String { rawValue }

  /// Orders ids by their Unicode scalars, on every machine alike.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The same id, taken to name an element of another kind.
  public func named<Other>(_ kind: Other.Type = Other.self) -> Identifier<Other> {
    Identifier<Other>(rawValue)
  }

  /// The map and the element, when the id is written `map:element`; otherwise `nil`.
  public var acrossMaps: (map: String, element: String)? {
    guard let colon = rawValue.firstIndex(of: ":") else { return nil }
    return (String(rawValue[..<colon]), String(rawValue[rawValue.index(after: colon)...]))
  }
}

/// Anything that a link or a reporting line can join.
///
/// That is an organisation, a service, a board, a programme or a document; their ids are unique
/// among one another.
public enum MapNode {}

/// The id of an organisation, a service, a board, a programme or a document.
public typealias NodeID = Identifier<MapNode>
