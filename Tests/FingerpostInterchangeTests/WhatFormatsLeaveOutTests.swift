import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `A format for a part of a map` {
  static let graphs: [InterchangeFormat] = [.graphml, .cytoscape, .edges]
  static let formats = graphs + [.dot, .mermaid, .fhir]

  @Test(arguments: formats)
  func `has in it each fact that it is for`(_ format: InterchangeFormat) throws {
    let held = HeldFacts(of: format)
    let whole = try Self.text(of: try EveryFact.map(), in: format)
    for fact in EveryFact.facts where held.holds(fact) {
      if fact.isText {
        #expect(whole.contains(fact.words), "\(fact.name)")
      } else if !fact.isRequired, !Self.graphs.contains(format) {
        // What is no text has no words of its own, but is missed where it is not stated.
        let less = try EveryFact.map { held.holds($0) && $0.name != fact.name }
        #expect(try Self.text(of: less, in: format) != whole, "\(fact.name)")
      }
    }
  }

  @Test(arguments: formats)
  func `has in it nothing else that a map says`(_ format: InterchangeFormat) throws {
    let held = HeldFacts(of: format)
    let whole = try Self.text(of: try EveryFact.map(), in: format)
    for fact in EveryFact.facts where fact.isText && !held.holds(fact) {
      #expect(!whole.contains(fact.words), "\(fact.name)")
    }
    // Nor by anything that is no text.
    #expect(try Self.text(of: try EveryFact.map(where: held.holds), in: format) == whole)
  }

  @Test(arguments: graphs)
  func `names by their ids alone what is neither a box nor a line`(
    _ format: InterchangeFormat
  ) throws {
    let text = try Self.text(of: try EveryFact.map(), in: format)
    for collection in ["kinds", "needs", "conditions", "areas", "sources", "agreements"] {
      #expect(text.contains("\(collection)-1"))
    }
    // Nothing on a map refers to these.
    for id in ["flows-1", "views-1", "exceptions.id.is"] { #expect(!text.contains(id)) }
  }

  @Test func `has no ids in a flowchart`() throws {
    let text = try Self.text(of: try EveryFact.map(), in: .mermaid)
    for collection in EveryFact.collections { #expect(!text.contains("\(collection)-1")) }
    #expect(!text.contains("every-fact") && !text.contains(".is"))
  }

  @Test(arguments: formats)
  func `shows � for a control character where it can hold none`(_ format: InterchangeFormat) throws
  {
    var map = SystemMap(id: "control", title: "Control")
    map.services.append(Service(id: "a", name: "bell\u{8}push"))
    let text = try Self.text(of: map, in: format)
    let expected =
      switch format {
      case .cytoscape: #"bell\bpush"#
      case .edges: "bell\u{8}push"
      default: "bell\u{FFFD}push"
      }
    #expect(text.contains(expected))
  }

  /// All files of a format, one after another.
  private static func text(of map: SystemMap, in format: InterchangeFormat) throws -> String {
    try format.write(map).map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
  }
}

/// Which facts of a map a format is for, as `docs/formats.md` says.
private struct HeldFacts {
  private let names: Set<String>
  private let tops: Set<String>
  private let holdsTheMapItself: Bool

  init(of format: InterchangeFormat) {
    let boxes = ["services", "organisations", "boards", "programmes", "documents"]
    let ends = [
      "routes.from", "routes.to", "routes.kind", "links.from", "links.to", "links.kind",
      "services.reports-to", "boards.reports-to", "boards.seats.organisation",
      "boards.seats.service",
    ]
    let everything = Set(boxes + ["routes", "links"])
    switch format {
    case .dot:
      names = Set(
        boxes.flatMap { ["\($0).name", "\($0).kind", "\($0).status"] } + ends + [
          "id", "title", "services.intensity", "routes.id", "routes.step", "routes.status",
          "links.id", "links.status", "boards.seats.id",
        ])
      (tops, holdsTheMapItself) = ([], false)
    case .mermaid:
      names = Set(
        boxes.map { "\($0).name" } + ends + ["title", "intensities", "services.intensity"])
      (tops, holdsTheMapItself) = ([], false)
    case .fhir:
      names = [
        "id", "kinds.name", "areas.name", "areas.code", "areas.within", "boards.name",
        "boards.kind", "boards.status", "boards.seats.id", "boards.seats.organisation",
        "boards.seats.service", "boards.seats.from", "boards.seats.until", "organisations.name",
        "organisations.also-known-as", "organisations.sector", "organisations.form",
        "organisations.ods", "organisations.charity-number", "organisations.company-number",
        "organisations.parent", "organisations.status", "services.name", "services.description",
        "services.kind", "services.organisation", "services.areas", "services.eligibility",
        "services.referral.methods", "services.venues.id", "services.venues.kind",
        "services.venues.name", "services.venues.maintained-by", "services.charge",
        "services.contact.mailbox", "services.contact.phone", "services.contact.form",
        "services.status",
      ]
      (tops, holdsTheMapItself) = ([], false)
    case .edges: (names, tops, holdsTheMapItself) = ([], everything, false)
    default: (names, tops, holdsTheMapItself) = ([], everything, true)
    }
  }

  func holds(_ fact: EveryFact.Fact) -> Bool {
    names.contains(fact.name) || tops.contains(fact.top)
      || (holdsTheMapItself && !EveryFact.collections.contains(fact.top))
  }
}

struct `Two map files that say the same` {
  @Test(arguments: InterchangeFormat.allCases.filter(\.isWritable))
  func `are the same in every format, which has neither their layout nor their comments`(
    _ format: InterchangeFormat
  ) throws {
    let first = """
      # Ask Ada about this one.
      fingerpost: 1
      id: town
      title: Exampleton
      services:
        visiting: {name: Health visiting, intensity: universal}   # since 2019
        team: {name: Parent-infant team}
      routes: [{from: visiting, to: team, kind: referral}]

      """
    let second = """
      fingerpost: 1
      title: "Exampleton"
      id: town

      routes:
        - kind: referral
          from: visiting
          to: team
      services:
        visiting:
          intensity: [universal]
          name: 'Health visiting'
        # Ask Bob about that one.
        team:
          name: Parent-infant team

      """
    let files = try [first, second].map {
      try format.write(try #require(MapReader().read(text: $0).map))
    }
    #expect(files[0].map(\.bytes) == files[1].map(\.bytes))
  }
}

struct `A map that becomes a workbook` {
  @Test func `is refused when a text or a list of it is longer than a cell can be`() throws {
    var map = SystemMap(id: "long", title: "Long")
    var service = Service(id: "a", name: "A")
    service.description = String(repeating: "x", count: 32_767)
    map.services.append(service)
    #expect(try InterchangeFormat.xlsx.write(map).count == 1)
    map.services["a"]?.description = String(repeating: "x", count: 32_768)
    let error = #expect(throws: (any Error).self) { try InterchangeFormat.xlsx.write(map) }
    #expect(error.map { "\($0)".contains("32768") } == true)
    // Each of them would have room, and all of them together have none.
    map.services["a"]?.description = nil
    map.services["a"]?.barriers = Array(repeating: String(repeating: "x", count: 20_000), count: 2)
    #expect(throws: (any Error).self) { try InterchangeFormat.xlsx.write(map) }
    #expect(try !InterchangeFormat.csv.write(map).isEmpty)
  }
}

struct `Tables that hold more than a map` {
  @Test func `become a map of what it can hold, and each table and column left out is told`() throws
  {
    let folder = try TemporaryFolder()
    try folder.write("name,status,colour\nClinic,active,blue\nClub,,\n", to: "services.csv")
    try folder.write("shift,who\nMonday,Ada\n", to: "rota.csv")
    try folder.write("Dear all\n", to: "letter.txt")
    let document = InterchangeFormat.csv.read(folder.path)
    let map = try #require(document.map, "\(document.problems)")
    #expect(map.services.map(\.name) == ["Clinic", "Club"])
    #expect(map.services["clinic"]?.status == .active)
    let warnings = document.problems.filter { $0.severity == .warning }.map { "\($0)" }
    #expect(warnings.count == 2)
    #expect(warnings.contains { $0.contains("rota.csv") && $0.contains("is left out") })
    #expect(
      warnings.contains {
        $0.contains("services.csv, column C (colour)") && $0.contains("its 1 filled cell")
      })
    let text = document.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    for word in ["blue", "Monday", "Ada", "Dear"] { #expect(!text.contains(word)) }
  }

  /// A zipped workbook.
  ///
  /// The sheet Services has a formula with its result and a comment, a date, a yes or no,
  /// a half that is shown as 50 %, and a text in two parts of which one is bold and red. The sheets Notes
  /// and Rota have a column each.
  private static let workbook = """
    UEsDBBQAAAAIAAAAIVwyMO5VqQAAADYBAAAPAAAAeGwvd29ya2Jvb2sueG1sjZA9DsIwDIWvEuUApBSJoWo7sbAwwAnS1CVRmziK\
    w8/xCS2RKBOT7efPz5brB4axQxzZ006OGq5j9JUQpDRYSRv04FJnwGBlTGW4CvIBZE8aINpJlEWxF1YaxxeHKvzjgcNgFBxQ3Sy4\
    uJgEmGQ06EgbT7yt5w30icxJCw2/QLinQeJsVo99w7echcqkRHKxhk8YV2SZye6XPGOUX+Aug+oNinyIyL9qX1BLAwQUAAAACAAA\
    ACFceCHp5HwAAAD0AAAAGgAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzdc89CsMwDIbhqxgdIAodOpQ4e9fSCyiuaofEP1iC\
    9vj1UkjBHcX38IKmG++ka04S1iLmHfckFoJquSCKCxxJhlw4teWZayRtZ/VYyG3kGU/jeMZ6bMA8HZvm+rBAYO5UPauFV66bBGYV\
    pKFFATt+6frlr3dd774ef56cP1BLAwQUAAAACAAAACFcO73rkHUAAAClAAAADQAAAHhsL3N0eWxlcy54bWxljsEKwjAQRH+l5APc\
    KCK0pDkKnr14De2mEXbTkF2h/r3tRcEe5w1vGCf6JrwnRG0Wpiy9SaqlA5AhIQc5zAXz2sS5ctA11gmkVAyjbBITnKy9AIdnNt4N\
    SPSI4t0Sm/ziK+tt7I018EeO5x1qNwLfAfgd8x9QSwMEFAAAAAgAAAAhXNyXYAg1AQAAsAIAABMAAAB4bC93b3Jrc2hlZXRzL2Eu\
    eG1sdZLvasMgFMVfRfy0wehNQteyYYQu7dinbdC9gE1NI0s06G26vf2MGaEpiYjoOffnn4PsYuy3K6VE8lNX2qW0RGyeAVxeylq4\
    hWmk9k5hbC3QL+0JXGOlOAaoriCJohXUQmnKWdC2AgVn1lyITWns1bybbGJKMKVKV0rLPVqvK8cZci1qyQA5g24N+X/9y1x9cdZH\
    eSRnjaqa4LI5TmmU1t/cj26C285xTSnc1AV3c0CpHBr7O0bA5zGEkgyhJGEPF+iCZx/v2ebrjr5JUWFJHyhplVOo9IneMyg4a3lv\
    DTqD9jozv53rM2/5crVcr8d+1h93CH489rY9mwQvWjyO3V0y+Vjr+6cfDuDrTGUssadDSl99i3yj0D28K0C+VzqXpA/FBhJ5EsVP\
    g3ITFVz9JRg+Kf8DUEsDBBQAAAAIAAAAIVxbVoMIeAAAAK8AAAAQAAAAeGwvY29tbWVudHMxLnhtbEWMQQ7DIAwEv4J4QB3l0ENF\
    kHLvJ1BqAmoMyPYhzw9S0ua2s6Ndt1QiLCpmp63IZJNqewHIkpCCPGrD0k2sTEE78grSGMNHEqLSBuMwPIFCLta76+udRf9gGONk\
    57Frxb336mf5moRsYmZRB72DU8G1udN59SPxB1BLAwQUAAAACAAAACFcaDxQ1pQAAADyAAAAEwAAAHhsL3dvcmtzaGVldHMvYi54\
    bWx1jzEOwjAMRa9S5QC47cCAkkhI7Aw9gVUMiWiSyjYqxyftUDHAYMn/W//p2y6FnxKItHmnKYszQXU+AcgYKKEcyky5Xu6FE2qV\
    /ACZmfC2hdIEfdseIWHMxtvNu6Cit1yWhp3pqjuuy7kzjToT8xQzDcrVj+Kt+oyJLKi3sGoY69TsDuh3QP8HcH2x/ALAVxvY3/Qf\
    UEsDBBQAAAAIAAAAIVyc2/ktlAAAAPMAAAATAAAAeGwvd29ya3NoZWV0cy9jLnhtbHWPPQ7CMAxGrxLlALjNwIDSSEjsDJwgCimJ\
    yJ9so3J80g4VAwyW7Gd9T7ZeKj4peM/inVOhSQbmdgIgF3y2dKjNl76ZK2bLfcQHUENv71soJ1DDcIRsY5FGb+xi2RqNdRE4ybFT\
    tzbnUQqeZCwpFn9j7DyS0WwoxJk1sNGwAnC9eng3qN2g/hiuL6RfAvg6B/Y/zQdQSwECFAMUAAAACAAAACFcMjDuVakAAAA2AQAA\
    DwAAAAAAAAAAAAAAgAEAAAAAeGwvd29ya2Jvb2sueG1sUEsBAhQDFAAAAAgAAAAhXHgh6eR8AAAA9AAAABoAAAAAAAAAAAAAAIAB\
    1gAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzUEsBAhQDFAAAAAgAAAAhXDu965B1AAAApQAAAA0AAAAAAAAAAAAAAIABigEA\
    AHhsL3N0eWxlcy54bWxQSwECFAMUAAAACAAAACFc3JdgCDUBAACwAgAAEwAAAAAAAAAAAAAAgAEqAgAAeGwvd29ya3NoZWV0cy9h\
    LnhtbFBLAQIUAxQAAAAIAAAAIVxbVoMIeAAAAK8AAAAQAAAAAAAAAAAAAACAAZADAAB4bC9jb21tZW50czEueG1sUEsBAhQDFAAA\
    AAgAAAAhXGg8UNaUAAAA8gAAABMAAAAAAAAAAAAAAIABNgQAAHhsL3dvcmtzaGVldHMvYi54bWxQSwECFAMUAAAACAAAACFcnNv5\
    LZQAAADzAAAAEwAAAAAAAAAAAAAAgAH7BAAAeGwvd29ya3NoZWV0cy9jLnhtbFBLBQYAAAAABwAHAMEBAADABQAAAAA=
    """

  @Test
  func `say in a workbook what stands in their cells, not the formula, the colour or the comment`()
    throws
  {
    let folder = try TemporaryFolder()
    let bytes = [UInt8](try #require(Data(base64Encoded: Self.workbook)))
    let document = InterchangeFormat.xlsx.read(try folder.write(bytes, to: "book.xlsx"))
    let map = try #require(document.map, "\(document.problems)")
    let service = try #require(map.services["health-visiting"])
    #expect(service.name == "Health visiting")
    #expect(service.fundedUntil == .stated(try #require(CalendarDate("2027-03-31"))))
    #expect(service.interpreters == true)
    #expect(service.phase == "0.5")
    #expect(service.history == "Since 2019")
    #expect(map.services.count == 1)
    let text = document.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    for word in ["CONCAT", "FF0000", "Ask her first", "Ours"] { #expect(!text.contains(word)) }
    // A sheet of notes is nobody's table, and no other is left out without a word.
    let warnings = document.problems.filter { $0.severity == .warning }.map { "\($0)" }
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("sheet Rota") == true, "\(warnings)")
  }
}

struct `Two tables of nodes and edges` {
  @Test func `leave out what no single cell holds, and tell of it`() throws {
    let map = try #require(
      MapReader().read(
        text: """
          fingerpost: 1
          title: Exampleton
          place: The county of Brackenshire
          needs: {bond: {name: The bond with the baby}}
          organisations: {trust: {name: Exampleton Trust}}
          services:
            team:
              name: Parent-infant team
              serves: [bond]
              discharge: "none"
              reports-to: [board]
              venues: [{kind: home, name: Rose Cottage}]
              counts: [{of: Families seen, number: 9}]
          boards: {board: {name: The board, seats: [{represents: midwifery, organisation: trust}]}}

          """
      ).map)
    let folder = try TemporaryFolder()
    for file in try InterchangeFormat.edges.write(map) {
      try folder.write(file.bytes, to: file.name)
    }
    let document = InterchangeFormat.edges.read(folder.path)
    let again = try #require(document.map, "\(document.problems)")
    let team = try #require(again.services["team"])
    #expect(team.reportsTo == ["board"])
    #expect(team.venues == nil && team.counts == nil)
    #expect(again.boards["board"]?.seats == nil)
    let notes = document.problems.map(\.message).filter { $0.contains("left out") }
    #expect(notes.contains { $0.contains("`venues`") && $0.contains("`counts`") })
    #expect(notes.contains { $0.contains("`seats`") })
    #expect(notes.contains { $0.contains("of the type `seat` were left out, 1 in all") })
    // The tables do not say what the map says of itself, nor what is only named in them.
    #expect(again.title != map.title && again.place == nil)
    #expect(again.needs.map(\.name) == ["bond"])
    // In a cell the text cannot be told from the word.
    #expect(map.services["team"]?.discharge == .stated("none"))
    #expect(team.discharge == Stated.none)
  }
}
