import FingerpostAnalysis
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `Counts that the public is shown` {
  @Test func `are bounds where they are small, and figures where nobody can be recognised`() {
    let shown = service([count("a", 3), count("b", 0), count("c", 5), count("d", 4, per: 40)])
      .counts
    #expect(shown?.map(\.number.description) == ["under 5", "0", "5", "under 5"])
    #expect(shown?[3].per == nil)
  }

  @Test func `are figures where a source that is cited has published them`() {
    let own = count("a", 3, origin: published)
    #expect(service([own, count("b", 3)]).counts?.map(\.number.description) == ["3", "under 5"])
    let whole = service([count("a", 3)], origin: published)
    #expect(whole.counts?[0].number == Quantity(3))
  }

  @Test func `do not tell a small one by what is left of a sum`() {
    let shown = service([count("all", 50, [count("north", 47), count("south", 3)])]).counts
    #expect(shown?[0].number == Quantity(50))
    #expect(shown?[0].parts?.map(\.number.description) == ["at least 5", "under 5"])
  }

  @Test func `hide the smallest of the others, and no more than that`() {
    let parts = [count("a", 30), count("b", 3), count("c", 12), count("d", 9)]
    let shown = service([count("all", 54, parts)]).counts
    #expect(
      shown?[0].parts?.map(\.number.description) == ["30", "under 5", "12", "at least 5"])
  }

  @Test func `leave what a source has published until the last`() {
    let parts = [count("a", 6, origin: published), count("b", 3), count("c", 12)]
    let shown = service([count("all", 21, parts)]).counts
    #expect(shown?[0].parts?.map(\.number.description) == ["6", "under 5", "at least 5"])
    let only = service([
      count("all", 9, [count("a", 6, origin: published), count("b", 3)], origin: Origin())
    ]).counts
    #expect(only?[0].number == Quantity(5, .atLeast))
    #expect(only?[0].parts?.map(\.number.description) == ["6", "under 5"])
  }

  @Test func `are hidden further down, where a hidden one is itself a sum`() {
    let north = count("north", 9, [count("boys", 4), count("girls", 5)])
    let shown = service([count("all", 50, [north, count("south", 41)])]).counts
    #expect(shown?[0].parts?[0].parts?.map(\.number.description) == ["under 5", "at least 5"])
    let hidden = count("south", 3, [count("boys", 0), count("girls", 3)])
    let below = service([count("all", 50, [count("north", 47), hidden])]).counts
    // A zero beside it would say that all three are girls.
    #expect(below?[0].parts?[1].parts?.map(\.number.description) == ["under 5", "under 5"])
  }

  @Test func `are hidden wherever the same count is stated again`() {
    let shown = service([
      count("all", 20, [count("north", 17), count("south", 3)]), count("north", 17),
    ]).counts
    let north = shown?[0].parts?[0].number
    #expect(north == Quantity(5, .atLeast))
    #expect(shown?[1].number == north)
  }

  @Test func `are totals only, where a table is cut in two ways`() {
    let cells = (boysNorth: 3, girlsNorth: 20, boysSouth: 21, girlsSouth: 22)
    let byPlace = count(
      "all", 66,
      [
        count("north", 23, [count("boys", cells.boysNorth), count("girls", cells.girlsNorth)]),
        count("south", 43, [count("boys", cells.boysSouth), count("girls", cells.girlsSouth)]),
      ])
    let bySex = count(
      "all", 66, id: "again",
      [
        count("boys", 24, [count("north", cells.boysNorth), count("south", cells.boysSouth)]),
        count("girls", 42, [count("north", cells.girlsNorth), count("south", cells.girlsSouth)]),
      ])
    let shown = service([byPlace, bySex]).counts
    #expect(shown?.map(\.number) == [Quantity(66), Quantity(66)])
    #expect(shown?.allSatisfy { $0.parts == nil } == true)
  }

  @Test func `are not small to the last of those who left a flow`() {
    var flow = Flow(id: "course", name: "The course")
    flow.stages = [stage("Invited", 20), stage("Came", 17, left: [("Ill", 3)])]
    let shown = map(flow).shown(to: .public).flows["course"]?.stages
    #expect(shown?.map(\.count?.description) == ["20", "at least 5"])
    #expect(shown?[1].left?[0].count == Quantity(5, .under))
  }

  @Test func `keep quiet about those whom a source leaves unaccounted for`() {
    var flow = Flow(id: "course", name: "The course")
    flow.unaccounted = .stated(Quantity(2))
    flow.stages = [stage("Invited", 20), stage("Came", 12, left: [("Ill", 6)])]
    let shown = map(flow).shown(to: .public).flows["course"]
    #expect(shown?.unaccounted == .stated(Quantity(5, .under)))
    #expect(shown?.stages?[1].left?[0].count == Quantity(5, .atLeast))
  }

  @Test func `are stages only, where what is missing at one of them tells of all`() {
    var flow = Flow(id: "course", name: "The course")
    flow.unaccounted = .stated(Quantity(4))
    flow.stages = [
      stage("Invited", 25), stage("Came", 12, left: [("Ill", 11)]), stage("Stayed", 10, left: []),
    ]
    let shown = map(flow).shown(to: .public).flows["course"]
    #expect(shown?.unaccounted == .notStated)
    #expect(shown?.stages?.map(\.count) == [Quantity(25), Quantity(12), Quantity(10)])
    #expect(shown?.stages?.allSatisfy { $0.left == nil } == true)
  }

  @Test func `are as they are for those who work with the map`() {
    var service = Service(id: "team", name: "Team")
    service.counts = [count("a", 3)]
    var map = SystemMap(id: "map", title: "Map")
    map.services = [service]
    #expect(map.shown(to: .operational) == map)
    #expect(map.shown(to: .commissioner) == map)
  }

  @Test func `follow a stricter standard, but none that is laxer`() {
    var service = Service(id: "team", name: "Team")
    service.counts = [count("a", 3), count("b", 9)]
    var map = SystemMap(id: "map", title: "Map")
    map.services = [service]
    func shown(_ smallest: Int?) -> [String]? {
      map.shown(to: .public, smallestCount: smallest).services["team"]?.counts?
        .map(\.number.description)
    }
    #expect(shown(10) == ["under 10", "under 10"])
    #expect(shown(2) == ["under 5", "9"])
  }

  // MARK: - Random sums and flows

  @Test(arguments: 0..<(isSoak ? 4000 : 400))
  func `leave every hidden one all that "under 5" leaves it`(_ seed: Int) {
    var random = RandomCounts(seed: UInt64(seed))
    let counts = random.counts()
    let flow = random.flow()
    var map = map(flow)
    var service = Service(id: "team", name: "Team")
    service.counts = counts
    map.services = [service]
    let shown = map.shown(to: .public)

    let tables = Outsider(shown.services["team"]?.counts ?? [])
    for secret in counts.flatMap({ secrets(in: $0, isPublished: false) }) {
      for value in 1..<5 where tables.knows(of: secret) {
        #expect(tables.canBe(secret, value), "\(secret) cannot be \(value): \(shown.services)")
      }
    }
    guard let shownFlow = shown.flows["course"] else { return }
    let outsider = Outsider(shownFlow)
    for secret in secrets(in: flow) where outsider.knows(of: secret) {
      for value in 1..<5 {
        #expect(outsider.canBe(secret, value), "\(secret) cannot be \(value): \(shownFlow)")
      }
    }
  }

  @Test func `show most of what is safe to show`() {
    var all = 0
    var kept = 0
    for seed in 0..<400 {
      var random = RandomCounts(seed: UInt64(seed))
      for count in random.counts() {
        func numbers(_ count: Count) -> [Quantity] {
          [count.number] + (count.parts ?? []).flatMap(numbers)
        }
        let large = numbers(count).filter { ($0.exact ?? 0) >= 5 }
        all += large.count
        kept +=
          service([count]).counts.map { $0.flatMap(numbers) }?
          .count { ($0.exact ?? 0) >= 5 } ?? 0
      }
    }
    #expect(kept * 10 > all * 5, "only \(kept) of \(all) large numbers are shown")
  }
}

