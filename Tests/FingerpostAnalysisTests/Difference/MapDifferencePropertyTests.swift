import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `Whatever the maps` {
  @Test func `a map has no difference with itself`() throws {
    let maps = try StoredMaps.all + StoredMaps.random.map(read)
    #expect(maps.count >= 40)
    for map in maps {
      let difference = MapDifference(from: map, to: map)
      #expect(difference.isEmpty && difference.ambiguous.isEmpty, "\(map.id)")
    }
  }

  @Test func `statements in another order, elsewhere in the file, make no difference`() throws {
    for (seed, text) in StoredMaps.random.enumerated() {
      var random = SeededGenerator(seed: UInt64(seed))
      let shuffled = "# A line more\n" + text.withBlocksShuffled(using: &random)
      let difference = MapDifference(from: try read(text), to: try read(shuffled))
      #expect(difference.isEmpty, "seed \(seed): \(difference.changes.first as Any)")
    }
    for map in StoredMaps.all {
      let difference = MapDifference(from: map, to: map.turnedRound)
      #expect(difference.isEmpty, "\(map.id): \(difference.changes.first as Any)")
    }
  }

  @Test func `a change that is planted in one field is the only one found`() throws {
    for map in try StoredMaps.all + StoredMaps.random.map(read) {
      for (name, plant) in Self.plants {
        var changed = map.turnedRound
        guard let address = plant(&changed) else { continue }
        let difference = MapDifference(from: map, to: changed)
        #expect(difference.changes.map(\.element.description) == [address], "\(map.id): \(name)")
        #expect(difference.changes.map { $0.fields.count } == [1], "\(map.id): \(name)")
      }
    }
  }

  @Test func `swapping the maps swaps what is new and what is gone`() throws {
    let maps = try StoredMaps.all + StoredMaps.random.map(read)
    for (one, other) in zip(maps, maps.dropFirst()) {
      let there = MapDifference(from: one, to: other)
      let back = MapDifference(from: other, to: one)
      #expect(!there.isEmpty)
      #expect(there.changes(.added).map(\.after) == back.changes(.removed).map(\.before))
      #expect(there.changes(.removed).map(\.before) == back.changes(.added).map(\.after))
      #expect(
        Set(there.changes.map { [$0.before, $0.after] })
          == Set(back.changes.map { [$0.after, $0.before] }))
      #expect(
        Set(there.changes.flatMap(\.fields).map { [$0.before, $0.after] })
          == Set(back.changes.flatMap(\.fields).map { [$0.after, $0.before] }))
      #expect(Set(there.ambiguous.map(\.gone)) == Set(back.ambiguous.map(\.new)))
    }
  }

  @Test func `the order of the changes is the same each time`() throws {
    let maps = try StoredMaps.random.map(read)
    let first = MapDifference(from: maps[0], to: maps[1])
    for _ in 0..<5 {
      let again = MapDifference(from: maps[0], to: maps[1])
      #expect(again.changes == first.changes)
      #expect(again.ambiguous == first.ambiguous)
    }
  }

  private func read(_ text: String) throws -> SystemMap {
    try #require(MapReader().read(text: text).map)
  }

  /// Each changes one field and says of which element; `nil` where the map has none such.
  private static let plants: [(String, @Sendable (inout SystemMap) -> String?)] = [
    (
      "title",
      {
        $0.title += "!"; return "map"
      }
    ),
    (
      "scope",
      {
        guard $0.scope != nil else { return nil }
        $0.scope?.needs = ["planted"]
        return "map"
      }
    ),
    (
      "wait of a service",
      {
        guard var service = $0.services.first else { return nil }
        service.wait = .stated(TimeSpan(12_345, .day))
        $0.services[service.id] = service
        return "services/\(service.id)"
      }
    ),
    (
      "needs of a service",
      {
        guard var service = $0.services.first else { return nil }
        service.serves = (service.serves ?? []) + ["planted"]
        $0.services[service.id] = service
        return "services/\(service.id)"
      }
    ),
    (
      "hours in the contact of a service",
      {
        guard var service = $0.services.first(where: { $0.contact != nil }) else { return nil }
        service.contact?.hours = "planted"
        $0.services[service.id] = service
        return "services/\(service.id)"
      }
    ),
    (
      "onward service of an exclusion",
      {
        guard var service = $0.services.first(where: { $0.excludes?.isEmpty == false })
        else { return nil }
        service.excludes?[0].onward = ["planted"]
        $0.services[service.id] = service
        return "services/\(service.id)/excludes/\(service.excludes?[0].id ?? "")"
      }
    ),
    (
      "shared data of a route",
      {
        guard var route = $0.routes.first else { return nil }
        route.counts =
          [Count(id: "planted", of: "Planted", number: Quantity(1))]
          + (route.counts ?? [])
        $0.routes[route.id] = route
        return "routes/\(route.id)"
      }
    ),
    (
      "holder of a seat",
      {
        guard var board = $0.boards.first(where: { $0.seats?.isEmpty == false }) else { return nil }
        board.seats?[0].member = .stated("planted")
        $0.boards[board.id] = board
        return "boards/\(board.id)/seats/\(board.seats?[0].id ?? "")"
      }
    ),
    (
      "citation of an organisation",
      {
        guard var organisation = $0.organisations.first else { return nil }
        organisation.origin.citations.append(Citation("planted", "1"))
        $0.organisations[organisation.id] = organisation
        return "organisations/\(organisation.id)"
      }
    ),
  ]
}

