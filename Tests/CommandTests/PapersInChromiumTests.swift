import FingerpostDiagrams
import FingerpostModel
import FingerpostReports
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

extension `In Chromium` {
  struct `Papers` {
    @Test func `are read, walked through, followed and printed`() async throws {
      let folder = try TemporaryFolder()
      // The papers of all readers are made of the same parts; looking at all of them takes minutes.
      let others = isSoak ? ["board", "commissioners", "operations"] : ["commissioners"]
      for reader in [[]] + others.map({ ["--for", $0] }) {
        let run = try await Program.fingerpost.run(
          [
            "report", "Examples/brackenshire", "Maps/parent-infant-reference.yaml", "--on",
            "2026-11-21", "--output", folder.path,
          ] + reader + (reader.isEmpty ? ["--pdf"] : []))
        #expect(run.exitCode == 0, "\(run.errorOutput)")
      }
      let papers = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".html") }.sorted().map { folder.path(of: $0) }
      #expect(papers.count == 2 * (1 + others.count))
      let packs = papers.filter { $0.hasSuffix("-report.html") }
      let linked = try folder.write(await Self.linkedPaper(), to: "linked.html")
      let broken = try folder.write(
        """
        <!DOCTYPE html><html><head><title>T</title><style>p { color: #ccc; width: 900px }</style></head>
        <body><p>No language, and too pale.</p><img src="https://example.invalid/x.png"></body></html>
        """, to: "broken.html")

      let answer = try await ChromiumOracle.answer(
        ChromiumOracle.Question(
          papers: papers + [linked, broken], walked: packs + [linked], printed: packs,
          linked: linked))

      for page in answer.papers.dropLast() {
        #expect(page.violations == [], "\(page.path)")
        #expect(page.width <= 320 && page.wide == [], "\(page.path)")
        #expect(page.asked == [], "\(page.path)")
      }
      let fault = try #require(answer.papers.last)
      #expect(fault.violations.contains { $0.hasPrefix("html-has-lang") }, "axe looks")
      #expect(fault.violations.contains { $0.hasPrefix("color-contrast") })
      #expect(fault.width > 320 && fault.wide != [] && fault.asked != [])

      for page in answer.papers where page.path != broken && !page.expected.isEmpty {
        #expect(page.stops.map(\.listed) == page.expected, "\(page.path)")
        #expect(page.stops.first?.href == "#paper" && page.stops.count > 5, "\(page.path)")
        for stop in page.stops {
          #expect(stop.isSeen && stop.isOnScreen, "\(page.path): \(stop.listed)")
        }
      }
      let walked = try #require(answer.papers.first { $0.path == linked })
      #expect(
        walked.stops.filter(\.inPicture).map(\.href) == ["#picture-card-a", "#picture-card-b"])

      let landed = try #require(answer.landed)
      #expect(landed.hash == "picture-card-a" && landed.id == landed.hash && landed.isOnScreen)

      for page in answer.papers {
        if let text = page.textPages { try await expectPages(of: page.path, textPages: text) }
      }
      #expect(answer.papers.count { $0.textPages != nil } == 2)
    }

    /// One page a picture, on the sheet that the paper names, beside the pages of text.
    private func expectPages(of paper: String, textPages: Int) async throws {
      let pdf = paper.dropLast(5) + ".pdf"
      let figures = try await PaperOracle.answers(about: [paper])[0].figures
      let run = try await Program(path: "pdfinfo").run(["-f", "1", "-l", "999", String(pdf)])
      #expect(run.output.contains(/Tagged: +yes/))
      let sizes = run.output.matches(of: /Page +(\d+) size: +([0-9.]+) x ([0-9.]+) pts/).map {
        (width: Double($0.output.2) ?? 0, height: Double($0.output.3) ?? 0)
      }
      #expect(sizes.count == textPages + figures.count, "\(pdf)")
      var numbers: [Int] = []
      for (place, size) in sizes.enumerated() {
        let page = "\(place + 1)"
        let text = try await Program(path: "pdftotext").run([
          "-f", page, "-l", page, String(pdf), "-",
        ])
        let first = text.output.split(separator: "\n").first ?? ""
        let sheet =
          (max(size.width, size.height) > 1000 ? "a3" : "a4")
          + (size.width > size.height ? "-landscape" : "-portrait")
        if let match = first.prefixMatch(of: #/Picture (\d+): /#), let number = Int(match.output.1)
        {
          numbers.append(number)
          #expect(figures.indices.contains(number - 1) && figures[number - 1].sheet == sheet)
        } else {
          #expect(sheet == "a4-portrait", "page \(page) of \(pdf)")
        }
      }
      #expect(numbers == Array(1...figures.count))
    }

    /// A paper with a picture whose services lead to their cards.
    private static func linkedPaper() async throws -> String {
      var map = SystemMap(id: "exampleton", title: "Exampleton")
      for id in ["a", "b"] {
        map.services.append(Service(id: Service.ID(id), name: "Service \(id)"))
      }
      map.routes.append(Route(from: "a", to: "b", kind: .referral, id: "a-b"))
      let setting = ViewSetting(card: { "#\(PaperPicture.anchor(of: "card-\($0)"))" })
      let system = SystemView().pages(of: map, in: setting).diagrams
      let cards = map.services.map { service in
        Diagram(
          name: "card-\(service.id)", title: "Exampleton", subtitle: service.name,
          summary: "One service.",
          nodes: [Diagram.Node(id: "own", label: [service.name], title: service.name)], edges: [])
      }
      let renderer = WorkerRenderer(path: Program.fingerpost.path)
      var pictures: [PaperPicture] = []
      for (diagram, view) in system.map({ ($0, "system") }) + cards.map({ ($0, "card") }) {
        let drawing = try await renderer.draw(diagram, as: [.svg])
        pictures.append(
          PaperPicture(
            name: diagram.name, view: view, inWords: diagram.inWords,
            drawing: .drawn(
              svg: String(decoding: drawing.files[.svg] ?? [], as: UTF8.self),
              ground: "#ffffff", width: drawing.page.width, height: drawing.page.height,
              sheet: .a4Landscape)))
      }
      let day = try #require(CalendarDate(year: 2026, month: 11, day: 21))
      return Paper(
        PaperMaterial(
          map: map, check: MapReport(unreadable: [], []), profiles: [], pictures: pictures,
          date: day)
      ).html
    }
  }
}
