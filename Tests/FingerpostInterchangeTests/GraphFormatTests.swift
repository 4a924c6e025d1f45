import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `A map as a graph` {
  static let formats: [InterchangeFormat] = [.graphml, .cytoscape, .edges, .dot]

  @Test(arguments: formats)
  func `says to other programs what the map says`(_ format: InterchangeFormat) async throws {
    try await expectSame(ExportedMaps.all, in: format)
  }

  @Test(arguments: formats)
  func `is only what its texts say, whatever they say`(_ format: InterchangeFormat) async throws {
    var map = ExportedMaps.hostile
    // A map file holds no such characters, so what the map says of them cannot be compared.
    map.services["s10"] = nil
    let read = try await expectSame([map], in: format)
    #expect(read[0].nodes == 14)
    #expect(read[0].edges == 4)
  }

  @Test(arguments: formats + [.mermaid])
  func `leaves out characters that no file may hold`(_ format: InterchangeFormat) throws {
    for file in try format.write(ExportedMaps.hostile) {
      let allowed: Set<UInt8> = [9, 10, 13]
      #expect(file.bytes.allSatisfy { $0 >= 32 || allowed.contains($0) || format == .edges })
      #expect(String(validating: file.bytes, as: UTF8.self) != nil)
    }
  }

  @Test func `has numbers, and yes and no, as such`() throws {
    var map = SystemMap(id: "typed", title: "Typed")
    var service = Service(id: "a", name: "A")
    service.referral = ReferralProcess()
    service.referral?.formPages = 4
    service.usesVideo = false
    map.services.append(service)
    let graphML = try ExportedMaps.text(of: map, in: .graphml)
    #expect(graphML.contains(#"attr.name="referral.form-pages" attr.type="int""#))
    #expect(graphML.contains(#"attr.name="uses-video" attr.type="boolean""#))
    #expect(graphML.contains(">false</data>"))
    let cytoscape = try ExportedMaps.text(of: map, in: .cytoscape)
    #expect(cytoscape.contains(#""referral.form-pages" : 4"#))
    #expect(cytoscape.contains(#""uses-video" : false"#))
  }

  @discardableResult
  private func expectSame(
    _ maps: [SystemMap], in format: InterchangeFormat
  ) async throws -> [GraphAnswer] {
    let questions = try maps.map { map in
      GraphQuestion(
        format: format.rawValue,
        files: Dictionary(
          uniqueKeysWithValues: try format.write(map).map {
            ($0.name, String(decoding: $0.bytes, as: UTF8.self))
          }), map: map.written.fileText)
    }
    let answers = try await PythonOracle(script: "Oracles/graph_oracle.py")
      .answer(to: questions, as: [GraphAnswer].self)
    try #require(answers.count == maps.count)
    for (map, answer) in zip(maps, answers) {
      #expect(
        answer.differences.isEmpty,
        "\(map.id): \(answer.differences.prefix(5).joined(separator: "\n"))")
      #expect(answer.edges >= map.routes.count + map.links.count)
      #expect(answer.nodes >= map.services.count)
    }
    return answers
  }
}

private struct GraphQuestion: Encodable {
  let format: String
  let files: [String: String]
  let map: String
}

private struct GraphAnswer: Decodable {
  let differences: [String]
  let nodes: Int
  let edges: Int
}
