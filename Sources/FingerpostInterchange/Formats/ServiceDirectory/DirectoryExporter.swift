import FingerpostFormats
import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes a map as a service directory: one page with all services, each as the full form of the
/// standard has it.
struct DirectoryExporter: MapExporter {
  let format: InterchangeFormat
  var isFolder: Bool { false }

  func write(_ map: SystemMap, kept: [KeptStatement]) throws -> [ExportedFile] {
    var writing = DirectoryWriting(map, kept, isBritish: format == .openReferralUK)
    var bytes: [UInt8] = []
    DirectoryValue.object(writing.page()).write(to: &bytes, depth: 0)
    bytes.append(10)
    return [ExportedFile(name: "services.json", bytes: bytes)]
  }
}

/// Makes the objects of a directory.
///
/// Each object is what was kept of it, with what the map says now. It is then read as an import would
/// read it, and whatever that would not find out stands under `fingerpost`: so nothing is lost, and
/// nothing is said twice.
private struct DirectoryWriting {
  private let map: SystemMap
  private let isBritish: Bool
  private var kept: [String: DirectoryObject] = [:]
  /// Places by their id, as they stand with the first service that names them.
  private var locations: [String: DirectoryValue] = [:]
  private var organisations: [Organisation.ID: DirectoryObject] = [:]
  private var shown: Set<Organisation.ID> = []
  private var usedIDs: Set<String> = []

  init(_ map: SystemMap, _ kept: [KeptStatement], isBritish: Bool) {
    self.map = map
    self.isBritish = isBritish
    for statement in kept where [.hsds, .openReferralUK].contains(statement.format) {
      guard let object = DirectoryValue(json: Data(statement.json.utf8))?.object else { continue }
      self.kept[statement.element] = object
      for place in object.objects("service_at_locations") {
        guard let location = place["location"], let id = location.object?.words("id") else {
          continue
        }
        if locations[id] == nil { locations[id] = location }
      }
    }
  }

  /// The page.
  mutating func page() -> DirectoryObject {
    guard case .mapping(let entries) = map.written else { return DirectoryObject() }
    var own = DirectoryObject()
    var written: [String: [String: [YAMLValue.Entry]]] = [:]
    for entry in entries where entry.key != "fingerpost" {
      guard case .mapping(let elements) = entry.value, DirectoryProfile.keyed.contains(entry.key)
      else {
        own[entry.key] = DirectoryValue(entry.value)
        continue
      }
      if entry.key == "services" || entry.key == "organisations" {
        written[entry.key] = Dictionary(
          elements.map { ($0.key, $0.value.entries) }, uniquingKeysWith: { first, _ in first })
      } else {
        own[entry.key] = .list(
          elements.map { element in
            let id = YAMLValue.Entry("id", .scalar(element.key))
            return DirectoryValue(.mapping([id] + element.value.entries))
          })
      }
    }
    for organisation in map.organisations {
      let entries = written["organisations"]?[organisation.id.rawValue] ?? []
      organisations[organisation.id] = object(of: organisation, written: entries)
    }
    let services = map.services.map { service in
      DirectoryValue.object(
        object(of: service, written: written["services"]?[service.id.rawValue] ?? []))
    }
    var rest = kept["map"] ?? DirectoryObject()
    let others =
      map.organisations.filter { !shown.contains($0.id) }
      .compactMap { organisations[$0.id].map { DirectoryValue.object($0) } }
      + (rest["organizations"]?.list ?? [])
    rest["organizations"] = nil
    // The page of Open Referral UK, `components/schemas/Page` of its OpenAPI description.
    var page = DirectoryObject(members: [
      .init(name: "total_items", value: .number(Decimal(services.count))),
      .init(name: "total_pages", value: .number(1)),
      .init(name: "page_number", value: .number(1)),
      .init(name: "size", value: .number(Decimal(services.count))),
      .init(name: "first_page", value: .bool(true)),
      .init(name: "last_page", value: .bool(true)),
      .init(name: "empty", value: .bool(services.isEmpty)),
      .init(name: "contents", value: .list(services)),
    ])
    if !others.isEmpty { page["organizations"] = .list(others) }
    for member in rest.members where page[member.name] == nil { page[member.name] = member.value }
    page[DirectoryProfile.own] = .object(own)
    return page
  }

  // MARK: - Organisations

