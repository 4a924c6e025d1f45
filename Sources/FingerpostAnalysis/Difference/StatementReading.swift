package import FingerpostModel

/// Values of the model as statements, by their stored properties, so that a property which is added
/// later is compared, and written, without a line here.
package struct StatementReading: Sendable {
  /// Whether every list stays in the order of the map, also where it means nothing.
  private let keepsOrder: Bool

  /// Makes a reading; for comparing unless the order of every list is kept.
  package init(keepsOrder: Bool = false) { self.keepsOrder = keepsOrder }

  /// What a value says.
  func statement(of value: Any) -> Statement {
    if let value = value as? any Stateable { return value.statement(self) }
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
  package func record(of value: Any) -> StatedRecord {
    let type = type(of: value)
    return StatedRecord(
      identity: (value as? any Identifiable).map { statement(of: $0.id) } ?? .notStated,
      fields: Mirror(reflecting: value).children.flatMap { property, value in
        fields(of: property ?? "", value, in: type)
      })
  }

  /// The facts of each element of a collection, under its id, in the order of the map; none for the map
  /// itself.
  package func records(
    of map: SystemMap, in collection: ElementID.Collection
  ) -> [(id: String, record: StatedRecord)] {
    func records(_ elements: Elements<some MapElement>) -> [(id: String, record: StatedRecord)] {
      elements.map { ("\($0.id)", record(of: $0)) }
    }
    return switch collection {
    case .map: []
    case .kinds: records(map.kinds)
    case .needs: records(map.needs)
    case .conditions: records(map.conditions)
    case .areas: records(map.areas)
    case .sources: records(map.sources)
    case .organisations: records(map.organisations)
    case .services: records(map.services)
    case .routes: records(map.routes)
    case .boards: records(map.boards)
    case .programmes: records(map.programmes)
    case .agreements: records(map.agreements)
    case .flows: records(map.flows)
    case .documents: records(map.documents)
    case .links: records(map.links)
    case .views: records(map.views)
    case .exceptions: records(map.exceptions)
    }
  }

  /// What one stored property says, under the key as it is written in a map.
  ///
  /// Nothing for what is compared in another way: ids, and the collections of a map.
  func fields(
    of property: String, _ value: Any, in type: Any.Type
  ) -> [StatedRecord.Field] {
    switch value {
    case let origin as Origin:
      return [
        .init(
          key: "source",
          value: origin.citations.isEmpty ? .notStated : inOrder(origin.citations.statement(self))),
        .init(key: "note", value: origin.note.statement(self)),
      ]
    case is any ElementCollection, is Set<ElementID.Collection>: return []
    default:
      if property == "id", type is any Identifiable.Type { return [] }
      let key = WrittenKey.key(of: property, in: type)
      let statement = statement(of: value)
      return [
        .init(
          key: key, value: WrittenKey.ordered.contains(key) ? statement : inOrder(statement))
      ]
    }
  }

  private func inOrder(_ statement: Statement) -> Statement {
    keepsOrder ? statement : statement.unordered
  }
}

/// A value that knows what it says.
private protocol Stateable {
  func statement(_ reading: StatementReading) -> Statement
}

extension Optional: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement {
    map { reading.statement(of: $0) } ?? .notStated
  }
}

extension Stated: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement {
    switch self {
    case .notStated: .notStated
    case .none: .none
    case .stated(let value): reading.statement(of: value)
    }
  }
}

extension Array: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement {
    isEmpty ? .none : .sequence(map { reading.statement(of: $0) })
  }
}

extension Dictionary: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement {
    guard !isEmpty else { return .none }
    let fields = map { key, value in
      StatedRecord.Field(
        key: "\(reading.statement(of: key))", value: reading.statement(of: value))
    }
    return .record(
      StatedRecord(identity: .notStated, fields: fields.sorted { $0.key < $1.key }))
  }
}

extension Bool: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement { .yesNo(self) }
}
extension CalendarDate: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement { .date(self) }
}
extension AgeRange: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement { .ages(self) }
}
extension TimeSpan: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement { .span(self) }
}
extension Quantity: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement { .quantity(self) }
}
extension ElementID: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement { .address(self) }
}
extension Citation: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement { .citation(self) }
}

extension Identifier: Stateable {
  fileprivate func statement(_ reading: StatementReading) -> Statement {
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
