public import OrderedCollections

/// Elements of one kind in the order of the file, found by their id.
public struct Elements<Element: Identifiable>: RandomAccessCollection {
  @usableFromInline var byID: OrderedDictionary<Element.ID, Element>

  /// Makes an empty collection.
  @inlinable public init() { byID = [:] }

  /// Takes elements; of two with the same id the first is kept.
  @inlinable public init(_ elements: some Sequence<Element>) {
    byID = OrderedDictionary(elements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of the first element.
  @inlinable public var startIndex: Int { 0 }
  /// The place after the last element.
  @inlinable public var endIndex: Int { byID.count }
  /// The element at a place.
  @inlinable public subscript(position: Int) -> Element { byID.elements[position].value }

  /// The element with this id; setting adds, replaces or (with `nil`) removes it.
  ///
  /// - Complexity: O(1) on average, except removal, which is O(*n*).
  @inlinable public subscript(id: Element.ID) -> Element? {
    get { byID[id] }
    set { byID[id] = newValue }
  }

  /// The place of the element with this id; `nil` when there is none.
  ///
  /// - Complexity: O(1) on average.
  @inlinable public func index(of id: Element.ID) -> Int? { byID.index(forKey: id) }

  /// Adds an element at the end.
  ///
  /// - Returns: Whether it was added; it is not when its id is taken.
  @discardableResult
  @inlinable public mutating func append(_ element: Element) -> Bool {
    var isNew = false
    byID.updateValue(
      forKey: element.id,
      default: {
        isNew = true; return element
      }()
    ) { _ in }
    return isNew
  }

  /// Changes every element; their ids stay.
  ///
  /// - Complexity: O(*n*).
  package mutating func updateEach(_ change: (inout Element) -> Void) {
    for index in byID.values.indices { change(&byID.values[index]) }
  }

  /// Makes room for a number of elements.
  @inlinable package mutating func reserveCapacity(_ count: Int) {
    byID.reserveCapacity(count)
  }
}

extension Elements: ExpressibleByArrayLiteral {
  /// Takes elements; of two with the same id the first is kept.
  @inlinable public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Elements: Equatable where Element: Equatable {}
extension Elements: Hashable where Element: Hashable {}
extension Elements: Sendable where Element: Sendable, Element.ID: Sendable {}
