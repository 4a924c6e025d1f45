import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
@testable import FingerpostReports
import FingerpostRules
import FingerpostTestSupport
import Testing

/// Papers about invented maps.
private enum SamplePaper {
  static let map = """
    fingerpost: 1
    title: Exampleton
    as-of: 2026-11-01
    profiles: [parent-infant-2019]
    scope: {needs: [bond], ages: {from: birth, to: 2 years}, areas: [north, south]}
    needs: {bond: The bond with the baby}
    areas: {north: North, south: South}
    services:
      visiting:
        name: Health visiting
        entry: open
        serves: none
        ages: {from: conception, to: 5 years}
        areas: [north, south]
        excludes: none
      team:
        name: Parent-infant team
        owner: Team lead
        entry: by-referral
        serves: [bond]
        ages: {from: birth, to: 2 years}
        areas: [north]
        excludes: none
        funded-until: 2027-03-31
    routes: [{from: visiting, to: team, kind: referral}]
    boards:
      strategic:
        name: Infant board
        kind: strategic
        accountable-lead: Director of children's services
        seats:
          - {represents: [health-visiting], member: Head of health visiting}
          - {represents: [midwifery], member: none}
          - {represents: [camhs]}

    """

  static func material(
    _ text: String = map, pictures: [PaperPicture] = [], changes: PaperChanges? = nil,
    words: Words = .english
  ) throws -> PaperMaterial {
    let document = MapReader().read(text: text, file: "maps/exampleton.yaml")
    let map = try #require(document.map, "\(document.diagnostics)")
    let day = try #require(SampleReport.day)
    let profiles = ProfileCatalogue(adding: []).profiles(named: map.profiles ?? []).profiles
    let check = RuleChecker(profiles: profiles, on: day).check(
      map, diagnostics: document.diagnostics)
    return PaperMaterial(
      map: map, check: MapReport(check, files: document.files), profiles: profiles,
      pictures: pictures, changes: changes, words: words, date: day)
  }

  static func picture(
    _ view: String, name: String? = nil, _ drawing: PaperPicture.Drawing = drawn
  ) -> PaperPicture {
    PaperPicture(
      name: name ?? view, view: view,
      inWords: PictureInWords(
        title: "Exampleton", subtitle: "The \(view)", summary: "What is to be seen.",
        parts: [
          .init(heading: nil, items: [.init("A box", details: ["A line"])]),
          .init(heading: "A group", items: [.init("Another box")]),
        ], notes: ["Small print"]),
      drawing: drawing)
  }

  static let drawn = PaperPicture.Drawing.drawn(
    svg: "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n",
    ground: "#14181d", width: 400, height: 300, sheet: .a4Landscape)

  static func oracle(_ papers: [Paper]) async throws -> [PaperOracle] {
    let folder = try TemporaryFolder()
    let paths = try papers.enumerated().map { place, paper in
      try folder.write(paper.html, to: "\(place).html")
    }
    return try await PaperOracle.answers(about: paths)
  }
}

struct `A paper` {
  private let views = ["system", "board", "pathway", "training", "commissioning", "gaps"]

