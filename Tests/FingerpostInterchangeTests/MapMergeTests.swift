import FingerpostAnalysis
import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `An import that is merged into a map` {
  private static let town = """
    # The map of a town.
    fingerpost: 1
    title: Exampleton
    organisations:
      trust: {name: Example Trust, ods: RX1}  # the trust
    needs: {bonding: Getting to know the baby}
    conditions: {crisis: A crisis}
    services:
      # The first of them.
      health-visiting:
        name: Health visiting
        status: active   # since 2020
        excludes:
          - {condition: crisis, onward: none}
      team: {name: Parent-infant team}
    routes:
      - {from: health-visiting, to: team, kind: referral}
    # The end.

    """

  // MARK: - Whole maps

  private static let documents = ["Maps", "Examples"].flatMap {
    MapReader().read(path: PackageRoot.path(of: $0))
  }.filter { $0.map != nil && $0.files.count == 1 }

  private static func csv(of map: SystemMap) throws -> ImportedDocument {
    let folder = try TemporaryFolder()
    for file in try InterchangeFormat.csv.write(map) { try folder.write(file.bytes, to: file.name) }
    return InterchangeFormat.csv.read(folder.path)
  }

  @Test(arguments: KeptMaps.all)
  func `changes nothing when it is an export of the map`(_ map: SystemMap) throws {
    let imported = try Self.csv(of: map)
    let incoming = try #require(imported.map)
    let merge = try #require(
      MapMerge(
        of: incoming, text: imported.files[0].bytes, into: map,
        file: Array(map.written.fileText.utf8)))
    #expect(merge.isEmpty)
    #expect(merge.report.lines == [:])
  }

  @Test(arguments: documents)
  func `brings back an element that the map lost, and keeps every other byte`(
    _ document: MapDocument
  ) throws {
    let map = try #require(document.map)
    let file = [UInt8](try Data(contentsOf: URL(filePath: document.files[0])))
    guard map.services.count > 1, let lost = map.services.first?.id.rawValue else { return }
    var editor = YAMLEditor(try #require(YAMLTree.read(file, file: "map.yaml").tree))
    try editor.delete(["services", .key(lost)])
    let less = editor.bytes
    let imported = try Self.csv(of: map)
    var answers = MergeAnswers()
    answers.new = [lost]
    let incoming = try #require(imported.map)
    let rest = try #require(MapReader().read(less, file: "map.yaml").map)
    let merge = try #require(
      MapMerge(
        of: incoming, text: imported.files[0].bytes, into: rest, file: less,
        answers: answers))
    #expect(merge.wrongAnswers == [])
    #expect(merge.report.lines.keys.map(\.rawValue) == ["Added"])
    let whole = try merge.bytes()
    let start = zip(whole, less).prefix { $0 == $1 }.count
    #expect(whole.suffix(less.count - start) == less[start...])
    let again = try #require(MapReader().read(whole, file: "map.yaml").map)
    #expect(StatedMap(of: again).elements == StatedMap(of: map).elements)
  }

  @Test(arguments: 0..<40)
  func `brings back whatever a random map lost`(_ seed: Int) throws {
    let text = RandomMap(seed: seed).text
    let map = try #require(MapReader().read(text: text).map)
    let tree = try #require(YAMLTree.read(Array(text.utf8), file: "map.yaml").tree)
    let keys = tree.root.entries.map { ($0.key.text, $0.value) }
      .filter { !["fingerpost", "id", "title"].contains($0.0) && !$0.1.isNull }
    guard !keys.isEmpty else { return }
    let lost = keys[seed % keys.count]
    var editor = YAMLEditor(tree)
    try editor.delete([.key(lost.0)])
    var answers = MergeAnswers()
    answers.new = Set(lost.1.entries.map(\.key.text))
    let rest = try #require(MapReader().read(editor.bytes, file: "map.yaml").map)
    let merge = try #require(
      MapMerge(
        of: map, text: Array(text.utf8), into: rest, file: editor.bytes, answers: answers))
    let whole = try merge.bytes()
    let again = try #require(MapReader().read(whole, file: "map.yaml").map)
    #expect(StatedMap(of: again) == StatedMap(of: map), "\(lost.0)")
  }

  // MARK: - Small ones

  private func merge(
    _ text: String, _ answers: (inout MergeAnswers) -> Void = { _ in }
  ) throws -> MapMerge {
    var told = MergeAnswers()
    answers(&told)
    let incoming = "fingerpost: 1\ntitle: An import\n" + text
    let map = try #require(MapReader().read(text: incoming).map)
    let town = try #require(MapReader().read(text: Self.town).map)
    return try #require(
      MapMerge(
        of: map, text: Array(incoming.utf8), into: town, file: Array(Self.town.utf8), answers: told)
    )
  }

  private func text(_ merge: MapMerge) throws -> String {
    String(decoding: try merge.bytes(), as: UTF8.self)
  }

  @Test func `finds an organisation by its code, and follows its new id`() throws {
    let merge = try merge(
      """
      organisations:
        example-nhs-trust: {name: The Example NHS Trust, ods: RX1, sector: nhs}
      services:
        team: {name: Parent-infant team, organisation: example-nhs-trust}
        clinic: {name: Clinic, organisation: example-nhs-trust}
      """)
    #expect(
      merge.report.lines == [
        .added: [
          "organisations/trust: sector: nhs", "services/team: organisation: trust",
          "services/clinic, “Clinic”",
        ],
        .kept: [
          "organisations/trust: name: the map has Example Trust, the import The Example NHS Trust"
        ],
      ])
    #expect(
      try text(merge)
        == Self.town.replacing("ods: RX1}", with: "ods: RX1, sector: nhs}")
        .replacing("Parent-infant team}", with: "Parent-infant team, organisation: trust}")
        .replacing(
          "\nroutes:", with: "\n  clinic: {name: Clinic, organisation: trust}\nroutes:"))
  }

  @Test func `asks about a name that goes with another code`() throws {
    let merge = try merge("organisations: {other: {name: Example trust, ods: RX2}}")
    #expect(merge.isEmpty)
    #expect(
      merge.report.lines == [
        .questions: [
          "organisations/other, “Example trust”, has the name of “Example Trust” (trust) and another ods: "
            + "answer --same other=trust or --new other"
        ]
      ])
  }

  @Test func `leaves a file that repeats values as it is`() throws {
    let file = Array(
      "fingerpost: 1\ntitle: x\nservices: {a: &x {name: A team}, b: *x}\n".utf8)
    let text = Array(
      "fingerpost: 1\ntitle: x\nservices: {b: {name: A team, status: active}}\n".utf8)
    let map = try #require(MapReader().read(file, file: "map.yaml").map)
    let incoming = try #require(MapReader().read(text, file: "import.yaml").map)
    let merge = try #require(MapMerge(of: incoming, text: text, into: map, file: file))
    #expect(throws: YAMLEditingError.self) { try merge.bytes() }
  }

  @Test func `takes elements of one name for the same, and says so`() throws {
    let merge = try merge(
      """
      services:
        hv: {name: "Health-Visiting", intensity: universal}
        team: {name: Parent-infant team}
      routes:
        - {id: hv-to-team-referral, from: hv, to: team, kind: referral, status: active}
        - {from: team, to: hv, kind: transfer}
      """)
    #expect(
      merge.report.lines[.same] == [
        "services/hv is “Health visiting” (health-visiting), by its name"
      ])
    #expect(
      merge.report.lines[.added] == [
        "services/health-visiting: intensity: [universal]",
        "routes/health-visiting-to-team-referral: status: active",
        "routes/team-to-health-visiting-transfer",
      ])
    #expect(
      try text(merge).contains(
        """
          - {from: health-visiting, to: team, kind: referral, status: active}
          - {from: team, to: health-visiting, kind: transfer}
        # The end.
        """))
  }

  @Test func `asks about a name that is merely alike, and leaves out what refers to it`() throws {
    let text = """
      services:
        heath-visiting: {name: Heath visiting, intensity: universal}
        team: {name: Parent-infant team}
      routes:
        - {from: team, to: heath-visiting, kind: transfer}
      """
    let asked = try merge(text)
    #expect(asked.isEmpty)
    #expect(asked.report.hasQuestions)
    #expect(
      asked.report.lines == [
        .questions: [
          "services/heath-visiting, “Heath visiting”, may be “Health visiting” (health-visiting): answer "
            + "--same heath-visiting=health-visiting or --new heath-visiting"
        ],
        .left: [
          "routes/team-to-heath-visiting-transfer: it names heath-visiting, about which there is a question"
        ],
      ])
    let same = try merge(text) { $0.same = ["heath-visiting": "health-visiting"] }
    #expect(
      same.report.lines[.added] == [
        "services/health-visiting: intensity: [universal]",
        "routes/team-to-health-visiting-transfer",
      ])
    let new = try merge(text) { $0.new = ["heath-visiting"] }
    #expect(
      new.report.lines == [
        .added: [
          "services/heath-visiting, “Heath visiting”", "routes/team-to-heath-visiting-transfer",
        ]
      ])
    #expect(try merge(text) { $0.same = ["nobody": "team"] }.wrongAnswers.count == 1)
    // An answer of last month, when the map did not have it yet, does no harm.
    let again = try merge(text) { $0.new = ["team", "heath-visiting"] }
    #expect(again.wrongAnswers == [] && again.report.lines == new.report.lines)
  }

  private func questions(_ imported: [String], of known: [String]) throws -> [String] {
    func text(_ names: [String], _ prefix: String) -> String {
      "fingerpost: 1\ntitle: T\nservices:\n"
        + names.enumerated().map { "  \(prefix)\($0): {name: \"\($1)\"}\n" }.joined()
    }
    let map = text(known, "known-")
    let incoming = text(imported, "new-")
    let ours = try #require(MapReader().read(text: map).map)
    let theirs = try #require(MapReader().read(text: incoming).map)
    let merge = try #require(
      MapMerge(
        of: theirs, text: Array(incoming.utf8), into: ours, file: Array(map.utf8)))
    return (merge.report.lines[.questions] ?? []) + (merge.report.lines[.same] ?? [])
  }

  @Test(arguments: [
    ("Health Visiting", "Health Visiting Service"),
    ("Anytown Health Visiting Team", "Health visiting"),
    ("Anytown Health-Visiting Team", "Health visiting service"),
    ("Cafe Bebe Hub", "Café Bébé Hub North"),
    ("Heath visiting", "Health visiting"),
  ])
  func `asks about longer forms of a name, and not about Team A and Team B`(
    name: String, known: String
  ) throws {
    let asked = try questions([name], of: ["Team A", known])
    #expect(asked.count == 1 && asked[0].contains("may be “\(known)” (known-1)"), "\(asked)")
    #expect(try questions(["Team B", "Team", "B", "Team 2"], of: ["Team A", "A", "Team 1"]) == [])
    #expect(try questions(["Clinic 2025", "Clinic 2"], of: ["Clinic 2026", "Clinic 1"]) == [])
    #expect(try questions(["Health and care"], of: ["Health visiting"]) == [])
    // The map's is spoken for.
    let both = try questions([known, "\(known) North Hub"], of: [known])
    #expect(both.count == 1 && both[0].contains("by its name"), "\(both)")
  }

  @Test func `takes names for the same whose accents differ`() throws {
    #expect(
      try questions(["Cafe Bebe", "Strasse"], of: ["Café Bébé", "Straße"])
        == [
          "services/new-0 is “Café Bébé” (known-0), by its name",
          "services/new-1 is “Straße” (known-1), by its name",
        ])
  }

  @Test func `goes by numbers of registers before ids, and asks where they differ`() throws {
    let directory = """
      fingerpost: 1
      title: A directory
      services:
        play: {name: Stay and play, directory-id: s1}
        play-2: {name: Stay and play, directory-id: s2}
        library: {name: Sling library, directory-id: s3}

      """
    let map = try #require(MapReader().read(text: directory).map)
    let later = """
      fingerpost: 1
      title: The same directory, later
      services:
        play: {name: Stay and play, directory-id: s2, status: closed}
        play-2: {name: Stay and play, directory-id: s1}
        library: {name: Sling library, directory-id: s50}

      """
    let incoming = try #require(MapReader().read(text: later).map)
    func merge(_ answers: MergeAnswers) throws -> MapMerge {
      try #require(
        MapMerge(
          of: incoming, text: Array(later.utf8), into: map, file: Array(directory.utf8),
          answers: answers))
    }
    var answers = MergeAnswers()
    answers.takesImport = true
    let asked = try merge(answers)
    #expect(asked.report.lines[.added] == ["services/play-2: status: closed"])
    #expect(asked.report.lines[.changed] == nil)
    #expect(asked.report.lines[.questions]?.count == 1)
    #expect(asked.report.lines[.questions]?[0].contains("another directory-id") == true)
    answers.new = ["library"]
    #expect(
      try merge(answers).report.lines[.added] == [
        "services/play-2: status: closed", "services/library-2, “Sling library”",
      ])
  }

  @Test func `takes two elements of the import for one when told to`() throws {
    let merge = try merge(
      """
      organisations:
        the-trust: {name: Example Trust, sector: nhs}
        trst: {name: Exmple Trust, form: a trust}
      services: {team: {name: Parent-infant team, organisation: trst}}
      """
    ) { $0.same = ["the-trust": "trust", "trst": "trust"] }
    #expect(
      merge.report.lines == [
        .left: [
          "organisations/trst is trust, as another element is; what else it says is left out"
        ],
        .added: ["organisations/trust: sector: nhs", "services/team: organisation: trust"],
      ])
  }

  @Test func `may name what the map holds, and add to it`() throws {
    let map = try #require(
      MapReader().read(
        text: """
          fingerpost: 1
          title: T
          services: {hv: {name: Health visiting}, team: {name: Parent-infant team}}
          boards: {sfl: {name: Start for Life board}}

          """
      ).map)
    let folder = try TemporaryFolder()
    try folder.write(
      "from,to,kind\nHealth visiting,parent-infant team,referral\n", to: "in/routes.csv")
    try folder.write(
      "board,represents\nStart for Life board,midwifery\n", to: "in/seats of boards.csv")
    var options = ImportOptions()
    options.map = map
    let read = InterchangeFormat.csv.read(folder.path(of: "in"), options)
    let incoming = try #require(read.map, "\(read.problems)")
    #expect(incoming.routes.map { "\($0.from) \($0.to)" } == ["hv team"])
    #expect(incoming.boards["sfl"]?.seats?.count == 1)
    // By itself, the table of seats belongs to nothing, and no map is made of it.
    #expect(InterchangeFormat.csv.read(folder.path(of: "in")).map == nil)
  }

  @Test func `keeps what the map says, unless the import is to be believed`() throws {
    let text = """
      services:
        health-visiting: {name: Health visiting, status: closed, excludes: [{condition: crisis, note: strict}]}
      needs: {bonding: {name: Getting to know the baby, note: new}}
      """
    let kept = try merge(text)
    #expect(
      kept.report.lines == [
        .added: [
          "needs/bonding: note: new", "services/health-visiting: excludes/crisis: note: strict",
        ],
        .kept: ["services/health-visiting: status: the map has active, the import closed"],
      ])
    #expect(try self.text(kept).contains("status: active   # since 2020"))
    let taken = try merge(text) { $0.takesImport = true }
    #expect(
      taken.report.lines[.changed] == ["services/health-visiting: status: active becomes closed"])
    #expect(try self.text(taken).contains("status: closed   # since 2020"))
    #expect(
      try self.text(taken).contains(
        "needs: {bonding: {name: Getting to know the baby, note: new}}"))
  }
}
