import FingerpostDiagrams
import FingerpostTestSupport

/// Diagrams as the views make them, for tests and for looking at.
enum SampleDiagrams {
  static let all = ["system": careSystem, "board": board]

  static let colors: [Diagram.Color] = ["#eef4fb", "#eef8f0", "#fdf4e7", "#fbeeee"]
  static let levels = ["Universal", "Targeted", "Specialist", "Acute"]

  static let referral = Diagram.EdgeStyle(color: "#1d4f8c", width: 1.3)
  static let selfReferral = Diagram.EdgeStyle(color: "#1b6e3c", stroke: .dashed, width: 1.3)
  static let transfer = Diagram.EdgeStyle(
    color: "#7a1f5c", width: 1.6, head: .filled, isDouble: true)
  static let signposting = Diagram.EdgeStyle(
    color: "#5b5b5b", stroke: .dotted, width: 1.2, head: .open)
  static let notification = Diagram.EdgeStyle(
    color: "#8a5a00", stroke: .dashed, width: 1, head: .hollow)
  static let styles = [referral, selfReferral, transfer, signposting, notification]
  static let meanings = [
    "Referral", "Self-referral by a family", "Transfer of care", "Signposting, no hand-over",
    "Notification, no family moves",
  ]

  /// 28 services in four levels, families before them and some sixty routes.
  static let careSystem: Diagram = {
    let names = [
      [
        "Health visiting", "Midwifery (community)", "General practice", "Family hub, North",
        "Family hub, South", "Children's centre", "Registrars", "Public library baby group",
        "Early years settings",
      ],
      [
        "Enhanced health visiting", "Family Nurse Partnership", "Baby massage and play",
        "Home-Start befriending", "Video interaction guidance", "Parent peer support",
        "Early help team", "Speech and language, under 2s",
      ],
      [
        "Parent-infant relationship team", "Perinatal mental health, community",
        "Talking Therapies with perinatal pathway", "Drug and alcohol family service",
        "Learning disability parenting", "Domestic abuse therapeutic service",
        "Neonatal outreach psychology",
      ],
      [
        "Mother and baby unit", "Children's social care: child protection",
        "Crisis resolution and home treatment", "Liaison psychiatry",
      ],
    ]
    var generator = SeededGenerator(seed: 28)
    var nodes = [
      Diagram.Node(
        id: "families", label: ["Families"],
        style: Diagram.NodeStyle(shape: .ellipse, fill: "#ffffff", outline: "#1b1b1b", width: 2),
        title: "Families, who may refer themselves")
    ]
    var ids: [[String]] = []
    for (level, group) in names.enumerated() {
      var here: [String] = []
      for (index, name) in group.enumerated() {
        let id = "\(levels[level].lowercased())-\(index)"
        here.append(id)
        let planned = Int.random(in: 0..<9, using: &generator) == 0
        nodes.append(
          Diagram.Node(
            id: id,
            label: [
              name, planned ? "planned for 2027" : ["NHS trust", "Council", "Charity"][index % 3],
            ],
            style: Diagram.NodeStyle(
              shape: .roundedBox, fill: "#ffffff", outline: "#3c3c3c",
              stroke: planned ? .dashed : .solid),
            group: levels[level], title: "\(name), a service"))
      }
      ids.append(here)
    }
    var edges: [Diagram.Edge] = []
    var pairs: Set<[String]> = []
    func join(_ tail: String, _ head: String, _ kind: Int) {
      guard tail != head, pairs.insert([tail, head]).inserted else { return }
      edges.append(
        Diagram.Edge(
          id: "\(tail)>\(head)", tail: tail, head: head, style: styles[kind],
          title: "\(meanings[kind]) from \(tail) to \(head)"))
    }
    for id in ids[0].prefix(6) { join("families", id, 1) }
    join("families", "targeted-5", 1)
    for level in 0..<3 {
      for id in ids[level] {
        for _ in 0..<2 {
          guard let to = ids[level + 1].randomElement(using: &generator) else { continue }
          join(id, to, [0, 0, 0, 2, 3].randomElement(using: &generator) ?? 0)
        }
      }
    }
    for _ in 0..<6 {
      let level = Int.random(in: 1..<4, using: &generator)
      guard let from = ids[level].randomElement(using: &generator),
        let to = ids[level - 1].randomElement(using: &generator)
      else { continue }
      join(from, to, [0, 4].randomElement(using: &generator) ?? 0)
    }
    for _ in 0..<5 {
      let level = Int.random(in: 0..<3, using: &generator)
      guard let from = ids[level].randomElement(using: &generator),
        let to = ids[level].randomElement(using: &generator)
      else { continue }
      join(from, to, 4)
    }
    return Diagram(
      name: "system", title: "Parent-infant system, Exampleton",
      subtitle: "Which services are there, and how can a family move between them?",
      summary: "28 services at four levels and the routes between them.",
      notes: [
        "As of 1 November 2026. Services, people and figures are invented. Sources: Parent-infant toolkit, chapter 5 (2019); Exampleton joint needs assessment (2025).",
        "Not shown: seven routes of consultation and joint work.",
      ],
      groups: levels.enumerated().map { level, name in
        Diagram.Group(
          id: name, label: name, level: level, fill: colors[level], outline: "#8a8a8a")
      },
      nodes: nodes, edges: edges,
      legend: zip(styles, meanings).map { Diagram.LegendEntry(.edge($0), $1) } + [
        Diagram.LegendEntry(
          .node(Diagram.NodeStyle(shape: .roundedBox, outline: "#3c3c3c")), "Active service"),
        Diagram.LegendEntry(
          .node(Diagram.NodeStyle(shape: .roundedBox, outline: "#3c3c3c", stroke: .dashed)),
          "Planned service"),
        Diagram.LegendEntry(
          .node(Diagram.NodeStyle(shape: .ellipse, outline: "#1b1b1b", width: 2)), "Families"),
      ])
  }()

