import FingerpostModel

/// What changes are told under one heading, in the order in which they are told.
enum DifferenceGroup: String, CaseIterable {
  case map
  case services
  case exclusions
  case routes
  case boards
  case seats
  case programmes
  case agreements
  case flows
  case organisations
  case needsAndAreas = "needs-and-areas"
  case links
  case documentsAndSources = "documents-and-sources"
  case exceptions
  case views

  /// The group of an element.
  init(_ element: ElementID) {
    self =
      switch element.collection {
      case .map: .map
      case .services: element.path.count > 1 ? .exclusions : .services
      case .routes: .routes
      case .boards: element.path.count > 1 ? .seats : .boards
      case .programmes: .programmes
      case .agreements: .agreements
      case .flows: .flows
      case .organisations: .organisations
      case .kinds, .needs, .conditions, .areas: .needsAndAreas
      case .links: .links
      case .documents, .sources: .documentsAndSources
      case .exceptions: .exceptions
      case .views: .views
      }
  }

  /// What stands above it.
  var heading: String {
    switch self {
    case .map: "The map itself"
    case .services: "Services"
    case .exclusions: "Exclusions"
    case .routes: "Routes"
    case .boards: "Boards"
    case .seats: "Seats"
    case .programmes: "Programmes"
    case .agreements: "Agreements"
    case .flows: "Flows"
    case .organisations: "Organisations"
    case .needsAndAreas: "Kinds of service, needs, conditions and areas"
    case .links: "Links"
    case .documentsAndSources: "Documents and sources"
    case .exceptions: "Accepted exceptions"
    case .views: "Views"
    }
  }
}
