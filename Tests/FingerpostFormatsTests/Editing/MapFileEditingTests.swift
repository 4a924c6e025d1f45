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
