import FingerpostTestSupport
import Foundation
import Testing

/// A map that people change in their browsers, and what the stories about it are about.
struct EditedMap: Encodable, Sendable, CustomTestStringConvertible {
  /// What the elements of the stories are called.
  struct Names: Encodable, Sendable {
    /// The service that is changed.
    var service = ""
    var serviceName = ""
    /// Another, to which no such route leads yet.
    var target = ""
    var targetName = ""
    var board = ""
    var boardName = ""
    var condition = ""
  }

  var map: String
  /// The path of its file, from the top of the repository.
  var path: String
  var names: Names
  /// What its service is in before anybody changes it.
  var phase: String

  var testDescription: String { map }

  /// A map whose text a test has.
  static func of(_ map: String) -> EditedMap {
    EditedMap(map: map, path: "", names: Names(), phase: "")
  }

  static let all = [
    EditedMap(
      map: "brackenshire", path: "Examples/brackenshire/brackenshire.yaml",
      names: Names(
        service: "parent-infant-team", serviceName: "Parent-infant team", target: "crisis-line",
        targetName: "Crisis line", board: "first-days-board",
        boardName: "First 1001 Days Board", condition: "substance-dependence"),
      phase: "Steady"),
    EditedMap(
      map: "parent-infant-reference", path: "Maps/parent-infant-reference.yaml",
      names: Names(
        service: "parent-infant-team", serviceName: "Parent-infant relationship team",
        target: "paediatrics", targetName: "Paediatrics", board: "strategic-board",
        boardName: "Strategic board", condition: "care-proceedings"),
      phase: "Preparing for operational delivery, then starting the work, then steady state"),
  ]
}

@Suite(
  .serialized,
  .enabled(
    if: InstalledChromium.isAsked, "no Chromium is installed; on Debian: apt-get install chromium"))
struct `Forms in Chromium` {
  @Test(arguments: EditedMap.all)
  func `change a service, a route, a seat, an exclusion and a programme, a change of the file each`(
    _ edited: EditedMap
  ) async throws {
    let stories = try await EditingStories.told(
      of: edited,
      ["service", "route", "seat", "exclusion", "programme", "itself", "wrong", "lost", "look"])

    let service = try #require(stories.service)
    #expect(service.outcome.hasPrefix("If you save: nothing new"))
    #expect(service.unsaved && service.isBack)
    #expect(service.said.hasPrefix("Changed service “\(edited.names.serviceName)” (name)."))
    #expect(
      service.changed == [
        "-     name: \(edited.names.serviceName)", "+     name: The night team",
      ])
    #expect(service.title == "The night team")

    let route = try #require(stories.route)
    let ends = "from: \(edited.names.service), to: \(edited.names.target)"
    #expect(route.added == ["+   - {\(ends), kind: transfer, step: up}"])
    #expect(route.outcome.contains("new open question"), "\(route.outcome)")
    #expect(
      route.heading == "\(edited.names.serviceName) → \(edited.names.targetName): transfer")
    #expect(route.isBack)

    let seat = try #require(stories.seat)
    #expect(seat.added == ["+       - {member: Head of sleep}"] && seat.isBack)

    let exclusion = try #require(stories.exclusion)
    #expect(
      exclusion.added.last?.contains("excludes: [{condition: \(edited.names.condition)}]") == true)
    #expect(exclusion.added.count == 2 && exclusion.isBack)

    let programme = try #require(stories.programme)
    #expect(programme.id == "calm-nights-a-course")
    #expect(
      programme.added == ["+   calm-nights-a-course:", "+     name: Calm nights, a course"])
    #expect(programme.address == "programmes/calm-nights-a-course" && programme.isBack)

    let itself = try #require(stories.itself)
    #expect(itself.changed.count == 2 && itself.changed[0].hasPrefix("- title:"))
    #expect(itself.isBack)

    let wrong = try #require(stories.wrong)
    #expect(wrong.text == "“3 yeras” is not an age; write “3 years”")
    #expect(wrong.isDescribed && wrong.invalid == "true" && wrong.focused == "3 yeras")
    #expect(wrong.cleared == 0 && wrong.unsaved && wrong.needed == "This has to be said.")

    let lost = try #require(stories.lost)
    #expect(lost.asked == ["beforeunload"] && lost.typed == "Not saved")

    let look = try #require(stories.look)
    #expect(look.found == [] && look.wide == [] && look.said == [])
  }

  @Test(arguments: EditedMap.all)
  func `lose no edit, whoever else changes the same file`(_ edited: EditedMap) async throws {
    let stories = try await EditingStories.told(of: edited, ["conflict", "two", "broken"])
    let quoted = edited.phase.contains(",") ? "\"" : ""
    func phase(_ sign: String, _ text: String) -> String {
      "\(sign)     phase: \(quoted)\(text)\(quoted)"
    }

    let conflict = try #require(stories.conflict)
    for text in ["Somebody else has changed this", "Changed elsewhere", "Typed here"] {
      #expect(conflict.told.contains(text))
    }
    let theirs = [
      "-     name: \(edited.names.serviceName)", "+     name: Changed elsewhere",
    ]
    #expect(
      conflict.both == theirs + [phase("-", edited.phase), phase("+", "Typed here")])
    #expect(conflict.theirs == theirs && conflict.isBack && conflict.phase == edited.phase)

    let two = try #require(stories.two)
    #expect(two.changed.contains(phase("+", "From one window")))
    #expect(two.changed.contains("+     history: From the other"))
    #expect(two.refused.contains("somebody has written into the file since"))
    #expect(two.rest == [phase("-", edited.phase), phase("+", "From one window")])

    let broken = try #require(stories.broken)
    #expect(broken.offers == 0 && broken.typed == "Typed meanwhile")
  }

  @Test func `make a commit of a save and of its undo, and of nothing else`() async throws {
    let edited = EditedMap.all[0]
    let commit = try #require(
      try await EditingStories.told(of: edited, ["commit"]).commit)
    let undone = "Undo: Changed service “\(edited.names.serviceName)” (phase)"
    #expect(commit.said.contains("Commit "))
    #expect(commit.log == ["The team is in another phase (A lead)", "As it was (A lead)"])
    #expect(commit.stat.last == " 1 file changed, 1 insertion(+), 1 deletion(-)")
    #expect(commit.after == [undone, "The team is in another phase", "As it was"])
    #expect(commit.clean == "" && !commit.isConflict && commit.kept)
    // A hook that refuses leaves everything as it was, and the form with what was typed.
    #expect(commit.isInert && commit.isWhole)
    #expect(commit.focused == "save" && commit.typed == "Refused")
    #expect(commit.isUndone)
  }

  @Test func `put both changes of a list together, with comments at their items`() async throws {
    let text = """
      fingerpost: 1
      title: Boardland
      boards:
        b:
          name: The board
          seats:
            # parents
            - {represents: parents-and-carers, member: A parent}
            # managers
            - {represents: commissioning, member: A manager}

      """
    let seats = try #require(
      try await EditingStories.told(of: .of("boardland"), saying: text, ["seats"]).seats)
    #expect(
      seats.text
        == text.replacing(
          "      # parents\n      - {represents: parents-and-carers, member: A parent}\n", with: ""
        ).replacing("A manager}\n", with: "Manager of managers}\n")
        + "      - {represents: midwifery, member: Head of midwifery}\n")
  }

  @Test func `tell a loss as a loss, and find the shortest edits`() async throws {
    var edited = EditedMap.of("gapland")
    edited.names.service = "sleep-clinic"
    let stories = try await EditingStories.told(
      of: edited, saying: Gapland.text.replacing("signposting", with: "referral"),
      ["narrower", "lists"])
    let narrower = try #require(stories.narrower)
    // Before and after, over the same six combinations.
    #expect(narrower.figures == [4, 2, 0, 0, 2, 4, 0, 0])
    #expect(
      narrower.lines == [
        "Families no longer find help: A baby who does not sleep: 6 months to 1 year in every area"
      ])
    let lists = try #require(stories.lists)
    #expect(lists.wrong == 0 && lists.deep > 50)
  }

  @Test func `show markup that stands in a map as text, and run none of it`() async throws {
    let hostile = try #require(
      try await EditingStories.told(
        of: .of("hostile"), saying: HostileText.map, ["hostile"]
      ).hostile)
    #expect(hostile.said == [] && hostile.made == [])
  }
}

