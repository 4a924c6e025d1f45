import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostSamples
import FingerpostTestSupport
import Foundation
import Testing

/// A directory in tables with every kind of fault, made at random.
private struct DirtyTables {
  var files: [String: String] = [:]
  var rows: [String: Int] = [:]
  /// Words that stand in one cell each, and must not be lost.
  var marks: [String] = []
  private var generator: SeededGenerator

  init(seed: Int) {
    generator = SeededGenerator(seed: UInt64(seed))
    let services = (0..<60).map { "s\($0)" }
    let organisations = (0..<20).map { "o\($0)" }
    let places = (0..<30).map { "l\($0)" }
    table("organization", 20, "id,name,description,mark") {
      [organisations[$0], $1.name(), "", $1.mark()]
    }
    table("service", 60, "id,organization_id,name,status,minimum_age,maximum_age,assured_date") {
      [
        services[$0], $1.one(of: organisations), $1.name(),
        $1.pick(["active", "inactive", "open", "", "Defunct"]),
        $1.pick(["0", "5", "-1", "many", ""]),
        $1.pick(["3", "18", "1e9", ""]),
        $1.pick(["2026-01-31", "31/01/2026", "2026-02-30", "", "soon"]),
      ]
    }
    table("location", 30, "id,name,mark") { [places[$0], "", $1.mark()] }
    table("service_at_location", 80, "id,service_id,location_id,mark") {
      ["sl\($0)", $1.one(of: services), $1.one(of: places), $1.mark()]
    }
    table("phone", 80, "id,service_id,location_id,contact_id,number") {
      ["p\($0)", $1.one(of: services), $1.one(of: places), $1.pick(["", "c1", "c0"]), $1.mark()]
    }
    table("contact", 5, "id,service_id,title") { ["c\($0)", $1.one(of: services), $1.mark()] }
    table("service_area", 60, "id,service_id,name,extent") {
      ["sa\($0)", $1.one(of: services), $1.pick(["", "North", "South"]), $1.mark()]
    }
    table("attribute", 50, "id,link_id,taxonomy_term_id,value") {
      ["a\($0)", $1.one(of: services), $1.pick(["t0", "t1", "t99", ""]), $1.mark()]
    }
    table("taxonomy_term", 4, "id,name,description") { ["t\($0)", "Term", $1.mark()] }
  }

  private mutating func table(
    _ name: String, _ count: Int, _ headings: String, _ row: (Int, inout Self) -> [String]
  ) {
    var text = headings + "\n"
    for number in 0..<count {
      var cells = row(number, &self)
      // Some ids are missing, and some stand twice.
      if chance(0.05) { cells[0] = "" }
      if chance(0.08), number > 0 { cells[0] = String(cells[0].prefix { $0.isLetter }) + "0" }
      text += cells.joined(separator: ",") + "\n"
    }
    files[name + ".csv"] = text
    rows[name] = count
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &generator) ?? ""
  }
  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < probability
  }
  private mutating func name() -> String {
    pick(["Baby Steps", "Home Visits", "", "家庭", "Families"])
  }
  private mutating func one(of ids: [String]) -> String {
    chance(0.1) ? pick(["", "nobody"]) : pick(ids)
  }
  private mutating func mark() -> String {
    marks.append("mark\(marks.count)x")
    return marks[marks.count - 1]
  }
}

