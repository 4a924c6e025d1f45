import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

/// A map with one thing wrong, and what the reader says of it.
struct WrongMap: Sendable, CustomTestStringConvertible {
  let name: String
  /// What follows `fingerpost: 1` and `title: T`, from line 3 on.
  let text: String
  let category: Diagnostic.Category
  /// `line:column` of the problem.
  let place: String
  /// A part of the message.
  let says: String

  var testDescription: String { name }

  init(
    _ name: String, _ text: String, _ category: Diagnostic.Category, _ place: String,
    says: String = ""
  ) {
    self.name = name
    self.text = text
    self.category = category
    self.place = place
    self.says = says
  }

  static let all: [WrongMap] = [
    WrongMap(
      "an unknown key", "services:\n  a: {name: A, agess: 3}", .unknownKey, "4:16",
      says: "did you mean `ages`"),
    WrongMap("an unknown top-level key", "serviced: {}", .unknownKey, "3:1", says: "`services`"),
    WrongMap("a missing name", "services:\n  a: {kind: camhs}", .missingKey, "4:6", says: "`name`"),
    WrongMap(
      "a name without letters", "services:\n  a: {name: \"\"}", .missingKey, "4:6",
      says: "no `name`"),
    WrongMap(
      "a hidden character", "place: \"a\\0b\"", .wrongType, "3:8", says: "hidden character"),
    WrongMap(
      "text turned round", "place: \"a\\u202Eb\"", .wrongType, "3:8", says: "U+202E"),
    WrongMap("a list for a record", "services: [a]", .wrongType, "3:11"),
    WrongMap("a record for a list", "routes: {a: b}", .wrongType, "3:9"),
    WrongMap("a record for text", "place: {a: b}", .wrongType, "3:8"),
    WrongMap(
      "a word that is not one", "services:\n  a: {name: A, status: actve}", .unknownWord, "4:24",
      says: "did you mean `active`"),
    WrongMap("no such day", "as-of: 2026-02-30", .badDate, "3:8", says: "2026-11-21"),
    WrongMap("an American date", "as-of: 11/21/2026", .badDate, "3:8"),
    WrongMap(
      "an age without a unit", "scope:\n  ages: {from: birth, to: 2}", .badAge, "4:27",
      says: "2 years"),
    WrongMap(
      "ages that end before they begin", "scope:\n  ages: {from: 2 years, to: birth}", .badAge,
      "4:9", says: "before they begin"),
    WrongMap(
      "a count in words", "services:\n  a: {name: A, capacity: several}", .badQuantity, "4:26"),
    WrongMap("an id in capitals", "services:\n  HV: {name: A}", .badID, "4:3", says: "`hv`"),
    WrongMap(
      "two routes alike",
      """
      services: {a: A, b: B}
      routes:
        - {from: a, to: b, kind: referral}
        - {from: a, to: b, kind: referral}
      """, .clashingID, "6:5", says: "id:"),
    WrongMap(
      "two seats alike",
      "boards:\n  x:\n    name: X\n    seats:\n      - {represents: camhs}\n      - {represents: camhs}",
      .clashingID, "8:9"),
    WrongMap(
      "a service and an organisation with one id", "organisations: {a: A}\nservices: {a: A}",
      .clashingID, "3:17", says: "service"),
    WrongMap(
      "a route from a service to itself",
      "services: {a: A}\nroutes:\n  - {from: a, to: a, kind: referral}", .selfLoop, "5:5"),
    WrongMap(
      "a link to itself", "organisations: {a: A}\nlinks: [{from: a, to: a, kind: funds}]",
      .selfLoop,
      "4:9"),
    WrongMap(
      "boards that report in a circle",
      "boards:\n  a: {name: A, reports-to: [b]}\n  b: {name: B, reports-to: [a]}", .cycle, "4:3",
      says: "`a` → `b` → `a`"),
    WrongMap(
      "areas within one another",
      "areas:\n  a: {name: A, within: b}\n  b: {name: B, within: a}", .cycle, "4:3"),
    WrongMap(
      "organisations that are part of one another",
      "organisations:\n  a: {name: A, parent: b}\n  b: {name: B, parent: a}", .cycle, "4:3"),
    WrongMap(
      "a service that ends before it begins",
      "services:\n  a: {name: A, from: 2026-05, until: 2025}", .impossibleDates, "4:3"),
    WrongMap(
      "a date of birth", "services:\n  a: {name: A, date-of-birth: 2024-01-01}", .caseLevelData,
      "4:16", says: "never families"),
    WrongMap(
      "a route to nowhere",
      "services: {health-visiting: A}\nroutes: [{from: health-visting, to: x, kind: referral}]",
      .unknownReference, "4:17", says: "did you mean `health-visiting`"),
    WrongMap("a service called families", "services: {families: F}", .badID, "3:12"),
    WrongMap("another version", "", .unknownWord, "1:13"),
  ]
}

struct `Reading a map` {
  @Test(arguments: WrongMap.all)
  func `says what is wrong, where, and what to do`(_ wrong: WrongMap) throws {
    let version = wrong.name == "another version" ? "2" : "1"
    let document = MapReader().read(
      text: "fingerpost: \(version)\ntitle: T\n\(wrong.text)\n", file: "m.yaml")
    let found = document.diagnostics.map {
      "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.category.rawValue)"
    }
    #expect(found.contains("\(wrong.place) \(wrong.category.rawValue)"), "found \(found)")
    let told = document.diagnostics.filter { $0.category == wrong.category }
    #expect(wrong.says.isEmpty || told.contains { $0.message.contains(wrong.says) }, "\(told)")
    #expect(document.isSound == (wrong.category == .unknownReference))
  }

