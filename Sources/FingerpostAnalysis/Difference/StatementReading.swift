import FingerpostModel

/// Values of the model as statements, by their stored properties, so that a property which is added
/// later is compared without a line here.
enum StatementReading {
  /// What a value says.
  static func statement(of value: Any) -> Statement {
    if let value = value as? any Stateable { return value.statement }
    if let word = value as? any Word {
      return .word(word.rawValue, kind: Words.kind(of: type(of: word)), label: word.label)
    }
    if let text = value as? any CustomStringConvertible { return .text(text.description) }
    guard Mirror(reflecting: value).displayStyle == .struct else {
      return .text(String(describing: value))
    }
    return .record(record(of: value))
  }

  /// The facts of a value that has several.
  static func record(of value: Any) -> StatedRecord {
    let type = type(of: value)
    return StatedRecord(
      identity: (value as? any Identifiable).map { statement(of: $0.id) } ?? .notStated,
      fields: Mirror(reflecting: value).children.flatMap { property, value in
        fields(of: property ?? "", value, in: type)
      })
  }

  /// What one stored property says, under the key as it is written in a map.
  ///
  /// Nothing for what is compared in another way: ids, and the collections of a map.
  static func fields(
    of property: String, _ value: Any, in type: Any.Type
  ) -> [StatedRecord.Field] {
    switch value {
    case let origin as Origin:
      return [
        .init(
          key: "source",
          value: origin.citations.isEmpty ? .notStated : origin.citations.statement.unordered),
        .init(key: "note", value: origin.note.statement),
      ]
    case is any ElementCollection, is Set<ElementID.Collection>: return []
    default:
      if property == "id", type is any Identifiable.Type { return [] }
      let key = WrittenKey.key(of: property, in: type)
      let statement = statement(of: value)
      return [
        .init(
          key: key, value: WrittenKey.ordered.contains(key) ? statement : statement.unordered)
      ]
    }
  }
}

/// A value that knows what it says.
private protocol Stateable {
  var statement: Statement { get }
}

extension Optional: Stateable {
  fileprivate var statement: Statement {
    map { StatementReading.statement(of: $0) } ?? .notStated
  }
}

extension Stated: Stateable {
  fileprivate var statement: Statement {
    switch self {
    case .notStated: .notStated
    case .none: .none
    case .stated(let value): StatementReading.statement(of: value)
    }
  }
}

extension Array: Stateable {
  fileprivate var statement: Statement {
    isEmpty ? .none : .sequence(map { StatementReading.statement(of: $0) })
  }
}

extension Dictionary: Stateable {
  fileprivate var statement: Statement {
    guard !isEmpty else { return .none }
    let fields = map { key, value in
      StatedRecord.Field(
        key: "\(StatementReading.statement(of: key))", value: StatementReading.statement(of: value))
    }
    return .record(
      StatedRecord(identity: .notStated, fields: fields.sorted { $0.key < $1.key }))
  }
}

extension Bool: Stateable {
  fileprivate var statement: Statement { .yesNo(self) }
}
extension CalendarDate: Stateable {
  fileprivate var statement: Statement { .date(self) }
}
extension AgeRange: Stateable {
  fileprivate var statement: Statement { .ages(self) }
}
extension TimeSpan: Stateable {
  fileprivate var statement: Statement { .span(self) }
}
extension Quantity: Stateable {
  fileprivate var statement: Statement { .quantity(self) }
}
extension ElementID: Stateable {
  fileprivate var statement: Statement { .address(self) }
}
extension Citation: Stateable {
  fileprivate var statement: Statement { .citation(self) }
}

extension Identifier: Stateable {
  fileprivate var statement: Statement {
    Self.target.map { .reference(Statement.Reference(rawValue, in: $0)) } ?? .text(rawValue)
  }

  private static var target: Statement.Reference.Target? {
    switch Element.self {
    case is ServiceKind.Type: .collection(.kinds)
    case is Need.Type: .collection(.needs)
    case is Condition.Type: .collection(.conditions)
    case is Area.Type: .collection(.areas)
    case is Source.Type: .collection(.sources)
    case is Organisation.Type: .collection(.organisations)
    case is Service.Type: .collection(.services)
    case is Route.Type: .collection(.routes)
    case is Board.Type: .collection(.boards)
    case is Programme.Type: .collection(.programmes)
    case is Agreement.Type: .collection(.agreements)
    case is Flow.Type: .collection(.flows)
    case is Document.Type: .collection(.documents)
    case is Link.Type: .collection(.links)
    case is OwnView.Type: .collection(.views)
    case is MapNode.Type: .node
    case is Intensity.Type: .intensity
    case is Profile.Type: .profile
    default: nil
    }
  }
}

/// A collection of a map, whatever its elements.
private protocol ElementCollection {}
extension Elements: ElementCollection {}
