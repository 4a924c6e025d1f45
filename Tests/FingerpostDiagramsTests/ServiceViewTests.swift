import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

private func map(_ text: String) throws -> SystemMap {
  let document = MapReader().read(text: "fingerpost: 1\ntitle: T\n" + text)
  return try #require(document.map, "\(document.diagnostics)")
}

/// The routes that the lines of a page carry.
private func carried(by diagram: Diagram, of map: SystemMap) -> [String] {
  let routes = Set(map.routes.map(\.id.rawValue))
  return diagram.edges.flatMap { edge -> [String] in
    // The id of a line that stands for routes is made of theirs.
    var parts: [String] = []
    var rest = edge.id[...]
    while let range = rest.firstRange(of: " + ") {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return (parts + [String(rest)]).filter(routes.contains)
  }.sorted()
}

/// All that is written in a node.
private func text(_ node: Diagram.Node) -> String {
  (node.label + node.sections.flatMap { [$0.heading] + $0.lines }).joined(separator: "\n")
}

struct `The steps around a focal service` {
  private func page(_ text: String) throws -> Diagram {
    try #require(StepsView().pages(of: map(text), in: ViewSetting()).diagrams.first)
  }

  private func nodes(_ diagram: Diagram, named name: String) -> [Diagram.Node] {
    diagram.nodes.filter { $0.label.first == name }
  }

  @Test(arguments: KeptMaps.all)
  func `carry each route on which families move to or from it once`(_ map: SystemMap) throws {
    let focus = (map.focus ?? []).filter { map.services[$0] != nil }
    let pages = StepsView().pages(of: map, in: KeptMaps.setting(for: map)).diagrams
    #expect(pages.count == focus.count)
    for (service, page) in zip(focus, pages) {
      let moving = map.routes.filter {
        $0.kind.movesFamily && ($0.from == service) != ($0.to == service)
      }.map(\.id.rawValue)
      let all = carried(by: page, of: map)
      #expect(all.filter(moving.contains) == moving.sorted())
      #expect(Set(all).count == all.count)
    }
  }

  @Test func `are on a page of its own for each of several focal services`() throws {
    let map = try map("focus: [a, b]\nservices: {a: A, b: B, c: C}\n")
    let names = StepsView().pages(of: map, in: ViewSetting()).diagrams.map(\.name)
    #expect(names == ["steps-a", "steps-b"])
  }

  @Test func `are not drawn for a map that names no focal service, and say why`() throws {
    let map = try map("services: {a: A}\n")
    guard case .nothing(let reason) = StepsView().pages(of: map, in: ViewSetting()) else {
      Issue.record("a page was drawn")
      return
    }
    #expect(Words.english(reason) == "the map names no focal service")
  }

  @Test func `stand by level, the most intensive at the top, and tell who sends and who takes`()
    throws
  {
    let diagram = try page(
      """
      focus: [team]
      services:
        team: {name: Team, intensity: specialist}
        low: {name: Low, intensity: universal}
        middle: {name: Middle, intensity: targeted}
        high: {name: High, intensity: acute}
        unsaid: Unsaid
      routes:
        - {from: low, to: team, kind: referral, step: up}
        - {from: team, to: low, kind: transfer, step: down, transition: {lead: The nurse}}
        - {from: middle, to: team, kind: referral, step: up}
        - {from: unsaid, to: team, kind: referral, step: up}
        - {from: team, to: high, kind: referral, urgent: yes}
      """)
    let groups = diagram.groups.sorted { $0.id < $1.id }.map(\.label)
    #expect(groups == ["Targeted", "Universal", "Level not stated", "More intensive help"])
    let low = try #require(nodes(diagram, named: "Low").first)
    #expect(low.label.contains("Referral, step up") && low.label.contains("Transfer, step down"))
    #expect(low.label.contains("Led by the nurse"))
    let high = try #require(nodes(diagram, named: "High").first)
    // The toolkit names no step from the focal service to more intensive help (E78 to E80).
    #expect(high.label.contains("Referral, urgent") && !text(high).contains("step"))
    #expect(diagram.edges.contains { $0.id.contains(" + ") && $0.style.tail != .none })
  }

  @Test func `show why families step out, and ask where the map does not say`() throws {
    let diagram = try page(
      """
      focus: [team]
      services: {team: Team, a: A, b: B}
      routes:
        - {from: team, to: a, kind: transfer, step: out, reason: [unsuccessful, family-declined]}
        - {from: team, to: b, kind: transfer, step: out}
      """)
    let a = try #require(nodes(diagram, named: "A").first)
    #expect(a.label.contains("Why: unsuccessful or family declined but wants other help"))
    #expect(diagram.notes.contains { $0.contains("why families step out to 1 service") })
  }

  @Test func `are read only from routes that move a family, as the rules read them`() throws {
    let text = """
      focus: [team]
      services: {team: Team, a: A}
      routes:
        - {from: a, to: team, kind: joint-work, step: up}
      """
    let diagram = try page(text)
    #expect(diagram.nodes.map(\.id) == ["team"])
    #expect(diagram.notes.contains { $0.contains("which routes are steps up to Team") })
    for card in try CardView().pages(of: map(text), in: ViewSetting()).diagrams {
      #expect(!card.textEquivalent.contains("step up"))
    }
  }

  @Test func `lead on from an exclusion: to a service, to none, or to what the map does not say`()
    throws
  {
    let diagram = try page(
      """
      focus: [team]
      conditions: {x: Ex, y: Why, z: Zed}
      services:
        team:
          name: Team
          excludes:
            - {condition: x, onward: [b, a], for: an assessment, resume: when it is over}
            - {condition: y, onward: none}
            - {condition: z}
        a: A
        b: B
      routes:
        - {from: team, to: a, kind: referral, only-for: [x]}
      """)
    func next(_ name: String) throws -> [Diagram.Node] {
      let box = try #require(nodes(diagram, named: name).first)
      let heads = diagram.edges.filter { $0.tail == box.id }.map(\.head)
      return diagram.nodes.filter { heads.contains($0.id) }.sorted { $0.id < $1.id }
    }
    let x = try #require(nodes(diagram, named: "Ex").first)
    #expect(x.label.contains("Instead: an assessment"))
    #expect(x.label.contains("Back again: when it is over"))
    let onward = try next("Ex")
    #expect(onward.map(\.label.first) == ["B", "A"])
    #expect(onward[0].label.contains("First choice") && onward[1].label.contains("Otherwise"))
    #expect(onward[0].label.contains("The map states no route that families can take there"))
    #expect(onward[1].label.contains("Referral"))
    #expect(try next("Why").map(\.style) == [Theme.plain.ghost])
    #expect(try next("Zed").map(\.style) == [Theme.plain.unsaid])
    #expect(try next("Zed")[0].label == ["Where they go instead: the map does not say"])
  }

  @Test(arguments: ["", ", status: planned"])
  func `have the arrow of a step down where families arrive`(_ status: String) throws {
    let diagram = try page(
      """
      focus: [team]
      services: {team: Team, a: A}
      routes: [{from: team, to: a, kind: transfer, step: down\(status)}]
      """)
    let edge = try #require(diagram.edges.first)
    let arrived = edge.style.head == .none ? edge.tail : edge.head
    #expect(diagram.nodes.first { $0.id == arrived }?.label.first == "A")
    #expect(Set([edge.style.head, edge.style.tail]) == [.none, .doubled])
  }

  @Test func `say once who leads nearly always, and in a box who leads otherwise`() throws {
    let routes = ["a", "b", "c", "d"].map { end in
      "  - {from: \(end), to: team, kind: referral, transition: {lead: \(end == "d" ? "Nurse" : "Referrer")}}"
    }
    let diagram = try page(
      """
      focus: [team]
      services: {team: Team, a: A, b: B, c: C, d: D}
      routes:
      \(routes.joined(separator: "\n"))
      """)
    let told = diagram.nodes.flatMap(\.label).filter { $0.hasPrefix("Led by") }
    #expect(told == ["Led by nurse"])
    #expect(diagram.notes.filter { $0.hasPrefix("Who leads: referrer") }.count == 1)
  }

  @Test func `share a box where all the same is said of many`() throws {
    let names = (10..<45).map { "s\($0)" }
    let diagram = try page(
      """
      focus: [team]
      services: {team: Team, \(names.map { "\($0): S \($0)" }.joined(separator: ", "))}
      routes:
      \(names.map { "  - {from: \($0), to: team, kind: referral, step: up}" }
        .joined(separator: "\n"))
      """)
    #expect(diagram.nodes.count == 2)
    for name in names {
      #expect(diagram.nodes.contains { $0.label.contains("• S \(name)") })
      #expect(diagram.textEquivalent.contains("Referral from S \(name) to Team, a step up"))
    }
  }
}

struct `The card of a service` {
  private func card(_ text: String, of service: Service.ID = "a") throws -> Diagram {
    let setting = ViewSetting(date: CalendarDate("2026-11-01"))
    return try #require(
      CardView().pages(of: map(text), in: setting).diagrams.first {
        $0.name == CardView.pageName(of: service)
      })
  }

  private func facts(_ diagram: Diagram, of service: String = "a") throws -> String {
    text(try #require(diagram.nodes.first { $0.id == service }))
  }

  @Test(arguments: KeptMaps.all)
  func `carries every route of the service once`(_ map: SystemMap) throws {
    let pages = CardView().pages(of: map, in: KeptMaps.setting(for: map)).diagrams
    for service in map.services {
      let routes = map.routes.filter { $0.from == service.id || $0.to == service.id }
      let page = pages.first { $0.name == "card-\(service.id)" }
      #expect(page != nil || routes.isEmpty)
      guard let page else { continue }
      #expect(carried(by: page, of: map) == routes.map(\.id.rawValue).sorted())
    }
  }

  @Test(arguments: KeptMaps.all)
  func `says in words what stands on it`(_ map: SystemMap) throws {
    for page in CardView().pages(of: map, in: KeptMaps.setting(for: map)).diagrams {
      let words = page.textEquivalent.replacing("\\", with: "")
      for line in page.nodes.flatMap(\.sections).flatMap({ [$0.heading] + $0.lines }) {
        #expect(words.contains(line.replacing("\n", with: " ")), "\(line)")
      }
    }
  }

  @Test func `says how to reach the team and how long families wait, or that the map does not say`()
    throws
  {
    let full = try card(
      """
      services:
        a:
          name: A
          wait: 4 weeks
          contact: {mailbox: team@example.org, phone: 01632 960221, urgent: Telephone}
          referral: {methods: [form, email], form-pages: 2}
      """)
    let facts = try facts(full)
    for line in [
      "Wait for a first contact: 4 weeks", "Mailbox: team@example.org", "Telephone: 01632 960221",
      "Urgent: Telephone", "By form or email", "The form has 2 pages",
    ] { #expect(facts.contains(line), "\(line)") }
    #expect(!full.notes.contains { $0.contains("how long families wait") })

    let bare = try card("services: {a: {name: A, description: D}}\n")
    #expect(bare.notes.contains { $0.contains("how long families wait") })
    #expect(try !self.facts(bare).contains("Wait"))

    let none = try card("services: {a: {name: A, wait: none}}\n")
    #expect(try self.facts(none).contains("No wait for a first contact"))
  }

  @Test func `does not say by referral only where families refer themselves`() throws {
    let service = "services: {a: {name: A, entry: by-referral}}\n"
    #expect(try facts(card(service)).contains("By referral only"))
    let own = try card(service + "routes: [{from: families, to: a, kind: self-referral}]\n")
    #expect(try facts(own).contains("By referral, or a family refers itself"))
  }

  @Test
  func `tells no exclusion, an exclusion with nowhere to go, and one that leaves it open apart`()
    throws
  {
    func line(_ excludes: String) throws -> String {
      try facts(
        card(
          """
          conditions: {x: Ex}
          services: {a: {name: A, description: D, \(excludes)}, b: B}
          """))
    }
    #expect(try line("excludes: none").contains("No condition closes it to a family"))
    #expect(try line("excludes: [{condition: x, onward: none}]").contains("No service instead"))
    #expect(try line("excludes: [{condition: x}]").contains("the map does not say"))
    #expect(try line("excludes: [{condition: x, onward: [b]}]").contains("Ex. Instead: B."))
    #expect(try !line("charge: free").contains("Not for"))
  }

  @Test func `stands out when families cannot use the service`() throws {
    let text = """
      services:
        a: {name: A, from: 2027-04-01, charge: free}
        b: {name: B, status: closed, charge: free}
        c: {name: C, status: active, charge: free}
      """
    let planned = try card(text)
    #expect(
      try facts(planned).contains("PLANNED: families cannot be referred yet\nOpens: 1 April 2027"))
    #expect(planned.nodes.first { $0.id == "a" }?.style.stroke == .dashed)
    #expect(try facts(card(text, of: "b"), of: "b").contains("CLOSED"))
    #expect(
      try facts(card(text, of: "c"), of: "c")
        == "C\nWhere, and what it costs\nCost to families: free")
  }

  @Test func `has who can refer before it and where families go after it`() throws {
    let diagram = try card(
      """
      services: {a: A, b: B, c: C, d: D}
      routes:
        - {from: families, to: a, kind: self-referral}
        - {from: b, to: a, kind: referral}
        - {from: a, to: b, kind: feedback}
        - {from: a, to: c, kind: transfer, step: out, reason: [inappropriate]}
        - {from: a, to: d, kind: joint-work}
      """)
    func members(_ heading: String) -> [[String]] {
      let group = diagram.groups.first { $0.label == heading }?.id
      return diagram.nodes.filter { $0.group == group && group != nil }.map(\.label)
    }
    #expect(
      members("Who can refer") == [
        ["Families", "Self-referral"], ["B", "Referral", "Back: feedback"],
      ])
    #expect(
      members("Where families go after") == [["C", "Transfer, step out", "Why: inappropriate"]])
    #expect(members("Works with, asks or tells") == [["D", "Joint work"]])
  }

  @Test func `tells a map that says nothing of routes from one that has none to the service`()
    throws
  {
    let silent = try card("services: {a: {name: A, charge: free}}\n")
    #expect(silent.nodes.count { $0.label == ["The map does not say"] } == 2)
    let spoken = try card(
      "services: {a: {name: A, charge: free}, b: B, c: C}\nroutes: [{from: b, to: c, kind: referral}]\n"
    )
    #expect(spoken.nodes.contains { $0.label == ["The map states no route to it"] })
    let open = try card("services: {a: {name: A, entry: open}}\n")
    #expect(open.nodes.contains { $0.label == ["Families", "open to every family"] })
  }

  @Test func `is not drawn for a service of which the map says only the name`() throws {
    let map = try map("services: {a: A}\n")
    guard case .nothing(let reason) = CardView().pages(of: map, in: ViewSetting()) else {
      Issue.record("a card was drawn")
      return
    }
    #expect(Words.english(reason).contains("no more of its services than their names"))
  }

  @Test func `links each neighbour to its own card, where there is one`() throws {
    let map = try map(
      """
      services: {a: A, b: B}
      routes: [{from: b, to: a, kind: referral}, {from: b, to: x, kind: referral}]
      """)
    let setting = ViewSetting(card: { $0 == "b" ? "card-b.svg" : nil })
    let page = try #require(CardView().pages(of: map, in: setting).diagrams.first)
    #expect(page.nodes.map(\.link) == [nil, "card-b.svg", nil])
  }

  @Test func `keeps what somebody wrote apart from what it says itself`() throws {
    let hostile = #"<b>&amp; \\N {what} "quoted" | `x`"#
    let diagram = try card(
      """
      services:
        a: {name: '\(hostile)', eligibility: '\(hostile)', contact: {phone: '\(hostile)'}}
      """)
    let facts = try facts(diagram)
    #expect(facts.hasPrefix(hostile) && facts.contains("Telephone: " + hostile))
  }
}