// MARK: - Making maps

private let published = Origin(citations: [Citation("study")])

private func count(
  _ of: String, _ number: Int, id: String? = nil, per: Int? = nil, _ parts: [Count]? = nil,
  origin: Origin = Origin()
) -> Count {
  var count = Count(id: id ?? of, of: of, number: Quantity(number), origin: origin)
  count.per = per
  count.parts = parts
  return count
}

private func stage(
  _ name: String, _ count: Int, left: [(String, Int)]? = nil
) -> FlowStage {
  var stage = FlowStage(id: name, name: name)
  stage.count = Quantity(count)
  stage.left = left?.map { when, number in
    var departure = Departure(id: when, when: when)
    departure.count = Quantity(number)
    return departure
  }
  return stage
}

private func map(_ flow: Flow) -> SystemMap {
  var map = SystemMap(id: "map", title: "Map")
  map.flows = [flow]
  return map
}

/// A service with counts, as the public is shown it.
private func service(_ counts: [Count], origin: Origin = Origin()) -> Service {
  var service = Service(id: "team", name: "Team", origin: origin)
  service.counts = counts
  var map = SystemMap(id: "map", title: "Map")
  map.services = [service]
  return map.shown(to: .public).services["team"] ?? service
}

/// The ids of the small counts that nobody has published.
private func secrets(in count: Count, isPublished: Bool) -> [String] {
  let isPublished = isPublished || !count.origin.citations.isEmpty
  let isSecret = !isPublished && (1..<5).contains(count.number.number)
  return (isSecret ? [count.id] : [])
    + (count.parts ?? []).flatMap { secrets(in: $0, isPublished: isPublished) }
}

