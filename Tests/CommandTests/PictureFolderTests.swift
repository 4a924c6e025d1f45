import FingerpostTestSupport
import Foundation
import Testing

struct `The folder of a map's pictures` {
  private static let beginning = """
    fingerpost: 1
    title: Exampleton
    as-of: 2026-11-01
    scope: {needs: [bond], ages: {from: birth, to: 2 years}, areas: [north]}
    needs: {bond: The bond with the baby}
    areas: {north: North End}

    """
  private static let views = "views: {north: North, south: South}\n"
  private static let services = """
    services:
      a: {name: Health visiting, entry: open, serves: none}

    """
  private static let more = """
      b: {name: Parent-infant team, serves: [bond]}
    routes:
      - {from: a, to: b, kind: referral}

    """
  private static let map = beginning + views + services + more
  /// The map without its second service.
  private static let without = beginning + views + services
  private static let family = ["--need", "bond", "--area", "north"]

  /// A folder to draw in, which says what is there after each run.
  private struct Desk {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @discardableResult
    func draw(
      _ map: String, _ arguments: [String] = [], format: String = "text",
      environment: [String: String?] = [:], endsWith code: Int32 = 0
    ) async throws -> ProgramRun {
      let path = try folder.write(map, to: "exampleton.yaml")
      let run = try await Program.fingerpost.run(
        ["draw", path, "--output", folder.path(of: "out"), "--format", format] + arguments,
        environment: environment)
      #expect(run.exitCode == code, "\(run.errorOutput)")
      return run
    }

