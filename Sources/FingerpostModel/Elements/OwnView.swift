/// A view that a map defines for its readers: which services a page shows, and how.
public struct OwnView: MapElement {
  /// What its picture is called by, after `view-`.
  public var id: Identifier<OwnView>
  /// The heading of its page.
  public var title: String
  /// What it is for, in a sentence or two.
  public var summary: String?
  /// Which services it shows; `nil` for all of them.
  public var filter: ViewFilter?
  /// What its services stand together by; the level unless the map says otherwise.
  public var groupBy: ViewGrouping
  /// What the colours of its boxes tell; the sector unless the map says otherwise.
  public var colourBy: ViewColouring
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a view of all services, grouped by level and coloured by sector.
  public init(id: ID, title: String, origin: Origin = Origin()) {
    self.id = id
    self.title = title
    groupBy = .intensity
    colourBy = .sector
    self.origin = origin
  }
}

/// Which services a view shows: those that meet every criterion that it states, each of which is met by
/// any one of its values.
public struct ViewFilter: Hashable, Sendable {
  /// The needs of which a service must serve one.
  public var needs: [Need.ID]?
  /// The sectors of which one must run it.
  public var sectors: [Sector]?
  /// The levels of which it must work at one.
  public var intensities: [Intensity.ID]?
  /// The areas of which it must serve one; a service of an area within which one of them lies serves it
  /// too.
  public var areas: [Area.ID]?
  /// The organisations of which one must run it.
  public var organisations: [Organisation.ID]?
  /// The statuses of which it must have one on the date of the picture.
  public var statuses: [Status]?
  /// The services near which it must be.
  public var near: Surroundings?
  /// The kinds of route that are drawn; `nil` for all.
  ///
  /// No service is left out for them.
  public var routeKinds: [RouteKind]?

  /// Makes a filter that lets every service pass.
  public init() {}

  /// Services, and how far from them others may be.
  public struct Surroundings: Hashable, Sendable {
    /// The services in the middle.
    public var services: [Service.ID]
    /// The most hand-offs from one of them, along routes that a family can take, in either direction.
    public var handOffs: Int

    /// Makes surroundings.
    public init(of services: [Service.ID], handOffs: Int) {
      self.services = services
      self.handOffs = handOffs
    }
  }
}