  @Test func `tells all problems at once`() {
    let document = MapReader().read(
      text: """
        fingerpost: 1
        title: T
        as-of: soon
        services:
          a: {name: A, kindd: camhs, status: shut}
          b: {}
        """)
    #expect(document.diagnostics.map { $0.location?.line } == [3, 5, 5, 6])
    #expect(document.map == nil)
  }

  @Test func `keeps not stated, none and empty apart`() throws {
    let document = MapReader().read(
      text: """
        fingerpost: 1
        title: T
        services:
          said: {name: A, serves: [x], wait: 6 weeks}
          none: {name: B, serves: none, wait: none}
          empty: {name: C, serves: [], wait: }
          silent: {name: D}
          single: {name: E, serves: x}
        """)
    let map = try #require(document.map)
    #expect(document.diagnostics.isEmpty)
    #expect(map.services["said"]?.serves == ["x"])
    #expect(map.services["said"]?.wait == .stated(TimeSpan(6, .week)))
    #expect(map.services["none"]?.serves == [])
    #expect(map.services["none"]?.wait == Stated.none)
    #expect(map.services["empty"]?.serves == [])
    #expect(map.services["empty"]?.wait == .notStated)
    #expect(map.services["silent"]?.serves == nil)
    #expect(map.services["silent"]?.wait == .notStated)
    #expect(map.services["single"]?.serves == ["x"])
  }

  @Test func `keeps a reference to what the map does not hold`() throws {
    let document = MapReader().read(
      text: """
        fingerpost: 1
        title: T
        services: {a: A}
        routes:
          - {from: a, to: b, kind: referral, source: s E1}
          - {from: families, to: a, kind: self-referral}
          - {from: a, to: other:b, kind: transfer}
        """)
    let map = try #require(document.map)
    #expect(map.routes.map(\.to) == ["b", "a", "other:b"])
    #expect(map.routes[0].origin.citations == [Citation("s", "E1")])
    #expect(map.routes[0].origin.location?.line == 5)
    #expect(document.diagnostics.map(\.category) == [.unknownReference, .unknownReference])
  }

  @Test func `reads the same with a byte order mark and with other line ends`() throws {
    let text = "fingerpost: 1\ntitle: T\nservices:\n  a: {name: Ä}\n"
    let plain = try #require(MapReader().read(text: text).map)
    for other in [
      "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"),
    ] {
      let map = try #require(MapReader().read(text: other).map)
      #expect(map.services.map(\.name) == plain.services.map(\.name))
    }
  }
}

struct `Reading a folder` {
  private func read(_ files: [String: String]) throws -> [MapDocument] {
    let folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.write(text, to: name) }
    return MapReader().read(path: folder.path)
  }

  @Test func `merges the files of one map`() throws {
    let documents = try read([
      "map.yaml": "fingerpost: 1\ntitle: T\nroutes: [{from: a, to: b, kind: referral}]",
      "services.yaml": "fingerpost: 1\nservices: {a: A}",
      "more.yaml": "fingerpost: 1\nservices: {b: B}",
    ])
    #expect(documents.count == 1)
    #expect(documents[0].diagnostics.isEmpty)
    #expect(documents[0].map?.services.count == 2)
  }

  @Test func `reports an id that two files give`() throws {
    let documents = try read([
      "map.yaml": "fingerpost: 1\ntitle: T\nservices: {a: A}",
      "more.yaml": "fingerpost: 1\nservices: {a: B}",
    ])
    #expect(documents[0].diagnostics.map(\.category) == [.clashingID])
  }

  @Test func `reads an atlas as one map a title, with what they share`() throws {
    let documents = try read([
      "a.yaml": "fingerpost: 1\ntitle: A\nservices: {x: {name: X, organisation: o}}",
      "b.yaml": "fingerpost: 1\ntitle: B\nservices: {x: {name: X, organisation: o}}",
      "shared.yaml": "fingerpost: 1\norganisations: {o: O}",
      "notes.yaml": "something: else",
    ])
    #expect(documents.map { $0.map?.title } == ["A", "B"])
    #expect(documents.allSatisfy { $0.map?.organisations.count == 1 })
    #expect(documents[0].diagnostics.map(\.severity) == [.warning])
  }

  @Test func `refuses a device, and is not caught by folders that hold one another`() throws {
    let device = MapReader().read(path: "/dev/zero")
    #expect(device[0].diagnostics.map(\.category) == [.file])
    let folder = try TemporaryFolder()
    _ = try folder.write("fingerpost: 1\ntitle: T\nservices: {a: A}", to: "inner/map.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "inner/again"), withDestinationPath: folder.path)
    #expect(MapReader().read(path: folder.path).count == 1)
  }

  @Test func `says so when there is nothing to read`() throws {
    #expect(try read([:])[0].diagnostics.map(\.category) == [.file])
    #expect(MapReader().read(path: "no such file")[0].diagnostics.map(\.category) == [.file])
  }
}

struct `A collection of a map` {
  @Test(arguments: ["routes: none", "routes: []"])
  func `can be stated to be empty`(_ line: String) throws {
    let map = try #require(MapReader().read(text: "fingerpost: 1\ntitle: T\n\(line)\n").map)
    #expect(map.statedAsNone == [.routes])
    #expect(map.saysRoutes)
  }

  @Test(arguments: ["", "routes:", "services: {a: A}"])
  func `is not stated where nothing is said of it`(_ line: String) throws {
    let map = try #require(MapReader().read(text: "fingerpost: 1\ntitle: T\n\(line)\n").map)
    #expect(map.statedAsNone.isEmpty)
    #expect(!map.saysRoutes)
  }
}
