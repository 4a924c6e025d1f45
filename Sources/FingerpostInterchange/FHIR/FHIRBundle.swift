import FingerpostFormats
import FingerpostModel

/// The resources of a map in a bundle of the type `collection`.
///
/// Resources are addressed under a name at which there is no server (`.invalid`, RFC 2606), by which
/// those of one bundle find one another. Every resource has what the map calls its element as an
/// identifier, since an id in FHIR is at most 64 letters, digits, hyphens and dots.
struct FHIRBundle {
  /// What the resources that a map makes are.
  private enum ResourceType: String {
    case organization = "Organization"
    case healthcareService = "HealthcareService"
    case location = "Location"
    case organizationAffiliation = "OrganizationAffiliation"
  }

  private let map: SystemMap
  private let base: String
  private var ids: [ElementID: String] = [:]
  private var takenIDs: Set<String> = []
  private var entries: [JSONValue] = []

  init(of map: SystemMap) {
    self.map = map
    base = "https://fingerpost.invalid/\(Self.allowed(map.id.rawValue))"
    for organisation in map.organisations { giveID(to: Self.address(organisation)) }
    for board in map.boards { giveID(to: Self.address(board)) }
    for service in map.services {
      giveID(to: Self.address(service))
      for venue in service.venues ?? [] { giveID(to: Self.address(venue, of: service)) }
    }
    for area in map.areas { giveID(to: Self.address(area)) }
    for board in map.boards {
      for seat in board.seats ?? [] { giveID(to: Self.address(seat, of: board)) }
    }
  }

  /// The whole bundle.
  var json: JSONValue {
    var bundle: [String: JSONValue] = ["resourceType": "Bundle", "type": "collection"]
    // A list in FHIR is never empty.
    if !entries.isEmpty { bundle["entry"] = .array(entries) }
    return .object(bundle)
  }

  mutating func addEverything() {
    for organisation in map.organisations { add(organisation) }
    for board in map.boards { add(board) }
    for area in map.areas { add(area) }
    for service in map.services {
      for venue in service.venues ?? [] { add(venue, of: service) }
      add(service)
    }
    for board in map.boards {
      for seat in board.seats ?? [] where seat.organisation != nil || seat.service != nil {
        add(seat, of: board)
      }
    }
  }

  // MARK: - Resources

  /// Source: <https://hl7.org/fhir/R4B/organization.html>.
  private mutating func add(_ organisation: Organisation) {
    var resource = FHIRResource()
    resource["active"] = Self.active(organisation.status)
    resource.set("name", organisation.name)
    resource["alias"] = .texts(organisation.alsoKnownAs)
    resource["type"] = .concepts([organisation.sector?.label, organisation.form])
    resource["partOf"] = organisation.parent.map {
      reference(to: ElementID(.organisations, $0.rawValue), .organization)
    }
    add(
      resource, .organization, Self.address(organisation),
      FHIRIdentifier.all(of: organisation))
  }

  private mutating func add(_ board: Board) {
    var resource = FHIRResource()
    resource["active"] = Self.active(board.status)
    resource.set("name", board.name)
    resource["type"] = .concepts([board.kind?.label ?? "board"])
    add(resource, .organization, Self.address(board))
  }

  /// Source: <https://hl7.org/fhir/R4B/healthcareservice.html>.
  private mutating func add(_ service: Service) {
    var resource = FHIRResource()
    resource["active"] = Self.active(service.status)
    resource["providedBy"] = service.organisation.map {
      reference(to: ElementID(.organisations, $0.rawValue), .organization)
    }
    resource["type"] = .concepts([service.kind.map { map.name(of: $0) }])
    resource.set("name", service.name)
    resource.set("comment", service.description)
    resource["location"] = .list(
      service.venues?.map { reference(to: Self.address($0, of: service), .location) })
    resource["coverageArea"] = .list(
      service.areas?.map { reference(to: ElementID(.areas, $0.rawValue), .location) })
    resource["telecom"] = .list(
      [
        Self.contactPoint("phone", service.contact?.phone),
        Self.contactPoint("email", service.contact?.mailbox),
        // Where a form is can be said in words.
        Self.contactPoint(
          service.contact?.form?.hasPrefix("http") == true ? "url" : "other", service.contact?.form),
      ].compactMap(\.self))
    resource["serviceProvisionCode"] = .concepts([service.charge?.label])
    if let eligibility = service.eligibility.value.flatMap(FHIRResource.text) {
      resource["eligibility"] = [["comment": eligibility]]
    }
    resource["referralMethod"] = .concepts(service.referral?.methods?.map(\.label) ?? [])
    add(resource, .healthcareService, Self.address(service))
  }

  /// A venue; without a name it is a kind of place and not one of them.
  ///
  /// Source: <https://hl7.org/fhir/R4B/location.html>.
  private mutating func add(_ venue: Venue, of service: Service) {
    var resource = FHIRResource()
    resource.set("name", venue.name ?? venue.kind.label)
    resource["mode"] = venue.name == nil ? "kind" : "instance"
    resource["type"] = .concepts([venue.kind.label])
    resource["managingOrganization"] = venue.maintainedBy.map {
      reference(to: ElementID(.organisations, $0.rawValue), .organization)
    }
    add(resource, .location, Self.address(venue, of: service))
  }