  private mutating func object(
    of organisation: Organisation, written: [YAMLValue.Entry]
  ) -> DirectoryObject {
    let address = "organisations/\(organisation.id)"
    let kept = self.kept[address] ?? DirectoryObject()
    var object = DirectoryObject()
    object["id"] = .text(id(kept.words("id"), of: organisation))
    object["name"] = .text(organisation.name)
    if !isBritish, let name = organisation.alsoKnownAs?.first {
      object["alternate_name"] = .text(name)
    }
    // Required by the standard; a map has no such fact, so it says nothing.
    object["description"] = kept["description"] ?? .text("")
    if !isBritish, let form = organisation.form { object["legal_status"] = .text(form) }
    for member in kept.members where object[member.name] == nil {
      object[member.name] = member.value
    }
    let numbers: [(OrganisationRegister, String?)] = [
      (.ods, organisation.ods), (.charity, organisation.charityNumber),
      (.company, organisation.companyNumber),
    ]
    var identifiers = kept["organization_identifiers"]?.list ?? []
    for (register, number) in numbers {
      let index = identifiers.firstIndex { item in
        guard let identifier = item.object else { return false }
        return OrganisationRegister(of: identifier) == register
          && identifier.words("identifier") != nil
      }
      guard let number else {
        if let index { identifiers.remove(at: index) }
        continue
      }
      if let index, var entry = identifiers[index].object {
        if entry.words("identifier") != number { entry["identifier"] = .text(number) }
        identifiers[index] = .object(entry)
      } else {
        identifiers.append(
          .object(
            DirectoryObject(members: [
              .init(name: "id", value: newID("\(address)/\(register.rawValue)")),
              .init(name: "identifier_scheme", value: .text(register.scheme(of: number))),
              .init(name: "identifier_type", value: .text(register.type)),
              .init(name: "identifier", value: .text(number)),
            ])))
      }
    }
    object["organization_identifiers"] = identifiers.isEmpty ? nil : .list(identifiers)
    var found = DirectoryFacts(organization: object)
    if let parent = organisation.parent.flatMap({ map.organisations[$0] }) {
      object["parent_organization_id"] = .text(
        id(self.kept["organisations/\(parent.id)"]?.words("id"), of: parent))
      found.say("parent", .scalar(parent.id.rawValue), "parent_organization_id")
    }
    object[DirectoryProfile.own] = own(organisation.id.rawValue, written, found)
    return object
  }

  private func id(_ kept: String?, of organisation: Organisation) -> String {
    kept ?? DirectoryProfile.uuid("\(map.id)/organisations/\(organisation.id)")
  }

  // MARK: - Services

  private mutating func object(
    of service: Service, written: [YAMLValue.Entry]
  ) -> DirectoryObject {
    let address = "services/\(service.id)"
    var kept = self.kept[address] ?? DirectoryObject()
    var object = DirectoryObject()
    let id = service.directoryID ?? ""
    object["id"] =
      !id.isEmpty && usedIDs.insert(id).inserted ? .text(id) : newID(address)
    object["name"] = .text(service.name)
    if !isBritish, let name = service.alsoKnownAs?.first { object["alternate_name"] = .text(name) }
    if let description = service.description { object["description"] = .text(description) }
    object["status"] = status(of: service, kept["status"])
    if let mailbox = service.contact?.mailbox, mailbox.contains("@") {
      object["email"] = .text(mailbox)
    }
    if !isBritish, case .stated(let text) = service.eligibility {
      object["eligibility_description"] = .text(text)
    }
    if let years = service.ages?.from.flatMap({ DirectoryAge.years($0, isMaximum: false) }) {
      object["minimum_age"] = .number(years)
    }
    if let years = service.ages?.to.flatMap({ DirectoryAge.years($0, isMaximum: true) }) {
      object["maximum_age"] = .number(years)
    }
    object["assured_date"] = assured(service.assured, kept["assured_date"])
    kept["assured_date"] = nil
    for member in kept.members where object[member.name] == nil {
      object[member.name] = member.value
    }
    object["phones"] = phones(service.contact?.phone, kept["phones"]?.list ?? [], address)
    let areas = service.areas ?? []
    object["service_areas"] = serviceAreas(areas, kept["service_areas"]?.list ?? [], address)
    object["service_at_locations"] = places(kept["service_at_locations"])

    var found = DirectoryFacts(service: object)
    if let organisation = service.organisation, let whole = organisations[organisation] {
      object["organization_id"] = nil
      object["organization"] = .object(whole)
      shown.insert(organisation)
      found.say("organisation", .scalar(organisation.rawValue), "organization")
    }
    if !areas.isEmpty, Set(areas).count == areas.count, areas.allSatisfy({ map.areas[$0] != nil }) {
      found.say("areas", .sequence(areas.map { .scalar($0.rawValue) }), "service_areas")
    }
    object[DirectoryProfile.own] = own(service.id.rawValue, written, found)
    return object
  }

