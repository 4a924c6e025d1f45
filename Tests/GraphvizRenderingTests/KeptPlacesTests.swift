import FingerpostDiagrams
import FingerpostSamples
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

/// A picture whose places are kept holds still while its map changes.
struct KeptPlacesTests {
  private static let renderer = WorkerRenderer(path: Program.fingerpost.path)

  @Test
  func `draws the same picture again from kept places`() async throws {
    let diagram = SampleDiagrams.board
    let first = try await Self.draw(diagram, .fresh)
    let lock = try Self.read(Self.lock(of: first))
    let second = try await Self.draw(diagram, .held(lock))
    #expect(second.drift == nil)
    #expect(second.layout.nodes.count == diagram.nodes.count)
    for (id, box) in first.layout.nodes {
      let now = try #require(second.layout.nodes[id])
      #expect(abs(now.center.x - box.center.x) < 0.05 && abs(now.center.y - box.center.y) < 0.05)
    }
    #expect(second.layout.edges.keys == first.layout.edges.keys)
    let third = try await Self.draw(diagram, .held(Self.lock(of: second)))
    #expect(third.files == second.files)
  }

  @Test(arguments: 0..<UInt64(isSoak ? 400 : 24))
  func `keeps the order of all boxes while a map changes`(seed: UInt64) async throws {
    let before = Self.network(seed: seed)
    let first = try await Self.draw(before, .fresh)
    let lock = try Self.read(Self.lock(of: first))
    let after = Self.changed(before, seed: seed)
    let second = try await Self.draw(after, .held(lock))
    let drift = try #require(second.drift)
    let groups = Dictionary(uniqueKeysWithValues: before.nodes.map { ($0.id, $0.group) })
    let moved = after.nodes.filter { groups[$0.id] != nil && groups[$0.id] != $0.group }.map(\.id)
    let flips = OrderFlips(
      from: first.layout.nodes.filter { !moved.contains($0.key) }, to: second.layout.nodes)
    if drift.isBeyondThePage {
      #expect(second.layout == (try await Self.draw(after, .fresh)).layout)
      return
    }
    #expect(flips.pairs > 20)
    #expect(flips.flips == 0)

    // Nothing is lost, and nothing stands on anything else.
    #expect(Set(second.layout.nodes.keys) == Set(after.nodes.map(\.id)))
    #expect(second.layout.edges.values.allSatisfy { $0.points.count >= 4 })
    #expect(Set(second.layout.edges.keys) == Set(after.edges.map(\.id)))
    for (id, line) in second.layout.edges {
      // Arrow heads are at most as long as that.
      for (tip, end) in [(line.startTip, line.points.first), (line.endTip, line.points.last)] {
        guard let tip, let end else { continue }
        #expect(abs(tip.x - end.x) + abs(tip.y - end.y) < 30, "\(id) has lost its arrow head")
      }
    }
    let boxes = second.layout.nodes.sorted { $0.key < $1.key }
    for (index, a) in boxes.enumerated() {
      for b in boxes[(index + 1)...] {
        #expect(!a.value.grown(by: -0.1).overlaps(b.value), "\(a.key) stands on \(b.key)")
      }
    }
    #expect(second.legibility.linesThroughBoxes <= first.legibility.linesThroughBoxes)
    for node in after.nodes {
      guard let group = node.group, let area = second.layout.groups[group],
        let box = second.layout.nodes[node.id]
      else { continue }
      #expect(area.grown(by: 0.1).union(box) == area.grown(by: 0.1), "\(node.id) is outside")
      for (other, area) in second.layout.groups where other != group {
        #expect(!area.grown(by: -0.1).overlaps(box), "\(node.id) stands in \(other)")
      }
    }
  }

  @Test
  func `keeps every line that no box has come to stand in the way of`() async throws {
    let before = Self.network(seed: 3)
    let first = try await Self.draw(before, .fresh)
    var after = before
    after.edges.removeLast()
    let second = try await Self.draw(after, .held(Self.lock(of: first)))
    for edge in after.edges {
      let (old, new) = (first.layout.edges[edge.id], second.layout.edges[edge.id])
      #expect(old?.points.count == new?.points.count)
      for (a, b) in zip(old?.points ?? [], new?.points ?? []) {
        #expect(abs(a.x - b.x) < 0.05 && abs(a.y - b.y) < 0.05)
      }
    }
  }

  @Test
  func `arranges a picture afresh when asked, and says how far it had come`() async throws {
    var diagram = Self.network(seed: 5)
    var drawing = try await Self.draw(diagram, .fresh)
    for step in 0..<3 {
      diagram = Self.changed(diagram, seed: UInt64(100 + step))
      drawing = try await Self.draw(diagram, .held(Self.lock(of: drawing)))
    }
    let fresh = try await Self.draw(diagram, .afresh(Self.lock(of: drawing)))
    let drift = try #require(fresh.drift)
    #expect(fresh.layout == (try await Self.draw(diagram, .fresh)).layout)
    #expect(drift.freshCrossings == fresh.legibility.crossings)
    #expect(drift.crossings == drawing.legibility.crossings)
    #expect(drift.lineLength > drift.freshLineLength)
  }

