import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `A directory of which a map holds less` {
  private static let text = """
    [{"id": "a", "name": " Baby Steps ", "status": "active", "url": "https://steps.example",
      "contacts": [{"id": "c", "name": "Ada Persona"}]},
     {"id": "a", "name": "Second Steps", "status": "active"},
     {"id": "o", "name": "Council", "description": "", "organization_identifiers": []},
     {"id": "o", "name": "Second Council", "description": "", "organization_identifiers": []}]
    """

  @Test(arguments: directoryFormats)
  func `has its persons, and all for which a map has no key, kept beside the map and not in it`(
    _ format: InterchangeFormat
  ) throws {
    let document = try imported(["list.json": Self.text], as: format)
    let map = try #require(document.map, "\(document.problems)")
    let said = document.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let kept = document.kept.map(\.json).joined()
    for word in ["Ada Persona", "https://steps.example"] {
      #expect(!said.contains(word) && kept.contains(word), "\(word)")
    }
    // Written back beside what the map says; only the spaces round the name are gone.
    let service = try #require(
      try services(of: try written(map, in: format, kept: document.kept)).first)
    #expect(service["url"] as? String == "https://steps.example")
    #expect((service["contacts"] as? [NSDictionary])?[0]["name"] as? String == "Ada Persona")
    #expect(service["name"] as? String == "Baby Steps")
  }

  @Test func `is the same map under either name of its format`() throws {
    let directory = try written(try EveryFact.map(), in: .openReferralUK)
    for text in [Self.text, directory] {
      let maps = try directoryFormats.map { try imported(["list.json": text], as: $0).map }
      #expect(maps[0] != nil && maps[0] == maps[1])
    }
  }

  @Test(arguments: directoryFormats)
  func `loses what has the id of another, and says so`(_ format: InterchangeFormat) throws {
    let document = try imported(["list.json": Self.text], as: format)
    let said = document.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let kept = document.kept.map(\.json).joined()
    for word in ["Second Steps", "Second Council"] {
      #expect(!said.contains(word) && !kept.contains(word), "\(word)")
    }
    #expect(document.problems.count { $0.category == .clashingID } == 2, "\(document.problems)")
    for noun in ["services", "organisations"] {
      let count = document.counts.first {
        $0.of == "\(noun) left out because of an id that another has"
      }
      #expect(count?.number == 1, "\(noun)")
    }
  }
}

struct `A directory for programs that know the standard alone` {
  /// The texts of a map that properties of the standard hold, by the keys that lead to them.
  private static func held(by format: InterchangeFormat) -> Set<String> {
    let names: Set = [
      "services.name", "services.description", "services.contact.mailbox", "services.contact.phone",
      "services.directory-id", "areas.name", "organisations.name", "organisations.ods",
      "organisations.charity-number", "organisations.company-number",
    ]
    // The British profile has taken these out.
    let others: Set = [
      "services.also-known-as", "services.eligibility", "organisations.also-known-as",
      "organisations.form",
    ]
    return format == .hsds ? names.union(others) : names
  }

  @Test(arguments: directoryFormats)
  func `says what means the same in a map, and no more`(_ format: InterchangeFormat) throws {
    let directory = try parsed(try written(try EveryFact.map(), in: format))
    let standard = Self.texts(of: directory)
    for fact in EveryFact.facts where fact.isText {
      #expect(
        standard.contains { $0.contains(fact.words) } == Self.held(by: format).contains(fact.name),
        "\(fact.name)")
    }
  }

  /// The texts below a value, apart from those of the property that is ours.
  private static func texts(of value: Any) -> [String] {
    switch value {
    case let object as NSDictionary:
      object.flatMap { $0.key as? String == "fingerpost" ? [] : texts(of: $0.value) }
    case let list as [Any]: list.flatMap(texts)
    case let text as String: [text]
    default: []
    }
  }
}