extension SystemMap {
  /// The same with its elements, their lists and citations the other way round, and further down.
  fileprivate var turnedRound: SystemMap {
    var map = self
    map.needs = turned(needs)
    map.areas = turned(areas)
    map.organisations = turned(organisations)
    map.routes = turned(routes)
    map.programmes = turned(programmes)
    map.links = turned(links)
    map.boards = Elements(
      turned(boards).map {
        var board = $0
        board.seats?.reverse()
        board.purposes?.reverse()
        return board
      })
    map.services = Elements(
      turned(services).map {
        var service = $0
        service.serves?.reverse()
        service.excludes?.reverse()
        service.excludes = service.excludes?.map { moved($0) }
        service.counts?.reverse()
        service.venues?.reverse()
        return service
      })
    return map
  }

  private func turned<Element: MapElement>(_ elements: Elements<Element>) -> Elements<Element> {
    Elements(elements.reversed().map { moved($0) })
  }

  private func moved<Element: MapElement>(_ element: Element) -> Element {
    var element = element
    element.origin.location?.line += 1_000
    element.origin.citations.reverse()
    return element
  }
}

extension String {
  /// The text of a map with its keys, and the elements under them, in another order.
  fileprivate func withBlocksShuffled(
    using random: inout SeededGenerator
  ) -> String {
    let collections = Set(ElementID.Collection.allCases.map(\.rawValue))
    let blocks = blocks(indent: "").map { block -> String in
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      guard let head = lines.first, lines.count > 1, head.last == ":",
        collections.contains(String(head.dropLast()))
      else { return block }
      let inner = lines.dropFirst().joined(separator: "\n").blocks(indent: "  ")
      return ([String(head)] + inner.shuffled(using: &random)).joined(separator: "\n")
    }
    return blocks.shuffled(using: &random).joined(separator: "\n") + "\n"
  }

  /// Parts that begin with a line at this indent.
  private func blocks(indent: String) -> [String] {
    var blocks: [[Substring]] = []
    for line in split(separator: "\n") {
      let isHead = line.hasPrefix(indent) && line.dropFirst(indent.count).first != " "
      if isHead || blocks.isEmpty {
        blocks.append([line])
      } else {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks.map { $0.joined(separator: "\n") }
  }
}
