import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `A map as a flowchart of Mermaid` {
  private static let maps = KeptMaps.all + ExportedMaps.random.prefix(5)

  /// All flowcharts as Mermaid reads them, the maps first: it takes long to begin, and is asked once.
  private static let answer = Task {
    try await PythonOracle(script: "Oracles/mermaid_oracle.py")
      .answer(
        to: (maps + [levels, ExportedMaps.hostile]).map {
          try ExportedMaps.text(of: $0, in: .mermaid)
        }, as: [Chart].self)
  }

  @Test func `is read by Mermaid with every box and every line`() async throws {
    for (map, chart) in zip(Self.maps, try await Self.answer.value) {
      #expect(chart.refusal == nil, "\(map.id): \(chart.refusal ?? "")")
      let names =
        map.services.map(\.name) + map.organisations.map(\.name) + map.boards.map(\.name)
        + map.programmes.map(\.name) + map.documents.map(\.name)
      #expect(Set(chart.boxes.map(\.text)).isSuperset(of: names), "\(map.id)")
      // Between the same boxes run the same routes.
      let texts = Dictionary(uniqueKeysWithValues: chart.boxes.map { ($0.id, $0.text) })
      func name(_ id: Service.ID) -> String {
        id == .families ? "Families" : map.name(of: id.named()) ?? id.rawValue
      }
      let drawn = chart.lines.filter { $0.ends != "arrow_circle" }
        .map { "\(texts[$0.from] ?? "") \(texts[$0.to] ?? "") \($0.text)" }
      let stated = map.routes.map { "\(name($0.from)) \(name($0.to)) \($0.kind.rawValue.spaced)" }
      #expect(drawn.sorted() == stated.sorted(), "\(map.id)")
    }
  }

  /// Services of several levels, and a route of every kind.
  private static let levels: SystemMap = {
    var map = SystemMap(id: "levels", title: "Levels")
    for (id, levels) in [("b", ["specialist"]), ("a", ["targeted", "universal"]), ("c", [])] {
      var service = Service(id: Identifier(id), name: id.uppercased())
      service.intensity = levels.isEmpty ? nil : levels.map { Identifier($0) }
      map.services.append(service)
    }
    for kind in RouteKind.allCases { map.routes.append(Route(from: "a", to: "b", kind: kind)) }
    map.boards.append(Board(id: "board", name: "Board"))
    map.links.append(Link(from: "board", to: "c", kind: .advises))
    return map
  }()

  @Test func `frames services by their level and shows what a line means`() async throws {
    let chart = try await Self.answer.value[Self.maps.count]
    #expect(chart.frames.map(\.text) == ["Universal, Targeted", "Specialist"])
    #expect(chart.frames.map(\.boxes) == [["n1"], ["n0"]])
    #expect(chart.boxes.first { $0.text == "Board" }?.shape == "hexagon")
    let looks = Dictionary(
      uniqueKeysWithValues: chart.lines.map { ($0.text, "\($0.stroke) \($0.ends)") })
    #expect(
      looks == [
        "referral": "normal arrow_point", "self referral": "normal arrow_point",
        "transfer": "thick arrow_point", "joint work": "normal double_arrow_point",
        "signposting": "dotted arrow_point", "consultation": "dotted arrow_point",
        "notification": "dotted arrow_point", "feedback": "dotted arrow_point",
        "advises": "normal arrow_circle",
      ])
  }

  @Test func `shows hostile text as it is`() async throws {
    let map = ExportedMaps.hostile
    let chart = try await Self.answer.value[Self.maps.count + 1]
    #expect(chart.refusal == nil)
    #expect(chart.boxes.count == 15)
    #expect(chart.lines.count == 4)
    for service in map.services where service.id != "s10" {
      let text = service.name.replacing("\r\n", with: "\n")
      #expect(chart.boxes.contains { $0.text == text }, "\(text)")
    }
    // Neither a setting nor markup stands anywhere as it was written.
    let text = try ExportedMaps.text(of: map, in: .mermaid)
    let chartLines = text.split(separator: "\n").dropFirst(3).joined(separator: "\n")
    #expect(!text.contains("%%") && !text.contains("%%{"))
    #expect(!chartLines.contains("<script") && !chartLines.contains("`"))
    // What Markdown takes for a list is not drawn.
    #expect(text.contains("1#46; first") && text.contains("#45; item"))
  }
}

extension String {
  fileprivate var spaced: String { replacing("-", with: " ") }
}

/// A flowchart as Mermaid reads it.
private struct Chart: Decodable {
  struct Box: Decodable {
    let id: String
    let text: String
    let shape: String?
  }
  struct Line: Decodable {
    let from: String
    let to: String
    let text: String
    let ends: String
    let stroke: String
  }
  struct Frame: Decodable {
    let text: String
    let boxes: [String]
  }
  let refusal: String?
  let boxes: [Box]
  let lines: [Line]
  let frames: [Frame]
}
