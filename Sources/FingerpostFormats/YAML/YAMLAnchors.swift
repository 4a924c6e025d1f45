/// The anchors of a file and how large the values are that they name.
struct YAMLAnchors {
  /// What an alias can refer to.
  enum Target {
    /// A value that is complete: its node, its nodes and levels with aliases followed.
    case defined(node: Int, size: Int, height: Int)
    /// A value that the alias itself is part of.
    case open
    /// Nothing.
    case unknown
  }

  /// The most anchors in one file.
  static let most = 100_000

  private var targets: [String: Target] = [:]
  private var open: [(name: String, node: Int, addedBefore: Int)] = []

  /// How many anchors were met.
  private(set) var count = 0

  /// How many nodes the aliases so far would add if they were copies.
  var addedNodes = 0

  /// Notes a value that is complete.
  mutating func define(_ name: UnsafePointer<UInt8>, node: Int, size: Int, height: Int) {
    count += 1
    targets[String(cString: name)] = .defined(node: node, size: size, height: height)
  }

  /// Notes the start of a collection.
  mutating func open(_ name: UnsafePointer<UInt8>, node: Int) {
    count += 1
    let name = String(cString: name)
    targets[name] = .open
    open.append((name, node, addedNodes))
  }

  /// Notes the end of the collection that was opened last.
  mutating func close(_ node: Int, end: Int, height: Int) {
    guard let last = open.last, last.node == node else { return }
    open.removeLast()
    let size = end - node + addedNodes - last.addedBefore
    // The name may have been given to another value inside this one.
    if case .open = targets[last.name] {
      targets[last.name] = .defined(node: node, size: size, height: height)
    }
  }

  /// What `*name` refers to here.
  func target(of name: UnsafePointer<UInt8>) -> Target {
    targets[String(cString: name)] ?? .unknown
  }
}