private func secrets(in flow: Flow) -> [String] {
  func isSecret(_ number: Quantity?) -> Bool { number.map { (1..<5).contains($0.number) } ?? false }
  var found: [String] = isSecret(flow.unaccounted.value) ? ["unaccounted"] : []
  for stage in flow.stages ?? [] {
    if isSecret(stage.count) { found.append(stage.id) }
    if isSecret(stage.stillBefore) { found.append("\(stage.id)-still") }
    found += (stage.left ?? []).filter { isSecret($0.count) }.map(\.id)
  }
  return found
}

/// Counts and flows that add up, with small numbers.
private struct RandomCounts {
  private var generator: SeededGenerator
  private var made = 0

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func chance(_ likelihood: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < likelihood
  }

  private mutating func number() -> Int {
    chance(0.6)
      ? Int.random(in: 0...4, using: &generator) : Int.random(in: 5...9, using: &generator)
  }

  mutating func counts() -> [Count] { [tree(depth: Int.random(in: 1...2, using: &generator)).0] }

  private mutating func tree(depth: Int) -> (Count, Int) {
    made += 1
    let id = "c\(made)"
    let isPublished = chance(0.07)
    let origin = isPublished ? published : Origin()
    guard depth > 0, depth > 1 || chance(0.75) else {
      let truth = number()
      var leaf = Count(id: id, of: id, number: Quantity(truth), origin: origin)
      if (1...4).contains(truth), !isPublished, chance(0.1) { leaf.number = Quantity(4, .upTo) }
      return (leaf, truth)
    }
    let parts = (0..<Int.random(in: 2...3, using: &generator)).map { _ in tree(depth: depth - 1) }
    let truth = parts.reduce(0) { $0 + $1.1 }
    var count = Count(id: id, of: id, number: Quantity(truth), origin: origin)
    count.parts = parts.map(\.0)
    return (count, truth)
  }

  mutating func flow() -> Flow {
    var flow = Flow(id: "course", name: "The course")
    let countStages = Int.random(in: 2...3, using: &generator)
    var people = number()
    var missing = 0
    let leavesOut = chance(0.4)
    var stages: [FlowStage] = []
    for place in (0..<countStages).reversed() {
      var stage = FlowStage(id: "s\(place)", name: "s\(place)")
      stage.count = Quantity(people)
      if place > 0 {
        if chance(0.3) {
          let still = number()
          stage.stillBefore = Quantity(still)
          people += still
        }
        stage.left = (0..<Int.random(in: 0...2, using: &generator)).map { index in
          var departure = Departure(id: "s\(place)-left-\(index)", when: "Time \(index)")
          let gone = number()
          departure.count = Quantity(gone)
          people += gone
          return departure
        }
        if leavesOut, chance(0.6) {
          let lost = Int.random(in: 0...4, using: &generator)
          missing += lost
          people += lost
        }
      }
      stages.insert(stage, at: 0)
    }
    flow.stages = stages
    if leavesOut { flow.unaccounted = .stated(Quantity(missing)) }
    return flow
  }
}

// MARK: - Somebody who tries to work it out

/// Somebody who sees what the public is shown, knows that zeros are shown unless a total is hidden,
/// and tries every value of every number.
private struct Outsider {
  /// A number to try, with the values it may have.
  private var free: [(name: String, values: ClosedRange<Int>)] = []
  /// A number that follows from others, with the values it may have.
  private var derived: [(terms: [Reference], values: ClosedRange<Int>, name: String)] = []

  private enum Reference { case free(Int), derived(Int) }

  private static let most = 60

  private static func values(_ number: Quantity?, mayBeZero: Bool) -> ClosedRange<Int> {
    guard let number else { return 0...most }
    return switch number.bound {
    case .exactly: number.number...number.number
    case .under: (mayBeZero ? 0 : 1)...(number.number - 1)
    case .upTo: (mayBeZero ? 0 : 1)...number.number
    case .atLeast: number.number...most
    case .over: (number.number + 1)...most
    case .about: 0...most
    }
  }

