import FingerpostFormats
import FingerpostModel
import Testing

struct `The files of a map, changed an element at a time` {
  private static let text = """
    fingerpost: 1
    title: Exampleton  # a town
    services:
      # Everybody's first service.
      visiting:
        name: Health visiting  # since 1990
        status: active
        serves: [sleep]
      clinic: Clinic
    needs: {sleep: A baby who does not sleep}
    routes:
      - from: visiting  # by telephone
        to: clinic
        kind: referral

    """

  private static func editing(_ text: String = text) -> MapFileEditing {
    MapFileEditing([.init(path: "map.yaml", bytes: Array(text.utf8))], id: "map")
  }

  private static func text(of editing: MapFileEditing, _ file: Int = 0) -> String {
    String(decoding: editing.files[file].bytes, as: UTF8.self)
  }

  private static func change(
    _ editing: MapFileEditing, _ collection: String, _ id: String,
    _ edits: [(path: [StatedChange.Step], value: StatedValue?)]
  ) -> StatedChange {
    StatedChange(
      collection: collection, id: id, was: editing.value(of: id, in: collection),
      edits: edits.map { .init(path: $0.path, value: $0.value) })
  }

  @Test func `change what is changed and no other byte`() throws {
    var editing = Self.editing()
    try editing.make(
      Self.change(editing, "services", "visiting", [([.key("status")], .text("paused"))]))
    #expect(
      Self.text(of: editing) == Self.text.replacing("status: active", with: "status: paused"))
    try editing.make(
      Self.change(
        editing, "routes", "visiting-to-clinic-referral", [([.key("kind")], .text("transfer"))]))
    #expect(
      Self.text(of: editing)
        == Self.text.replacing("status: active", with: "status: paused")
        .replacing("kind: referral", with: "kind: transfer"))
  }

  @Test func `take facts away, and add items and elements`() throws {
    var editing = Self.editing()
    try editing.make(
      Self.change(
        editing, "services", "visiting",
        [([.key("status")], nil), ([.key("serves"), .index(1)], .text("sleep"))]))
    #expect(!Self.text(of: editing).contains("status"))
    #expect(Self.text(of: editing).contains("serves: [sleep, sleep]"))
    try editing.make(
      StatedChange(
        collection: "services", id: "hub", was: nil,
        edits: [
          .init(path: [], value: .record(["status": .text("planned"), "name": .text("Hub")]))
        ]))
    try editing.make(
      StatedChange(
        collection: "routes", id: nil, was: nil,
        edits: [
          .init(
            path: [],
            value: .record([
              "kind": .text("referral"), "to": .text("hub"), "from": .text("visiting"),
            ]))
        ]))
    let map = try #require(editing.document.map)
    #expect(map.services.map(\.id) == ["visiting", "clinic", "hub"])
    #expect(map.routes.map(\.id.rawValue).last == "visiting-to-hub-referral")
    // Keys stand in the order of the format.
    #expect(
      Self.text(of: editing).contains(/hub: *\n? *\{?name: Hub,?\s+status: planned/),
      "\(Self.text(of: editing))")
    try editing.make(Self.change(editing, "routes", "visiting-to-hub-referral", [([], nil)]))
    try editing.make(Self.change(editing, "services", "hub", [([], nil)]))
    #expect(editing.document.map?.services.map(\.id) == ["visiting", "clinic"])
  }

  @Test func `make a record of an element that was a name alone`() throws {
    var editing = Self.editing()
    #expect(editing.value(of: "clinic", in: "services") == .text("Clinic"))
    try editing.make(
      Self.change(editing, "services", "clinic", [([.key("status")], .text("active"))]))
    #expect(
      editing.value(of: "clinic", in: "services")
        == .record(["name": .text("Clinic"), "status": .text("active")]))
  }

  @Test func `give what was a name alone the key that names it`() throws {
    var editing = Self.editing(Self.text + "sources: {report: A report}\n")
    try editing.make(
      Self.change(editing, "sources", "report", [([.key("published")], .text("2019"))]))
    #expect(
      editing.value(of: "report", in: "sources")
        == .record(["title": .text("A report"), "published": .text("2019")]))
  }

  @Test func `tell the id that a changed element has`() throws {
    var editing = Self.editing()
    let route = "visiting-to-clinic-referral"
    #expect(
      try editing.make(
        Self.change(editing, "routes", route, [([.key("kind")], .text("transfer"))]))
        == "visiting-to-clinic-transfer")
    #expect(
      try editing.make(
        Self.change(editing, "services", "visiting", [([.key("status")], nil)])) == "visiting")
    #expect(
      try editing.make(
        StatedChange(
          collection: "routes", id: nil, was: nil,
          edits: [
            .init(
              path: [],
              value: .record([
                "kind": .text("referral"), "to": .text("clinic"), "from": .text("visiting"),
              ]))
          ])) == route)
    #expect(Self.text(of: editing).contains("from: visiting"))
    #expect(try editing.make(Self.change(editing, "routes", route, [([], nil)])) == nil)
  }

  @Test func `say which part of an element is wrong`() throws {
    var editing = Self.editing()
    let ages = Self.change(
      editing, "services", "visiting",
      [([.key("ages")], .record(["from": .text("birth"), "to": .text("2 yeras")]))])
    #expect(Self.problems(of: ages, on: &editing) == [[.key("ages"), .key("to")]])
    let word = Self.change(
      editing, "services", "visiting",
      [([.key("clients")], .list([.text("parent"), .text("everybody")]))])
    #expect(Self.problems(of: word, on: &editing) == [[.key("clients"), .index(1)]])
    // What is missing is said of the record that lacks it.
    let exclusion = Self.change(
      editing, "services", "visiting",
      [([.key("excludes")], .list([.record(["for": .text("advice")])]))])
    #expect(Self.problems(of: exclusion, on: &editing) == [[.key("excludes"), .index(0)]])
    // Two ids in one map are a matter of the other element as well.
    let same = StatedChange(
      collection: "boards", id: "clinic", was: nil,
      edits: [.init(path: [], value: .text("Board"))])
    #expect(Self.problems(of: same, on: &editing).count == 1)
    #expect(Self.text(of: editing) == Self.text)
  }

  @Test func `tell what the reader finds wrong with an element, though the map is sound`() throws {
    var editing = Self.editing()
    try editing.make(
      Self.change(
        editing, "services", "visiting", [([.key("serves"), .index(1)], .text("nothing"))]))
    #expect(
      editing.diagnostics(of: "visiting", in: "services").map(\.category) == [.unknownReference])
    #expect(editing.diagnostics(of: "clinic", in: "services") == [])
  }

  private static func problems(
    of change: StatedChange, on editing: inout MapFileEditing
  ) -> [[StatedChange.Step]?] {
    do throws(StatedChangeError) {
      try editing.make(change)
    } catch .unsound(let problems) {
      return problems.map(\.path)
    } catch {
      Issue.record(error)
    }
    return []
  }

  @Test func `leave a ruled heading where it is when the first element below it goes`() throws {
    let text = """
      fingerpost: 1
      title: T
      services:
        # Services for everybody ------------------------------
        # This one is the oldest.
        a: {name: A}
        b: {name: B}

      """
    var editing = Self.editing(text)
    try editing.make(Self.change(editing, "services", "a", [([], nil)]))
    #expect(
      Self.text(of: editing)
        == text.replacing("  # This one is the oldest.\n  a: {name: A}\n", with: ""))
  }

  @Test func `change nothing that somebody has changed in the meantime`() throws {
    let before = Self.editing()
    let mine = Self.change(before, "services", "visiting", [([.key("status")], .text("paused"))])
    var theirs = before
    try theirs.make(
      Self.change(before, "services", "visiting", [([.key("name")], .text("Visiting"))]))
    let text = Self.text(of: theirs)
    let error = #expect(throws: StatedChangeError.self) { try theirs.make(mine) }
    guard case .conflict(let now) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(now == theirs.value(of: "visiting", in: "services"))
    #expect(Self.text(of: theirs) == text)
    // What they changed elsewhere does not matter.
    var other = before
    try other.make(Self.change(before, "services", "clinic", [([], .text("The clinic"))]))
    try other.make(mine)
    #expect(Self.text(of: other).contains("status: paused"))
    #expect(Self.text(of: other).contains("clinic: The clinic"))
  }

  @Test(arguments: [
    StatedChange(
      collection: "services", id: "visiting", was: nil,
      edits: [.init(path: [], value: .text("Again"))]),
    StatedChange(
      collection: "services", id: "x", was: nil,
      edits: [.init(path: [], value: .record(["colour": .text("red")]))]),
    StatedChange(
      collection: "services", id: "Not an id", was: nil,
      edits: [.init(path: [], value: .text("X"))]),
    StatedChange(
      collection: "nothing", id: "x", was: nil, edits: [.init(path: [], value: .text("X"))]),
    StatedChange(collection: "services", id: "x", was: nil, edits: []),
    StatedChange(
      collection: "services", id: "gone", was: .text("Gone"),
      edits: [.init(path: [], value: nil)]),
  ])
  func `stay as they are when a change cannot be made`(_ change: StatedChange) {
    var editing = Self.editing()
    #expect(throws: StatedChangeError.self) { try editing.make(change) }
    #expect(Self.text(of: editing) == Self.text)
  }

  @Test func `are changed where the element stands, however many there are`() throws {
    let first = "fingerpost: 1\ntitle: T\nservices: {a: {name: A}}\n"
    let second = "fingerpost: 1\nservices:\n  b: {name: B}  # the second\n"
    var editing = MapFileEditing(
      [
        .init(path: "a.yaml", bytes: Array(first.utf8)),
        .init(path: "b.yaml", bytes: Array(second.utf8)),
      ], id: "t")
    try editing.make(Self.change(editing, "services", "b", [([.key("name")], .text("Bee"))]))
    #expect(Self.text(of: editing) == first)
    #expect(Self.text(of: editing, 1) == second.replacing("name: B}", with: "name: Bee}"))
  }
}