  private mutating func add(_ area: Area) {
    var resource = FHIRResource()
    resource.set("name", area.name)
    resource["mode"] = "instance"
    resource["type"] = .concepts(["area"])
    resource["partOf"] = area.within.map {
      reference(to: ElementID(.areas, $0.rawValue), .location)
    }
    add(
      resource, .location, Self.address(area),
      [FHIRIdentifier.area(area.code)].compactMap(\.self))
  }

  /// A seat: the organisation that its member comes from is a member of the board.
  ///
  /// Sources: <https://hl7.org/fhir/R4B/organizationaffiliation.html>,
  /// <http://hl7.org/fhir/organization-role>.
  private mutating func add(_ seat: Seat, of board: Board) {
    var resource = FHIRResource()
    resource["organization"] = reference(to: Self.address(board), .organization)
    resource["participatingOrganization"] = seat.organisation.map {
      reference(to: ElementID(.organisations, $0.rawValue), .organization)
    }
    resource["healthcareService"] = seat.service.map {
      [reference(to: ElementID(.services, $0.rawValue), .healthcareService)]
    }
    resource["code"] = [
      [
        "coding": [
          [
            "system": "http://hl7.org/fhir/organization-role", "code": "member",
            "display": "Member",
          ]
        ]
      ]
    ]
    var period: [String: JSONValue] = [:]
    period["start"] = seat.from.map { .string($0.description) }
    period["end"] = seat.until.map { .string($0.description) }
    if !period.isEmpty { resource["period"] = .object(period) }
    add(resource, .organizationAffiliation, Self.address(seat, of: board))
  }

  // MARK: - Parts of resources

  private mutating func add(
    _ resource: FHIRResource, _ type: ResourceType, _ address: ElementID,
    _ identifiers: [JSONValue] = []
  ) {
    var resource = resource
    let id = ids[address] ?? ""
    resource["resourceType"] = .string(type.rawValue)
    resource["id"] = .string(id)
    resource["identifier"] = .array(
      [["system": .string(base), "value": .string(address.description.printable)]] + identifiers)
    entries.append([
      "fullUrl": .string("\(base)/\(type.rawValue)/\(id)"), "resource": .object(resource.members),
    ])
  }

  /// To a resource of the bundle; to what the map names and does not hold, by its id alone.
  private func reference(to address: ElementID, _ type: ResourceType) -> JSONValue {
    guard let id = ids[address] else {
      return ["display": .string((address.path.last ?? "").printable)]
    }
    return ["reference": .string("\(type.rawValue)/\(id)")]
  }

  /// Whether it is in use; `nil` when the map does not say.
  private static func active(_ status: Status?) -> JSONValue? {
    status.map { .bool($0 == .active) }
  }

  private static func contactPoint(_ system: String, _ value: String?) -> JSONValue? {
    value.flatMap(FHIRResource.text).map { ["system": .string(system), "value": $0] }
  }

  private static func address(_ organisation: Organisation) -> ElementID {
    ElementID(.organisations, organisation.id.rawValue)
  }

  private static func address(_ board: Board) -> ElementID {
    ElementID(.boards, board.id.rawValue)
  }

  private static func address(_ service: Service) -> ElementID {
    ElementID(.services, service.id.rawValue)
  }

  private static func address(_ area: Area) -> ElementID { ElementID(.areas, area.id.rawValue) }

  private static func address(_ venue: Venue, of service: Service) -> ElementID {
    ElementID(.services, service.id.rawValue, "venues", venue.id)
  }

  private static func address(_ seat: Seat, of board: Board) -> ElementID {
    ElementID(.boards, board.id.rawValue, "seats", seat.id)
  }

  /// Finds an id that FHIR allows: that of the element, after those that it stands in; with a number
  /// where that is too long or taken.
  private mutating func giveID(to address: ElementID) {
    let whole = Self.allowed(
      address.path.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: "."))
    var id = whole
    var number = 2
    while id.isEmpty || id.utf8.count > 64 || !takenIDs.insert(id).inserted {
      id = "\(whole.prefix(56)).\(number)"
      number += 1
    }
    ids[address] = id
  }

  private static func allowed(_ id: String) -> String {
    String(
      id.unicodeScalars.map { scalar -> Character in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".": Character(scalar)
        default: "-"
        }
      })
  }
}

/// The members of a resource; those that the map does not state are not there.
struct FHIRResource {
  private(set) var members: [String: JSONValue] = [:]

  subscript(key: String) -> JSONValue? {
    get { members[key] }
    set { members[key] = newValue }
  }

  mutating func set(_ key: String, _ text: String?) {
    if let text = text.flatMap(Self.text) { members[key] = text }
  }

  /// Text as FHIR has it, which is never white space alone.
  static func text(_ text: String) -> JSONValue? {
    text.trimmed.isEmpty ? nil : .string(text.printable)
  }
}

extension JSONValue {
  /// A list; `nil` without items, since a list in FHIR is never empty.
  fileprivate static func list(_ items: [JSONValue]?) -> JSONValue? {
    guard let items, !items.isEmpty else { return nil }
    return .array(items)
  }

  fileprivate static func texts(_ texts: [String]?) -> JSONValue? {
    list(texts?.compactMap(FHIRResource.text))
  }

  /// Concepts in words.
  fileprivate static func concepts(_ texts: [String?]) -> JSONValue? {
    list(texts.compactMap { $0.flatMap(FHIRResource.text).map { ["text": $0] } })
  }
}