  @Test(arguments: [
    (
      nil,
      [
        "summary", "changes", "board", "system", "pathways", "coverage", "gaps", "ending",
        "services", "pictures", "questions", "sources",
      ]
    ),
    (
      ReportReader.board, ["summary", "changes", "board", "system", "gaps", "ending", "sources"]
    ),
    (
      .commissioners,
      ["summary", "pathways", "coverage", "gaps", "ending", "questions", "sources"]
    ),
    (
      .operations,
      ["summary", "changes", "system", "gaps", "ending", "services", "questions", "sources"]
    ),
  ])
  func `has the sections that its reader needs, and nothing else`(
    _ reader: ReportReader?, _ sections: [String]
  ) async throws {
    let pictures =
      views.map { SamplePaper.picture($0) } + [SamplePaper.picture("card", name: "card-team")]
    let material = try SamplePaper.material(
      pictures: pictures,
      changes: PaperChanges(since: "october.yaml", asOf: nil, sentences: ["A team is new."]))
    let paper = Paper(material, for: reader)
    #expect(paper.parts.map(\.section.rawValue) == sections)
    let answer = try await SamplePaper.oracle([paper])[0]
    #expect(answer.faults == [])
    #expect(answer.sections == sections)
    let shown = pictures.filter { sections.contains(PaperSection(showing: $0.view).rawValue) }
    #expect(Set(answer.figures.map(\.id)) == Set(shown.map(\.anchor)))
    #expect(answer.figures.count == shown.count)
    for number in 1...shown.count { #expect(answer.text.contains("Picture \(number): ")) }
  }

  @Test func `says in its summary what matters`() async throws {
    let text = try await SamplePaper.oracle([Paper(SamplePaper.material())])[0].text
    for sentence in [
      "The map holds 2 services and 1 route between them.",
      "On Infant board, 4 seats are empty or missing: Midwifery, ",
      "Of 1 more the map does not say who holds it.",
      "Of 2 combinations of a need, an age and an area that the system must cover, 1 has a way to "
        + "help, 1 has none and of 0 the map does not say.",
      "By 21 November 2027, 1 thing ends, on 31 March 2027. With all of it, 1 combination loses its "
        + "way to help.",
      "Let Parent-infant team serve South too. This would open a way to help for: The bond with the "
        + "baby: birth to 2 years in South.",
      "Who answers for it: Team lead.", "Who answers for it: Director of children's services.",
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
  }

  @Test func `tells what is missing from what the map does not say`() async throws {
    let open = """
      fingerpost: 1
      title: Exampleton
      services: {a: {name: A}}
      boards: {b: {name: Infant board, kind: strategic}}

      """
    let text = try await SamplePaper.oracle([Paper(SamplePaper.material(open))])[0].text
    #expect(text.contains("The map does not say who sits on Infant board."))
    #expect(text.contains("does not say how families move between them."))
    #expect(
      text.contains(
        "does not say which needs the system must meet, at which ages or in which areas"))
    #expect(!text.contains("is empty or missing") && !text.contains("seats are empty"))
  }

  @Test func `says in words what could not be drawn`() async throws {
    let failed = SamplePaper.picture("board", .failed(because: "Graphviz broke off."))
    let answer = try await SamplePaper.oracle([
      Paper(SamplePaper.material(pictures: [failed]))
    ])[0]
    #expect(answer.faults == [])
    #expect(answer.text.contains("This picture could not be drawn. Graphviz broke off."))
    for words in ["What is to be seen.", "A box", "A line", "A group", "Another box"] {
      #expect(answer.text.contains(words))
    }
  }

  @Test func `does not become anything but a paper by what a map holds`() async throws {
    let hostile =
      SampleReport.hostile + "\" onmouseover=\"x\u{301} javascript:alert(1) \"\u{338} y='"
    var material = try SamplePaper.material(
      changes: PaperChanges(since: hostile, asOf: nil, sentences: [hostile]))
    material.map.title = hostile
    material.map.summary = hostile
    material.audience = hostile
    for id in material.map.services.map(\.id) {
      material.map.services[id]?.name = hostile
      material.map.services[id]?.owner = .stated(hostile)
    }
    material.map.boards["strategic"]?.name = hostile
    material.map.boards["strategic"]?.chair = .stated(hostile)
    for (place, address) in [
      "javascript:alert(1)", " javascript:alert(1)", "https://example.com/\"onload=\"x",
      "https://example.com/a", "data:text/html,x", "//example.com",
    ].enumerated() {
      var source = Source(id: Identifier("s\(place)"), title: hostile)
      source.url = address
      material.map.sources[source.id] = source
    }
    let hostileCheck = try SampleReport.hostileMap()
    material = PaperMaterial(
      map: material.map, check: hostileCheck, profiles: material.profiles,
      pictures: [], changes: material.changes, date: material.date, audience: hostile)
    var picture = SamplePaper.picture("board", .failed(because: hostile))
    picture.inWords.title = hostile
    picture.inWords.subtitle = hostile
    picture.inWords.parts = [.init(heading: hostile, items: [.init(hostile, details: [hostile])])]
    material.pictures = [picture, SamplePaper.picture("system")]
    let papers = ([nil] + ReportReader.allCases).map { Paper(material, for: $0) }
    for answer in try await SamplePaper.oracle(papers) {
      #expect(answer.faults == [])
      #expect(answer.text.contains("<script>alert('x')</script>"))
    }
  }

  @Test func `is the same bytes twice`() throws {
    let htmls = try (1...2).map { _ in
      try Paper(SamplePaper.material(pictures: views.map { SamplePaper.picture($0) })).html
    }
    #expect(htmls[0] == htmls[1])
  }

  @Test func `speaks the words of the place`() throws {
    let words = Words(terms: ["way to help": "path to support", "referral": "recommendation"])
    let html = try Paper(SamplePaper.material(words: words)).html
    #expect(html.contains("1 has a path to support"))
    #expect(!html.contains("way to help"))
  }

  @Test(arguments: zip(KeptMaps.all, [KeptMaps.all.last].compactMap(\.self) + KeptMaps.all))
  func `has every word from the table, from the map or from what rules are known to say`(
    _ map: SystemMap, _ other: SystemMap
  ) throws {
    let day = try #require(SampleReport.day)
    let profiles = ProfileCatalogue(adding: []).profiles(named: map.profiles ?? []).profiles
    let check = MapReport(
      RuleChecker(profiles: profiles, on: day).check(map), files: ["maps/map.yaml"])
    var words = MarkedWords.all
    let found = check.findings + check.accepted.map(\.finding)
    let asked = check.questions.map(\.question)
    for text in found.flatMap({
      [$0.message, $0.remedy, $0.messageWithoutKeys, $0.remedyWithoutKeys] + $0.evidence
    })
      + asked.flatMap({ [$0.one, $0.many, $0.key] })
      + (check.heading?.profiles ?? []).map(\.title)
    {
      for sentence in SentencePattern.sentences(of: text) {
        let pattern = SentencePattern(of: sentence).text
        words.sentences[pattern] = MarkedWords.bracketed(pattern)
      }
    }
    let picture = PaperPicture(
      name: "system", view: "system",
      inWords: PictureInWords(
        title: map.title, subtitle: nil, summary: map.title, parts: [], notes: []),
      drawing: .failed(because: map.title))
    let html = Paper(
      PaperMaterial(
        map: map, check: check, profiles: profiles, pictures: [picture],
        changes: PaperChanges(
          since: other.title, asOf: day,
          sentences: DifferenceWording(MapDifference(from: other, to: map), in: words).lines),
        words: words, date: day)
    ).html
    for text in Self.texts(of: html) {
      for words in MarkedWords.pieces(outsideBracketsOf: text)
      where !words.hasPrefix("⟦") || !words.hasSuffix("⟧") {
        #expect(MarkedWords.isWritten(words), "“\(words)” in “\(text)” of \(map.id)")
      }
    }
  }

  /// What a reader of a page reads or hears, apart from words of files.
  private static func texts(of html: String) -> [String] {
    let body = html.replacing(#/<style>[^<]*</style>|<code>[^<]*</code>/#, with: "⟦⟧")
    let labels = body.matches(of: #/aria-label="([^"]*)"/#).map { String($0.output.1) }
    // Marks within a line are no end of a text.
    let lines = body.replacing(#/</?(span|strong|a)\b[^>]*>/#, with: "")
    return (labels + lines.split(separator: #/<[^>]*>/#).map(String.init)).map {
      $0.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
  }

  @Test func `in another language says which of its sentences are English`() throws {
    let map = SamplePaper.map.replacing("member: none", with: "member: none, until: 2020-01-01")
    let english = try SamplePaper.material(map)
    let finding = try #require(english.check.findings.first { !$0.message.contains("`") })
    func isMarked(_ words: Words) throws -> Bool {
      let html = try Paper(SamplePaper.material(map, words: words)).html
      return html.contains("<span lang=\"en\">\(finding.message.inHTML)")
    }
    let pattern = SentencePattern(of: finding.message).text
    #expect(try isMarked(Words(language: "cy")))
    #expect(try !isMarked(Words(language: "en-IE")))
    #expect(try !isMarked(Words(language: "cy", sentences: [pattern: pattern])))
  }

  @Test(arguments: [
    (300.0, 200.0, 10.0, PaperSheet.a4Landscape), (200, 300, 10, .a4Portrait),
    (1100, 700, 10, .a3Landscape), (700, 1100, 10, .a3Portrait), (1100, 700, 16, .a4Landscape),
  ])
  func `prints each picture on the smallest sheet on which it can be read`(
    _ width: Double, _ height: Double, _ text: Double, _ sheet: PaperSheet
  ) {
    #expect(
      PaperSheet.fitting(width: width, height: height, smallestText: text, legible: 8) == sheet)
  }
}
