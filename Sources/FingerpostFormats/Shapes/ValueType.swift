import FingerpostModel

/// How one value is read, and how it is described.
struct ValueType<Value>: Sendable {
  let description: ValueDescription
  /// Reads a value; `nil` after it has reported what is wrong with it.
  let read: @Sendable (YAMLNode, MapReading) -> Value?

  /// Reads a scalar by parsing its text; `wanted` says what would be right.
  private static func scalar(
    _ description: ValueDescription, _ category: Diagnostic.Category,
    wanted: @escaping @Sendable (String) -> String,
    parse: @escaping @Sendable (String) -> Value?
  ) -> ValueType {
    ValueType(description: description) { node, reading in
      guard node.kind == .scalar else {
        reading.report(.wrongType, "\(wanted(node.inWords)); this is \(node.inWords)", at: node)
        return nil
      }
      let text = node.text
      if let value = parse(text) { return value }
      reading.report(category, wanted(text), at: node)
      return nil
    }
  }

  /// A value written in a form of its own, such as a date.
  private static func form(
    _ name: String, _ expression: String, _ examples: [String], numbers: ClosedRange<Int>? = nil,
    _ category: Diagnostic.Category, advice: @escaping @Sendable (String) -> String? = { _ in nil },
    parse: @escaping @Sendable (String) -> Value?
  ) -> ValueType {
    scalar(
      .pattern(name: name, expression: expression, examples: examples, numbers: numbers), category
    ) { found in
      "`\(found.shortened)` is not \(name); "
        + (advice(found)
          ?? "write it like " + examples.map { "`\($0)`" }.joined(separator: " or "))
    } parse: {
      parse($0)
    }
  }
}

extension ValueType where Value == String {
  /// Any text.
  static var text: ValueType {
    ValueType(description: .text) { node, reading in
      guard node.kind == .scalar else {
        reading.report(.wrongType, "here the map needs text; this is \(node.inWords)", at: node)
        return nil
      }
      let text = node.text
      if node.withBytes({ $0.contains(where: \.mayBeHidden) }),
        let scalar = text.unicodeScalars.first(where: \.isHidden)
      {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: max(0, 4 - code.count))
        reading.report(
          .wrongType,
          "this text has a hidden character in it (U+\(zeros)\(code)), which can make it read as "
            + "something else; take it out", at: node)
        return nil
      }
      return text
    }
  }

  /// A new id.
  static var id: ValueType {
    ValueType(description: .id) { node, reading in
      guard node.kind == .scalar else {
        reading.report(.wrongType, "here the map needs an id; this is \(node.inWords)", at: node)
        return nil
      }
      return node.newID(reading)
    }
  }
}

extension UInt8 {
  /// Whether a hidden character may begin with the byte; nearly all text has none, which is quickly seen.
  fileprivate var mayBeHidden: Bool { self < 0x20 || self == 0x7F || self == 0xC2 || self == 0xE2 }
}

extension Unicode.Scalar {
  /// Whether it is a control character, other than the ends of lines and tabs, or turns the direction of
  /// what follows round.
  ///
  /// Marks that only set a piece of text apart are part of writing in scripts from right to left.
  fileprivate var isHidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0x202D, 0x202E: true
    default: false
    }
  }
}

extension ValueType where Value == Bool {
  /// `yes` or `no`.
  static var yesNo: ValueType {
    scalar(.yesNo, .wrongType) {
      "here the map needs `yes` or `no`, not `\($0.shortened)`"
    } parse: {
      switch $0 {
      case "yes", "true", "Yes", "True": true
      case "no", "false", "No", "False": false
      default: nil
      }
    }
  }
}

extension ValueType where Value == Int {
  /// A whole number in a range.
  static func integer(_ range: ClosedRange<Int>) -> ValueType {
    scalar(.integer(range), .badQuantity) {
      "here the map needs a whole number from \(range.lowerBound) to \(range.upperBound), not "
        + "`\($0.shortened)`"
    } parse: {
      $0.utf8.count <= 12 ? Int($0).flatMap { range.contains($0) ? $0 : nil } : nil
    }
  }
}

extension ValueType where Value: Word {
  /// One of a closed list of words.
  static func word(_ vocabulary: Value.Type = Value.self) -> ValueType {
    let words = Value.allCases.map { (raw: $0.rawValue, label: $0.label) }
    return ValueType(description: .word(vocabulary: "\(Value.self)", words: words)) {
      node, reading in
      guard node.kind == .scalar else {
        reading.report(.wrongType, "here the map needs a word; this is \(node.inWords)", at: node)
        return nil
      }
      let text = node.text
      if let word = Value(rawValue: text) { return word }
      let all = words.map(\.raw).joined(separator: ", ")
      if let near = text.nearest(in: words.map(\.raw)) {
        reading.report(
          .unknownWord,
          "`\(text.shortened)` is not a word that this key takes; did you mean `\(near)`? It takes: "
            + all, at: node)
      } else {
        reading.report(
          .unknownWord, "`\(text.shortened)` is not a word that this key takes; it takes: \(all)",
          at: node)
      }
      return nil
    }
  }
}

