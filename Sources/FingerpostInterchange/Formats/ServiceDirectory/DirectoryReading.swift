import FingerpostFormats
import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What has been read of a directory so far, in the words of a map.
struct DirectoryReading {
  /// Something found in the directory, before it has an id in the map.
  private struct Found {
    let place: ImportPlace
    let name: String
    /// The id that an earlier export says it has in the map.
    let statedID: String?
    var fields: [ImportedRecord.Field]
    /// What is kept beside the map, as JSON; empty when there is nothing.
    var rest: String
    /// The id of its organisation in the directory.
    var organisation: String?
    /// The places of its areas in `areas`.
    var areas: [Int] = []
  }

  /// An organisation, of which every service may say something.
  private struct Mentioned {
    var object: DirectoryObject
    let place: ImportPlace
    /// Whether it stood in a list of organisations, and not only with a service.
    var isListed: Bool
  }

  /// A place that services serve.
  private struct FoundArea {
    let statedID: String?
    let name: String
    let code: String?
    let place: ImportPlace
  }

  /// What is wrong with the contents.
  var problems = DirectoryProblems()
  private let format: InterchangeFormat
  private let path: String
  private var others: [ImportProblem] = []
  private var services: [Found] = []
  private var serviceIDs: Set<String> = []
  private var organisations: [Mentioned] = []
  /// The place in `organisations` by the id in the directory, or by the name after a line end.
  private var organisationsByID: [String: Int] = [:]
  private var areas: [FoundArea] = []
  private var areasByKey: [String: Int] = [:]
  /// What the top of a page says beside its elements and its number.
  private var page = DirectoryObject()
  /// What an earlier export of this program says at the top.
  private var own: (object: DirectoryObject, place: ImportPlace)?
  private var kept: [DirectoryEntity: [DirectoryValue]] = [:]
  private var rows: [ImportCount] = []
  private var counts = DirectoryCounts()
  private var pages = DirectoryPages()

  /// Starts reading a file or folder.
  init(_ path: String, as format: InterchangeFormat) {
    self.path = path
    self.format = format
  }

  /// Tells a problem with a file.
  mutating func add(
    _ severity: Severity, _ category: Diagnostic.Category, _ message: String, at place: ImportPlace
  ) {
    others.append(ImportProblem(severity, category, message, at: place))
  }

  /// Tells of files that nothing was read of.
  mutating func notePassedOver(_ names: [String], at place: ImportPlace) {
    if let problem = ImportProblem(passedOver: names, at: place) { others.append(problem) }
  }

  /// Notes an id of something that the directory does not hold.
  mutating func noteDangling(_ id: String, _ target: DirectoryEntity, at place: ImportPlace) {
    problems.note(
      .danglingID,
      "there is no \(target.rawValue.replacing("_", with: " ")) with the id "
        + "`\(id.shortenedForMessage)`; it is kept as it is", at: place)
  }

  /// Notes how many rows of a table were read, and how many of them belong to nothing.
  mutating func countRows(of entity: DirectoryEntity, read: Int, left: Int) {
    guard read > 0 else { return }
    let name = entity.list.replacing("_", with: " ")
    rows.append(ImportCount(read, of: "rows of \(name) read"))
    rows.append(
      ImportCount(read - left, of: "rows of \(name) taken, or kept with the element concerned"))
    if left > 0 {
      rows.append(ImportCount(left, of: "rows of \(name) kept without such an element"))
    }
  }

  /// Keeps something that belongs to no service and no organisation of the map.
  mutating func keep(_ object: DirectoryObject, in entity: DirectoryEntity) {
    kept[entity, default: []].append(.object(object))
  }

  // MARK: - Elements

  /// Takes an element of a list, whatever it is.
  ///
  /// - Parameters:
  ///   - value: The element.
  ///   - entity: What it is; `nil` when that has to be seen from its members.
  ///   - place: Where it stands.
  mutating func take(_ value: DirectoryValue, _ entity: DirectoryEntity?, at place: ImportPlace) {
    counts.elements += 1
    if entity == nil { pages.addElement() }
    guard let object = value.object else {
      counts.unreadable += 1
      problems.note(
        .unreadable, "here an object in braces was expected, such as a service", at: place)
      return
    }
    let entity = entity ?? DirectoryEntity(of: object) ?? guess(object)
    pages.note(entity)
    switch entity {
    case .service: take(service: object, at: place)
    case .organization: take(organization: object, at: place)
    case let other:
      counts.others += 1
      keep(object, in: other)
    }
  }

  /// Counts an element that is no JSON.
  mutating func noteBroken(_ explanation: String, at place: ImportPlace) {
    counts.elements += 1
    pages.addElement()
    counts.unreadable += 1
    problems.note(.unreadable, explanation, at: place)
  }

