public import FingerpostModel

/// What the pages of one map on a site are made from.
public struct SiteMap: Sendable {
  /// The map and everything that was found out about it.
  public var material: PaperMaterial
  /// What the boxes and lines of its pictures stand for, by the pictures' names.
  public var parts: [String: PictureParts]
  /// Services of other maps that have pages on the site, as routes name them: `map:service`.
  public var neighbours: Set<Service.ID>

  /// Gathers what the pages are made from.
  public init(
    _ material: PaperMaterial, parts: [String: PictureParts], neighbours: Set<Service.ID> = []
  ) {
    self.material = material
    self.parts = parts
    self.neighbours = neighbours
  }

  /// The services of a map as those of other maps name them.
  public static func neighbours(of map: SystemMap) -> [Service.ID] {
    map.services.map { Service.ID("\(map.id):\($0.id)") }
  }

  /// The name of its folder on the site.
  public var folder: String { material.map.id.rawValue }

  /// The name of the page of a service, in that folder.
  ///
  /// Pictures lead to it.
  public static func pageName(of service: Service.ID) -> String { "service-\(service).html" }

  /// The page on which a picture stands, in that folder, up to its name.
  public static func address(ofPicture name: String, view: String) -> String {
    "\(SitePage(showing: view).fileName)#\(PaperPicture.anchor(of: name))"
  }
}

/// What the boxes and lines of a picture stand for, by their ids in its SVG file.
public struct PictureParts: Hashable, Sendable {
  /// A box.
  public struct Box: Hashable, Sendable {
    /// Its id in the file.
    public var id: String
    /// What it shows, such as the id of a service.
    public var element: String

    /// Names a box.
    public init(id: String, element: String) {
      self.id = id
      self.element = element
    }
  }

  /// A line.
  public struct Line: Hashable, Sendable {
    /// Its id in the file.
    public var id: String
    /// What one of its ends shows.
    public var tail: String
    /// What the other shows.
    public var head: String

    /// Names a line.
    public init(id: String, tail: String, head: String) {
      self.id = id
      self.tail = tail
      self.head = head
    }
  }

  /// The boxes.
  public var boxes: [Box]
  /// The lines.
  public var lines: [Line]
  /// What the picture is all about, such as the id of the service of a card; `nil` for the whole.
  public var focus: String?

  /// Lists parts.
  public init(boxes: [Box], lines: [Line], focus: String? = nil) {
    self.boxes = boxes
    self.lines = lines
    self.focus = focus
  }
}

/// A file of a site.
public struct SiteFile: Hashable, Sendable {
  /// Its path within the site's folder.
  public var path: String
  /// What it holds.
  public var bytes: [UInt8]

  init(_ path: String, _ text: String) {
    self.path = path
    bytes = Array(text.utf8)
  }
}
