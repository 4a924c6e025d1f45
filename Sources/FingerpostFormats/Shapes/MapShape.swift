import FingerpostModel

extension Shape where Record == SystemMap {
  /// How a whole map is written.
  static let map = Shape("map", "A local system of services.") {
    [
      .required("fingerpost", \.self, .version, "The version of this format: 1."),
      .defaulted("id", \.id, .newID(), "What others call the map; the file's name otherwise."),
      .defaulted("title", \.title, .text, "The heading of its pictures and papers."),
      .optional("place", \.place, .text, "The place it is about."),
      .optional("summary", \.summary, .text, "What it is, in a sentence or two."),
      .optional("as-of", \.asOf, .date, "The date of what it says; drawing takes it for today."),
      .defaulted("language", \.language, .text, "The language of its texts, such as `en-GB`."),
      .optional(
        "words", \.words, .id,
        "The words that its pictures and papers are written in: `our-county` names the file "
          + "`our-county.words.yaml` beside the map."),
      .defaulted(
        "invented", \.isInvented, .yesNo,
        "Whether the place is invented, which every picture then says."),
      .optional(
        "profiles", \.profiles, .list(.profile()), "The written standards it is checked against."),
      .optional(
        "focus", \.focus, .list(.reference(.services)),
        "The focal services, from which steps are seen."),
      .optional("scope", \.scope, .record(.scope) { Scope(origin: $0) }, "What it must cover."),
      .intensities,
      .keyed("kinds", \.kinds, .serviceKind, "Kinds of service beside the known ones.") {
        ServiceKind(id: $0, name: $1, origin: $2)
      },
      .keyed("needs", \.needs, .need, "The needs.") { Need(id: $0, name: $1, origin: $2) },
      .keyed("conditions", \.conditions, .condition, "The conditions.") {
        Condition(id: $0, name: $1, origin: $2)
      },
      .keyed("areas", \.areas, .area, "The areas.") { Area(id: $0, name: $1, origin: $2) },
      .keyed("sources", \.sources, .source, "The sources it cites.") {
        Source(id: $0, title: $1, origin: $2)
      },
      .keyed("organisations", \.organisations, .organisation, "The organisations.") {
        Organisation(id: $0, name: $1, origin: $2)
      },
      .keyed("services", \.services, .service, "The services.") {
        Service(id: $0, name: $1, origin: $2)
      },
      .listed("routes", \.routes, .route, "The routes.") {
        Route(from: "", to: "", kind: .referral, id: "", origin: $0)
      } finish: {
        if $0.id.rawValue.isEmpty {
          $0.id = Route.derivedID(from: $0.from, to: $0.to, kind: $0.kind)
        }
      },
      .keyed("boards", \.boards, .board, "The boards.") { Board(id: $0, name: $1, origin: $2) },
      .keyed("programmes", \.programmes, .programme, "The programmes.") {
        Programme(id: $0, name: $1, origin: $2)
      },
      .keyed("agreements", \.agreements, .agreement, "The agreements.") {
        Agreement(id: $0, name: $1, origin: $2)
      },
      .keyed("flows", \.flows, .flow, "The flows.") { Flow(id: $0, name: $1, origin: $2) },
      .keyed("documents", \.documents, .document, "The documents.") {
        Document(id: $0, name: $1, origin: $2)
      },
      .listed("links", \.links, .link, "The links.") {
        Link(from: "", to: "", kind: .worksWith, id: "", origin: $0)
      } finish: {
        if $0.id.rawValue.isEmpty {
          $0.id = Link.derivedID(from: $0.from, to: $0.to, kind: $0.kind)
        }
      },
      .keyed("views", \.views, .ownView, "The views that it defines beside those of the program.") {
        OwnView(id: $0, title: $1, origin: $2)
      },
      .listed("exceptions", \.exceptions, .exception, "The accepted exceptions.") {
        AcceptedException(
          rule: "", element: ElementID(.map), reason: "", owner: "", until: .earliest, id: "",
          origin: $0)
      } finish: {
        if $0.id.isEmpty { $0.id = "\($0.rule)-\($0.element)" }
      },
    ] + .origin(\.origin)
  }
}

extension ValueType where Value == SystemMap {
  /// The version of the format; reads nothing into the map.
  fileprivate static var version: ValueType {
    ValueType(
      description: .word(vocabulary: "Version", words: [(raw: "1", label: "this version")])
    ) { node, reading in
      if !node.isEqual(to: "1") {
        reading.report(
          .unknownWord,
          "this program reads version 1 of the map format, not `\(node.text.shortened)`; write "
            + "`fingerpost: 1`, or use a newer program", at: node)
      }
      return nil
    }
  }
}

extension Field where Record == SystemMap {
  /// The scale of intensity, an ordered list of ids, or of ids with names.
  fileprivate static var intensities: Field {
    let id = ValueType<String>.id
    let level = ValueType<Intensity>(description: .id) { node, reading in
      id.read(node, reading).map { Intensity(id: Identifier($0), name: $0.asWords) }
    }
    return .defaulted(
      "intensities", \.intensities, .list(level),
      "The scale of intensity, lowest first; universal, targeted, specialist, acute otherwise.")
  }

