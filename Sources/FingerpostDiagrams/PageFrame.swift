import FingerpostModel

/// The parts that every page of a map has: title, small print, and a legend of what is used.
struct PageFrame {
  let map: SystemMap
  let setting: ViewSetting
  private var legend: [(rank: Int, entry: Diagram.LegendEntry)] = []
  private var meanings: [String] = []

  init(_ map: SystemMap, _ setting: ViewSetting) {
    self.map = map
    self.setting = setting
  }

  var theme: Theme { setting.theme }

  /// Adds a look to the legend, once; entries are shown by their rank.
  mutating func use(_ rank: Int, _ sample: Diagram.LegendEntry.Sample, _ label: String) {
    meanings.append(label)
    let entry = Diagram.LegendEntry(sample, label)
    if !legend.contains(where: { $0.entry == entry }) { legend.append((rank, entry)) }
  }

  /// What has been added to the legend since this was last asked, for the box or line it explains.
  mutating func takeMeanings() -> [String] {
    defer { meanings = [] }
    return meanings
  }

  /// The finished page.
  func diagram(
    _ name: ViewName, subtitle: String, summary: String, questions: [String] = [],
    remarks: [String] = [],
    groups: [Diagram.Group] = [], nodes: [Diagram.Node], edges: [Diagram.Edge]
  ) -> Diagram {
    Diagram(
      name: name.rawValue, title: map.title, subtitle: subtitle, summary: summary,
      language: map.language, notes: notes(questions, remarks), groups: groups, nodes: nodes,
      edges: edges,
      legend: legend.enumerated()
        .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        .map(\.element.entry),
      paper: setting.theme.paper)
  }

  private func notes(_ questions: [String], _ remarks: [String]) -> [String] {
    var notes: [String] = []
    if map.isInvented { notes.append("This place is invented; nothing here is about a real one.") }
    notes += remarks
    let open = questions.filter { !$0.isEmpty }
    if !open.isEmpty { notes.append("The map does not say " + open.inProse + ".") }
    var last: [String] = []
    if let date = setting.date ?? map.asOf { last.append("As of \(date.inWords)") }
    if let place = map.place { last.append(place) }
    let sources = map.sources.map { source in
      source.title + (source.publisher.map { ", \($0)" } ?? "")
        + (source.published.map { " (\($0.inWords))" } ?? "")
    }
    if !sources.isEmpty {
      last.append((sources.count == 1 ? "Source: " : "Sources: ") + sources.joined(separator: "; "))
    }
    if !last.isEmpty { notes.append(last.joined(separator: " · ")) }
    return notes
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  var inProse: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Int {
  /// `1 service`, `2 services`.
  func of(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}

extension Status {
  /// What is written in a box that is not live; `nil` for what is.
  var mark: String? { self == .active ? nil : label }
}

extension String {
  /// With a capital first letter.
  var capitalisedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