struct `A dirty service directory` {
  @Test(arguments: 0..<40)
  func `is counted to the last row, and nothing of it is lost`(_ seed: Int) throws {
    let tables = DirtyTables(seed: seed)
    let document = try imported(tables.files)
    let map = try #require(document.map, "\(document.problems.prefix(5))")
    func count(_ words: String) -> Int { document.counts.first { $0.of == words }?.number ?? 0 }
    for (noun, table) in [("services", "service"), ("organisations", "organization")] {
      #expect(count("\(noun) read") == tables.rows[table])
      #expect(
        count("\(noun) read")
          == count("\(noun) taken") + count("\(noun) left out because of an id that another has")
          + count("\(noun) kept and not taken for want of a name"))
    }
    #expect(count("services taken") == map.services.count)
    #expect(count("organisations taken") == map.organisations.count)
    for table in [
      "location", "service_at_location", "phone", "contact", "service_area", "attribute",
    ] {
      let name = table.replacing("_", with: " ") + "s"
      #expect(count("rows of \(name) read") == tables.rows[table])
      #expect(
        count("rows of \(name) read")
          == count("rows of \(name) taken, or kept with the element concerned")
          + count("rows of \(name) kept without such an element"), "\(name)")
    }
    // Only organisations that are left out since another has their id are not kept.
    let said =
      String(decoding: document.files[0].bytes, as: UTF8.self)
      + document.kept.map(\.json).joined()
    let lost = tables.marks.filter { !said.contains($0) }
    #expect(
      lost.count <= count("organisations left out because of an id that another has"), "\(lost)")
    // Each kind is told five times, and then how often more.
    let kinds = Dictionary(grouping: document.problems) { $0.category }
    for (category, problems) in kinds
    where category != .unknownReference && category != .clashingID
      && category != .missingKey
    {
      #expect(problems.count <= 6, "\(category): \(problems)")
    }
    #expect(document.problems.contains { $0.message.hasPrefix("and ") })
    for problem in document.problems { #expect(problem.severity != .error, "\(problem)") }
  }

  @Test func `tells every kind of fault at its place`() throws {
    let document = try imported([
      "service.csv": """
      id,organization_id,name,status,minimum_age,maximum_age,assured_date
      s1,o9,One,open,5,3,soon
      s1,o1,Two,active,,,
      s2,o1,,active,,,
      ,o1,Four,active,many,,
      """,
      "organization.csv": "id,name\no1,Council\n",
      "phone.csv": "id,service_id,number\np1,s7,01\np2,,02\n",
    ])
    let told = document.problems.map { problem in
      "\(problem.place?.file.split(separator: "/").last ?? "") \(problem.place?.row ?? 0) "
        + "\(problem.place?.name ?? ""): \(problem.category.rawValue)"
    }
    #expect(
      told.sorted() == [
        "phone.csv 2 service_id: unknown-reference", "phone.csv 3 : unknown-reference",
        "service.csv 2 assured_date: bad-date", "service.csv 2 maximum_age: bad-age",
        "service.csv 2 organization_id: unknown-reference", "service.csv 2 status: unknown-word",
        "service.csv 3 : clashing-id", "service.csv 4 name: missing-key",
        "service.csv 5 id: missing-key", "service.csv 5 minimum_age: bad-age",
      ])
  }

  @Test func `never ends the program, and is either read or explained`() throws {
    let count = isSoak ? 20_000 : 2_000
    let map = try #require(
      MapReader().read(
        text: """
          fingerpost: 1
          title: Small
          areas: {north: North}
          organisations: {council: {name: Council, charity-number: 12}}
          services:
            a: {name: A, organisation: council, areas: [north], ages: {to: 2 years}, wait: 6 weeks}
            b: {name: B, contact: {phone: 01, hours: always}}
          routes: [{from: a, to: b, kind: referral}]
          """
      ).map)
    let page = Array(try written(map, in: .hsds).utf8)
    let table = Array((DirtyTables(seed: 1).files["service.csv"] ?? "").utf8)
    let list = Array(
      #"[{"id":"a","name":"A","status":"active","phones":[{"number":"1"}]},{"id":"b","name":"B"}]"#
        .utf8)
    var generator = SeededGenerator(seed: 2026)
    let folder = try TemporaryFolder()
    var read = 0
    for number in 0..<count {
      let (name, whole) =
        [("services.csv", table), ("list.json", list), ("lines.jsonl", list), ("page.json", page)][
          number % 4]
      let path = try folder.write(Self.damaged(whole, &generator), to: name)
      let document = InterchangeFormat.hsds.read(path)
      if document.map != nil { read += 1 }
      let isExplained = document.problems.contains { $0.severity == .error }
      #expect(document.map != nil || isExplained, "number \(number)")
      for problem in document.problems { #expect(!problem.message.isEmpty) }
    }
    #expect(read > count / 50)
  }

  private static func damaged(
    _ whole: [UInt8], _ generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes[place] = "{}[]\",:\\\n\r;0-eE".utf8.randomElement(using: &generator) ?? 0
      case 2: bytes.removeSubrange(place..<min(place + 9, bytes.count))
      case 3: bytes.removeSubrange(place...)
      case 4: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
      case 5:
        bytes.insert(contentsOf: Array(repeating: UInt8(ascii: "["), count: 700), at: place)
      default: bytes.insert(contentsOf: Array("\\ud800\u{0}\u{FEFF}1e999".utf8), at: place)
      }
    }
    return bytes
  }
}
