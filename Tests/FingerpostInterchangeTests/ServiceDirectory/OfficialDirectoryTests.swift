import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

/// The official schemas and examples, which are no part of the project.
///
/// They are looked for in the folder that `FINGERPOST_STANDARDS` names, otherwise in `shared/standards`
/// beside the folder of the project.
enum OfficialDirectories {
  static let path =
    ProcessInfo.processInfo.environment["FINGERPOST_STANDARDS"]
    ?? PackageRoot.path(of: "../shared/standards")

  static func folder(of format: InterchangeFormat) -> String {
    "\(path)/\(format == .hsds ? "hsds-3.0" : "oruk-3.0")"
  }

  static let areThere = directoryFormats.allSatisfy {
    FileManager.default.fileExists(atPath: folder(of: $0) + "/schema/service.json")
  }

  static let absence: Comment =
    "The official schemas are not there; set FINGERPOST_STANDARDS to a folder with hsds-3.0 and oruk-3.0."
}

@Suite(.enabled(if: OfficialDirectories.areThere, OfficialDirectories.absence))
struct `A service directory` {
  struct Question: Encodable {
    struct Checked: Encodable {
      let schema: String
      let json: String
    }
    let schemas: String
    let objects: [Checked]
  }

  @Test(arguments: directoryFormats)
  func `that a map makes is what the official schemas ask for`(_ format: InterchangeFormat)
    async throws
  {
    var objects: [Question.Checked] = []
    for map in KeptMaps.all {
      let page = try parsed(try written(map, in: format))
      for (list, schema) in [
        ("contents", "service.json"), ("organizations", "organization.json"),
      ] {
        for object in page[list] as? [NSDictionary] ?? [] {
          let json = try JSONSerialization.data(withJSONObject: object)
          objects.append(.init(schema: schema, json: String(decoding: json, as: UTF8.self)))
        }
      }
    }
    try #require(objects.count > 100)
    let oracle = PythonOracle(script: "../Oracles/hsds_oracle.py")
    let schemas = OfficialDirectories.folder(of: format) + "/schema"
    let answers: [[String]] = try await oracle.answer(
      to: Question(schemas: schemas, objects: objects))
    for (object, complaints) in zip(objects, answers) {
      #expect(complaints == [], "\(object.json)")
    }
    // The validator does find faults.
    let broken = [Question.Checked(schema: "service.json", json: #"{"id": "1", "name": 2}"#)]
    let found: [[String]] = try await oracle.answer(to: Question(schemas: schemas, objects: broken))
    #expect(found[0].count == 3)
  }

  @Test func `of the official example becomes a map`() throws {
    let document = InterchangeFormat.hsds.read(
      OfficialDirectories.folder(of: .hsds) + "/examples/service_full.json")
    let map = try #require(document.map, "\(document.problems)")
    let service = try #require(map.services["community-counselling"])
    #expect(service.name == "Community Counselling")
    #expect(service.alsoKnownAs == ["MyCity Counselling Services"])
    #expect(service.status == .active)
    #expect(service.ages == AgeRange(from: Age("12 years"), to: Age("101 years")))
    #expect(service.contact?.mailbox == "email@example.com")
    #expect(service.contact?.phone == "\"+44 1234 234567\"")
    #expect(service.assured == CalendarDate("2005-01-01"))
    #expect(service.directoryID == "ac148810-d857-441c-9679-408f346de14b")
    #expect(
      service.eligibility.value?.hasPrefix("This service is intended for all people aged 12")
        == true)
    #expect(service.areas?.count == 1)
    let organisation = try #require(map.organisations["example-organization-inc"])
    #expect(service.organisation == organisation.id)
    #expect(organisation.companyNumber == "1234567")
    #expect(organisation.form == "Limited Company")
    // Persons are in no map.
    #expect(!String(decoding: document.files[0].bytes, as: UTF8.self).contains("Persona"))
    #expect(document.kept.contains { $0.json.contains("Ann Persona") })
  }

  static let examples: [(InterchangeFormat, String)] = directoryFormats.flatMap { format in
    ((try? FileManager.default.contentsOfDirectory(
      atPath: OfficialDirectories.folder(of: format) + "/examples")) ?? [])
      .sorted().map { (format, $0) }
  }

  @Test(arguments: examples)
  func `of the official examples is written back with all that it says`(
    _ format: InterchangeFormat, _ name: String
  ) throws {
    let path = OfficialDirectories.folder(of: format) + "/examples/" + name
    let document = format.read(path)
    let map = try #require(document.map, "\(document.problems)")
    #expect(!document.problems.contains { $0.severity == .error })
    let again = try parsed(try written(map, in: format, kept: document.kept))
    let before = try parsed(
      String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self))
    let all = ["contents", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"]
      .flatMap { again[$0] as? [NSDictionary] ?? [] }
    let elements = before["contents"] as? [NSDictionary] ?? [before]
    #expect(!elements.isEmpty)
    for element in elements {
      let same = try #require(all.first { $0["id"] as? String == element["id"] as? String })
      expectHolds(element, in: same, at: name)
    }
  }

  /// That everything one value says is said by another, apart from spaces around a text.
  private func expectHolds(_ value: Any, in other: Any?, at path: String) {
    switch value {
    case let object as NSDictionary:
      for (key, value) in object {
        expectHolds(value, in: (other as? NSDictionary)?[key], at: "\(path)/\(key)")
      }
    case let list as [Any]:
      let others = other as? [Any] ?? []
      #expect(list.count == others.count, "\(path)")
      for (index, pair) in zip(list, others).enumerated() {
        expectHolds(pair.0, in: pair.1, at: "\(path)/\(index)")
      }
    case let text as String:
      #expect(
        text.trimmingCharacters(in: .whitespaces)
          == (other as? String)?.trimmingCharacters(in: .whitespaces), "\(path)")
    default: #expect(value as? NSObject == other as? NSObject, "\(path)")
    }
  }
}