  /// What an element is that could be several things: an organisation needs a description, and a
  /// service does not.
  private func guess(_ object: DirectoryObject) -> DirectoryEntity {
    let name = path.fileStem.lowercased()
    if name.contains("organi") { return .organization }
    if name.contains("service") { return .service }
    return object["description"] == nil ? .service : .organization
  }

  /// Takes a service.
  mutating func take(service object: DirectoryObject, at place: ImportPlace) {
    counts.services.read += 1
    var facts = DirectoryFacts(service: object)
    guard let name = facts.name else {
      counts.services.nameless += 1
      problems.note(
        .noName, "this service has no name, so it is kept and not taken; give it a name",
        at: place.at("name"))
      return keep(object, in: .service)
    }
    if let id = object.words("id") {
      guard serviceIDs.insert(id).inserted else {
        counts.services.repeated += 1
        return problems.note(
          .repeatedID,
          "another service has the id `\(id.shortenedForMessage)`, so this one is left out; the first "
            + "is taken", at: place)
      }
    } else {
      problems.note(
        .noID, "this service has no id, so nothing can refer to it", at: place.at("id"))
    }
    for wrong in facts.wrong {
      problems.note(
        wrong.kind, "\(wrong.message); it is kept as it is", at: place.at(wrong.property))
    }
    let statedID = facts.takeOwn()
    var found = Found(place: place, name: name, statedID: statedID, fields: [], rest: "")
    if let nested = object["organization"]?.object, nested.words("name") != nil {
      found.organisation = mention(nested, at: place.at("organization"), isListed: false)
      facts.remove("organization")
      facts.remove("organization_id")
    } else if let id = object["organization"]?.object?.words("id")
      ?? object.words("organization_id")
    {
      found.organisation = id
      facts.remove("organization_id")
    }
    for served in object.objects("service_areas") {
      guard let index = area(served, at: place.at("service_areas")), !found.areas.contains(index)
      else { continue }
      found.areas.append(index)
    }
    found.fields = facts.fields
    if !facts.rest.members.isEmpty { found.rest = DirectoryValue.object(facts.rest).json }
    services.append(found)
  }

  /// Takes an organisation of a list.
  mutating func take(organization object: DirectoryObject, at place: ImportPlace) {
    counts.organisations.read += 1
    guard object.words("name") != nil else {
      counts.organisations.nameless += 1
      problems.note(
        .noName, "this organisation has no name, so it is kept and not taken; give it a name",
        at: place.at("name"))
      return keep(object, in: .organization)
    }
    if let id = object.words("id"), let known = organisationsByID[id], organisations[known].isListed
    {
      counts.organisations.repeated += 1
      return problems.note(
        .repeatedID,
        "another organisation has the id `\(id.shortenedForMessage)`, so this one is left out; the "
          + "first is taken", at: place)
    }
    _ = mention(object, at: place, isListed: true)
  }

  /// Adds what is said of an organisation to what is known of it.
  ///
  /// - Returns: The key under which it is known.
  private mutating func mention(
    _ object: DirectoryObject, at place: ImportPlace, isListed: Bool
  ) -> String {
    var key = object.words("id") ?? "\n" + (object.words("name") ?? "")
    if isListed, object["id"] == nil, organisationsByID[key] != nil {
      // Two of one name may be two.
      key += "\n\(organisations.count)"
    }
    guard let index = organisationsByID[key] else {
      organisationsByID[key] = organisations.count
      organisations.append(Mentioned(object: object, place: place, isListed: isListed))
      if !isListed { counts.organisations.read += 1 }
      return key
    }
    if isListed { organisations[index].isListed = true }
    guard organisations[index].object != object else { return key }
    for member in object.members {
      if let known = organisations[index].object[member.name] {
        guard known != member.value else { continue }
        problems.note(
          .differing,
          "`\(member.name)` of this organisation is not what it was where the organisation first "
            + "stood; the first is taken", at: place.at(member.name))
      } else {
        organisations[index].object[member.name] = member.value
      }
    }
    return key
  }

  /// The place of an area in `areas`; `nil` for one without a name.
  private mutating func area(_ object: DirectoryObject, at place: ImportPlace) -> Int? {
    guard let name = DirectoryProfile.name(ofArea: object) else { return nil }
    let stated = object[DirectoryProfile.own]?.object?.words("id")
    let code = DirectoryProfile.code(ofArea: object)
    let key = stated.map { "\n" + $0 } ?? DirectoryProfile.key(ofArea: name, code)
    if let known = areasByKey[key] { return known }
    areasByKey[key] = areas.count
    areas.append(FoundArea(statedID: stated, name: name, code: code, place: place))
    return areas.count - 1
  }