  private mutating func add(_ name: String, _ values: ClosedRange<Int>) -> Reference {
    // More than this need not be tried for a number that others leave open.
    free.append((name, values.lowerBound...min(values.upperBound, values.lowerBound + 24)))
    if values.lowerBound == values.upperBound { free[free.count - 1].values = values }
    return .free(free.count - 1)
  }

  private mutating func add(
    _ name: String, _ values: ClosedRange<Int>, sumOf terms: [Reference]
  ) -> Reference {
    derived.append((terms, values, name))
    return .derived(derived.count - 1)
  }

  init(_ counts: [Count]) { for count in counts { _ = add(count, mayBeZero: false) } }

  private mutating func add(_ count: Count, mayBeZero: Bool) -> Reference {
    let values = Self.values(count.number, mayBeZero: mayBeZero)
    guard let parts = count.parts, !parts.isEmpty else { return add(count.id, values) }
    let isHidden = count.number.bound == .under
    let terms = parts.map { add($0, mayBeZero: isHidden) }
    return add(count.id, values, sumOf: terms)
  }

  init(_ flow: Flow) {
    let stages = flow.stages ?? []
    func isHidden(_ place: Int) -> Bool {
      place >= 0 && stages.indices.contains(place) && stages[place].count?.bound == .under
    }
    var missing: [Reference] = []
    var after: Reference?
    for place in stages.indices.reversed() {
      let stage = stages[place]
      let values = Self.values(stage.count, mayBeZero: isHidden(place - 1))
      let own: Reference
      if let after, stages.indices.contains(place + 1), let left = stages[place + 1].left {
        let next = stages[place + 1]
        let mayBeZero = isHidden(place)
        var terms = [after]
        if let still = next.stillBefore {
          terms.append(add("\(next.id)-still", Self.values(still, mayBeZero: mayBeZero)))
        }
        terms += left.map { add($0.id, Self.values($0.count, mayBeZero: mayBeZero)) }
        if flow.unaccounted.value != nil {
          let lost = add("\(next.id)-lost", 0...12)
          missing.append(lost)
          terms.append(lost)
        }
        own = add(stage.id, values, sumOf: terms)
      } else {
        own = add(stage.id, values)
      }
      after = own
    }
    if let number = flow.unaccounted.value, !missing.isEmpty {
      let first = stages.indices.dropFirst().first { stages[$0].left != nil } ?? 0
      _ = add("unaccounted", Self.values(number, mayBeZero: isHidden(first - 1)), sumOf: missing)
    }
  }

  /// Whether a number of this name is shown at all.
  func knows(of name: String) -> Bool {
    free.contains { $0.name == name } || derived.contains { $0.name == name }
  }

  /// Whether all that is shown leaves it possible that a number is this one.
  func canBe(_ name: String, _ value: Int) -> Bool {
    var free = free
    var allowed = derived.map(\.values)
    if let place = free.firstIndex(where: { $0.name == name }) {
      guard free[place].values.contains(value) else { return false }
      free[place].values = value...value
    } else if let place = derived.firstIndex(where: { $0.name == name }) {
      guard allowed[place].contains(value) else { return false }
      allowed[place] = value...value
    }
    // A sum is looked at as soon as all its terms have a value.
    var ready: [[Int]] = Array(repeating: [], count: free.count + 1)
    var last: [Int] = []
    for (place, sum) in derived.enumerated() {
      let needed =
        sum.terms.map { term in
          switch term {
          case .free(let place): place + 1
          case .derived(let place): last[place]
          }
        }.max() ?? 0
      last.append(needed)
      ready[needed].append(place)
    }
    var values = Array(repeating: 0, count: free.count)
    var totals = Array(repeating: 0, count: derived.count)
    func isRight(_ place: Int) -> Bool {
      for sum in ready[place] {
        totals[sum] = derived[sum].terms.reduce(0) { total, term in
          switch term {
          case .free(let place): total + values[place]
          case .derived(let place): total + totals[place]
          }
        }
        if !allowed[sum].contains(totals[sum]) { return false }
      }
      return true
    }
    func search(_ place: Int) -> Bool {
      guard isRight(place) else { return false }
      guard place < free.count else { return true }
      for value in free[place].values {
        values[place] = value
        if search(place + 1) { return true }
      }
      return false
    }
    return search(0)
  }
}
