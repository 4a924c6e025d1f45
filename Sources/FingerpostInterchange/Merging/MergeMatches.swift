import FingerpostFormats
import FingerpostModel

/// Which elements of an import are which elements of a map.
struct MergeMatches {
  /// An element under its id, as a map file has it.
  struct Element {
    let id: String
    let value: YAMLValue

    /// What people call it.
    var name: String { (value["name"] ?? value["title"])?.text ?? "" }

    /// All that it is called.
    var names: [String] {
      let others = value["also-known-as"]
      let texts = [others].compactMap { $0 } + (others?.items ?? [])
      return [name] + texts.compactMap(\.text)
    }

    /// Whether both state a number in a register, and not the same.
    func isOther(than element: Element, by key: String) -> Bool {
      guard let mine = value[key], let other = element.value[key] else { return false }
      return mine != other
    }

    /// The name, and the id.
    var described: String { "“\(name)” (\(id))" }
  }

  /// The ids in the map of elements that have another id in the import.
  private(set) var renames: [ElementID.Collection: [String: String]] = [:]
  /// The ids in the import of elements that nobody knows yet whether the map has them.
  private(set) var open: [ElementID.Collection: Set<String>] = [:]
  /// The ids in the import of elements that are the same as another of the import.
  private(set) var repeated: [ElementID.Collection: Set<String>] = [:]
  /// The answers that fit nothing, as sentences.
  private(set) var wrongAnswers: [String] = []

  private let answers: MergeAnswers
  private var used: Set<String> = []

  /// Compares the elements that stand under ids.
  ///
  /// - Complexity: O(*n* · *m*) for *n* elements of the import whose name the map does not know, and
  ///   *m* of the map.
  init(
    of incoming: YAMLValue, in map: YAMLValue, _ answers: MergeAnswers,
    telling report: inout MergeReport
  ) {
    self.answers = answers
    for field in MapFormat.shapes[0].fields() {
      guard case .keyed = field.value, let collection = ElementID.Collection(rawValue: field.key)
      else { continue }
      func elements(_ value: YAMLValue) -> [Element] {
        (value[field.key]?.entries ?? []).map { Element(id: $0.key, value: $0.value) }
      }
      match(elements(incoming), with: elements(map), in: collection, &report)
    }
    for (id, other) in answers.same.sorted(by: { $0.key < $1.key }) where !used.contains(id) {
      wrongAnswers.append(
        "--same \(id)=\(other): the import has no `\(id)` for which the map has a `\(other)`")
    }
    for id in answers.new.sorted() where !used.contains(id) {
      wrongAnswers.append("--new \(id): the import has no element of that id")
    }
  }

  private mutating func match(
    _ incoming: [Element], with known: [Element], in collection: ElementID.Collection,
    _ report: inout MergeReport
  ) {
    let byID = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var claimed: Set<String> = []
    var rest: [Element] = []
    for element in incoming {
      guard let id = answers.same[element.id], byID[id] != nil else {
        rest.append(element)
        continue
      }
      used.insert(element.id)
      rename(element, to: id, in: collection)
      if !claimed.insert(id).inserted {
        repeated[collection, default: []].insert(element.id)
        report.add(
          "\(collection.rawValue)/\(element.id) is \(id), as another element is; what else it says is "
            + "left out", to: .left)
      }
    }
    // A number in a register tells more than an id, which may have been made of a name.
    for key in Self.identifiers[collection] ?? [] {
      let byIdentifier = Dictionary(grouping: known) { $0.value[key]?.text ?? "" }
      rest.removeAll { element in
        guard !answers.new.contains(element.id), let identifier = element.value[key]?.text,
          !identifier.isEmpty, let found = byIdentifier[identifier], found.count == 1,
          claimed.insert(found[0].id).inserted
        else { return false }
        rename(element, to: found[0].id, in: collection)
        return true
      }
    }
    var ids = Set(byID.keys).union(incoming.map(\.id))
    rest.removeAll { element in
      guard let mine = byID[element.id] else { return false }
      let isNew = answers.new.contains(element.id)
      if isNew { used.insert(element.id) }
      let number = Self.identifiers[collection]?.first { element.isOther(than: mine, by: $0) }
      if number == nil, claimed.insert(mine.id).inserted { return true }
      guard isNew else {
        let reason = number.map { "another \($0)" } ?? "nothing to tell it from another"
        ask(
          element, "has the id of \(mine.described) and \(reason)", collection, &report,
          answer: mine.id)
        return true
      }
      var count = 2
      while !ids.insert("\(element.id)-\(count)").inserted { count += 1 }
      rename(element, to: "\(element.id)-\(count)", in: collection)
      return true
    }
    let byName = Dictionary(
      grouping: known.flatMap { element in
        Set(element.names.map(\.loose)).map { (name: $0, element: element) }
      }, by: { $0.name })
    let likely = LikelyNames(
      known.flatMap(\.names), takesLongerForms: Self.calledInLongerForms.contains(collection))
    var unknown: [Element] = []
    for element in rest {
      if answers.new.contains(element.id) {
        used.insert(element.id)
        continue
      }
      let name = element.name.loose
      guard !name.isEmpty else { continue }
      if let found = byName[name] {
        if let key = Self.identifiers[collection]?.first(where: {
          element.isOther(than: found[0].element, by: $0)
        }) {
          ask(
            element, "has the name of \(found[0].element.described) and another \(key)", collection,
            &report, answer: found[0].element.id)
          continue
        }
        guard found.count == 1, claimed.insert(found[0].element.id).inserted else {
          ask(element, "has the name of \(found[0].element.described)", collection, &report)
          continue
        }
        rename(element, to: found[0].element.id, in: collection)
        report.add(
          "\(collection.rawValue)/\(element.id) is \(found[0].element.described), by its name",
          to: .same)
        continue
      }
      unknown.append(element)
    }
    // When it is known which elements of the map are spoken for.
    for element in unknown {
      let name = element.name
      let other =
        likely.nearest(to: name)
        ?? likely.otherForm(of: name) {
          byName[$0]?.allSatisfy { claimed.contains($0.element.id) } != false
        }
      if let other, let found = byName[other]?.first {
        ask(
          element, "may be \(found.element.described)", collection, &report,
          answer: found.element.id)
      }
    }
  }

  private mutating func rename(
    _ element: Element, to id: String, in collection: ElementID.Collection
  ) {
    if element.id != id { renames[collection, default: [:]][element.id] = id }
  }

  private mutating func ask(
    _ element: Element, _ question: String, _ collection: ElementID.Collection,
    _ report: inout MergeReport, answer: String = "map-id"
  ) {
    open[collection, default: []].insert(element.id)
    report.add(
      "\(collection.rawValue)/\(element.id), “\(element.name)”, \(question): answer "
        + "--same \(element.id)=\(answer) or --new \(element.id)", to: .questions)
  }

  /// The keys under which an element has a number that a register gave it.
  private static let identifiers: [ElementID.Collection: [String]] = [
    .organisations: ["ods", "charity-number", "company-number"], .services: ["directory-id"],
  ]

  /// Those whose names people shorten, or lengthen by where they are; a need or an area whose name says
  /// more is another.
  private static let calledInLongerForms: Set<ElementID.Collection> = [
    .organisations, .services, .boards, .programmes,
  ]
}
