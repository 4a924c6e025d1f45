/// A local system of services as a graph: what there is, who governs it, and how families move.
///
/// A system map never holds data about one family.
public struct SystemMap: MapElement {
  /// What files and references from other maps call it.
  public var id: Identifier<SystemMap>
  /// The heading of its pictures and papers.
  public var title: String
  /// The place it is about, in words.
  public var place: String?
  /// What it is, in a sentence or two.
  public var summary: String?
  /// The date of what it says; drawing takes it for today.
  public var asOf: CalendarDate?
  /// The language of its texts, as a BCP 47 tag.
  public var language: String
  /// The file of words that its pictures and papers are written in, by its name without the ending;
  /// `nil` for English as the program says it.
  public var words: String?
  /// Whether the place is invented, which every picture then says.
  public var isInvented: Bool
  /// The written standards it is checked against.
  public var profiles: [Profile.ID]?
  /// The focal services, from which steps are seen.
  public var focus: [Service.ID]?
  /// The needs, ages and areas it must cover.
  public var scope: Scope?
  /// The scale of intensity, lowest first.
  public var intensities: [Intensity]
  /// Kinds of service that it adds to the known ones.
  public var kinds: Elements<ServiceKind>
  /// The needs it declares.
  public var needs: Elements<Need>
  /// The conditions it declares.
  public var conditions: Elements<Condition>
  /// The areas.
  public var areas: Elements<Area>
  /// The sources it cites.
  public var sources: Elements<Source>
  /// The organisations.
  public var organisations: Elements<Organisation>
  /// The services.
  public var services: Elements<Service>
  /// The routes.
  public var routes: Elements<Route>
  /// The boards.
  public var boards: Elements<Board>
  /// The programmes.
  public var programmes: Elements<Programme>
  /// The agreements.
  public var agreements: Elements<Agreement>
  /// The flows.
  public var flows: Elements<Flow>
  /// The documents.
  public var documents: Elements<Document>
  /// The links.
  public var links: Elements<Link>
  /// The views that it defines beside those of the program.
  public var views: Elements<OwnView>
  /// The accepted exceptions.
  public var exceptions: Elements<AcceptedException>
  /// The collections that it states to be empty; of other empty ones it says nothing.
  public var statedAsNone: Set<ElementID.Collection>
  /// Who says so, and where.
  public var origin: Origin

  /// Makes an empty map.
  public init(id: ID, title: String, origin: Origin = Origin()) {
    self.id = id
    self.title = title
    language = "en-GB"
    isInvented = false
    intensities = Intensity.defaultScale
    kinds = []
    needs = []
    conditions = []
    areas = []
    sources = []
    organisations = []
    services = []
    routes = []
    boards = []
    programmes = []
    agreements = []
    flows = []
    documents = []
    links = []
    views = []
    exceptions = []
    statedAsNone = []
    self.origin = origin
  }

  /// Whether it says what routes there are, be it that there are none.
  public var saysRoutes: Bool { !routes.isEmpty || statedAsNone.contains(.routes) }

  /// The place of a level on the scale, from 0; `nil` when the scale does not have it.
  public func rank(of level: Intensity.ID) -> Int? {
    intensities.firstIndex { $0.id == level }
  }

  /// What people call a kind of service: the map's own name first, then the known one.
  public func name(of kind: ServiceKind.ID) -> String {
    kinds[kind]?.name ?? ServiceKind.knownNames[kind] ?? kind.rawValue.asWords
  }

  /// What people call a node, whatever it is; `nil` when the map does not hold it.
  public func name(of node: NodeID) -> String? {
    services[node.named()]?.name ?? organisations[node.named()]?.name
      ?? boards[node.named()]?.name ?? programmes[node.named()]?.name
      ?? documents[node.named()]?.name
  }
}

/// What a map must cover: each need, at each age, in each area.
public struct Scope: Hashable, Sendable {
  /// The needs.
  public var needs: [Need.ID]?
  /// The ages.
  public var ages: AgeRange?
  /// The areas.
  public var areas: [Area.ID]?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a scope of which nothing is stated.
  public init(origin: Origin = Origin()) { self.origin = origin }
}

extension ServiceKind {
  /// The names of the known kinds, by id.
  static let knownNames = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0.name) })
}

extension String {
  /// An id as words: `perinatal-mental-health` becomes `Perinatal mental health`.
  package var asWords: String {
    let spaced = map { $0 == "-" ? " " : $0 }
    guard let first = spaced.first else { return "" }
    return first.uppercased() + String(spaced.dropFirst())
  }
}
