extension SystemMap {
  /// The ids of the elements under a top-level key, in the order of the file; none for the map itself.
  package func ids(in collection: ElementID.Collection) -> [String] {
    switch collection {
    case .map: []
    case .kinds: kinds.map(\.id.rawValue)
    case .needs: needs.map(\.id.rawValue)
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
