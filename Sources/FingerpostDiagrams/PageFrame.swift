import FingerpostModel

/// The parts that every page of a map has: title, small print, and a legend of what is used.
struct PageFrame {
  let map: SystemMap
  let setting: ViewSetting
  private var legend: [(rank: Int, entry: Diagram.LegendEntry)] = []
  private var meanings: [String] = []
  /// The kinds of route whose own arrow stands on a line, and those that come back along one.
  private var kindsAhead: Set<RouteKind> = []
  private var kindsBack: Set<RouteKind> = []

  init(_ map: SystemMap, _ setting: ViewSetting) {
    self.map = map
    self.setting = setting
  }

  var theme: Theme { setting.theme }
  var words: Words { setting.words }

  /// Adds a look to the legend, once; entries are shown by their rank.
  mutating func use(_ rank: Int, _ sample: Diagram.LegendEntry.Sample, _ label: String) {
    meanings.append(label)
    let entry = Diagram.LegendEntry(sample, label)
    if !legend.contains(where: { $0.entry == entry }) { legend.append((rank, entry)) }
  }

  /// Adds the look of a line that carries routes of a kind to the legend, and of one that comes back.
  ///
  /// What comes back is an arrow at the tail of a line of another kind; it has an entry of its own
  /// only where no line of its kind is to be seen.
  mutating func use(_ kind: RouteKind, back: RouteKind?) {
    kindsAhead.insert(kind)
    if let back { kindsBack.insert(back) }
  }

  private var routeLegend: [(rank: Int, entry: Diagram.LegendEntry)] {
    func entry(_ kind: RouteKind, _ rank: Int, _ style: Diagram.EdgeStyle, _ label: String)
      -> (Int, Diagram.LegendEntry)
    {
      (rank + (RouteKind.allCases.firstIndex(of: kind) ?? 0), .init(.edge(style), label))
    }
    return kindsAhead.sorted().map {
      entry($0, 20, theme.line(for: $0), words.label($0).capitalisedFirst)
    }
      + kindsBack.subtracting(kindsAhead).sorted().map {
        entry(
          $0, 30, theme.wayBack(of: $0),
          words(.onTheWayBack, ["kind": words.label($0).capitalisedFirst]))
      }
  }

  /// What has been added to the legend since this was last asked, for the box or line it explains.
  mutating func takeMeanings() -> [String] {
    defer { meanings = [] }
    return meanings
  }

  /// The finished page.
  func diagram(
    _ name: String, subtitle: String, summary: String, questions: [String] = [],
    remarks: [String] = [], direction: Diagram.Direction = .leftToRight,
    groups: [Diagram.Group] = [], nodes: [Diagram.Node], edges: [Diagram.Edge]
  ) -> Diagram {
    Diagram(
      name: name, subject: map.id.rawValue, title: map.title, subtitle: subtitle, summary: summary,
      language: words.areEnglish ? map.language : words.language, words: words,
      notes: notes(questions, remarks),
      direction: direction, groups: groups, nodes: nodes, edges: edges,
      legend: (legend + routeLegend).enumerated()
        .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        .map(\.element.entry),
      paper: setting.theme.paper)
  }

  private func notes(_ questions: [String], _ remarks: [String]) -> [String] {
    var notes: [String] = []
    if map.isInvented { notes.append(words(.invented)) }
    if let remark = words.remark(for: setting.audience) { notes.append(remark) }
    notes += remarks
    let open = questions.filter { !$0.isEmpty }
    if !open.isEmpty { notes.append(words(.mapDoesNotSay, ["what": words.alternatives(open)])) }
    var last: [String] = []
    if let date = map.asOf ?? setting.date {
      let day = setting.date ?? date
      last.append(
        day == date
          ? words(.asOf, ["date": words.date(date)])
          : words(.asOfDrawnFor, ["date": words.date(date), "day": words.date(day)]))
    }
    if let place = map.place { last.append(place) }
    let sources = map.sources.map { source in
      source.title + (source.publisher.map { ", \($0)" } ?? "")
        + (source.published.map { " (\(words.date($0)))" } ?? "")
    }
    if !sources.isEmpty {
      last.append(words(.sources, sources.count, ["list": sources.joined(separator: "; ")]))
    }
    if !last.isEmpty { notes.append(last.joined(separator: " · ")) }
    return notes
  }
}

/// A page of a map while it is drawn up within its frame.
protocol FramedPage {
  var frame: PageFrame { get }
}

extension FramedPage {
  var map: SystemMap { frame.map }
  var setting: ViewSetting { frame.setting }
  var theme: Theme { frame.theme }
  var words: Words { frame.words }
  /// The day that the page is drawn for; `nil` when nobody says.
  var date: CalendarDate? { setting.date ?? map.asOf }
}

extension Words {
  /// What is written in a box that is not live; `nil` for what is, or of which it is not stated.
  func mark(_ status: Status?) -> String? {
    status.flatMap { $0 == .active ? nil : label($0) }
  }

  /// The label of a sector in as few words as a box has room for.
  func shortLabel(_ sector: Sector) -> String {
    switch sector {
    case .nhs: self(.shortNHS)
    case .localAuthority: self(.shortLocalAuthority)
    case .voluntary: self(.shortVoluntary)
    case .privateSector: self(.shortPrivateSector)
    case .education: self(.shortEducation)
    case .police: self(.shortPolice)
    case .other: self(.shortOtherSector)
    }
  }

  /// A name and what bears it: `Health visiting, a service`.
  func titled(_ name: String, _ what: Phrase) -> String {
    self(.titled, ["name": name, "what": self(what)])
  }
}