extension ValueType where Value == CalendarDate {
  /// A day, a month or a year.
  static var date: ValueType {
    form(
      "a date",
      #"^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"#,
      ["2026-11-21", "2026-11", "2026"], numbers: 1000...9999, .badDate
    ) { CalendarDate($0) }
  }
}

extension ValueType where Value == Age {
  /// An age.
  static var age: ValueType {
    form(
      "an age",
      #"^(conception|birth|no limit|([0-9]|[1-3][0-9]|40) weeks? of pregnancy|[0-9]{1,5} (day|week|month|year)s?)$"#,
      ["2 years", "6 weeks", "conception", "20 weeks of pregnancy", "birth", "no limit"], .badAge,
      advice: advice
    ) { Age($0) }
  }

  /// What to write in the place of a number without its unit, a unit that is cut short, or two ages.
  private static func advice(on text: String) -> String? {
    if text.contains(/[0-9] *[a-z]* *(-|–|—|to) *[0-9]/) {
      return
        "write where ages begin under `from` and where they end under `to`, each with its unit, such as "
        + "`18 months` or `5 years`"
    }
    guard let match = text.wholeMatch(of: /([0-9]{1,5}) *([A-Za-z]*)\.?/) else { return nil }
    let unit = match.output.2.lowercased()
    let units = ["year", "month", "week", "day"].filter { unit.isEmpty || $0.first == unit.first }
    let choices = units.map { "`\(match.output.1) \($0)\(match.output.1 == "1" ? "" : "s")`" }
    return choices.isEmpty
      ? nil : (unit.isEmpty ? "say of what: " : "write ") + choices.joined(separator: " or ")
  }
}

extension ValueType where Value == TimeSpan {
  /// A length of time.
  static var span: ValueType {
    form(
      "a length of time", #"^[0-9]{1,5} (day|week|month|year)s?$"#, ["6 weeks", "9 months"],
      .badQuantity
    ) { TimeSpan($0) }
  }
}

extension ValueType where Value == Quantity {
  /// A count with its bound.
  static var quantity: ValueType {
    form(
      "a count", #"^((over|at least|about|up to|under) )?[0-9]{1,12}$"#,
      ["9", "over 2500", "at least 3", "about 18"], numbers: 0...999_999_999_999, .badQuantity
    ) { Quantity($0) }
  }
}

extension ValueType where Value == WholeTimeEquivalent {
  /// Working time in full-time posts.
  static var posts: ValueType {
    form(
      "working time in full-time posts",
      #"^[0-9]{1,4}(\.[0-9]{1,2})?( to [0-9]{1,4}(\.[0-9]{1,2})?)?$"#,
      ["0.5", "0.5 to 0.7"], numbers: 0...9999, .badQuantity
    ) { WholeTimeEquivalent($0) }
  }
}

extension ValueType where Value == ElementID {
  /// The address of an element.
  static var elementID: ValueType {
    form(
      "the address of an element",
      "^(\(ElementID.Collection.allCases.map(\.rawValue).joined(separator: "|")))(/[^/]+)*$",
      ["services/health-visiting", "boards/strategic/seats/midwifery"], .badID
    ) { ElementID($0) }
  }
}

extension ValueType where Value == Citation {
  /// A source and a place in it.
  static var citation: ValueType {
    ValueType(
      description: .pattern(
        name: "a citation", expression: #"^[a-z0-9._][a-z0-9._-]*( .+)?$"#,
        examples: ["toolkit E63", "toolkit"], numbers: nil)
    ) { node, reading in
      guard node.kind == .scalar else {
        reading.report(
          .wrongType,
          "a citation is the id of a source and a place in it, such as `toolkit E63`; this is "
            + node.inWords, at: node)
        return nil
      }
      let (source, place) = node.withBytes { bytes in
        guard let space = bytes.firstIndex(of: UInt8(ascii: " ")) else {
          return (String(decoding: bytes, as: UTF8.self), String?.none)
        }
        return (
          String(decoding: bytes[..<space], as: UTF8.self),
          String(decoding: bytes[(space + 1)...], as: UTF8.self)
        )
      }
      reading.note(source, targets: ReferenceTarget.source, at: node)
      return Citation(Identifier(source), place)
    }
  }
}

extension ValueType {
  /// The id of an element of one of several collections.
  static func reference<Element>(_ targets: ReferenceTarget...) -> ValueType
  where Value == Identifier<Element> {
    reference(any: targets)
  }

  /// The id of an organisation, a service, a board, a programme or a document.
  static func node() -> ValueType where Value == NodeID {
    reference(any: ReferenceTarget.nodes)
  }

  private static func reference<Element>(any targets: [ReferenceTarget]) -> ValueType
  where Value == Identifier<Element> {
    ValueType(description: .reference(targets)) { node, reading in
      guard node.kind == .scalar else {
        reading.report(
          .wrongType,
          "here the map needs the id of \("a \(targets[0].noun)".withRightArticle); this is "
            + node.inWords, at: node)
        return nil
      }
      let text = node.text
      reading.note(text, targets: targets, at: node)
      return Identifier(text)
    }
  }

