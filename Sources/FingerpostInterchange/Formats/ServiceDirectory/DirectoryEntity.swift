/// What the objects and tables of a directory are about, by the names of HSDS 3.0.
///
/// Source: <https://github.com/openreferral/specification/tree/3.0/schema>; older names from the
/// tables of HSDS 1.1 and 2.0 and of Open Referral UK 1.0.
enum DirectoryEntity: String, CaseIterable {
  case organization
  case service
  case location
  case serviceAtLocation = "service_at_location"
  case contact
  case phone
  case program
  case taxonomy
  case taxonomyTerm = "taxonomy_term"
  case attribute
  case serviceArea = "service_area"
  case address
  case schedule
  case language
  case funding
  case costOption = "cost_option"
  case requiredDocument = "required_document"
  case accessibility
  case organizationIdentifier = "organization_identifier"
  case eligibility
  case metadata

  /// What a list of them is called.
  var list: String {
    switch self {
    case .taxonomy: "taxonomies"
    case .address: "addresses"
    case .funding, .accessibility, .metadata: rawValue
    case .eligibility: "eligibilities"
    default: rawValue + "s"
    }
  }

  /// What the tables of older versions are called, beside the names in singular and plural.
  private var otherNames: [String] {
    switch self {
    case .organization: ["organisation", "organisations"]
    case .serviceAtLocation: ["services_at_location", "services_at_locations"]
    case .attribute:
      [
        "service_attribute", "service_attributes", "other_attribute", "other_attributes",
        "service_taxonomy", "service_taxonomies", "services_taxonomy", "link_taxonomy",
        "link_taxonomies",
      ]
    case .address:
      ["physical_address", "physical_addresses", "postal_address", "postal_addresses"]
    case .schedule:
      ["regular_schedule", "regular_schedules", "holiday_schedule", "holiday_schedules"]
    case .accessibility: ["accessibility_for_disabilities", "accessibility_for_disability"]
    case .eligibility: ["eligibilitys"]
    case .funding: ["fundings"]
    default: []
    }
  }

  private static let byName: [String: DirectoryEntity] = {
    var names: [String: DirectoryEntity] = [:]
    for entity in allCases {
      for name in [entity.rawValue, entity.list] + entity.otherNames { names[name] = entity }
    }
    return names
  }()

  /// The entity that a table or a list is about; `nil` for a name of nothing.
  init?(named name: String) {
    guard let entity = Self.byName[name.lowercased()] else { return nil }
    self = entity
  }

  /// The names of lists of elements, in a file that holds several.
  static let lists: Set<String> = Set(allCases.flatMap { [$0.rawValue, $0.list] })

  /// The columns that say what a row belongs to, the narrowest first: a telephone number of a contact
  /// of a service belongs to the contact.
  var owners: [(column: String, owner: DirectoryEntity)] {
    switch self {
    case .organization, .service, .taxonomy, .taxonomyTerm: []
    case .location, .program, .organizationIdentifier: [("organization_id", .organization)]
    case .serviceAtLocation, .serviceArea, .costOption, .requiredDocument, .eligibility:
      [("service_id", .service)]
    case .contact:
      [
        ("service_at_location_id", .serviceAtLocation), ("service_id", .service),
        ("location_id", .location), ("organization_id", .organization),
      ]
    case .phone:
      [
        ("contact_id", .contact), ("service_at_location_id", .serviceAtLocation),
        ("service_id", .service), ("location_id", .location), ("organization_id", .organization),
      ]
    case .schedule:
      [
        ("service_at_location_id", .serviceAtLocation), ("service_id", .service),
        ("location_id", .location),
      ]
    case .language: [("phone_id", .phone), ("service_id", .service), ("location_id", .location)]
    case .funding: [("service_id", .service), ("organization_id", .organization)]
    case .address, .accessibility: [("location_id", .location)]
    case .attribute:
      [
        ("service_id", .service), ("organization_id", .organization), ("location_id", .location),
        ("link_id", .service), ("link_id", .organization), ("link_id", .serviceAtLocation),
        ("link_id", .location), ("link_id", .contact), ("link_id", .phone),
      ]
    case .metadata:
      [
        ("resource_id", .service), ("resource_id", .organization), ("resource_id", .location),
        ("resource_id", .serviceAtLocation),
      ]
    }
  }

  /// The names of the columns that say what a row belongs to, each once.
  var ownerColumns: [String] {
    owners.map(\.column).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Whether rows of others belong to its rows, so that there can be a single table of it.
  var isOwner: Bool {
    switch self {
    case .organization, .service, .location, .serviceAtLocation, .contact, .phone, .program,
      .taxonomy, .taxonomyTerm:
      true
    default: false
    }
  }

  /// What an element of a list is, by the members that only such objects have; `nil` when it could be
  /// a service as well as an organisation.
  init?(of object: DirectoryObject) {
    func has(_ names: String...) -> Bool { names.contains { object[$0] != nil } }
    if has(
      "status", "organization", "organization_id", "service_areas", "service_at_locations",
      "minimum_age", "maximum_age", "eligibility_description", "application_process", "schedules",
      "cost_options", "assured_date", "fees", "interpretation_services")
      && !has("location", "location_type")
    {
      self = .service
    } else if has(
      "organization_identifiers", "website", "legal_status", "tax_status", "tax_id",
      "year_incorporated", "logo", "parent_organization_id", "programs", "locations")
    {
      self = .organization
    } else if has("location_type") {
      self = .location
    } else if has("location", "location_id") {
      self = .serviceAtLocation
    } else if has("taxonomy", "taxonomy_id", "taxonomy_detail", "term_uri", "parent_id") {
      self = .taxonomyTerm
    } else if has("version") {
      self = .taxonomy
    } else {
      return nil
    }
  }
}