  /// A board with its seats, two of them empty, from top to bottom.
  static let board: Diagram = {
    let seats = [
      ("Health visiting", "Head of health visiting", "Exampleton NHS Foundation Trust"),
      ("Midwifery", "Director of midwifery", "Exampleton NHS Foundation Trust"),
      ("Mental health", "Perinatal lead", "Northshire Partnership"),
      ("Voluntary sector", "Chief officer", "Home-Start Exampleton"),
      ("Children's social care", "", ""), ("Parents and carers", "", ""),
    ]
    let filled = Diagram.NodeStyle(shape: .box, fill: "#eef4fb", outline: "#1d4f8c")
    let empty = Diagram.NodeStyle(
      shape: .box, fill: "#ffffff", outline: "#a11a1a", stroke: .dashed, width: 1.6,
      text: "#a11a1a")
    var nodes = [
      Diagram.Node(
        id: "board", label: ["Infant mental health board", "Chair: Director of public health"],
        style: Diagram.NodeStyle(shape: .tab, fill: "#f3eefb", outline: "#4b2e83", width: 1.5),
        title: "Infant mental health board"),
      Diagram.Node(
        id: "wellbeing", label: ["Health and wellbeing board"],
        style: Diagram.NodeStyle(shape: .tab, fill: "#f3eefb", outline: "#4b2e83"),
        title: "Health and wellbeing board"),
    ]
    var edges = [
      Diagram.Edge(
        id: "reports", tail: "board", head: "wellbeing",
        style: Diagram.EdgeStyle(color: "#4b2e83", width: 1.5), label: "reports to",
        title: "The infant mental health board reports to the health and wellbeing board",
        ranks: true)
    ]
    for (function, member, organisation) in seats {
      nodes.append(
        Diagram.Node(
          id: function,
          label: member.isEmpty ? [function, "nobody"] : [function, member, organisation],
          style: member.isEmpty ? empty : filled, group: "seats", title: "Seat for \(function)"))
      edges.append(
        Diagram.Edge(
          id: "seat-\(function)", tail: function, head: "board",
          style: Diagram.EdgeStyle(
            color: member.isEmpty ? "#a11a1a" : "#1d4f8c",
            stroke: member.isEmpty ? .dashed : .solid,
            head: .none),
          title: "\(function) has a seat on the board"))
    }
    return Diagram(
      name: "board", title: "Who sits on the infant mental health board",
      subtitle: "Exampleton, November 2026", summary: "Six seats, two of them empty.",
      notes: ["As of 1 November 2026. Source: terms of reference, 2024."],
      direction: .topToBottom,
      groups: [Diagram.Group(id: "seats", label: "Seats")], nodes: nodes, edges: edges,
      legend: [
        Diagram.LegendEntry(.node(filled), "Seat that is held"),
        Diagram.LegendEntry(.node(empty), "Seat that nobody holds"),
        Diagram.LegendEntry(
          .edge(Diagram.EdgeStyle(color: "#4b2e83", width: 1.5)), "Reports to"),
      ])
  }()
}