  // MARK: - Pages

  /// Says that what comes next stands in another file.
  mutating func turnPage() { pages.turn() }

  /// Takes what stands at the top of a page beside its lists.
  mutating func take(member name: String, _ value: DirectoryValue, at place: ImportPlace) {
    switch name {
    case DirectoryProfile.own:
      guard let object = value.object else { return page[name] = value }
      guard own == nil else {
        return add(
          .warning, .duplicateKey,
          "`\(name)` stands at the top of several pages; the first is taken", at: place)
      }
      own = (object, place)
    case "total_items", "total_pages", "page_number":
      if case .number(let number) = value, let number = Int("\(number)") {
        pages.take(number, of: name)
      }
    case "size", "first_page", "last_page", "empty": break
    default: page[name] = value
    }
  }

  // MARK: - The map

  /// The map that the directory makes.
  mutating func map() -> ImportedMap {
    let top = ImportPlace(text: path)
    var map = ImportedMap(from: path)
    var root = ownFields()
    let areaIDs = nameAreas(&root)
    nameElements(into: &map, &root, areaIDs)
    for gap in pages.gaps { add(.warning, .limit, gap, at: top) }
    if counts.services.taken + counts.organisations.taken + counts.others == 0, own == nil,
      !others.contains(where: { $0.severity == .error })
    {
      add(
        .error, .file,
        "there is no service and no organisation with a name in it; is it a service directory?",
        at: top)
    }
    var rest = page
    for entity in DirectoryEntity.allCases {
      if let list = kept[entity] { rest[entity.list] = .list(list) }
    }
    if !rest.members.isEmpty {
      map.kept.append(
        KeptStatement(of: "map", in: format, json: DirectoryValue.object(rest).json))
    }
    map.root.fields = root
    map.problems = others + problems.all(in: top)
    map.counts = counts.all + rows
    return map
  }

