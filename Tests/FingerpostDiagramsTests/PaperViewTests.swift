import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import Testing

private func diagram(
  _ view: some DiagramView, _ text: String, findings: [Finding] = []
) throws -> Diagram {
  let document = MapReader().read(text: "fingerpost: 1\ntitle: T\n" + text)
  let map = try #require(document.map, "\(document.diagnostics)")
  let setting = ViewSetting(date: CalendarDate("2026-11-01"), findings: findings)
  return try #require(view.pages(of: map, in: setting).diagrams.first)
}

struct `The page of agreements` {
  private let bodies = """
    organisations: {trust: Trust, council: Council, charity: Charity}
    services:
      a: {name: A, organisation: trust}
      b: {name: B, organisation: council}
      c: {name: C, organisation: charity}

    """

  @Test func `shows where identifiable data pass without an agreement, and where nobody says`()
    throws
  {
    let diagram = try diagram(
      AgreementsView(),
      bodies + """
        agreements:
          s: {name: Sharing, between: [trust, council]}
        routes:
          - {from: a, to: b, kind: referral, shares: identifiable, agreement: s}
          - {from: b, to: c, kind: referral, shares: identifiable, agreement: none}
          - {from: c, to: b, kind: feedback, shares: identifiable, agreement: none}
          - {from: a, to: c, kind: referral, shares: identifiable}
          - {from: c, to: a, kind: feedback, shares: aggregate}
        """)
    func node(_ id: String) -> Diagram.Node? { diagram.nodes.first { $0.id == id } }
    #expect(node("data charity council")?.style == Theme.plain.ghost)
    #expect(node("data charity council")?.label.last?.contains("2 ways") == true)
    #expect(node("data charity trust")?.style == Theme.plain.unsaid)
    #expect(node("data council trust") == nil)
    #expect(diagram.subtitle?.contains("1 missing") == true)
    #expect(
      diagram.edges.filter { $0.head == "agreement s" }.map(\.tail).sorted() == [
        "council", "trust",
      ])
  }

  @Test func `marks an agreement that ends within a year, and one that has ended`() throws {
    let diagram = try diagram(
      AgreementsView(),
      """
      agreements:
        late: {name: Late, until: 2029-01-01}
        soon: {name: Soon, until: 2027-03}
        over: {name: Over, until: 2026-01}
      """)
    let labels = Dictionary(
      uniqueKeysWithValues: diagram.nodes.map { ($0.label[0], ($0.style, $0.label)) })
    #expect(labels["Late"]?.0 == Theme.plain.agreement)
    #expect(labels["Soon"]?.0 == Theme.plain.expiring(Theme.plain.agreement))
    #expect(labels["Over"]?.1.contains("Ended: January 2026") == true)
    #expect(diagram.notes.contains { $0.contains("who made Late, Soon and Over") })
  }

  @Test func `is not drawn where nothing is agreed and nothing has to be`() {
    let map = MapReader().read(text: "fingerpost: 1\ntitle: T\nservices: {a: A}\n").map
    #expect(map.map { AgreementsView().pages(of: $0, in: ViewSetting()).diagrams.isEmpty } == true)
  }
}

struct `The page of commissioning` {
  @Test func `says who pays until when, and what the map does not say`() throws {
    let diagram = try diagram(
      CommissioningView(),
      """
      organisations: {icb: Board of care, council: Council}
      services:
        a: {name: A, commissioned-by: [icb], funded-by: [icb], funded-until: 2027-03-31}
        b: {name: B, commissioned-by: [icb], funded-by: [council], funded-until: none}
        c: {name: C, funded-by: [council]}
        d: D
      """)
    let labels = Dictionary(uniqueKeysWithValues: diagram.nodes.map { ($0.id, $0.label) })
    #expect(labels["a"] == ["A", "Funded until 31 March 2027"])
    #expect(labels["b"] == ["B", "Funded without an end date"])
    #expect(labels["c"] == ["C", "The map does not say until when"])
    #expect(labels["d"] == nil)
    #expect(
      diagram.edges.map(\.title).sorted() == [
        "Board of care commissions B", "Board of care commissions and pays for A",
        "Council pays for B", "Council pays for C",
      ])
    #expect(
      diagram.notes.contains { $0.contains("who commissions or pays for 1 service (not shown)") })
    #expect(diagram.notes.contains("The funding of 1 service ends within a year."))
  }

  @Test func `stands in three columns where there are many boxes`() throws {
    let headings = ["Programmes", "Who pays", "Services"]
    func page(_ count: Int) throws -> Diagram {
      let bodies = (1...count).map { "b\($0): Body \($0)" }
      let services = (1...count).map { "  s\($0): {name: S\($0), funded-by: [b\($0)]}\n" }
      return try diagram(
        CommissioningView(),
        """
        organisations: {\(bodies.joined(separator: ", "))}
        services:
        \(services.joined())
        programmes: {p: {name: P, funded-by: [b1]}}
        """)
    }
    let large = try page(6)
    #expect(large.groups.map(\.label) == headings)
    #expect(large.nodes.first { $0.id == "p" }?.group == large.groups[0].id)
    #expect(large.nodes.first { $0.id == "b3" }?.group == large.groups[1].id)
    #expect(large.nodes.first { $0.id == "s3" }?.group == large.groups[2].id)
    #expect(try page(2).groups.isEmpty)
  }

  @Test func `puts services on the same terms into one box that names each`() throws {
    let services = ["a", "b", "c"].map { "  \($0): {name: Service \($0), funded-by: [icb]}\n" }
    let diagram = try diagram(
      CommissioningView(), "organisations: {icb: Board of care}\nservices:\n" + services.joined())
    #expect(diagram.nodes.count == 2 && diagram.edges.count == 1)
    #expect(
      diagram.edges[0].title
        == "Board of care pays for 3 services: Service a, Service b and Service c")
  }
}