  /// The name of a profile; which exist is not the reader's to know.
  static func profile() -> ValueType where Value == Profile.ID {
    ValueType(description: .id) { node, reading in
      ValueType<String>.id.read(node, reading).map { Identifier($0) }
    }
  }

  /// Several values, `none`, or a single value without brackets.
  static func list<Item>(_ item: ValueType<Item>) -> ValueType where Value == [Item] {
    ValueType(description: .list(item.description)) { node, reading in
      switch node.kind {
      case .sequence:
        var items: [Item] = []
        items.reserveCapacity(node.count)
        for element in node.elements {
          if element.isNull {
            reading.report(
              .wrongType, "this item of the list is empty; take it out or fill it in", at: element)
          } else if let value = item.read(element, reading) {
            items.append(value)
          }
        }
        return items
      case .scalar where node.isNone: return []
      default: return item.read(node, reading).map { [$0] }
      }
    }
  }

  /// One record.
  static func record(
    _ shape: @autoclosure @escaping @Sendable () -> Shape<Value>,
    _ make: @escaping @Sendable (Origin) -> Value
  ) -> ValueType {
    let description = shape().description
    return ValueType(description: .record(description)) { node, reading in
      var value = make(Origin(location: node.location))
      return shape().read(node, into: &value, reading) ? value : nil
    }
  }

  /// Several records in a list; their ids must differ.
  ///
  /// - Parameters:
  ///   - shape: How a record is written.
  ///   - make: Makes a record of which nothing is read yet.
  ///   - finish: Gives a record that was read without an id the one that follows from its key
  ///     fields.
  /// - Returns: The type of a list of such records.
  static func records<Item: MapElement>(
    _ shape: @autoclosure @escaping @Sendable () -> Shape<Item>,
    _ make: @escaping @Sendable (Origin) -> Item,
    finish: @escaping @Sendable (inout Item) -> Void
  ) -> ValueType where Value == [Item] {
    let description = shape().description
    return ValueType(description: .records(description)) { node, reading in
      if node.isNone { return [] }
      guard node.kind == .sequence else {
        reading.report(
          .wrongType,
          "here the map needs a list with a `-` before each \(description.name); this is "
            + node.inWords, at: node)
        return nil
      }
      let shape = shape()
      var items: [Item] = []
      items.reserveCapacity(node.count)
      var seen: [Item.ID: YAMLNode] = [:]
      for element in node.elements {
        var item = make(Origin(location: element.location))
        let before = reading.problems
        guard shape.read(element, into: &item, reading), reading.problems == before
        else { continue }
        finish(&item)
        if let first = seen.updateValue(element, forKey: item.id) {
          reading.reportClash(
            "\(item.id)", of: description.name, at: element, first: first.location)
        } else {
          items.append(item)
        }
      }
      return items
    }
  }

  /// A whole percentage for each of some words.
  static func percentages<Level: Word>() -> ValueType where Value == [Level: Int] {
    let words = Level.allCases.map { (raw: $0.rawValue, label: $0.label) }
    return ValueType(description: .table(words: words)) { node, reading in
      guard node.kind == .mapping else {
        reading.report(
          .wrongType,
          "here the map needs percentages, such as `{moderate: 60, complex: 40}`; this is "
            + node.inWords, at: node)
        return nil
      }
      var table: [Level: Int] = [:]
      for (key, value) in node.entries {
        guard let level = ValueType<Level>.word().read(key, reading) else { continue }
        table[level] = ValueType<Int>.integer(0...100).read(value, reading)
      }
      return table
    }
  }
}

extension MapReading {
  /// Notes that two elements have one id.
  func reportClash(
    _ id: String, of noun: String, at node: YAMLNode, first: SourceLocation?
  ) {
    let place = first.map { " (the other is at \($0))" } ?? ""
    report(
      .clashingID,
      "another \(noun) already has the id `\(id)`\(place); give this one an id of its own with "
        + "`id:`, or another name", at: node, besides: first)
  }
}

extension YAMLNode {
  /// The text as a new id; reports what ids cannot hold.
  func newID(_ reading: MapReading) -> String? {
    let text = text
    let isRight = withBytes { bytes in
      !bytes.isEmpty && bytes.count <= 100
        && bytes.allSatisfy {
          (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 || $0 == 95
        } && bytes[0] != 45
    }
    if isRight { return text }
    let proposal = text.asID
    reading.report(
      .badID,
      "`\(text.shortened)` cannot be an id: ids are lower case letters, digits and hyphens"
        + (proposal.isEmpty ? "" : ", such as `\(proposal)`"), at: self)
    return nil
  }
}

extension String {
  /// An id made from words: `After week one` becomes `after-week-one`, `Café Bébé` `cafe-bebe`.
  ///
  /// Empty when no letter has one from a to z in its place, as in other scripts.
  package var asID: String {
    var id = ""
    for scalar in lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": id.unicodeScalars.append(scalar)
      case "'", "’": continue
      default:
        if let letters = scalar.plainLetters {
          id += letters
        } else if !id.isEmpty, id.last != "-" {
          id.append("-")
        }
      }
    }
    while id.last == "-" { id.removeLast() }
    return String(id.prefix(80))
  }
}