  @Test
  func `arranges a picture afresh when what was kept is about something else`() async throws {
    let lock = Self.lock(of: try await Self.draw(Self.network(seed: 7), .fresh))
    var other = SampleDiagrams.board
    other.name = Self.network(seed: 7).name
    #expect(
      try await Self.draw(other, .held(lock)).layout == Self.draw(other, .fresh).layout)
  }

  @Test(arguments: [
    "", "{}", "[1", #"{"fingerpost-layout": 2, "pictures": {}}"#,
    #"{"fingerpost-layout": 1, "pictures": {"system": {}}}"#,
  ])
  func `refuses a file that is no lock`(text: String) {
    #expect(throws: LayoutLock.ReadingError.self) { try LayoutLock(json: Array(text.utf8)) }
  }

  @Test
  func `draws whole pictures whatever a lock says`() async throws {
    let diagram = Self.network(seed: 11)
    let text = String(
      decoding: Self.lock(of: try await Self.draw(diagram, .fresh)).json, as: UTF8.self)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<(isSoak ? 1000 : 20) {
      var letters = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        let digits = Array("0123456789 .-e,\"nan".utf8)
        let place = letters.indices.randomElement(using: &generator) ?? 0
        letters[place] = digits.randomElement(using: &generator) ?? 0
      }
      guard let lock = try? LayoutLock(json: letters) else { continue }
      let drawing = try await Self.draw(diagram, .held(lock))
      #expect(Set(drawing.layout.nodes.keys) == Set(diagram.nodes.map(\.id)))
      #expect(Set(drawing.layout.edges.keys) == Set(diagram.edges.map(\.id)))
    }
  }

  // MARK: - What is drawn

  private static func draw(
    _ diagram: Diagram, _ arranged: Arrangement
  ) async throws -> Drawing {
    try await renderer.draw(diagram, as: [.svg], arranged: arranged)
  }

  private static func lock(of drawing: Drawing) -> LayoutLock {
    var lock = LayoutLock()
    lock.keep(drawing)
    return lock
  }

  private static func read(_ lock: LayoutLock) throws -> LayoutLock {
    let json = lock.json
    let read = try LayoutLock(json: json)
    #expect(read.json == json)
    return read
  }

  private static func network(seed: UInt64) -> Diagram {
    let services = 10 + Int(seed % 5) * 6
    var diagram = RandomNetworks.diagram(
      services: services, routes: services * 3 / 2, groups: 2 + Int(seed % 3),
      grouping: seed % 2 == 0 ? .areas : .levels, labels: seed % 3 == 0, seed: seed)
    if seed % 4 == 1 { diagram.direction = .topToBottom }
    if seed % 5 == 2 {
      // Families stand outside all groups.
      diagram.nodes.append(Diagram.Node(id: "families", label: ["Families"], title: "Families"))
      for service in [0, 3, 5] {
        diagram.edges.append(
          Diagram.Edge(
            id: "in-\(service)", tail: "families", head: "service-\(service)", title: "In"))
      }
    }
    return diagram
  }

  /// A few services more, one fewer, one with a longer name, one in another group, a route more.
  private static func changed(_ diagram: Diagram, seed: UInt64) -> Diagram {
    var generator = SeededGenerator(seed: seed &+ 77)
    var result = diagram
    let gone = result.nodes.indices.randomElement(using: &generator) ?? 0
    let id = result.nodes.remove(at: gone).id
    result.edges.removeAll { $0.tail == id || $0.head == id }
    if let index = result.nodes.indices.randomElement(using: &generator) {
      result.nodes[index].label = ["A service whose name is a good deal longer than it was"]
    }
    if let index = result.nodes.indices.randomElement(using: &generator) {
      result.nodes[index].group = result.groups.randomElement(using: &generator)?.id
    }
    for number in 0..<Int.random(in: 1...3, using: &generator) {
      let new = Diagram.Node(
        id: "new-\(seed)-\(number)", label: ["A new service", "planned"],
        group: result.groups.randomElement(using: &generator)?.id, title: "A new service")
      for end in 0..<2 {
        guard let other = result.nodes.randomElement(using: &generator) else { continue }
        result.edges.append(
          Diagram.Edge(
            id: "new-\(seed)-\(number)-\(end)", tail: end == 0 ? other.id : new.id,
            head: end == 0 ? new.id : other.id, title: "New"))
      }
      result.nodes.append(new)
    }
    if seed % 3 == 0 {
      result.groups.append(Diagram.Group(id: "new-group-\(seed)", label: "A new group", level: 9))
      result.nodes.append(
        Diagram.Node(
          id: "alone-\(seed)", label: ["In a new group"], group: "new-group-\(seed)",
          title: "In a new group"))
    }
    return result
  }
}
