import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `A spreadsheet that was made for people and not for programs` {
  private func read(
    _ files: [String: String], _ options: ImportOptions = ImportOptions()
  ) throws -> ImportedDocument {
    let folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.write(text, to: "in/\(name)") }
    return InterchangeFormat.csv.read(folder.path(of: "in"), options)
  }

  @Test(arguments: ["services.csv", "our list.csv"])
  func `may have a title above its headings`(_ file: String) throws {
    let document = try read([
      file:
        "\"Services in Anytown, March 2026\",,\n,,\nName,Status,Notes\nHub,active,x\nClinic,planned,\n"
    ])
    #expect(document.map?.services.map(\.name) == ["Hub", "Clinic"], "\(document.problems)")
    let told = document.problems.map { "\($0)" }
    #expect(
      told.contains {
        $0.contains("\(file), row 3: note: the headings are taken to stand here; rows 1 to 2 above")
      }, "\(told)")
  }

  @Test func `has its headings in the first row where a later one has not more of them`() throws {
    let document = try read(["services.csv": "Name\nStatus\nName\n"])
    #expect(document.map?.services.map(\.name) == ["Status", "Name"])
    let long = "Name\n" + (1...50).map { "Service \($0)\n" }.joined()
    #expect(try read(["services.csv": long]).map?.services.count == 50)
    let late = String(repeating: "a title\n", count: 20) + "Name,Status\nHub,active\n"
    #expect(try read(["services.csv": late]).map == nil)
  }

  @Test func `is not taken for services where it may hold persons`() throws {
    let contacts = "Name,Phone,Email,Job title\nAda,01632 960000,a@example.org,Lead\n"
    let document = try read([
      "Contacts.csv": contacts, "services.csv": "name,status\nHub,active\n",
    ])
    #expect(document.map?.services.map(\.name) == ["Hub"])
    let told = document.problems.map { "\($0)" }
    #expect(
      told.contains {
        $0.contains("Contacts.csv: warning: this has names and ways to reach them")
          && $0.contains("call it `services`")
      }, "\(told)")
    var options = ImportOptions()
    options.say("Phone", isFor: "contact: phone")
    #expect(try read(["Contacts.csv": contacts], options).map?.services.count == 1)
    #expect(
      try read(["Contacts.csv": "Service name,Phone\nHub,01632 960000\n"]).map?.services.count
        == 1)
  }

  @Test func `tells of hidden sheets`() async throws {
    let folder = try TemporaryFolder()
    let path: String = try await PythonOracle(script: "Oracles/hidden_sheets.py")
      .answer(to: folder.path(of: "book.xlsx"))
    let document = InterchangeFormat.xlsx.read(path)
    #expect(document.map?.services.map(\.name) == ["Baby Steps"])
    #expect(document.map?.areas.map(\.name) == ["North"])
    let told = document.problems.map { "\($0)" }
    #expect(told.count { $0.contains("this sheet is hidden, and is not read") } == 2, "\(told)")
    #expect(
      told.contains {
        $0.contains("sheet areas: note: this sheet is hidden, and is read all the same")
      })
  }

  @Test func `gives every name an id, whatever its letters`() throws {
    let document = try read([
      "services.csv": "name,organisation\nCafé Bébé,北京\nŁódź Straße Ærø,\nЦентр 1,\nCafe\u{301},\n"
    ])
    let map = try #require(document.map, "\(document.problems)")
    #expect(
      map.services.map(\.id) == [
        "cafe-bebe", "lodz-strasse-aero", "service-426-435-43d-442-440-31", "cafe",
      ])
    #expect(map.organisations.map(\.id) == ["organisation-5317-4eac"])
    #expect(map.services["cafe-bebe"]?.organisation == "organisation-5317-4eac")
    #expect(document.problems.count { $0.category == .badID } == 2, "\(document.problems)")
    #expect(try read(["services.csv": "name\nHub\n?\n"]).map == nil)
  }

  @Test func `tells of two of one name with both places`() throws {
    let document = try read([
      "services.csv": "name,areas\nHub,North\n", "areas.csv": "name\nNorth\nSouth\nNorth\n",
    ])
    #expect(document.map?.areas.map(\.id) == ["north", "south", "north-2"])
    let told = document.problems.map { "\($0)" }
    #expect(
      told.contains {
        $0.contains("areas.csv, row 4: note: another of the areas (")
          && $0.contains("areas.csv, row 2)")
          && $0.contains("this one gets `north-2`")
      }, "\(told)")
  }

  @Test func `keeps areas apart whose names begin alike for a long while`() throws {
    let long = String(repeating: "long ", count: 20)
    let document = try read(["services.csv": "name,areas\nHub,\(long) one; \(long) two\n"])
    let areas = try #require(document.map?.areas, "\(document.problems)")
    #expect(areas.count == 2)
    let note = document.problems.first { $0.category == .clashingID }
    #expect(note?.message.contains("is meant") == false)
  }

  @Test(arguments: [
    ("2", "say of what: `2 years` or `2 months` or `2 weeks` or `2 days`"),
    ("1", "`1 year` or `1 month`"), ("18m", "write `18 months`"), ("2 yrs", "write `2 years`"),
    ("0-5", "under `from` and where they end under `to`"),
    ("0 to 5", "under `from` and where they end under `to`"),
    ("6 weeks – 2 years", "under `from`"), ("soon", "write it like `2 years`"),
  ])
  func `is told how to write an age`(_ age: String, _ advice: String) throws {
    let document = try read(["services.csv": "name,ages: from\nHub,\(age)\n"])
    #expect(document.map == nil)
    let told = document.problems.map(\.message)
    #expect(
      told.contains { $0.contains("`\(age)` is not an age; ") && $0.contains(advice) }, "\(told)")
  }

  @Test(arguments: ["Ages", "Age range", "Age", "Age group"])
  func `is told that ages stand in two columns`(_ heading: String) throws {
    let document = try read(["services.csv": "name,status,\(heading)\nHub,active,0-5\n"])
    #expect(document.map?.services.map(\.name) == ["Hub"])
    let told = document.problems.map { "\($0)" }
    #expect(
      told.contains {
        $0.contains(
          "column C (\(heading)): warning: this column is left out with its 1 filled cell")
          && $0.contains("ages go into two columns, `ages: from` and `ages: to`")
      }, "\(told)")
  }

  @Test func `is told where facts go that have columns of their own`() throws {
    let document = try read([
      "services.csv": "name,contact,ages\nHub,01632 960000,none\nClinic,,0-5\n"
    ])
    let told = document.problems.map { "\($0)" }
    #expect(
      told.contains {
        $0.contains("column B (contact): warning: ") && $0.contains("`contact: mailbox`")
      },
      "\(told)")
    #expect(
      told.contains {
        $0.contains(
          "row 3, column C (ages): error: this column takes `none`, `yes` or nothing; ages go into")
      }, "\(told)")
  }

  @Test func `is told of commas between what may be several`() throws {
    let document = try read([
      "services.csv":
        "name,areas,serves,clients,organisation\nHub,\"North, South\",\"Sleep, and rest\",\"infant, parent\",\"Mind, Anytown\"\nClinic,North; South,,,\n"
    ])
    let told = document.problems.map { "\($0)" }
    let ending = "if several are meant, put semicolons between them: `North; South`"
    #expect(
      told.count { $0.contains("row 2, column B (areas): warning: ") && $0.contains(ending) } == 1)
    #expect(
      told.contains { $0.contains("column D (clients)") && $0.contains("`infant; parent`") },
      "\(told)")
    #expect(
      told.contains {
        $0.contains("`Sleep, and rest` is added to them as `sleep-and-rest`, as one; put")
      })
    #expect(!told.contains { $0.contains("`Sleep; and rest`") })
    #expect(told.contains { $0.hasSuffix("`Mind, Anytown` is added to them as `mind-anytown`") })
    let known = try read([
      "services.csv": "name,areas\nHub,\"North, South\"\nClinic,\"North, West\"\n",
      "areas.csv": "name\nNorth\nWest\n\"North, South\"\n",
    ])
    #expect(known.map?.services["hub"]?.areas == ["north-south"])
    #expect(known.problems.count { $0.severity == .warning } == 1, "\(known.problems)")
  }

  @Test func `is counted and told in words that people use`() throws {
    let document = try read(["services.csv": "name,colour\nHub,blue\n"])
    #expect(document.counts.map { "\($0)" } == ["1 row read of services"])
    #expect("\(ImportCount(1, of: "services read"))" == "1 service read")
    #expect("\(ImportCount(1, of: "other elements kept"))" == "1 other element kept")
    #expect("\(ImportCount(2, of: "services read"))" == "2 services read")
    #expect(!document.problems.isEmpty)
    #expect(!document.problems.contains { "\($0)".hasSuffix("]") })
  }
}