  /// The order of the keys of a map, of a service and of an organisation.
  private static func ranks(of shape: String) -> [String: Int] {
    let fields = MapFormat.shapes.first { $0.name == shape }?.fields() ?? []
    return Dictionary(
      fields.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static let mapRanks = ranks(of: "map")
  private static let serviceRanks = ranks(of: "service")

  /// What an earlier export says of the map itself and of what a directory does not know.
  private func ownFields() -> [ImportedRecord.Field] {
    var fields: [ImportedRecord.Field] = [.init("fingerpost", .value("1"))]
    guard let own else {
      return fields + [.init("title", .value(YAMLValue(text: path.fileTitle)))]
    }
    for member in own.object.members where member.name != "fingerpost" {
      let value =
        DirectoryProfile.keyed.contains(member.name) ? Self.keyed(member.value) : member.value.yaml
      fields.append(.init(member.name, .value(value), name: DirectoryProfile.own))
    }
    return fields
  }

  /// A list of objects with an id each as keys and values.
  private static func keyed(_ value: DirectoryValue) -> YAMLValue {
    guard let items = value.list, items.allSatisfy({ $0.object?.words("id") != nil }) else {
      return value.yaml
    }
    return .mapping(
      items.compactMap(\.object).map { object in
        var others = object
        others["id"] = nil
        return .init(object.words("id") ?? "", DirectoryValue.object(others).yaml)
      })
  }

  /// Gives areas their ids.
  private mutating func nameAreas(_ root: inout [ImportedRecord.Field]) -> [String] {
    var used: Set<String> = []
    var knownByKey: [String: String] = [:]
    var known: [YAMLValue.Entry] = []
    for area in own?.object.objects("areas") ?? [] {
      guard let id = area.words("id") else { continue }
      used.insert(id)
      if let name = area.words("name") {
        knownByKey[DirectoryProfile.key(ofArea: name, area.words("code"))] = id
      }
    }
    let index = root.firstIndex { $0.key == "areas" }
    if let index, case .value(.mapping(let entries)) = root[index].value { known = entries }
    var naming = ElementNaming(used: used)
    var records: [ImportedRecord] = []
    let areas = areas
    let ids = areas.map { area in
      if let stated = area.statedID, used.contains(stated) { return stated }
      if let known = knownByKey[DirectoryProfile.key(ofArea: area.name, area.code)] { return known }
      let id = name(area.statedID ?? area.name, or: "area", at: area.place, &naming)
      var fields: [ImportedRecord.Field] = [
        .init("name", .value(YAMLValue(text: area.name)), name: area.place.name)
      ]
      if let code = area.code {
        fields.append(.init("code", .value(YAMLValue(text: code)), name: "uri"))
      }
      records.append(ImportedRecord(id: id, place: area.place, fields: fields))
      return id
    }
    guard !records.isEmpty else { return ids }
    // Those of the earlier export first.
    let before = known.map { entry -> ImportedRecord in
      var fields: [ImportedRecord.Field] = []
      if case .mapping(let entries) = entry.value {
        fields = entries.map { .init($0.key, .value($0.value), name: DirectoryProfile.own) }
      }
      return ImportedRecord(id: entry.key, place: own?.place ?? areas[0].place, fields: fields)
    }
    let field = ImportedRecord.Field("areas", .keyed(before + records))
    if let index { root[index] = field } else { root.append(field) }
    return ids
  }

  /// Gives services and organisations their ids, and writes them.
  private mutating func nameElements(
    into map: inout ImportedMap, _ root: inout [ImportedRecord.Field], _ areaIDs: [String]
  ) {
    var used: Set<String> = ["families"]
    for collection in ["boards", "programmes", "documents"] {
      used.formUnion(own?.object.objects(collection).compactMap { $0.words("id") } ?? [])
    }
    var naming = ElementNaming(used: used)
    var facts = organisations.map { DirectoryFacts(organization: $0.object) }
    let stated = facts.indices.map { facts[$0].takeOwn() }
    // What has an id of its own keeps it, whatever others are called.
    var organisationIDs = stated.map { $0.flatMap { naming.claim($0) } }
    var ids = services.map { $0.statedID.flatMap { naming.claim($0) } }
    for index in organisations.indices where organisationIDs[index] == nil {
      organisationIDs[index] = name(
        facts[index].name ?? "", or: "organisation", at: organisations[index].place, &naming)
    }
    for index in services.indices where ids[index] == nil {
      ids[index] = name(services[index].name, or: "service", at: services[index].place, &naming)
    }
    counts.organisations.taken = organisations.count
    counts.services.taken = services.count

    var records: [ImportedRecord] = []
    for (index, organisation) in organisations.enumerated() {
      let id = organisationIDs[index] ?? ""
      if let parent = facts[index].rest.words("parent_organization_id") {
        if let known = organisationsByID[parent], let parentID = organisationIDs[known] {
          facts[index].remove("parent_organization_id")
          if !facts[index].fields.contains(where: { $0.key == "parent" }) {
            facts[index].say("parent", .scalar(parentID), "parent_organization_id")
          }
        } else {
          noteDangling(
            parent, .organization, at: organisation.place.at("parent_organization_id"))
        }
      }
      records.append(ImportedRecord(id: id, place: organisation.place, fields: facts[index].fields))
      if !facts[index].rest.members.isEmpty {
        map.kept.append(
          KeptStatement(
            of: "organisations/\(id)", in: format,
            json: DirectoryValue.object(facts[index].rest).json))
      }
    }
    if !records.isEmpty { root.append(.init("organisations", .keyed(records))) }

    records = []
    records.reserveCapacity(services.count)
    for (index, service) in services.enumerated() {
      let id = ids[index] ?? ""
      var fields = service.fields
      var rest = service.rest
      if let organisation = service.organisation {
        if let known = organisationsByID[organisation], let organisationID = organisationIDs[known]
        {
          if !fields.contains(where: { $0.key == "organisation" }) {
            fields.append(
              .init("organisation", .value(.scalar(organisationID)), name: "organization_id"))
          }
        } else {
          noteDangling(organisation, .organization, at: service.place.at("organization_id"))
          let member = DirectoryValue.object(
            DirectoryObject(members: [.init(name: "organization_id", value: .text(organisation))])
          ).json
          rest = rest.isEmpty ? member : rest.dropLast() + "," + member.dropFirst()
        }
      }
      if !service.areas.isEmpty, !fields.contains(where: { $0.key == "areas" }) {
        fields.append(
          .init(
            "areas", .value(.sequence(service.areas.map { .scalar(areaIDs[$0]) })),
            name: "service_areas"))
      }
      fields.sort {
        Self.serviceRanks[$0.key, default: .max] < Self.serviceRanks[$1.key, default: .max]
      }
      records.append(ImportedRecord(id: id, place: service.place, fields: fields))
      if !rest.isEmpty {
        map.kept.append(KeptStatement(of: "services/\(id)", in: format, json: rest))
      }
    }
    services = []
    if !records.isEmpty { root.append(.init("services", .keyed(records))) }
    root.sort { Self.mapRanks[$0.key, default: .max] < Self.mapRanks[$1.key, default: .max] }
  }

  /// An id made of a name, with a note when others have the name as well.
  private mutating func name(
    _ name: String, or noun: String, at place: ImportPlace, _ naming: inout ElementNaming
  ) -> String {
    let (id, isShared) = naming.id(for: name, or: noun)
    if isShared {
      problems.note(
        .sharedName, "another element is called so too, so this one has the id `\(id)`", at: place)
    }
    return id
  }
}
