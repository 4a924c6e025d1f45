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
      of: edited, ["service", "route", "seat", "exclusion", "programme", "wrong", "lost", "look"])

    let service = try #require(stories.service)
    #expect(service.outcome.hasPrefix("If you save: nothing new"))
    #expect(service.unsaved && service.isBack)
    #expect(service.said.hasPrefix("Changed service “\(edited.names.serviceName)”."))
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

    let wrong = try #require(stories.wrong)
    #expect(wrong.text == "“3 yeras” is not an age; write “3 years”")
    #expect(wrong.isDescribed && wrong.invalid == "true" && wrong.focused == "3 yeras")
    #expect(wrong.cleared == 0 && wrong.unsaved)

    let lost = try #require(stories.lost)
    #expect(lost.asked == ["beforeunload"] && lost.typed == "Not saved")

    let look = try #require(stories.look)
    #expect(look.found == [] && look.wide == [] && look.said == [])
  }

  @Test(arguments: EditedMap.all)
  func `lose no edit, whoever else changes the same file`(_ edited: EditedMap) async throws {
    let stories = try await EditingStories.told(of: edited, ["conflict", "two"])
    let quoted = edited.phase.contains(",") ? "\"" : ""
    func phase(_ sign: String, _ text: String) -> String {
      "\(sign)     phase: \(quoted)\(text)\(quoted)"
    }

    let conflict = try #require(stories.conflict)
    for text in ["Somebody has changed", "Changed elsewhere", "Typed here"] {
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
    #expect(two.refused.contains("has been changed since it was read"))
    #expect(two.rest == [phase("-", edited.phase), phase("+", "From one window")])
  }

  @Test func `make a commit of a save and of its undo, and of nothing else`() async throws {
    let edited = EditedMap.all[0]
    let commit = try #require(
      try await EditingStories.told(of: edited, ["commit"]).commit)
    let undone = "Undo: Changed service “\(edited.names.serviceName)”"
    #expect(commit.said.contains("Commit "))
    #expect(commit.log == ["The team is in another phase (A lead)", "As it was (A lead)"])
    #expect(commit.stat.last == " 1 file changed, 1 insertion(+), 1 deletion(-)")
    #expect(commit.after == [undone, "The team is in another phase", "As it was"])
    #expect(commit.clean == "" && commit.isRefused && commit.kept)
  }

  @Test func `show markup that stands in a map as text, and run none of it`() async throws {
    let hostile = try #require(
      try await EditingStories.told(
        of: EditedMap(map: "hostile", path: "", names: .init(), phase: ""), ["hostile"]
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
    var isRefused: Bool
    var kept: Bool
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
  static func told(of edited: EditedMap, _ stories: [String]) async throws -> EditingStories {
    let file = "\(edited.map).yaml"
    let text =
      edited.path.isEmpty
      ? HostileText.map
      : try String(contentsOfFile: PackageRoot.path(of: edited.path), encoding: .utf8)
    let server = try await RunningServer(of: [file: text])
    let told: EditingStories = try await PythonOracle(script: "editing_oracle.py").answer(
      to: Question(
        port: server.port, folder: server.maps, map: edited.map, file: file, names: edited.names,
        stories: stories))
    _ = try await server.stop()
    return told
  }
}
