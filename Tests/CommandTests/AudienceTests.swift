import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Spreadsheets
import Testing

struct `What an audience is shown` {
  @Test(arguments: Audience.allCases)
  func `holds nothing that is hidden from it, in any byte of any output`(
    _ audience: Audience
  ) async throws {
    let outputs = try await Self.outputs(for: audience)
    #expect(outputs.count > 20)
    for field in HiddenField.allCases where audience.hides(field) {
      for output in outputs {
        for mark in field.marks {
          #expect(!output.holds(mark), "\(output.name) holds \(mark) (\(field))")
        }
      }
    }
    for mark in MarkedMap.publicCounts where mark != "900001" {
      #expect(outputs.contains { $0.holds(mark) }, "nothing holds \(mark), which all may see")
    }
    // Each picture says what is not shown.
    let remark = Words.english.remark(for: audience) ?? "are not shown"
    for output in outputs where output.name.hasSuffix(".md") {
      #expect(output.text.contains(remark) == (audience != .operational), "\(output.name)")
    }
  }

  @Test func `holds all of it for those who work with the map, so that the other test can fail`()
    async throws
  {
    let outputs = try await Self.outputs(for: .operational)
    for field in [HiddenField.namesOfPeople, .capacity, .waits, .smallCounts] {
      #expect(
        field.marks.contains { mark in outputs.contains { $0.holds(mark) } },
        "no output holds anything of \(field)")
    }
    // Each form of output that shows figures shows some that the public is not shown.
    let marks = HiddenField.allCases.filter { $0 != .notesForKeepers }.flatMap(\.marks)
    for name in [
      "flow.svg", "flow.pdf", "flow.md", "flow.dot", "training.svg", "training.pdf", "check.text",
      "check.json", "check.sarif", "check.junit", "check.github", "check.markdown",
      "coverage.terminal", "coverage.markdown", "trace", "report.html", "site", "export.csv",
      "export.xlsx",
    ] {
      let named = outputs.filter { $0.name == name }
      #expect(
        marks.contains { mark in named.contains { $0.holds(mark) } },
        "\(name) shows nothing that is hidden")
    }
  }

  @Test func `is never said to be what the map does not say`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(MarkedMap.text, to: "marked.yaml")
    _ = try folder.write(MarkedMap.profile, to: MarkedMap.profileFile)
    func run(_ arguments: [String]) async throws -> String {
      try await Program.fingerpost.run(
        arguments + ["--on", "2026-11-01", "--audience", "public"]
      ).output
    }
    let trace = try await run(["trace", map] + Self.family)
    #expect(trace.contains("There the family finds help."))
    #expect(!trace.contains("how long families wait"))
    let check = try await run(["check", map, "--questions"])
    #expect(check.contains("does not say how families leave it"))
    #expect(!check.contains("“Parent-infant team” does not say for how many"))
    // What is wrong, and needs nothing that is hidden to be seen, is told.
    #expect(check.contains("[step-down-route]"))
    #expect(!check.contains("[demand-exceeds-capacity]"))
  }

  @Test func `does not quote a mistake in what is hidden`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(
      "fingerpost: 1\ntitle: T\nservices: {a: {name: A, wait: 731 wekks, capacity: 12x}}\n",
      to: "map.yaml")
    for command in [["check", map], ["draw", map], ["coverage", map]] {
      let run = try await Program.fingerpost.run(command + ["--audience", "public"])
      let text = run.output + run.errorOutput
      #expect(run.exitCode == 2)
      #expect(!text.contains("731") && !text.contains("12x"), "\(text)")
      #expect(text.contains("map.yaml:3:") && text.contains("without --audience"), "\(text)")
    }
  }

  @Test func `hides counts under five without any standard of its own`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(
      """
      fingerpost: 1
      title: T
      flows:
        course:
          name: Course
          stages:
            - {stage: Invited, count: 20}
            - {stage: Came, count: 17, left: [{when: Ill, count: 3}]}

      """, to: "map.yaml")
    let run = try await Program.fingerpost.run([
      "draw", map, "--view", "flow", "--format", "text", "--audience", "public", "--output",
      folder.path(of: "out"),
    ])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let text = String(decoding: try folder.contents(of: "out/map/flow.md"), as: UTF8.self)
    for shown in ["Invited: 20 people", "Came: at least 5 people", "Ill: under 5 left"] {
      #expect(text.contains(shown), "\(text)")
    }
  }

  @Test func `is no baseline`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write("fingerpost: 1\ntitle: T\n", to: "map.yaml")
    let run = try await Program.fingerpost.run([
      "check", map, "--write-baseline", folder.path(of: "known.json"), "--audience", "public",
    ])
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains("leave out --audience"))
  }

  // MARK: - All outputs

  private static let family = ["--need", "bond", "--age", "9 months", "--area", "town"]

  /// Something that a command wrote.
  private struct Output {
    let name: String
    /// What it says, without the places of boxes and letters.
    let text: String
    let bytes: [UInt8]

    /// Whether it holds a mark: words anywhere in its bytes, figures where they are not a part of
    /// another figure.
    func holds(_ mark: String) -> Bool {
      guard mark.allSatisfy(\.isNumber) else {
        return text.contains(mark) || String(decoding: bytes, as: UTF8.self).contains(mark)
      }
      return text.ranges(of: mark).contains { range in
        let before = text[..<range.lowerBound].last
        let after = text[range.upperBound...].first
        return before?.isNumber != true && before != "." && after?.isNumber != true
      }
    }
  }

  /// What a file says; the rows of its sheets, where it is a workbook.
  private static func parts(of path: String, named name: String) throws -> [Output] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    guard bytes.starts(with: "PK".utf8) else {
      return [Output(name: name, text: String(decoding: bytes, as: UTF8.self), bytes: bytes)]
    }
    let workbook = try XLSXReader(path: path)
    return try workbook.sheets.map { sheet in
      var text = ""
      try workbook.forEachRow(of: sheet) { row in
        text += row.cells.joined(separator: "\t") + "\n"
        return true
      }
      return Output(name: name, text: text, bytes: [])
    }
  }

  private static func outputs(for audience: Audience) async throws -> [Output] {
    let folder = try TemporaryFolder()
    let map = try folder.write(MarkedMap.text, to: "marked.yaml")
    _ = try folder.write(MarkedMap.profile, to: MarkedMap.profileFile)
    var outputs: [Output] = []
    let places =
      /\ (x|y|x1|y1|x2|y2|cx|cy|rx|ry|r|d|points|width|height|viewBox|transform|textLength)="[^"]*"/
    func run(
      _ name: String, _ arguments: [String], on date: [String] = ["--on", "2026-11-01"]
    ) async throws {
      let run = try await Program.fingerpost.run(
        arguments + date + ["--audience", audience.rawValue])
      #expect([0, 1].contains(run.exitCode), "\(name): \(run.errorOutput)")
      outputs.append(
        Output(
          name: name, text: run.output + run.errorOutput,
          bytes: run.outputBytes + run.errorBytes))
    }
    for format in ["text", "markdown", "json", "sarif", "junit", "github"] {
      try await run(
        "check.\(format)", ["check", map, "--format", format, "--questions", "--for", "operations"])
    }
    try await run("check for the board", ["check", map, "--for", "board"])
    for format in ["terminal", "csv", "json", "markdown"] {
      try await run("coverage.\(format)", ["coverage", map, "--format", format])
    }
    try await run("trace", ["trace", map] + family)
    for format in InterchangeFormat.allCases where format.isWritable {
      let output = folder.path(of: "export/\(format.rawValue)")
      _ = try folder.write("", to: "export/here")
      try await run(
        "export", ["export", map, "--format", format.rawValue, "--output", output], on: [])
      let paths = format.isFolder ? try folder.names(in: output) : [output]
      for path in paths { outputs += try Self.parts(of: path, named: "export.\(format.rawValue)") }
    }
    let workbook = folder.path(of: "export/found.xlsx")
    try await run("workbook", ["workbook", map, "--output", workbook])
    outputs += try Self.parts(of: workbook, named: "workbook.xlsx")
    // The older version hides what the newer one does: what is said of a change is no way round.
    let older = try folder.write(
      MarkedMap.text.replacing("987654", with: "12").replacing("731 weeks", with: "2 weeks"),
      to: "older/marked.yaml")
    _ = try folder.write(MarkedMap.profile, to: "older/" + MarkedMap.profileFile)
    try await run("report", ["report", map, "--since", older, "--output", folder.path(of: "out")])
    let paper = try folder.contents(of: "out/marked-report.html")
    outputs.append(
      Output(
        name: "report.html",
        text: String(decoding: paper, as: UTF8.self).replacing(places, with: "")
          .replacing(/style="[^"]*"/, with: ""), bytes: paper))
    try await run("site", ["site", map, "--output", folder.path(of: "site")])
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path(of: "site"))
      .sorted() where path.hasSuffix(".html") || path.hasSuffix(".js")
    {
      let bytes = try folder.contents(of: "site/" + path)
      outputs.append(
        Output(
          name: "site",
          text: String(decoding: bytes, as: UTF8.self).replacing(places, with: "")
            .replacing(/style="[^"]*"/, with: ""), bytes: bytes))
    }
    try await run(
      "draw", ["draw", map, "--format", "svg,pdf,dot,text", "--output", folder.path(of: "out")])
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "out/marked"))
      .sorted()
    {
      let bytes = try folder.contents(of: "out/marked/" + file)
      var text = String(decoding: bytes, as: UTF8.self)
      if file.hasSuffix(".pdf") {
        let path = folder.path(of: "out/marked/" + file)
        text = try await Program(path: "pdftotext").run(["-raw", path, "-"]).output
        #expect(text.contains("Exampleton"), "\(file) holds no text that can be read")
      } else if file.hasSuffix(".svg") {
        text = text.replacing(places, with: "")
      } else if file.hasSuffix(".dot") {
        text = text.replacing(/(pos|bb|lp|width|height|rects|_[a-z]*_)="?[^"\],]*"?/, with: "")
      }
      outputs.append(Output(name: file, text: text, bytes: bytes))
    }
    return outputs
  }
}

extension HiddenField {
  /// What stands in the marked map for what is hidden.
  fileprivate var marks: [String] {
    switch self {
    case .namesOfPeople: [MarkedMap.name, MarkedMap.name.lowercased()]
    case .notesForKeepers: [MarkedMap.note]
    case .capacity: MarkedMap.capacity
    case .waits: MarkedMap.waits
    case .smallCounts: MarkedMap.smallCounts
    }
  }
}
