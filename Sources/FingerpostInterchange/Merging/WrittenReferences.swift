import FingerpostFormats
import FingerpostModel

/// Follows every reference in values as a map file holds them.
struct WrittenReferences {
  /// Gives the id to write in place of one that refers to an element of one of these collections.
  let renamed: ([ElementID.Collection], String) -> String

  /// A value with its references renamed.
  func value(_ value: YAMLValue, as description: ValueDescription) -> YAMLValue {
    switch (description, value) {
    case (.list(let inner), .sequence(let items)):
      return .sequence(items.map { self.value($0, as: inner) })
    case (.list(let inner), _): return self.value(value, as: inner)
    case (.orNone, .scalar("none")): return value
    case (.orNone(let inner), _): return self.value(value, as: inner)
    case (.reference(let targets), .scalar(let id)):
      return .scalar(renamed(targets.compactMap { ElementID.Collection(rawValue: $0.key) }, id))
    case (.pattern("a citation", _, _, _), .scalar(let text)):
      let end = text.firstIndex(of: " ") ?? text.endIndex
      return .scalar(renamed([.sources], String(text[..<end])) + text[end...])
    case (.pattern("the address of an element", _, _, _), .scalar(let text)):
      guard var address = ElementID(text), let id = address.path.first else { return value }
      address.path[0] = renamed([address.collection], id)
      return .scalar("\(address)")
    case (.records(let shape), .sequence(let items)):
      return .sequence(items.map { record($0, as: shape) })
    case (.record(let shape), _): return record(value, as: shape)
    case (.keyed(let shape), .mapping(let entries)):
      return .mapping(entries.map { .init($0.key, record($0.value, as: shape)) })
    default: return value
    }
  }

  /// A record with its references renamed.
  func record(_ value: YAMLValue, as shape: ShapeDescription) -> YAMLValue {
    guard case .mapping(let entries) = value else { return value }
    let fields = shape.fields()
    /// The id of an exclusion is that of its condition, and goes along with it.
    func isOwner(_ entry: YAMLValue.Entry, of id: YAMLValue) -> Bool {
      guard case .reference = fields.first(where: { $0.key == entry.key })?.value else {
        return false
      }
      return entry.value == id
    }
    return .mapping(
      entries.map { entry in
        if entry.key == "id", let home = entries.first(where: { isOwner($0, of: entry.value) }),
          let field = fields.first(where: { $0.key == home.key })
        {
          return .init("id", self.value(home.value, as: field.value))
        }
        guard let field = fields.first(where: { $0.key == entry.key }) else { return entry }
        return .init(entry.key, self.value(entry.value, as: field.value))
      })
  }
}
