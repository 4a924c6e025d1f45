import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

/// A service with little to say.
private func service(_ number: Int, _ more: String = "") -> String {
  #"{"id": "s\#(number)", "name": "Service \#(number)", "status": "active"\#(more)}"#
}

struct `Service directories as JSON` {
  @Test(arguments: [
    ("one.json", service(1), 1),
    ("list.json", "[\(service(1)),\n \(service(2))]", 2),
    ("page.json", #"{"total_items": 2, "contents": [\#(service(1)), \#(service(2))]}"#, 2),
    ("lines.jsonl", "\(service(1))\n\(service(2))\r\n\n\(service(3))", 3),
    ("lines.json", "\(service(1))\n\(service(2))\n", 2),
    ("lists.json", #"{"services": [\#(service(1))], "organizations": []}"#, 1),
    ("marked.json", "\u{FEFF}[\(service(1))]", 1),
  ])
  func `are read in every form`(_ name: String, _ text: String, _ count: Int) throws {
    let document = try imported([name: text])
    #expect(document.problems == [])
    #expect(document.map?.services.map(\.id.rawValue) == (1...count).map { "service-\($0)" })
  }

  private func page(_ numbers: ClosedRange<Int>, number: Int? = nil) -> String {
    #"{"total_items": 5, "total_pages": 3, "#
      + (number.map { #""page_number": \#($0), "# } ?? "") + #""contents": ["#
      + numbers.map { service($0) }.joined(separator: ",") + "]}"
  }

  @Test func `are read page by page, and pages that are missing are told`() throws {
    let whole = try imported(["1.json": page(1...2), "2.json": page(3...4), "3.json": page(5...5)])
    #expect(whole.problems == [])
    #expect(whole.map?.services.count == 5)
    let part = try imported(["1.json": page(1...2), "3.json": page(5...5)])
    #expect(
      part.problems.map(\.message).contains { $0.contains("there are 5 services, and 3 were read") }
    )
    #expect(part.kept == [])
  }

  @Test func `name the pages that are missing, whatever other lists there are`() throws {
    let organisations =
      #"{"total_items": 2, "total_pages": 1, "page_number": 1, "contents": ["#
      + #"{"id": "o1", "name": "A", "description": "x"}, {"id": "o2", "name": "B", "description": "y"}]}"#
    let document = try imported([
      "s1.json": page(1...2, number: 1), "s3.json": page(5...5, number: 3), "o.json": organisations,
    ])
    #expect(document.map?.organisations.count == 2, "\(document.problems)")
    #expect(
      document.problems.map(\.message).contains {
        $0.contains("of 3 pages of services 1 is missing: page 2;")
      }, "\(document.problems)")
  }

  @Test(arguments: [#"{"foo": 1}"#, #"[{"a": 1}]"#, "[]", #"{"contents": [{"description": "x"}]}"#])
  func `make no map when they hold nothing of a directory`(_ text: String) throws {
    let document = try imported(["x.json": text])
    #expect(document.map == nil)
    #expect(
      document.problems.contains {
        $0.severity == .error && $0.message.contains("is it a service directory?")
      }, "\(document.problems)")
  }

  @Test func `tell of files in their folder that are not read`() throws {
    let document = try imported([
      "1.json": "[\(service(1))]", "notes.docx": "x", ".hidden": "x", "datapackage.json": "{}",
    ])
    #expect(document.map?.services.count == 1)
    #expect(
      document.problems.map(\.message).contains { $0.contains("nothing was read of `notes.docx`") })
    #expect(document.problems.count == 1)
  }

  @Test(arguments: [
    "[\n\(service(1)),\n{\"id\": \"x\", \"name\": \"unfinished, \"status\": \"active\"},\n\(service(2))\n]",
    "[\n\(service(1)),\n{\"id\": \"x\" \"name\": \"no comma\"},\n\(service(2))\n]",
    "[\n\(service(1)),\n\(String(repeating: "[", count: 400))\(String(repeating: "]", count: 400)),\n\(service(2))\n]",
    "[\n\(service(1)),\n12,\n\(service(2))\n]",
    "[\n\(service(1)),\n{\"id\": \"x\", \"name\": \"an open text\n},\n\(service(2))\n]",
    "[\n\(service(1)),\n{\"id\": \"x\", \"phones\": [{\"id\": \"an open list\"}\n},\n\(service(2))\n]",
  ])
  func `lose only the element that is broken, and say in which line`(_ text: String) throws {
    try Self.expectOneBroken(text)
    try Self.expectOneBroken(#"{"size": 3, "contents": \#(text), "last_page": true}"#)
  }

  private static func expectOneBroken(_ text: String) throws {
    let document = try imported(["list.json": text])
    #expect(document.map?.services.map(\.id.rawValue) == ["service-1", "service-2"])
    #expect(document.problems.map { $0.place?.row } == [3])
    #expect(document.problems.map(\.severity) == [.warning])
    #expect(document.counts.first { $0.of == "elements that cannot be read" }?.number == 1)
  }

  @Test func `lose only the line that is broken`() throws {
    let document = try imported(["list.jsonl": "\(service(1))\n{\"id\": [{\n\(service(2))\n"])
    #expect(document.map?.services.count == 2)
    #expect(document.problems.map { $0.place?.row } == [2])
  }

  @Test(arguments: [#"{"contents": ["#, "[12]", "[", "[]"])
  func `make no map when nothing of them can be read`(_ text: String) throws {
    let document = try imported(["list.json": text])
    #expect(document.map == nil)
    #expect(document.problems.contains { $0.message.contains("there is no service and no organ") })
  }

  @Test func `say that a file is cut off`() throws {
    let document = try imported(["list.json": "[\(service(1)),\n{\"id\": \"s2\", \"name\": \"Ser"])
    #expect(document.map?.services.count == 1)
    #expect(document.problems.map { $0.place?.row } == [2])
    #expect(document.problems.first?.message.contains("has no end") == true)
  }

  @Test func `give each service what it means in a map`() throws {
    let document = try imported([
      "list.json": """
      [{"id": "a", "name": "Baby Steps", "status": "temporarily closed", "minimum_age": 0,
        "maximum_age": 1.5, "organization_id": "o", "attributes": [
          {"id": "t", "taxonomy_term": {"id": "u", "name": "Parenting group", "description": ""}}],
        "service_areas": [{"id": "v", "name": "Anytown", "extent": "x",
          "uri": "https://statistics.data.gov.uk/id/statistical-geography/E06000001"}]},
       {"id": "b", "name": "Baby Steps", "status": "inactive", "maximum_age": 4},
       {"id": "o", "name": "Anytown Council", "description": "", "organization_identifiers": [
          {"id": "1", "identifier_scheme": "GB-CHC", "identifier_type": "Charity", "identifier": "123"},
          {"id": "2", "identifier_type": "ODS code", "identifier": "RV5"}]}]
      """
    ])
    let map = try #require(document.map, "\(document.problems)")
    let service = try #require(map.services["baby-steps"])
    #expect(service.status == .paused)
    #expect(service.ages == AgeRange(from: .birth, to: Age("18 months")))
    #expect(service.kind == "parenting-group")
    #expect(service.areas == ["anytown"])
    #expect(map.areas["anytown"]?.code == "E06000001")
    #expect(service.organisation == "anytown-council")
    #expect(map.organisations["anytown-council"]?.charityNumber == "123")
    #expect(map.organisations["anytown-council"]?.ods == "RV5")
    // The youngest age of the other is not stated, and its oldest lasts until the next birthday.
    let other = try #require(map.services["baby-steps-2"])
    #expect(other.ages == AgeRange(from: nil, to: Age("5 years")))
    #expect(other.status == .paused)
    #expect(document.problems.map(\.severity) == [.note])
    #expect(document.problems.map(\.category) == [.clashingID])
    let again = try services(of: try written(map, in: .hsds, kept: document.kept))
    #expect(again.map { $0["status"] as? String } == ["temporarily closed", "inactive"])
    #expect(again.map { $0["maximum_age"] as? Double } == [1.5, 4])
  }
}

struct `Service directories as tables` {
  @Test func `are joined by the names of 3·0`() throws {
    let document = try imported([
      "organizations.csv": "id,name,description\no1,Anytown Council,\n",
      "services.csv":
        "id,organization_id,name,status,minimum_age,email\ns1,o1,Baby Steps,active,0,team@example.org\n"
        + "s2,o1,Home Visits,defunct,,\n",
      "locations.csv": "id,location_type,name,latitude\nl1,physical,Town Hall,51.5\n",
      "service_at_locations.csv": "id,service_id,location_id\nsl1,s1,l1\nsl2,s2,l1\n",
      "addresses.csv": "id,location_id,address_1,city\na1,l1,1 High Street,Anytown\n",
      "service_areas.csv": "id,service_id,name\nsa1,s1,Anytown\nsa2,s2,Anytown\n",
      "phones.csv": "id,service_id,contact_id,number\np1,s1,,01234 567890\np2,,c1,01234 000000\n",
      "contacts.csv": "id,service_id,name\nc1,s1,A Person\n",
      "attributes.csv": "id,link_id,link_entity,taxonomy_term_id\nat1,s1,service,t1\n",
      "taxonomy_terms.csv": "id,name,taxonomy_id\nt1,Infant massage,x1\n",
      "taxonomies.csv": "id,name\nx1,Our list\n",
      "notes.csv": "id,text\n1,x\n",
    ])
    let map = try #require(document.map, "\(document.problems)")
    let steps = try #require(map.services["baby-steps"])
    #expect(steps.organisation == "anytown-council")
    #expect(steps.contact?.phone == "01234 567890")
    #expect(steps.contact?.mailbox == "team@example.org")
    #expect(steps.kind == "infant-massage")
    #expect(steps.areas == ["anytown"] && map.services["home-visits"]?.areas == ["anytown"])
    #expect(steps.ages?.from == .birth)
    #expect(map.services["home-visits"]?.status == .closed)
    #expect(document.problems.map { $0.place?.file.split(separator: "/").last } == ["notes.csv"])
    let again = try services(of: try written(map, in: .hsds, kept: document.kept))
    // Both have the place, with its number and its address, though only one was kept with it.
    for service in again {
      let places = try #require(service["service_at_locations"] as? [NSDictionary])
      let place = try #require(places[0]["location"] as? NSDictionary)
      #expect(place["latitude"] as? Double == 51.5)
      #expect((place["addresses"] as? [NSDictionary])?[0]["city"] as? String == "Anytown")
    }
    let contact = try #require((again[0]["contacts"] as? [NSDictionary])?[0])
    #expect((contact["phones"] as? [NSDictionary])?[0]["number"] as? String == "01234 000000")
  }

  @Test func `are joined by the names of 1·x and 2·x`() throws {
    let document = try imported([
      "organization.csv": "id;name;url\no1;Anytown Council;http://example.org\n",
      "service.csv": "id;organization_id;name;status\ns1;o1;Baby Steps;Active\n",
      "services_at_location.csv": "id;service_id;location_id\nsl1;s1;l1\n",
      "location.csv": "id;name\nl1;Town Hall\n",
      "physical_addresses.csv": "id;location_id;city\na1;l1;Anytown\n",
      "postal_addresses.csv": "id;location_id;city\na2;l1;Posttown\n",
      "service_area.csv": "id;service_id;service_area;extent\nsa1;s1;Anytown;\n",
      "eligibilitys.csv":
        "id;service_id;eligibility;minimum_age;maximum_age\ne1;s1;Parents of babies;0;2\n",
      "phone.csv": "id;service_id;number\np1;s1;01234 567890\n",
      "regular_schedule.csv": "id;service_id;opens_at\nr1;s1;09:00\n",
      "link_taxonomy.csv": "id;link_type;link_id;taxonomy_id\nlt1;service;s1;t1\n",
      "taxonomy.csv": "id;name;parent_id;vocabulary\nt1;Health visiting;;Own\n",
    ])
    #expect(document.problems == [])
    let map = try #require(document.map)
    let steps = try #require(map.services["baby-steps"])
    #expect(steps.status == .active)
    #expect(steps.areas == ["anytown"])
    #expect(steps.ages == AgeRange(from: .birth, to: Age("3 years")))
    #expect(steps.eligibility.value == "Parents of babies")
    #expect(steps.contact?.phone == "01234 567890")
    #expect(steps.kind == "health-visiting")
    let kept = document.kept.map(\.json).joined()
    for text in ["Town Hall", "Posttown", "09:00", "Own", "http://example.org"] {
      #expect(kept.contains(text), "\(text)")
    }
  }

  @Test func `are read from an archive`() throws {
    // services.csv and organizations.csv in a folder `data`, zipped.
    let archive = """
      UEsDBBQAAAAIABcWfV1/QBv+OQAAADcAAAARAAAAZGF0YS9zZXJ2aWNlcy5jc3bLTNHJL0pPzMusSizJzM+Lz0zRyUvMTdUp\
      LkksKS3mKjbUyTfUcUpMqlQILkktKNZJTC7JLEvlAgBQSwMEFAAAAAgAFxZ9XQihZr8dAAAAGwAAABYAAABkYXRhL29yZ2Fu\
      aXphdGlvbnMuY3N2y0zRyUvMTeXKN9RxzKssyS/PU3DOL81LzszhAgBQSwECFAMUAAAACAAXFn1df0Ab/jkAAAA3AAAAEQAA\
      AAAAAAAAAAAAgAEAAAAAZGF0YS9zZXJ2aWNlcy5jc3ZQSwECFAMUAAAACAAXFn1dCKFmvx0AAAAbAAAAFgAAAAAAAAAAAAAA\
      gAFoAAAAZGF0YS9vcmdhbml6YXRpb25zLmNzdlBLBQYAAAAAAgACAIMAAAC5AAAAAAA=
      """
    let folder = try TemporaryFolder()
    let path = try folder.write([UInt8](try #require(Data(base64Encoded: archive))), to: "all.zip")
    let document = InterchangeFormat.hsds.read(path)
    #expect(document.problems == [])
    #expect(document.map?.services["baby-steps"]?.organisation == "anytown-council")
  }

  @Test(arguments: [
    ("nothing.json", "{}"), ("empty.json", ""), ("text.json", "Dear all"),
    ("half.zip", "PK\u{3}\u{4}"),
    ("other.csv", "a,b\n1,2\n"), ("utf16.json", "\u{0}"),
  ])
  func `that are none are refused with words`(_ name: String, _ text: String) throws {
    let document = try imported([name: text])
    #expect(document.problems.contains { $0.severity == .error || $0.severity == .warning })
    #expect(document.problems.allSatisfy { $0.message.count > 10 })
    #expect(document.map?.services.isEmpty ?? true)
  }
}

struct `What a map says of a service of a directory` {
  private static let text = """
    [{"id": "a", "name": "Baby Steps", "status": "inactive", "description": "Old", "fees": "None",
      "email": "team@example.org", "x_own": {"deep": [1, 2.50, null, true]},
      "phones": [{"id": "p", "number": "01", "extension": 7}, {"id": "q", "number": "02"}],
      "service_areas": [{"id": "v", "name": "Anytown", "extent": "x"}, {"id": "w", "uri": "http://x"}],
      "organization": {"id": "o", "name": "Council", "description": "Theirs", "website": "http://x"}}]
    """

  private func changed(_ change: (inout Service) -> Void) throws -> NSDictionary {
    let document = try imported(["list.json": Self.text])
    var map = try #require(document.map)
    if var service = map.services["baby-steps"] {
      change(&service)
      map.services["baby-steps"] = service
    }
    let again = try services(of: try written(map, in: .hsds, kept: document.kept))
    return try #require(again.first)
  }

  @Test func `leaves alone what it does not know`() throws {
    let service = try changed { _ in }
    #expect(service["status"] as? String == "inactive")
    #expect(service["fees"] as? String == "None")
    #expect((service["x_own"] as? NSDictionary)?["deep"] as? NSArray == [1, 2.5, NSNull(), true])
    #expect((service["phones"] as? [NSDictionary])?.map { $0["id"] as? String } == ["p", "q"])
    #expect((service["phones"] as? [NSDictionary])?[0]["extension"] as? Int == 7)
    #expect(
      (service["service_areas"] as? [NSDictionary])?.map { $0["id"] as? String } == ["v", "w"])
    #expect((service["organization"] as? NSDictionary)?["description"] as? String == "Theirs")
  }

  @Test func `wins over what was kept`() throws {
    let service = try changed { service in
      service.status = .closed
      service.description = nil
      service.contact?.phone = nil
      service.contact?.mailbox = "new@example.org"
      service.areas = nil
    }
    #expect(service["status"] as? String == "defunct")
    #expect(service["description"] == nil)
    #expect((service["phones"] as? [NSDictionary])?.map { $0["id"] as? String } == ["q"])
    #expect(service["email"] as? String == "new@example.org")
    #expect((service["service_areas"] as? [NSDictionary])?.map { $0["id"] as? String } == ["w"])
  }

  @Test
  func `that is not stated is not stated after the way there and back, unless somebody states it`()
    throws
  {
    var map = SystemMap(id: "m", title: "M")
    map.services.append(Service(id: "s", name: "S"))
    let directory = try written(map, in: .openReferralUK)
    #expect(try services(of: directory)[0]["status"] as? String == "active")
    let same = try imported(["d.json": directory], as: .openReferralUK)
    #expect(same.map?.services["s"]?.status == nil)
    #expect(same.map?.services["s"]?.directoryID == nil)
    let edited = directory.replacing(#""status": "active",\#n"#, with: #""status": "defunct",\#n"#)
    try #require(edited != directory)
    #expect(try imported(["d.json": edited]).map?.services["s"]?.status == .closed)
  }

  @Test func `gives it an id that is always the same, and that of no other`() throws {
    var map = SystemMap(id: "m", title: "M")
    for number in 0..<5_000 {
      map.services.append(Service(id: Service.ID("s\(number)"), name: "S"))
    }
    map.services["s0"]?.directoryID = "7"
    let ids = try services(of: try written(map, in: .hsds)).compactMap { $0["id"] as? String }
    #expect(Set(ids).count == 5_000)
    #expect(ids[0] == "7")
    let form = /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    #expect(ids.dropFirst().allSatisfy { $0.wholeMatch(of: form) != nil })
  }
}
