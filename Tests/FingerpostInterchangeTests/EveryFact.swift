import FingerpostFormats
import FingerpostModel
import Testing

/// A map that states every fact that a map file can hold, once each.
///
/// A fact is called by the keys that lead to it, such as `services.contact.phone`. Where it is a text, the
/// map says words that stand nowhere else, so that they can be looked for in whatever is made of it.
struct EveryFact {
  /// A fact that a map can state.
  struct Fact {
    /// The keys that lead to it.
    let name: String
    /// Whether it is a text, and so stands in the map as `words`.
    let isText: Bool
    /// Whether its record cannot be without it.
    let isRequired: Bool

    /// What the map says where the fact is a text; a mailbox has its sign.
    var words: String { "the \(name)\(name.hasSuffix(".mailbox") ? "@" : " ")said" }

    /// The key at the top of a map file under which it stands.
    var top: String { String(name.prefix { $0 != "." }) }
  }

  /// The keys of what is no fact of the map itself, but a collection of elements.
  static let collections = Set(ElementID.Collection.allCases.map(\.rawValue)).subtracting(["map"])

  /// Every fact of a map file, in its order.
  static let facts: [Fact] = {
    var facts: [Fact] = []
    _ = record(MapFormat.shapes[0], "") { fact in
      facts.append(fact)
      return true
    }
    return facts
  }()

  /// The map; with a condition only what meets it, and what cannot be left out beside that.
  ///
  /// - Parameter isStated: Whether to state a fact; a record is stated where one of its facts is.
  /// - Returns: What a reader of map files makes of it.
  /// - Throws: Where it cannot be read.
  static func map(where isStated: (Fact) -> Bool = { _ in true }) throws -> SystemMap {
    let value = record(MapFormat.shapes[0], "", isStated) ?? .mapping([])
    return try #require(MapReader().read(text: value.fileText).map)
  }

  // MARK: - Making it

  /// A record with its facts; `nil` when none of them is stated.
  private static func record(
    _ shape: ShapeDescription, _ name: String, _ isStated: (Fact) -> Bool
  ) -> YAMLValue? {
    var isAnyStated = false
    func isNoted(_ fact: Fact) -> Bool {
      let isStated = isStated(fact)
      if isStated { isAnyStated = true }
      return isStated
    }
    var entries: [YAMLValue.Entry] = []
    for field in shape.fields() {
      // A part of a count has no parts here.
      if field.key == "parts", name.hasSuffix(".parts") { continue }
      let inner = name.isEmpty ? field.key : "\(name).\(field.key)"
      let stated: YAMLValue? =
        switch field.value.single {
        case .record(let shape): record(shape, inner, isNoted)
        case .records(let shape): record(shape, inner, isNoted).map { [$0] }
        case .keyed(let shape):
          record(shape, inner, isNoted).map { .mapping([.init(id(in: field.key), $0)]) }
        default: fact(field, inner, isNoted)
        }
      if let stated { entries.append(.init(field.key, stated)) }
    }
    return isAnyStated ? .mapping(entries) : nil
  }

  /// What a record says of itself; `nil` when it is not stated and can be left out.
  private static func fact(
    _ field: ShapeDescription.Field, _ name: String, _ isStated: (Fact) -> Bool
  ) -> YAMLValue? {
    let isText = if case .text = field.value.single { true } else { false }
    // A map has to have a title, though the map's file may leave it to another file of its folder.
    let isRequired = field.isRequired || name == "title"
    let fact = Fact(name: name, isText: isText, isRequired: isRequired)
    return isStated(fact) || fact.isRequired ? value(field.value, fact) : nil
  }

  /// The only element of a collection.
  private static func id(in collection: String) -> String { "\(collection)-1" }

  private static func value(_ description: ValueDescription, _ fact: Fact) -> YAMLValue {
    let key = fact.name.split(separator: ".").last.map(String.init) ?? ""
    switch description {
    case .text: return .scalar(fact.words)
    case .id:
      if fact.name == "id" { return "every-fact" }
      return .scalar(fact.name == "intensities" ? id(in: fact.name) : "\(fact.name).is")
    case .reference(let targets): return .scalar(id(in: targets.first?.key ?? ""))
    case .word(_, let words): return .scalar(words.first?.raw ?? "")
    case .yesNo: return "yes"
    case .integer(let range): return .scalar("\(range.upperBound)")
    case .pattern("a citation", _, _, _): return .scalar("\(id(in: "sources")) page 1")
    case .pattern("a date", _, _, _):
      // What ends, ends after what begins.
      return key.hasSuffix("until") || key == "closes" ? "2040-01-02" : "2020-01-02"
    case .pattern("an age", _, _, _): return key == "from" ? "birth" : "2 years"
    case .pattern("the address of an element", _, _, _): return "services/services-1"
    case .pattern(_, _, let examples, _): return .scalar(examples.first ?? "")
    case .list(let item): return [value(item, fact)]
    case .orNone(let inner): return value(inner, fact)
    case .table(let words): return .mapping(words.prefix(1).map { .init($0.raw, "100") })
    case .records, .record, .keyed: return .null
    }
  }
}