  /// The status, which the standard requires.
  ///
  /// Of a service of which the map states none it is `active`,
  /// as all of this program takes it to be in use, and `not-stated` says so.
  private func status(of service: Service, _ kept: DirectoryValue?) -> DirectoryValue {
    let status = map.asOf.flatMap { service.status(on: $0) } ?? service.status
    if let kept, let text = kept.words {
      // Said in a way of its own, or not said in a way that can be made out.
      guard let known = DirectoryStatus(text) else { return status == nil ? kept : word(status) }
      if known.meaning == status { return kept }
    }
    return word(status)
  }

  private func word(_ status: Status?) -> DirectoryValue {
    .text(DirectoryStatus(status ?? .active).rawValue)
  }

  /// The date, with the time if it was kept; what is no date is written back.
  private func assured(_ date: CalendarDate?, _ kept: DirectoryValue?) -> DirectoryValue? {
    let text = kept?.words ?? ""
    if let date { return text.hasPrefix("\(date)T") ? kept : .text("\(date)") }
    return CalendarDate(String(text.prefix(10))) == nil ? kept : nil
  }

  private func phones(
    _ phone: String?, _ kept: [DirectoryValue], _ address: String
  ) -> DirectoryValue? {
    var phones = kept
    let index = phones.firstIndex { phone in
      phone.object?.words("number") != nil && phone.object?.words("contact_id") == nil
    }
    if let phone {
      if let index, var entry = phones[index].object {
        if entry.words("number") != phone { entry["number"] = .text(phone) }
        phones[index] = .object(entry)
      } else {
        phones.append(
          .object(
            DirectoryObject(members: [
              .init(name: "id", value: newID("\(address)/phone")),
              .init(name: "number", value: .text(phone)),
            ])))
      }
    } else if let index {
      phones.remove(at: index)
    }
    return phones.isEmpty ? nil : .list(phones)
  }

  private func serviceAreas(
    _ areas: [Area.ID], _ kept: [DirectoryValue], _ address: String
  ) -> DirectoryValue? {
    var unmatched = kept.compactMap(\.object)
    var entries: [DirectoryValue] = []
    for area in areas.compactMap({ map.areas[$0] }) {
      let key = DirectoryProfile.key(ofArea: area.name, area.code)
      let index =
        unmatched.firstIndex { $0[DirectoryProfile.own]?.object?.words("id") == area.id.rawValue }
        ?? unmatched.firstIndex { entry in
          DirectoryProfile.name(ofArea: entry).map {
            DirectoryProfile.key(ofArea: $0, DirectoryProfile.code(ofArea: entry)) == key
          } ?? false
        }
      var entry = index.map { unmatched.remove(at: $0) } ?? DirectoryObject()
      if entry["id"] == nil { entry["id"] = newID("\(address)/areas/\(area.id)") }
      if DirectoryProfile.name(ofArea: entry) != area.name { entry["name"] = .text(area.name) }
      if let code = area.code, DirectoryProfile.isStatistical(code) {
        if DirectoryProfile.code(ofArea: entry) != code {
          entry["uri"] = .text(DirectoryProfile.areaPage + code)
        }
      }
      entry[DirectoryProfile.own] = .object(
        DirectoryObject(members: [.init(name: "id", value: .text(area.id.rawValue))]))
      entries.append(.object(entry))
    }
    // What an import could not take is written back; what it took is in the map, or no longer.
    entries += unmatched.filter { DirectoryProfile.name(ofArea: $0) == nil }.map { .object($0) }
    return entries.isEmpty ? nil : .list(entries)
  }

  /// Where a service is given, each place with all that is known of it.
  private func places(_ kept: DirectoryValue?) -> DirectoryValue? {
    guard let list = kept?.list else { return kept }
    return .list(
      list.map { item in
        guard var place = item.object, place["location"] == nil,
          let id = place.words("location_id"),
          let location = locations[id]
        else { return item }
        place["location"] = location
        return .object(place)
      })
  }

  // MARK: - Both

  /// What the map says and an import would not find in an object, and what it would find that the map
  /// does not state.
  private func own(
    _ id: String, _ written: [YAMLValue.Entry], _ found: DirectoryFacts
  ) -> DirectoryValue {
    var values: [String: YAMLValue] = [:]
    for field in found.fields {
      if case .value(let value) = field.value { values[field.key] = value }
    }
    var own = DirectoryObject(members: [.init(name: "id", value: .text(id))])
    for entry in written where values.removeValue(forKey: entry.key) != entry.value {
      own[entry.key] = DirectoryValue(entry.value)
    }
    if !values.isEmpty {
      own["not-stated"] = .object(
        DirectoryObject(
          members: values.sorted { $0.key < $1.key }.map {
            .init(name: $0.key, value: DirectoryValue($0.value))
          }))
    }
    return .object(own)
  }

  private func newID(_ address: String) -> DirectoryValue {
    .text(DirectoryProfile.uuid("\(map.id)/\(address)"))
  }
}