  /// Records under their ids.
  fileprivate static func keyed<Element: MapElement>(
    _ key: String, _ property: any (WritableKeyPath<SystemMap, Elements<Element>> & Sendable),
    _ shape: @autoclosure @escaping @Sendable () -> Shape<Element>, _ summary: String,
    make: @escaping @Sendable (Element.ID, String, Origin) -> Element
  ) -> Field where Element.ID == Identifier<Element> {
    let description = shape().description
    return Field(key: key, isRequired: false, summary: summary, value: .keyed(description)) {
      node, map, reading in
      guard !node.isNone else {
        return map.state(none: key, of: property, isChange: reading.isChange)
      }
      guard node.kind == .mapping else {
        reading.report(
          .wrongType,
          "`\(key)` needs each \(description.name) under its id, such as `some-id:`; this is "
            + node.inWords, at: node)
        return
      }
      guard node.count > 0 else {
        return map.state(none: key, of: property, isChange: reading.isChange)
      }
      if reading.isChange { map.stateSome(key) }
      let shape = shape()
      map[keyPath: property].reserveCapacity(
        max(map[keyPath: property].count + node.count, reading.room[key] ?? 0))
      for (keyNode, value) in node.entries {
        guard let text = keyNode.newID(reading) else { continue }
        let id = Element.ID(text)
        if reading.isChange, var known = map[keyPath: property][id] {
          _ = shape.read(value, into: &known, reading, intoWhole: true)
          map[keyPath: property][id] = known
          continue
        }
        let origin = Origin(location: keyNode.location)
        var element: Element
        if value.kind == .scalar, !value.isNull {
          // A name alone.
          element = make(id, value.text, origin)
        } else {
          element = make(id, "", origin)
          if value.isNull {
            reading.report(
              .missingKey, "nothing is said of the \(description.name) `\(text)`; give it a name",
              at: keyNode)
            continue
          }
          // Kept even when something is wrong with it, so that references to it are not reported too.
          _ = shape.read(value, into: &element, reading)
        }
        if !map[keyPath: property].append(element) {
          reading.reportClash(
            text, of: description.name, at: keyNode,
            first: map[keyPath: property][id]?.origin.location)
        }
      }
    }
  }

  /// Records in a list.
  fileprivate static func listed<Element: MapElement>(
    _ key: String, _ property: any (WritableKeyPath<SystemMap, Elements<Element>> & Sendable),
    _ shape: @autoclosure @escaping @Sendable () -> Shape<Element>, _ summary: String,
    make: @escaping @Sendable (Origin) -> Element,
    finish: @escaping @Sendable (inout Element) -> Void
  ) -> Field {
    let description = shape().description
    return Field(key: key, isRequired: false, summary: summary, value: .records(description)) {
      node, map, reading in
      guard !node.isNone else {
        return map.state(none: key, of: property, isChange: reading.isChange)
      }
      guard node.kind == .sequence else {
        reading.report(
          .wrongType,
          "`\(key)` needs a list with a `-` before each \(description.name); this is "
            + node.inWords, at: node)
        return
      }
      guard node.count > 0 else {
        return map.state(none: key, of: property, isChange: reading.isChange)
      }
      if reading.isChange { map.stateSome(key) }
      let shape = shape()
      map[keyPath: property].reserveCapacity(
        max(map[keyPath: property].count + node.count, reading.room[key] ?? 0))
      for item in node.elements {
        var element = make(Origin(location: item.location))
        let before = reading.problems
        if reading.isChange, var known = map[keyPath: property][item.id(shape, element, finish)] {
          _ = shape.read(item, into: &known, reading, intoWhole: true)
          map[keyPath: property][known.id] = known
          continue
        }
        guard shape.read(item, into: &element, reading), reading.problems == before
        else { continue }
        finish(&element)
        if !map[keyPath: property].append(element) {
          reading.reportClash(
            "\(element.id)", of: description.name, at: item,
            first: map[keyPath: property][element.id]?.origin.location)
        }
      }
    }
  }
}

extension SystemMap {
  /// Notes that a file states a collection to be empty; a change then empties it.
  fileprivate mutating func state<Element: MapElement>(
    none key: String, of property: WritableKeyPath<SystemMap, Elements<Element>>,
    isChange: Bool
  ) {
    if isChange { self[keyPath: property] = [] }
    if let collection = ElementID.Collection(rawValue: key) { statedAsNone.insert(collection) }
  }

  /// Notes that a change fills a collection that may have been stated to be empty.
  fileprivate mutating func stateSome(_ key: String) {
    if let collection = ElementID.Collection(rawValue: key) { statedAsNone.remove(collection) }
  }
}

extension YAMLNode {
  /// The id that a record in a list has or would be given.
  fileprivate func id<Element: MapElement>(
    _ shape: Shape<Element>, _ unread: Element, _ finish: (inout Element) -> Void
  ) -> Element.ID {
    var element = unread
    _ = shape.read(self, into: &element, MapReading(), intoWhole: true)
    finish(&element)
    return element.id
  }
}