struct `The page of the flow` {
  @Test func `draws lines as wide as the numbers, and what the numbers do not account for`() throws
  {
    let diagram = try diagram(
      FlowView(),
      """
      flows:
        f:
          name: F
          stages:
            - {stage: Asked, count: 100}
            - {stage: Came, count: 50}
            - {stage: Stayed, count: 30, left: [{when: Early, count: 10}]}
      """)
    func edge(_ end: String) -> Diagram.Edge? {
      diagram.edges.first { $0.id.hasSuffix("to \(end)") }
    }
    #expect(edge("came")?.style.width == 6.5)
    #expect(edge("came/rest")?.title == "Asked: 50 people came no further and did not reach Came")
    #expect(diagram.nodes.first { $0.id == "f/came/rest" }?.style == Theme.plain.unsaid)
    #expect(diagram.nodes.first { $0.id == "f/stayed/rest" }?.style == Theme.plain.ghost)
    #expect(diagram.nodes.first { $0.id == "f/stayed/rest" }?.label == ["Not accounted for", "10"])
  }
}

struct `The page of the board` {
  @Test func `shows a seat whose term is over or to come as one that nobody holds`() throws {
    let diagram = try diagram(
      BoardView(),
      """
      boards:
        b:
          name: B
          seats:
            - {represents: camhs, member: Head, until: 2026-10}
            - {represents: midwifery, member: Head, from: 2027-01-01}
            - {represents: health-visiting, member: Head, until: 2026-11}
      """)
    let seats = Dictionary(uniqueKeysWithValues: diagram.nodes.map { ($0.id, $0) })
    #expect(seats["b/camhs"]?.style == Theme.plain.ghost)
    #expect(seats["b/camhs"]?.label.last == "Term ended: October 2026")
    #expect(seats["b/midwifery"]?.style == Theme.plain.ghost)
    #expect(seats["b/health-visiting"]?.style == Theme.plain.seat)
    #expect(diagram.subtitle?.contains("2 empty") == true)
  }

  @Test func `names the parts of local life that the check found nobody to speak for`() throws {
    let finding = Finding(
      rule: "board-recommended-sectors", severity: .note, element: ElementID(.boards, "b"),
      detail: "education policing", message: "", remedy: "")
    let text = "boards: {b: {name: B, seats: [{represents: camhs, member: Head}]}}\n"
    let without = try diagram(BoardView(), text)
    let with = try diagram(BoardView(), text, findings: [finding])
    #expect(!without.nodes.contains { $0.id == "b/wider" })
    #expect(
      with.nodes.first { $0.id == "b/wider" }?.label
        == ["Nobody speaks for", "• Education", "• Policing"])
  }
}

struct `The page of training` {
  @Test func `names those who take part in one box, shared by programmes for just the same`() throws
  {
    let diagram = try diagram(
      TrainingView(),
      """
      services: {a: A, b: B, c: C, d: D}
      programmes:
        one: {name: One, providers: [d], audience: [a, b, c]}
        two: {name: Two, audience: [c, b, a]}
        three: {name: Three, audience: [a, b, c, d]}
        four: {name: Four, audience: [a]}
      """)
    let lists = diagram.nodes.filter { $0.label.count > 2 }.map(\.label)
    #expect(lists == [["All of these 3", "• A", "• B", "• C"]])
    let list = try #require(diagram.nodes.first { $0.label.count > 2 })
    let arriving = diagram.edges.filter { $0.head == list.id }.map(\.tail).sorted()
    #expect(arriving == ["one", "three", "two"])
    // Who gives a programme, or takes part in one for few, stands in the picture alone.
    #expect(diagram.edges.contains { $0.tail == "three" && $0.head == "d" })
    #expect(diagram.edges.contains { $0.tail == "four" && $0.head == "a" })
    #expect(!diagram.nodes.contains { $0.id == "b" || $0.id == "c" })
  }

  @Test func `tells who helps to make a programme from what follows it`() throws {
    let diagram = try diagram(
      TrainingView(),
      """
      organisations: {voice: Voice}
      programmes:
        one: {name: One, co-produced-with: [voice], follow-up: [two]}
        two: {name: Two}
      """)
    let styles = Set(diagram.edges.map(\.style))
    #expect(styles == [Theme.plain.coProduction, Theme.plain.followUp])
  }
}

struct `A picture in words` {
  @Test func `counts numbers in the order of numbers`() {
    let diagram = Diagram(
      name: "parts", title: "T", summary: "",
      nodes: ["part 10", "part 2", "part 1", "part 02", "part", "b1"].map {
        Diagram.Node(id: $0, label: [$0], title: $0)
      }, edges: [])
    #expect(
      diagram.inWords.parts.flatMap(\.items).map(\.text)
        == ["b1", "part", "part 1", "part 02", "part 2", "part 10"])
  }
}
