import FingerpostFormats
import FingerpostRules
import Testing

/// One fault in the map of the invented county, for one rule.
struct PlantedFault: Sendable, CustomStringConvertible {
  /// The rule that has to report it.
  let rule: RuleID
  /// What the fault is, in words.
  let fault: String
  /// A line of the faulted map, spaces at its ends left out, at which the rule has to report it; it
  /// stands there once.
  let line: String
  /// Other rules that may report an error too, because the fault explains that.
  let alsoExplains: Set<RuleID>
  /// Changes the text of the map.
  let plant: @Sendable (inout MapText) throws -> Void

  init(
    _ rule: RuleID, _ fault: String, at line: String, alsoExplains: Set<RuleID> = [],
    plant: @escaping @Sendable (inout MapText) throws -> Void
  ) {
    self.rule = rule
    self.fault = fault
    self.line = line
    self.alsoExplains = alsoExplains
    self.plant = plant
  }

  var description: String { "\(rule.rawValue): \(fault)" }

  /// All of them.
  static let all =
    board + governance + pathways + steps + coverage + sharing + safety + training + access
    + freshness + graph + arithmetic + exceptions
}

/// The text of a map, changed a piece at a time.
struct MapText {
  private(set) var text: String

  init(_ text: String) { self.text = text }

  /// Replaces a piece of text that stands in the map once.
  mutating func replace(_ old: String, with new: String) throws {
    let pieces = text.split(separator: old, omittingEmptySubsequences: false)
    try #require(pieces.count == 2, "“\(old)” stands in the map \(pieces.count - 1) times")
    text = pieces.joined(separator: new)
  }

  /// Replaces a piece of text that stands once between two other pieces.
  ///
  /// - Parameters:
  ///   - old: The piece.
  ///   - new: What takes its place.
  ///   - start: A piece of text that stands in the map once, such as `\n  health-visiting:`.
  ///   - end: A piece that comes after it, such as the beginning of the next service.
  /// - Throws: When a piece does not stand there as often as it should.
  mutating func replace(
    _ old: String, with new: String, from start: String, to end: String
  ) throws {
    let around = text.split(separator: start, omittingEmptySubsequences: false)
    try #require(around.count == 2, "“\(start)” stands in the map \(around.count - 1) times")
    let rest = around[1]
    let stop = try #require(rest.firstRange(of: end), "“\(end)” does not come after “\(start)”")
    let within = rest[..<stop.lowerBound]
    let pieces = within.split(separator: old, omittingEmptySubsequences: false)
    try #require(pieces.count == 2, "“\(old)” stands there \(pieces.count - 1) times")
    text = around[0] + start + pieces.joined(separator: new) + rest[stop.lowerBound...]
  }

  /// Sets one value by its path, as an editor of maps would.
  mutating func set(_ path: YAMLPath, to value: YAMLValue) throws {
    try edit { try $0.set(path, to: value) }
  }

  /// Adds one value at a path, as an editor of maps would.
  mutating func insert(_ value: YAMLValue, at path: YAMLPath) throws {
    try edit { try $0.insert(value, at: path) }
  }

  /// Takes one value out by its path, as an editor of maps would.
  mutating func delete(_ path: YAMLPath) throws {
    try edit { try $0.delete(path) }
  }

  private mutating func edit(_ change: (inout YAMLEditor) throws -> Void) throws {
    let (tree, diagnostics) = YAMLTree.read(Array(text.utf8), file: "map.yaml")
    var editor = YAMLEditor(try #require(tree, "\(diagnostics)"))
    try change(&editor)
    text = String(decoding: editor.bytes, as: UTF8.self)
  }
}