/// What each story came to.
private struct EditingStories: Decodable {
  struct Service: Decodable {
    var outcome: String
    var unsaved: Bool
    var said: String
    var changed: [String]
    var title: String
    var isBack: Bool
  }

  struct Added: Decodable {
    var outcome: String
    var added: [String]
    var isBack: Bool
    var heading: String?
    var id: String?
    var address: String?
  }

  struct Wrong: Decodable {
    var text: String
    var isDescribed: Bool
    var needed: String
    var invalid: String?
    var focused: String?
    var cleared: Int
    var unsaved: Bool
  }

  struct Lost: Decodable {
    var asked: [String]
    var typed: String
  }

  struct Look: Decodable {
    var found: [String]
    var wide: [String]
    var said: [String]
  }

  struct Conflict: Decodable {
    var told: String
    var both: [String]
    var theirs: [String]
    var isBack: Bool
    var phase: String
  }

  struct Two: Decodable {
    var changed: [String]
    var refused: String
    var rest: [String]
  }

  struct Commit: Decodable {
    var said: String
    var log: [String]
    var stat: [String]
    var after: [String]
    var clean: String
    var kept: Bool
    var isConflict: Bool
    var isInert: Bool
    var isWhole: Bool
    var focused: String
    var typed: String
    var isUndone: Bool
  }

  struct Itself: Decodable {
    var changed: [String]
    var isBack: Bool
  }

  struct Narrower: Decodable {
    var figures: [Int]
    var lines: [String]
  }

  struct Broken: Decodable {
    var offers: Int
    var typed: String
  }

  struct Seats: Decodable {
    var text: String
  }

  struct Lists: Decodable {
    var wrong: Int
    var deep: Int
  }

  struct Hostile: Decodable {
    var said: [String]
    var made: [String]
  }

  var service: Service?
  var route: Added?
  var seat: Added?
  var exclusion: Added?
  var programme: Added?
  var wrong: Wrong?
  var lost: Lost?
  var look: Look?
  var conflict: Conflict?
  var two: Two?
  var commit: Commit?
  var hostile: Hostile?
  var itself: Itself?
  var narrower: Narrower?
  var broken: Broken?
  var seats: Seats?
  var lists: Lists?

  private struct Question: Encodable {
    let browser = InstalledChromium.path ?? "chromium"
    let isRoot = getuid() == 0
    let port: Int
    let folder: String
    let map: String
    let file: String
    let names: EditedMap.Names
    let stories: [String]
  }

  /// Has stories acted out at a server of its own.
  static func told(
    of edited: EditedMap, saying own: String? = nil, _ stories: [String]
  ) async throws -> EditingStories {
    let file = "\(edited.map).yaml"
    let text =
      try own ?? String(contentsOfFile: PackageRoot.path(of: edited.path), encoding: .utf8)
    let server = try await RunningServer(of: [file: text])
    let told: EditingStories = try await PythonOracle(script: "editing_oracle.py").answer(
      to: Question(
        port: server.port, folder: server.maps, map: edited.map, file: file, names: edited.names,
        stories: stories))
    _ = try await server.stop()
    return told
  }
}
