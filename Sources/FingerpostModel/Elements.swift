import OrderedCollections

/// Elements of one kind in the order of the file, found by their id.
public struct Elements<Element: Identifiable>: RandomAccessCollection {
  private var byID: OrderedDictionary<Element.ID, Element>

  /// Makes an empty collection.
  public init() { byID = [:] }

  /// Takes elements; of two with the same id the first is kept.
  public init(_ elements: some Sequence<Element>) {
    byID = OrderedDictionary(elements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of the first element.
  public var startIndex: Int { 0 }
  /// The place after the last element.
  public var endIndex: Int { byID.count }
  /// The element at a place.
  public subscript(position: Int) -> Element { byID.elements[position].value }

  /// The element with this id; setting adds, replaces or (with `nil`) removes it.
  ///
  /// - Complexity: O(1) on average, except removal, which is O(*n*).
  public subscript(id: Element.ID) -> Element? {
    get { byID[id] }
    set { byID[id] = newValue }
  }

  /// The place of the element with this id; `nil` when there is none.
  ///
  /// - Complexity: O(1) on average.
  public func index(of id: Element.ID) -> Int? { byID.index(forKey: id) }

  /// Adds an element at the end.
  ///
  /// - Returns: Whether it was added; it is not when its id is taken.
  @discardableResult
  public mutating func append(_ element: Element) -> Bool {
    guard byID[element.id] == nil else { return false }
    byID[element.id] = element
    return true
  }

  /// Makes room for a number of elements.
  package mutating func reserveCapacity(_ count: Int) { byID.reserveCapacity(count) }
}

extension Elements: ExpressibleByArrayLiteral {
  /// Takes elements; of two with the same id the first is kept.
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Elements: Equatable where Element: Equatable {}
extension Elements: Hashable where Element: Hashable {}
extension Elements: Sendable where Element: Sendable, Element.ID: Sendable {}
