public import FingerpostModel

/// The element that an answer is about, with what is needed to say so.
public struct Subject: Sendable {
  /// The collection it stands in.
  public var collection: ElementID.Collection
  /// The ids from there to the element; empty for the map.
  public var path: [String]
  /// What people call it.
  public var name: String
  /// Where it stands in the map's files.
  public var location: SourceLocation?

  /// Makes a subject.
  public init(
    _ collection: ElementID.Collection, _ path: [String], named name: String, _ origin: Origin
  ) {
    self.collection = collection
    self.path = path
    self.name = name
    location = origin.location
  }

  /// The address of the element.
  public var element: ElementID {
    var element = ElementID(collection)
    element.path = path
    return element
  }

  /// An item of one of the element's lists, such as a seat of a board.
  ///
  /// - Parameters:
  ///   - list: The key of the list, such as `seats`.
  ///   - id: The id of the item.
  ///   - name: What people call it.
  ///   - origin: Where it stands; where the item has no place of its own, the element's holds.
  /// - Returns: The item.
  public func item(_ list: String, _ id: String, named name: String, _ origin: Origin) -> Subject {
    var item = self
    item.path += [list, id]
    item.name = name
    item.location = origin.location ?? location
    return item
  }

  /// The map as a whole.
  public init(_ map: SystemMap) { self.init(.map, [], named: map.title, map.origin) }
  /// A service.
  public init(_ service: Service) {
    self.init(.services, [service.id.rawValue], named: service.name, service.origin)
  }
  /// A board.
  public init(_ board: Board) {
    self.init(.boards, [board.id.rawValue], named: board.name, board.origin)
  }
  /// An organisation.
  public init(_ organisation: Organisation) {
    self.init(
      .organisations, [organisation.id.rawValue], named: organisation.name, organisation.origin)
  }
  /// An area.
  public init(_ area: Area) { self.init(.areas, [area.id.rawValue], named: area.name, area.origin) }
  /// A source.
  public init(_ source: Source) {
    self.init(.sources, [source.id.rawValue], named: source.title, source.origin)
  }
  /// A programme.
  public init(_ programme: Programme) {
    self.init(.programmes, [programme.id.rawValue], named: programme.name, programme.origin)
  }
  /// An agreement.
  public init(_ agreement: Agreement) {
    self.init(.agreements, [agreement.id.rawValue], named: agreement.name, agreement.origin)
  }
  /// A flow.
  public init(_ flow: Flow) { self.init(.flows, [flow.id.rawValue], named: flow.name, flow.origin) }
  /// A document.
  public init(_ document: Document) {
    self.init(.documents, [document.id.rawValue], named: document.name, document.origin)
  }
  /// A condition.
  public init(_ condition: Condition) {
    self.init(.conditions, [condition.id.rawValue], named: condition.name, condition.origin)
  }
  /// A view that the map defines.
  public init(_ view: OwnView) {
    self.init(.views, [view.id.rawValue], named: view.title, view.origin)
  }
  /// An accepted exception.
  public init(_ exception: AcceptedException) {
    self.init(.exceptions, [exception.id], named: exception.rule, exception.origin)
  }
  /// A route of a map, called by its kind and its ends.
  public init(_ route: Route, in map: SystemMap) {
    self.init(
      .routes, [route.id.rawValue],
      named:
        "\(route.kind.label) from \(map.name(ofEnd: route.from)) to \(map.name(ofEnd: route.to))",
      route.origin)
  }
  /// A link of a map, called by its ends and its kind.
  public init(_ link: Link, in map: SystemMap) {
    self.init(
      .links, [link.id.rawValue],
      named:
        "\(map.name(of: link.from) ?? link.from.rawValue) \(link.kind.label) "
        + "\(map.name(of: link.to) ?? link.to.rawValue)", link.origin)
  }
}

extension SystemMap {
  /// What people call the end of a route: a service, families, or an id that the map does not hold.
  public func name(ofEnd id: Service.ID) -> String {
    id == .families ? "families" : services[id]?.name ?? id.rawValue
  }
}
