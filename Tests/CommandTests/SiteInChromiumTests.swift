import FingerpostTestSupport
import Foundation
import Testing

extension `In Chromium` {
  struct `A site` {
    @Test func `of all maps opens from a double click, and every link in it leads somewhere`()
      async throws
    {
      let folder = try TemporaryFolder()
      let gapland = try folder.write(Gapland.text, to: "gapland.yaml")
      let site = folder.path(of: "site")
      let run = try await Program.fingerpost.run([
        "site", "Examples/brackenshire", "Maps", gapland, "--on", "2026-11-21", "--output", site,
      ])
      #expect(run.exitCode == 0, "\(run.errorOutput)")
      let pages = try FileManager.default.subpathsOfDirectory(atPath: site)
        .filter { $0.hasSuffix(".html") }.sorted()
      #expect(pages.count > 200)
      // A page of each sort; all of them are looked at in the long run.
      let sorts = [
        "explore", "coverage", "gaps", "boards", "pictures", "papers", "service-parent-infant-team",
      ]
      let answer = try await SiteOracle.answer(
        SiteOracle.Question(
          folder: site, pages: pages,
          lookedAt: isSoak
            ? pages.filter { !$0.contains("/report") }
            : ["index.html", "parent-infant-reference/index.html"]
              + sorts.map { "brackenshire/\($0).html" },
          stories: ["board", "commissioner", "lead", "plain", "reference"]))
      #expect(answer.broken == [])
      #expect(answer.links > 5000)
      #expect(answer.pages.count == pages.count)
      for page in answer.pages {
        #expect(page.said == [] && page.asked == [], "\(page.path)")
        #expect(page.violations == [], "\(page.path)")
        #expect(page.width <= 320 && page.wide == [], "\(page.path)")
      }
      try Self.expect(answer.stories)
    }

    private static func expect(_ stories: SiteOracle.Stories) throws {
      let board = try #require(stories.board)
      #expect(board.heading == ["Who sits on the boards"])
      #expect(board.seats.count == board.holders.count && board.seats.contains("Midwifery"))
      #expect(board.holders.contains("Head of midwifery, Wexmoor Hospitals"))

      let commissioner = try #require(stories.commissioner)
      #expect(commissioner.answer == "No way to help")
      #expect(commissioner.opened.contains("Families are told of Sleep clinic, and nobody refers"))
      #expect(commissioner.opened.contains("Open a referral from Health visiting to Sleep clinic"))
      #expect(commissioner.isClosed && commissioner.isBack)
      #expect(commissioner.family.contains("The way: General practice → Parent-infant team."))
      // Two services and the line between them.
      #expect(commissioner.lit == 3)

      let lead = try #require(stories.lead)
      #expect(lead.found.first?.hasPrefix("Parent-infant team (service on Brackenshire") == true)
      #expect(lead.rows == 30 && lead.again == 30)
      #expect(lead.filtered.count == 8 && lead.filtered.contains("Saturday Dads"))
      #expect(lead.count.hasPrefix("Services shown: 8 of 30."))
      #expect(lead.faded > 0 && lead.still == 0)
      #expect(lead.selected.hasPrefix("Parent-infant team: 22 routes lead here, and 38 lead on."))
      #expect(lead.lit > 20 && lead.unlit == 0)
      #expect(
        // Families go by themselves to a service that is open to all, and are transferred from there.
        lead.way == ["Transfer to Mother and baby ward"])
      #expect(abs(lead.zoomed - 1.25) < 0.01)
      #expect(lead.page == ["Parent-infant team"])

      try expectReference(try #require(stories.reference))

      let plain = try #require(stories.plain)
      #expect(
        plain.visible == [
          "filters": false, "way": false, "family": false, "search": false, "services": true,
        ])
      #expect(plain.pictures > 0 && plain.landed == "explanation")
    }

    /// The toolkit names the functions that a board should have, and nobody who holds a seat.
    private static func expectReference(_ found: SiteOracle.Reference) throws {
      #expect(found.seats.count == 15 && found.seats.contains("Midwifery"))
      #expect(found.holders.allSatisfy { $0.hasSuffix("The map does not say") })
      #expect(found.holders.count == 15)
      #expect(found.coverage.contains("nobody can tell from it which families find help"))
      #expect(found.gaps.contains { $0.contains("Clinical Commissioning Group") })
      #expect(found.shown.contains("Substance misuse service") && found.unsure > 5)
      #expect(found.way == ["Referral to Parent-infant relationship team"], "\(found.way)")
      #expect(found.selected.hasPrefix("Parent-infant relationship team: "))
      #expect(found.page.first == "Parent-infant relationship team")
    }

    @Test func `shows markup that stands in a map as text, and runs none of it`() async throws {
      let folder = try TemporaryFolder()
      let map = try folder.write(HostileText.map, to: "hostile.yaml")
      let site = folder.path(of: "site")
      let run = try await Program.fingerpost.run(["site", map, "--output", site])
      #expect(run.exitCode == 0, "\(run.errorOutput)")
      let pages = try FileManager.default.subpathsOfDirectory(atPath: site)
        .filter { $0.hasSuffix(".html") }.sorted()
      let answer = try await SiteOracle.answer(SiteOracle.Question(folder: site, pages: pages))
      #expect(answer.pages.count > 10)
      #expect(answer.broken == [])
      for page in answer.pages { #expect(page.said == [] && page.asked == [], "\(page.path)") }
      let text = String(
        decoding: try folder.contents(of: "site/hostile/explore.html"), as: UTF8.self)
      #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
      for path in pages {
        let text = String(decoding: try folder.contents(of: "site/\(path)"), as: UTF8.self)
        #expect(!text.contains("<script>alert") && !text.contains("<img src=x"), "\(path)")
        #expect(!text.contains(/href="(javascript|data|vbscript):/.ignoresCase()), "\(path)")
      }
    }
  }
}