    func files() throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "out/exampleton")))
    }

    var list: String { "out/exampleton/.fingerpost-made" }
  }

  @Test func `loses the card of a service that is gone, in every kind of file`() async throws {
    let desk = try Desk()
    try await desk.draw(Self.map, format: "text,dot")
    try desk.folder.write("mine", to: "out/exampleton/card-mine.md")
    let before = try desk.files()
    let run = try await desk.draw(Self.without)
    #expect(before.subtracting(try desk.files()) == ["card-b.md", "card-b.dot"])
    #expect(
      run.errorOutput.contains("removed what was drawn before and is out of date: card-b.dot, "))
    #expect(try await desk.draw(Self.without).errorOutput.isEmpty)
  }

  @Test func `loses nothing to a run that drew only a part`() async throws {
    let desk = try Desk()
    try await desk.draw(Self.map, format: "text,dot")
    let before = try desk.files()
    for part in [["system"], ["board"], ["view-north"], ["system", "pathway"]] {
      try await desk.draw(Self.without, part.flatMap { ["--view", $0] })
      #expect(try desk.files() == before, "\(part)")
    }
    try await desk.draw(Self.without, ["--view", "card"])
    #expect(before.subtracting(try desk.files()) == ["card-b.md", "card-b.dot"])
  }

  @Test func `loses the pictures of a view for which the map says nothing now`() async throws {
    let desk = try Desk()
    try await desk.draw(Self.map)
    let before = try desk.files()
    try await desk.draw(Self.beginning + Self.services + Self.more)
    #expect(before.subtracting(try desk.files()) == ["view-north.md", "view-south.md"])
  }

  @Test func `keeps one family's pathway until another's or all are drawn`() async throws {
    let desk = try Desk()
    let young = Self.family + ["--age", "birth"]
    try await desk.draw(Self.map, ["--view", "pathway"])
    try await desk.draw(Self.map, young, format: "text,dot")
    let pathways = { try desk.files().filter { $0.hasPrefix("pathway") } }
    try await desk.draw(Self.map, young)
    #expect(try pathways() == ["pathway.md", "pathway.dot", "pathway-bond.md"])
    try await desk.draw(Self.map, Self.family + ["--age", "9 months"])
    #expect(try pathways() == ["pathway.md", "pathway-bond.md"])
    try await desk.draw(Self.map)
    #expect(try pathways() == ["pathway-bond.md"])
  }

  @Test func `loses the pages of a picture that fits on one, and nothing named like them`()
    async throws
  {
    let desk = try Desk()
    let services = (0..<260).map { "  s\($0): {name: Service number \($0)}\n" }.joined()
    try await desk.draw(
      "fingerpost: 1\ntitle: Large\nservices:\n\(services)", ["--view", "system"])
    #expect(try desk.files().contains("system-page-2.md"))
    try desk.folder.write("mine", to: "out/exampleton/system-page-99.md")
    try await desk.draw(Self.map, ["--view", "system"])
    #expect(try desk.files() == ["system.md", "system-page-99.md", ".fingerpost-made"])
  }

  @Test func `keeps the pictures from before when drawing fails`() async throws {
    let desk = try Desk()
    try await desk.draw(Self.map, format: "svg")
    let before = try desk.files()
    try await desk.draw(
      Self.without, format: "svg", environment: ["GVBINDIR": "/nonexistent"], endsWith: 70)
    // No card failed that would be the one of a service that is gone.
    #expect(before.subtracting(try desk.files()) == ["card-b.svg"])
    #expect(try desk.files().isSuperset(of: ["card-a.svg", "system.svg", "pathway-bond.svg"]))
  }

  @Test func `keeps a picture that somebody changed, and says so once`() async throws {
    let desk = try Desk()
    try await desk.draw(Self.map)
    let card = "out/exampleton/card-b.md"
    let drawn = try desk.folder.contents(of: card)
    try desk.folder.write(String(decoding: drawn, as: UTF8.self) + "\nA note of ours.\n", to: card)
    let run = try await desk.draw(Self.without)
    #expect(run.errorOutput.contains("card-b.md: this picture is out of date, but it was changed"))
    #expect(try desk.files().contains("card-b.md"))
    #expect(try await desk.draw(Self.without).errorOutput.isEmpty)
  }

  @Test(arguments: [
    "../outside.md", "/etc/outside.md", "..", ".", "", "sub/inside.md", "notes.txt", ".hidden.md",
  ])
  func `is not led astray by a list that names other files`(_ name: String) async throws {
    let desk = try Desk()
    try await desk.draw(Self.map)
    // The same bytes as the card, so that only the name is wrong.
    let card = String(
      decoding: try desk.folder.contents(of: "out/exampleton/card-b.md"), as: UTF8.self)
    let others = ["out/outside.md", "out/exampleton/sub/inside.md", "out/exampleton/notes.txt"]
    for other in others { try desk.folder.write(card, to: other) }
    let list = String(decoding: try desk.folder.contents(of: desk.list), as: UTF8.self)
    try desk.folder.write(list.replacing("\tcard-b.md\t", with: "\t\(name)\t"), to: desk.list)
    let run = try await desk.draw(Self.without)
    #expect(run.errorOutput.contains("this list of what was drawn is not as Fingerpost writes it"))
    for other in others { #expect(try !desk.folder.contents(of: other).isEmpty) }
    #expect(
      try desk.files().contains("card-b.md"), "what it lists beside that is not trusted either")
  }

  @Test(arguments: ["", "garbage\n", "cut off"])
  func `is drawn whole when its list is damaged`(_ damage: String) async throws {
    let desk = try Desk()
    try await desk.draw(Self.map)
    let whole = try desk.folder.contents(of: desk.list)
    let text = damage == "cut off" ? String(decoding: whole.dropLast(9), as: UTF8.self) : damage
    try desk.folder.write(text, to: desk.list)
    let run = try await desk.draw(Self.without)
    #expect(run.errorOutput.contains("nothing from before was removed"))
    #expect(try desk.files().contains("card-b.md"))
    try await desk.draw(Self.map)
    #expect(try desk.folder.contents(of: desk.list) == whole)
  }

  @Test func `belongs to the map of its id that was drawn last`() async throws {
    let desk = try Desk()
    try await desk.draw(Self.map)
    try await desk.draw("fingerpost: 1\ntitle: Another\nservices: {z: {name: Z, entry: open}}\n")
    let names = try desk.files()
    #expect(names.isSuperset(of: ["system.md", "card-z.md"]))
    #expect(names.isDisjoint(with: ["card-a.md", "card-b.md", "view-north.md", "pathway-bond.md"]))
  }

  @Test func `lists what was drawn the same for the same map`() async throws {
    let (first, second) = (try Desk(), try Desk())
    try await first.draw(Self.map)
    try await second.draw(Self.map, ["--view", "card"])
    try await second.draw(Self.map)
    #expect(try first.folder.contents(of: first.list) == second.folder.contents(of: second.list))
  }
}
