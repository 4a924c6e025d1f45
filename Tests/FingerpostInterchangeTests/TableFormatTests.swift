import FingerpostAnalysis
import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `A map in tables` {
  static let formats: [InterchangeFormat] = [.csv, .xlsx]

  @Test(arguments: formats, KeptMaps.all)
  func `comes back whole`(_ format: InterchangeFormat, _ map: SystemMap) throws {
    try Self.expectWhole(map, format)
  }

  @Test(arguments: formats, 0..<(isSoak ? 200 : 12))
  func `comes back whole whatever it says`(_ format: InterchangeFormat, _ seed: Int) throws {
    try Self.expectWhole(
      try #require(MapReader().read(text: RandomMap(seed: seed).text).map), format)
  }

  static func expectWhole(_ map: SystemMap, _ format: InterchangeFormat) throws {
    let folder = try TemporaryFolder()
    let files = try format.write(map)
    for file in files { _ = try folder.write(file.bytes, to: file.name) }
    let path = format.isFolder ? folder.path : folder.path(of: files[0].name)
    let document = format.read(path)
    let problems = document.problems.filter { $0.category != .unknownReference }
    #expect(problems == [])
    let again = try #require(document.map)
    let changes = MapDifference(from: map, to: again).changes
      .map { "\($0.element): \($0.fields)" }
    #expect(changes == [])
    #expect(StatedMap(of: again) == StatedMap(of: map))
    #expect(again.id == map.id)
    #expect(again.services.map(\.id) == map.services.map(\.id))
  }
}

struct `A spreadsheet that somebody kept for themselves` {
  private func read(
    _ files: [String: String], _ options: ImportOptions = ImportOptions()
  ) throws -> ImportedDocument {
    let folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.write(text, to: name) }
    let path = files.count == 1 ? folder.path(of: files.keys.first ?? "") : folder.path
    return InterchangeFormat.csv.read(path, options)
  }

  @Test func `is understood by its headings, names and dates`() throws {
    let document = try read([
      "Our list 2026.csv": """
      Service name;Organization;Commissioned by;Serves;Areas;Ages: from;Ages: to;Status;Funded until
      Health visiting;Exampleton Trust;;Infant feeding; Perinatal mental health;Exampleton;birth;5 years;Active;31/03/2027
      """.replacing("Infant feeding; Perinatal", with: "\"Infant feeding; Perinatal\"")
        .replacing(
          "\"Infant feeding; Perinatal\" mental health",
          with: "\"Infant feeding; Perinatal mental health\"")
    ])
    let map = try #require(document.map, "\(document.problems)")
    #expect(map.title == "Our list 2026")
    let service = try #require(map.services["health-visiting"])
    #expect(service.organisation == "exampleton-trust")
    #expect(service.serves == ["infant-feeding", "perinatal-mental-health"])
    #expect(service.commissionedBy == nil)
    #expect(service.fundedUntil == .stated(try #require(CalendarDate("2027-03-31"))))
    #expect(map.organisations["exampleton-trust"]?.name == "Exampleton Trust")
    #expect(map.needs.map(\.name) == ["Infant feeding", "Perinatal mental health"])
    #expect(document.problems.allSatisfy { $0.severity == .note })
    #expect(document.counts == [ImportCount(1, of: "rows read of services")])
  }

  @Test func `is told of every problem with its row and column`() throws {
    let document = try read([
      "services.csv": "Name,Status,Colour,Ages: from\nOne,actve,blue,2 years\nTwo,active,,soon\n"
    ])
    #expect(document.map == nil)
    let told = document.problems.map { "\($0)" }
    #expect(
      told.contains {
        $0.contains("services.csv, row 2, column B (Status)") && $0.contains("actve")
      })
    #expect(told.contains { $0.contains("row 3, column D (Ages: from)") && $0.contains("soon") })
    #expect(told.contains { $0.contains("column C (Colour)") && $0.contains("1 filled cell") })
  }

  @Test func `says nothing with an empty cell, and none with the word`() throws {
    let map = try #require(
      try read(["services.csv": "name,excludes,serves,wait\nA,none,none,none\nB,,,\n"]).map)
    #expect(map.services["a"]?.excludes == [])
    #expect(map.services["a"]?.serves == [])
    #expect(map.services["a"]?.wait == Stated.none)
    #expect(map.services["b"]?.excludes == nil)
    #expect(map.services["b"]?.serves == nil)
    #expect(map.services["b"]?.wait == .notStated)
  }

  @Test func `has ages in any case`() throws {
    let map = try #require(
      try read(["services.csv": "name,ages: from,ages: to\nA,Birth,2 Years\n"]).map)
    #expect(map.services["a"]?.ages == AgeRange(from: Age("birth"), to: Age("2 years")))
  }

  @Test func `says that it is taken for a table by its headings`() throws {
    let document = try read(["teams.csv": "Name,Kind\nClinic,midwifery\n"])
    #expect(document.problems.contains { "\($0)".contains("taken for the table `services`") })
    let named = try read(["services.csv": "Name,Kind\nClinic,midwifery\n"])
    #expect(!named.problems.contains { "\($0)".contains("taken for") })
  }

  @Test func `tells of formulas without a result, and of errors`() async throws {
    let folder = try TemporaryFolder()
    let path: String = try await PythonOracle(script: "Oracles/formula_workbook.py")
      .answer(to: folder.path(of: "book.xlsx"))
    let document = InterchangeFormat.xlsx.read(path)
    let told = document.problems.filter { $0.severity == .warning }.map { "\($0)" }
    #expect(told.count == 2, "\(document.problems)")
    #expect(
      told.first?.contains("row 2, column B (funded until): warning: this cell holds a formula")
        == true, "\(told)")
    #expect(
      told.last?.contains("row 3, column C (note): warning: this cell holds the error `#N/A`")
        == true, "\(told)")
    #expect(document.map?.services.map(\.name) == ["Baby Steps", "Clinic"])
    #expect(document.map?.services["clinic"]?.origin.note == nil)
  }

  @Test func `says where the other of two with one id stands, and only once`() throws {
    let document = try read([
      "services.csv": "id,name\na,A\na,B\n",
      "routes.csv": "from,to,kind\na,b,referral\na,b,referral\n", "notes.txt": "x",
    ])
    let told = document.problems.filter {
      $0.category == .clashingID || $0.category == .duplicateKey
    }
    .map { "\($0)" }
    #expect(told.count == 2, "\(told)")
    #expect(told[0].contains("services.csv, row 3: error: another service"))
    #expect(told[0].contains("services.csv, row 2)"))
    #expect(told[1].contains("routes.csv, row 2"))
    #expect(document.problems.contains { $0.message.contains("nothing was read of `notes.txt`") })
  }

  @Test func `tells of cells beyond its headings`() throws {
    let document = try read([
      "services.csv": "name,status\nA,active\nB,active,lost,too\nC,active,,\n"
    ])
    #expect(
      document.problems.map { "\($0)" }.contains {
        $0.contains(
          "services.csv, row 3, column C: warning: cells stand beyond the last heading here;")
      }, "\(document.problems)")
  }

  @Test func `is not taken at its word where the month stands before the day`() throws {
    let document = try read(["services.csv": "name,assured\nA,03/31/2026\nB,2026-03-31T09:30:00\n"])
    #expect(
      document.problems.contains { $0.message.contains("seems to have the month before the day") })
    #expect(document.problems.contains { $0.message.contains("the time of `2026-03-31T09:30:00`") })
    #expect(!document.problems.contains { $0.message.contains("2026-31-03") })
  }

  @Test func `may call its columns what it likes`() throws {
    var options = ImportOptions()
    options.say("Team", isFor: "name")
    options.say("Run by", isFor: "organisation")
    let map = try #require(
      try read(["teams.csv": "Team,Run by\nHealth visiting,The Trust\n"], options).map)
    #expect(map.services["health-visiting"]?.organisation == "the-trust")
  }

  @Test(arguments: ["", "\n\n", "foo,bar\n1,2\n"])
  func `is no map when no table of it is one`(_ text: String) throws {
    let document = try read(["strange.csv": text])
    #expect(document.map == nil)
    #expect(document.problems.contains { "\($0)".contains("there is no table of a map in it") })
  }

  @Test(arguments: [
    ("Team", "nmae", "did you mean `name`"), ("Taem", "name", "no column of the file"),
  ])
  func `is told of a column that fits nothing`(
    heading: String, key: String, message: String
  ) throws {
    var options = ImportOptions()
    options.say(heading, isFor: key)
    let document = try read(["services.csv": "name,Team\nClinic,One\n"], options)
    #expect(document.map == nil)
    #expect(document.problems.contains { $0.message.contains(message) }, "\(document.problems)")
  }

  @Test func `has a remark where a date could be another`() throws {
    let document = try read(["services.csv": "name,assured\nA,03/04/2026\nB,13/04/2026\n"])
    #expect(document.map?.services["a"]?.assured == CalendarDate("2026-04-03"))
    #expect(document.map?.services["b"]?.assured == CalendarDate("2026-04-13"))
    #expect(document.problems.count { $0.category == .badDate } == 1)
  }

  @Test func `keeps two of one name apart, and says so`() throws {
    let document = try read(["services.csv": "name,status\nClinic,active\nClinic,planned\n"])
    #expect(document.map?.services.map(\.id) == ["clinic", "clinic-2"])
    #expect(document.problems.contains { $0.category == .clashingID })
  }

  @Test func `joins its tables by name`() throws {
    let map = try #require(
      try read([
        "services.csv": "name,status\nHealth visiting,active\nParent-infant team,active\n",
        "routes.csv":
          "from,to,kind\nFamilies,Health Visiting,self-referral\nhealth visiting,Parent-infant team,Referral\n",
        "exclusions.csv":
          "service,condition,onward\nParent-infant team,Acute illness,Health visiting\n",
      ]).map)
    #expect(map.routes.map(\.to) == ["health-visiting", "parent-infant-team"])
    #expect(map.services["parent-infant-team"]?.excludes?.first?.onward == ["health-visiting"])
  }
}
