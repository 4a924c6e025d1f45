import FingerpostAnalysis
import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `Tables of nodes and edges` {
  @Test(arguments: KeptMaps.all)
  func `give back what no list of records holds`(_ map: SystemMap) throws {
    let folder = try TemporaryFolder()
    for file in try InterchangeFormat.edges.write(map) {
      try folder.write(file.bytes, to: file.name)
    }
    let read = InterchangeFormat.edges.read(folder.path)
    let errors = read.problems.filter { $0.severity == .error }
    #expect(errors == [], "\(map.id)")
    let again = try #require(read.map)
    #expect(StatedMap(of: Self.kept(of: map, in: again)) == StatedMap(of: again))
  }

  /// The part of a map that two tables hold, under the title of what was read from them.
  private static func kept(of map: SystemMap, in read: SystemMap) -> SystemMap {
    var kept = SystemMap(id: read.id, title: read.title)
    // These have no rows; the ids that are named are enough to refer to them.
    kept.intensities = read.intensities
    kept.kinds = read.kinds
    kept.needs = read.needs
    kept.conditions = read.conditions
    kept.areas = read.areas
    kept.sources = read.sources
    kept.agreements = read.agreements
    kept.organisations = map.organisations
    kept.services = map.services
    kept.services.updateEach {
      $0.excludes = nil
      $0.onlyFor = nil
      $0.differsFrom = nil
      $0.tools = nil
      $0.venues = nil
      $0.counts = nil
      $0.staff = nil
    }
    kept.routes = map.routes
    kept.routes.updateEach { $0.counts = nil }
    kept.boards = map.boards
    kept.boards.updateEach { $0.seats = nil }
    kept.programmes = map.programmes
    kept.programmes.updateEach {
      $0.trainers = nil
      $0.cohorts = nil
      $0.counts = nil
      $0.evaluations = nil
    }
    kept.documents = map.documents
    kept.links = map.links
    kept.links.updateEach { $0.counts = nil }
    return kept
  }

  @Test func `take the names of what the map has that they are joined into`() throws {
    let folder = try TemporaryFolder()
    try folder.write("id,type\nhv,service\n", to: "nodes.csv")
    try folder.write("source,target,kind\nhv,clinic,referral\nhv,cafe,referral\n", to: "edges.csv")
    var options = ImportOptions()
    options.map =
      MapReader().read(
        text: """
          fingerpost: 1
          title: T
          services: {hv: {name: Health visiting}, clinic: {name: The clinic}}

          """
      ).map
    let read = InterchangeFormat.edges.read(folder.path, options)
    #expect(read.map?.services.map(\.name) == ["Health visiting", "cafe"], "\(read.problems)")
    #expect(read.map?.routes.count == 2)
  }

  @Test func `tell of files beside them that are not read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("id\na\n", to: "nodes.csv")
    try folder.write("x", to: "notes.txt")
    let read = InterchangeFormat.edges.read(folder.path)
    #expect(
      read.problems.map(\.message).contains { $0.contains("nothing was read of `notes.txt`") })
  }

  @Test func `make services and routes, as programs for graphs write them`() throws {
    let read = try Self.read(
      nodes: "Id,Label,Type,Modularity\nHV,Health visiting,,0.5\n2,Trust,organisation,1\n",
      edges: """
        Source,Target,Type,Id,Kind,Weight
        HV,Clinic,Directed,0,referral,1
        families,HV,Directed,1,self-referral,1
        2,HV,Directed,2,works-with,1

        """)
    let map = try #require(read.map)
    #expect(map.services.map(\.id) == ["hv", "clinic"])
    #expect(map.services.map(\.name) == ["Health visiting", "Clinic"])
    #expect(map.organisations.map(\.name) == ["Trust"])
    #expect(
      map.routes.map { "\($0.from) \($0.kind.rawValue) \($0.to)" } == [
        "hv referral clinic", "families self-referral hv",
      ])
    #expect(map.links.map { "\($0.from) \($0.kind.rawValue) \($0.to)" } == ["2 works-with hv"])
    #expect(read.problems.allSatisfy { $0.severity == .note })
    let notes = read.problems.map(\.message)
    #expect(notes.contains { $0.contains("left out") && $0.contains("`Modularity`") })
    #expect(notes.contains { $0.contains("left out") && $0.contains("`Weight`") })
    #expect(notes.contains { $0.contains("stand in edges only") && $0.contains("`Clinic`") })
    #expect(notes.contains { $0.contains("were changed") && $0.contains("`HV is hv`") })
    #expect(read.counts.contains(ImportCount(2, of: "services read")))
  }

  @Test func `tell of each row that is wrong, and where`() throws {
    let read = try Self.read(
      nodes: """
        id,name,type
        a,A,team
        b,B,service
        b,B again,service
        ,,service
        ??,,

        """,
      edges: """
        source,target,kind
        b,,referral
        b,c,
        b,c,referal
        ,c,referral

        """)
    let found = read.problems.filter { $0.severity == .error }.map { problem in
      let place = problem.place.map { "\($0)".split(separator: "/").last ?? "" } ?? ""
      return "\(place): \(problem.category.rawValue)"
    }
    #expect(
      found == [
        "nodes.csv, row 2, column C (type): unknown-word",
        "nodes.csv, row 4, column A (id): clashing-id", "nodes.csv, row 5: missing-key",
        "nodes.csv, row 6: bad-id", "edges.csv, row 2, column B (target): missing-key",
        "edges.csv, row 3, column C (kind): missing-key",
        "edges.csv, row 5, column A (source): missing-key",
        "edges.csv, row 4, column C (kind): unknown-word",
      ])
    #expect(read.problems.contains { $0.message.contains("did you mean `referral`") })
  }

  @Test func `say facts under the names of their keys, or those a person chooses`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      #"""
      Ref;Name;Contact.Phone;serves;contact;How it is entered
      a;A;0123;"sleep; ""play""";;by-referral
      b;B;;none;;

      """#, to: "things.csv")
    var options = ImportOptions()
    options.say("ref", isFor: "id")
    options.say("how-it is entered", isFor: "entry")
    let read = InterchangeFormat.edges.read(path, options)
    let map = try #require(read.map, "\(read.problems)")
    #expect(map.title == "Things")
    let a = try #require(map.services["a"])
    #expect(a.contact?.phone == "0123")
    #expect(a.entry == .byReferral)
    #expect(map.services["b"]?.serves == [])
    #expect(a.serves?.first == "sleep")
    #expect(map.needs.map(\.id) == ["play", "sleep"])
  }

  @Test func `that are not there, or no such tables, are explained`() throws {
    let folder = try TemporaryFolder()
    let missing = InterchangeFormat.edges.read(folder.path(of: "nothing"))
    #expect(missing.problems.first?.message.contains("nothing at") == true)
    let empty = InterchangeFormat.edges.read(folder.path)
    #expect(empty.problems.first?.message.contains("neither nodes.csv nor edges.csv") == true)
    let strange = InterchangeFormat.edges.read(try folder.write("x,y\n1,2\n", to: "strange.csv"))
    #expect(strange.problems.first?.message.contains("`source` and `target`") == true)
    let blank = InterchangeFormat.edges.read(try folder.write("", to: "blank.csv"))
    #expect(blank.problems.first?.message.contains("empty") == true)
    for read in [missing, empty, strange, blank] {
      #expect(read.problems.first?.severity == .error)
    }
  }

  @Test func `stop being read when nearly every row is wrong`() throws {
    let read = try Self.read(
      nodes: "id,type\n" + String(repeating: "a,nonsense\n", count: 5_000), edges: "source,target\n"
    )
    #expect(read.problems.count < 1_100)
    #expect(read.problems.contains { $0.category == .limit })
  }

  private static func read(nodes: String, edges: String) throws -> ImportedDocument {
    let folder = try TemporaryFolder()
    try folder.write(nodes, to: "nodes.csv")
    try folder.write(edges, to: "edges.csv")
    return InterchangeFormat.edges.read(folder.path)
  }
}
