import FingerpostTestSupport
import Foundation
import Testing

struct `The report of a map` {
  static let maps: [String] = {
    let own =
      (try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.path(of: "Maps"))) ?? []
    return own.filter { $0.hasSuffix(".yaml") }.sorted().map { "Maps/\($0)" }
      + ["Examples/brackenshire", "Examples/atlas"]
  }()

  private static let small = """
    fingerpost: 1
    title: Exampleton
    services: {a: Health visiting, b: Parent-infant team}
    routes: [{from: a, to: b, kind: referral}]

    """

  /// Runs the command in a folder that is kept as long as the run is looked at.
  private func report(
    _ map: String = small, _ arguments: [String] = [], environment: [String: String?] = [:]
  ) async throws -> (run: ProgramRun, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write(map, to: "exampleton.yaml")
    let run = try await Program.fingerpost.run(
      ["report", "exampleton.yaml", "--on", "2026-11-21"] + arguments, environment: environment,
      in: folder.path)
    return (run, folder)
  }

  @Test func `can be written for every map, and is whole`() async throws {
    let folder = try TemporaryFolder()
    for reader in [[], ["--for", "board"], ["--for", "commissioners"], ["--for", "operations"]] {
      let run = try await Program.fingerpost.run(
        ["report"] + Self.maps + ["--on", "2026-11-21", "--output", folder.path] + reader)
      #expect(run.exitCode == 0, "\(run.errorOutput)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".html") }.sorted()
    #expect(files.count == 4 * (Self.maps.count + 1), "an atlas holds two maps")
    let paths = files.map { folder.path(of: $0) }
    for (file, answer) in zip(files, try await PaperOracle.answers(about: paths)) {
      #expect(answer.faults == [], "\(file)")
      #expect(answer.sections.first == "summary" && answer.sections.last == "sources", "\(file)")
      #expect(!answer.text.contains("{"), "\(file): a gap of a phrase is not filled")
      let words = answer.text.firstMatch(
        of: /(?i)\b(cells?|witness|frontier|ghosts?|waivers?|nodes?|edges?|graphs?|clusters?)\b/)
      #expect(words == nil, "\(file) speaks as programmers do")
    }
  }

  @Test func `is the same bytes twice`() async throws {
    let first = try await report()
    let second = try await report()
    #expect(first.run.output == "exampleton-report.html\n")
    #expect(
      try first.folder.contents(of: "exampleton-report.html")
        == second.folder.contents(of: "exampleton-report.html"))
  }

  @Test func `is named after its map and its reader`() async throws {
    let (run, folder) = try await report(
      Self.small, ["--for", "board", "--output", "papers/november"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(run.output == "papers/november/exampleton-report-board.html\n")
    #expect(try !folder.contents(of: "papers/november/exampleton-report-board.html").isEmpty)
    let (one, _) = try await report(Self.small, ["--output", "pack.html"])
    #expect(one.output == "pack.html\n")
  }

  @Test func `says what changed since an older version`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.small, to: "exampleton.yaml")
    try folder.write(
      "fingerpost: 1\ntitle: Exampleton\nas-of: 2026-10-01\nservices: {a: Health visiting}\n",
      to: "october.yaml")
    let run = try await Program.fingerpost.run(
      ["report", "exampleton.yaml", "--since", "october.yaml"], in: folder.path)
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let text = try await PaperOracle.answers(
      about: [folder.path(of: "exampleton-report.html")])[0].text
    #expect(text.contains("Since october.yaml, which is of 1 October 2026:"))
    #expect(text.contains("Parent-infant team"))
    let lost = try await Program.fingerpost.run(
      ["report", "exampleton.yaml", "--since", "nowhere.yaml"], in: folder.path)
    #expect(lost.exitCode == 2)
  }

  @Test func `shows a picture that cannot be drawn in words, and ends with 70`() async throws {
    let (run, folder) = try await report(environment: ["GVBINDIR": "/nonexistent"])
    #expect(run.exitCode == 70)
    #expect(run.errorOutput.contains("in words only"), "\(run.errorOutput)")
    let answer = try await PaperOracle.answers(
      about: [folder.path(of: "exampleton-report.html")])[0]
    #expect(answer.faults == [] && answer.figures.isEmpty)
    #expect(answer.text.contains("This picture could not be drawn."))
    #expect(answer.text.contains("Referral from Health visiting to Parent-infant team"))
  }

  @Test(arguments: [("plain", "#ffffff"), ("dark", "#14181d")])
  func `has pictures in a theme, each on its own ground`(
    _ theme: String, _ ground: String
  ) async throws {
    let (run, folder) = try await report(Self.small, ["--theme", theme])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let page = String(
      decoding: try folder.contents(of: "exampleton-report.html"), as: UTF8.self)
    let canvases = page.matches(of: /class="canvas"[^>]*background: (#[0-9a-f]{6})"/)
    #expect(!canvases.isEmpty && canvases.allSatisfy { $0.1 == ground })
    let pictures = page.matches(of: /<polygon [^>]*fill="(#[0-9a-f]{6})"[^>]*>/)
    #expect(pictures.first.map { $0.1 == ground } == true)
  }

  @Test func `is not written for a map with problems`() async throws {
    let (run, folder) = try await report("fingerpost: 1\ntitle: [\n")
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("no report"))
    #expect(
      !FileManager.default.fileExists(atPath: folder.path(of: "exampleton-report.html")))
  }

  @Test(arguments: [
    ["a.yaml", "b.yaml", "--output", "one.html"], ["a.yaml", "b.yaml", "--since", "a.yaml"],
  ])
  func `is used wrongly for several maps at once`(_ arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write(Self.small, to: "\(name).yaml") }
    let run = try await Program.fingerpost.run(["report"] + arguments, in: folder.path)
    #expect(run.exitCode == 64, "\(run.errorOutput)")
  }

  @Test func `says how to print it where there is no browser`() async throws {
    let (run, folder) = try await report(
      Self.small, ["--pdf"], environment: ["PATH": "/nonexistent"])
    // Applications on macOS are found without the PATH.
    guard run.exitCode != 0 else { return }
    #expect(run.exitCode == 70)
    #expect(run.errorOutput.contains("neither Chromium nor Chrome is installed"))
    #expect(try !folder.contents(of: "exampleton-report.html").isEmpty)
  }

  @Test func `leaves the PDF as it was when the browser fails`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.small, to: "exampleton.yaml")
    try folder.write("old", to: "exampleton-report.pdf")
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "bin/chromium"), withDestinationPath: "/usr/bin/false")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = try await Program.fingerpost.run(
      ["report", "exampleton.yaml", "--pdf"],
      environment: ["PATH": "\(folder.path(of: "bin")):\(path)"], in: folder.path)
    #expect(run.exitCode == 70)
    #expect(run.errorOutput.contains("broke off"), "\(run.errorOutput)")
    #expect(
      String(decoding: try folder.contents(of: "exampleton-report.pdf"), as: UTF8.self) == "old")
  }
}
