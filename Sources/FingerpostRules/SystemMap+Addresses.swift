public import FingerpostModel

extension SystemMap {
  /// Whether the map holds an element of an address, or one within which it lies.
  ///
  /// Items within an element, such as a seat of a board, are not looked for.
  public func holds(_ element: ElementID) -> Bool {
    guard let id = element.path.first else { return true }
    return ids(in: element.collection)?.contains(id) ?? true
  }

  /// The address that was probably meant by one that the map does not hold; `nil` when none is near.
  public func nearest(to element: ElementID) -> ElementID? {
    guard let id = element.path.first, let ids = ids(in: element.collection),
      let near = id.nearest(in: ids)
    else { return nil }
    var address = element
    address.path[0] = near
    return address
  }

  /// The ids of a collection, in the order of the file; `nil` where anything may stand in it.
  private func ids(in collection: ElementID.Collection) -> [String]? {
    switch collection {
    case .map: nil
    case .kinds: ServiceKind.known.map(\.id.rawValue) + kinds.map(\.id.rawValue)
    case .needs: needs.map(\.id.rawValue) + (scope?.needs ?? []).map(\.rawValue)
    case .conditions: conditions.map(\.id.rawValue)
    case .areas: areas.map(\.id.rawValue)
    case .sources: sources.map(\.id.rawValue)
    case .organisations: organisations.map(\.id.rawValue)
    case .services: services.map(\.id.rawValue)
    case .routes: routes.map(\.id.rawValue)
    case .boards: boards.map(\.id.rawValue)
    case .programmes: programmes.map(\.id.rawValue)
    case .agreements: agreements.map(\.id.rawValue)
    case .flows: flows.map(\.id.rawValue)
    case .documents: documents.map(\.id.rawValue)
    case .links: links.map(\.id.rawValue)
    case .views: views.map(\.id.rawValue)
    case .exceptions: exceptions.map(\.id)
    }
  }
}
