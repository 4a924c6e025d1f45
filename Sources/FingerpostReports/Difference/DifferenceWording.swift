public import FingerpostAnalysis
public import FingerpostModel
import FingerpostRules

/// What changed between two versions of a map, as one line for each change.
///
/// Lines have no full stop, so that they can stand in a list. Each version's names are its own:
/// what was is called as it was called then. Whatever the maps state may be shown: for an audience,
/// compare both as that audience may see them.
public struct DifferenceWording: Sendable {
  private let difference: MapDifference
  private let said: Words
  private var from: SystemMap { difference.from }
  private var to: SystemMap { difference.to }

  /// Longer texts are not shown, only that they changed.
  private static let longestText = 120
  /// Longer lists are counted.
  private static let longestList = 6

  /// Takes a difference, and the words to put it into.
  public init(_ difference: MapDifference, in words: Words = .english) {
    self.difference = difference
    said = words
  }

  /// Every change in the order of the difference, then what may be under a new id.
  ///
  /// - Complexity: O(*c*), where *c* is what changed.
  public var lines: [String] {
    difference.changes.flatMap { lines(for: $0) } + difference.ambiguous.map { line(for: $0) }
  }

  /// The changes of one collection of the map in their order, then what may be under a new id.
  public func lines(in collection: ElementID.Collection) -> [String] {
    difference.changes.filter { $0.element.collection == collection }
      .flatMap { lines(for: $0) }
      + difference.ambiguous.filter { $0.gone.first?.collection == collection }
      .map { line(for: $0) }
  }

  /// What became of an element: one line when it is new or gone, otherwise one for its new name or
  /// id and one for each field.
  public func lines(for change: ElementChange) -> [String] {
    switch (change.before, change.after) {
    case (nil, let after?): return [added(after)]
    case (let before?, nil): return [removed(before)]
    case (let before?, let after?): return changed(change, before, after)
    case (nil, nil): return []
    }
  }

  /// That elements which are gone may be there under a new id.
  public func line(for ambiguous: AmbiguousRename) -> String {
    func named(_ elements: [ElementID], in map: SystemMap) -> [String: String] {
      [
        "names": said.list(
          elements.map { said(.nameWithID, ["name": name(of: $0, in: map), "id": ownID($0)]) })
      ]
    }
    return said(
      .maybeTheSame,
      [
        "gone": said(.areGone, ambiguous.gone.count, named(ambiguous.gone, in: from)),
        "new": said(.areNew, ambiguous.new.count, named(ambiguous.new, in: to)),
      ])
  }

  // MARK: - New and gone

  private func added(_ element: ElementID) -> String {
    switch element.collection {
    case .routes:
      if let route = route(element, in: to) { return said(.newRoute, route) }
    case .boards where element.path.count > 1: return said(.newSeat, seat(element, in: to))
    case .services where element.path.count > 1:
      return said(.nowClosedTo, exclusion(element, in: to))
    default: break
    }
    return said(
      .newElement,
      ["sort": said.label(element.collection), "name": ownName(of: element, in: to)])
  }

  private func removed(_ element: ElementID) -> String {
    switch element.collection {
    case .routes:
      if let route = route(element, in: from) { return said(.routeIsGone, route) }
    case .boards where element.path.count > 1: return said(.seatIsGone, seat(element, in: from))
    case .services where element.path.count > 1:
      return said(.noLongerClosedTo, exclusion(element, in: from))
    default: break
    }
    return said(
      .elementIsGone,
      [
        "sort": said.label(element.collection).capitalisedFirst,
        "name": ownName(of: element, in: from),
      ])
  }

  private func route(_ element: ElementID, in map: SystemMap) -> [String: String]? {
    guard let route = map.routes[Route.ID(ownID(element))] else { return nil }
    return [
      "from": name(ofEnd: route.from, in: map), "to": name(ofEnd: route.to, in: map),
      "kind": said.label(route.kind),
    ]
  }

  private func name(ofEnd id: Service.ID, in map: SystemMap) -> String {
    id == .families ? said(.families) : map.name(ofEnd: id).onOneLine
  }

  private func seat(_ element: ElementID, in map: SystemMap) -> [String: String] {
    [
      "seat": ownName(of: element, in: map),
      "board": ownName(of: ElementID(.boards, element.path[0]), in: map),
    ]
  }

  private func exclusion(_ element: ElementID, in map: SystemMap) -> [String: String] {
    let service = map.services[Service.ID(element.path[0])]
    let item = service?.excludes?.first { $0.id == element.path.last }
    return [
      "service": ownName(of: ElementID(.services, element.path[0]), in: map),
      "condition":
        item.map { map.conditions[$0.condition]?.name ?? $0.condition.rawValue.asWords }?.onOneLine
        ?? "`\(ownID(element))`",
    ]
  }

  // MARK: - Changed

  private func changed(
    _ change: ElementChange, _ before: ElementID, _ after: ElementID
  ) -> [String] {
    let was = name(of: before, in: from)
    let name = name(of: after, in: to)
    var lines: [String] = []
    let nameChange = change.fields.first { $0.key == after.nameKey }
    let isRenamed = change.kind == .renamed
    let old = ["old": ownID(before)]
    if let nameChange {
      if after.collection == .map {
        lines.append(
          said(
            .mapIsNowCalled,
            ["new": words(nameChange.after, in: to), "old": words(nameChange.before, in: from)]))
      } else {
        let values = ["what": was.capitalisedFirst, "name": ownName(of: after, in: to)]
        lines.append(
          isRenamed
            ? said(.isNowCalledWithID, values.merging(old) { a, _ in a })
            : said(.isNowCalled, values))
      }
    } else if isRenamed {
      lines.append(
        said(
          .hasNewID,
          old.merging(["new": ownID(after), "what": name.capitalisedFirst]) { a, _ in a }))
    }
    for field in change.fields where field != nameChange {
      lines.append(line(for: field, of: name))
    }
    return lines
  }

  private func line(for field: FieldChange, of name: String) -> String {
    let (old, new) = (field.before, field.after)
    switch (old, new) {
    case (.absent, _):
      return line(
        field.path.dropLast(), of: name, said(.itemAdded, ["what": shortest(new, in: to)]))
    case (_, .absent):
      return line(
        field.path.dropLast(), of: name, said(.itemGone, ["what": shortest(old, in: from)]))
    default: return line(field.path[...], of: name, change(old, new))
    }
  }

  private func line(
    _ path: ArraySlice<FieldChange.Step>, of name: String, _ change: String
  ) -> String {
    said(.named, ["name": subject(path, of: name), "value": change])
  }

  /// `Wait of “Health visiting”`, `Contact of “Health visiting”, phone`.
  private func subject(_ path: ArraySlice<FieldChange.Step>, of name: String) -> String {
    let steps = path.map { step in
      switch step {
      case .key(let key): said.field(key)
      case .item(_, let item): "“\(words(item, in: to))”"
      }
    }
    return
      ([said(.fieldOf, ["field": steps[0], "what": name])]
      + steps.dropFirst().map(\.lowercasedFirst)).joined(separator: ", ")
  }

  /// What was and what is.
  private func change(_ old: Statement, _ new: Statement) -> String {
    switch (old, new) {
    case (.list(let before), .list(let after)):
      let newItems = Set(after)
      let oldItems = Set(before).union(before.map(difference.underLaterIDs))
      let added = after.filter { !oldItems.contains($0) }.map { words($0, in: to) }
      let gone = before.filter {
        !newItems.contains($0) && !newItems.contains(difference.underLaterIDs($0))
      }.map { words($0, in: from) }
      let parts =
        (added.isEmpty ? [] : [said(.itemAdded, ["what": said.list(shortened(added))])])
        + (gone.isEmpty ? [] : [said(.itemGone, ["what": said.list(shortened(gone))])])
      return parts.joined(separator: "; ")
    default:
      var (before, after) = (words(old, in: from), words(new, in: to))
      if before == after {
        // Two organisations of one name, or a blank or a full stop.
        (before, after) = ("`\(old)`".onOneLine, "`\(new)`".onOneLine)
      }
      if before.count + after.count <= Self.longestText {
        return said(.beforeAndNow, ["before": before, "now": after])
      }
      // What is long is read where it stands; two long texts side by side show no difference.
      switch (old, new) {
      case (.notStated, _): return said(.statedNow)
      case (.none, _): return said(.noneBefore)
      case (_, .notStated): return said(.notStatedNow)
      case (_, .none): return said(.noneNow)
      case (.text, .text): return said(.inOtherWords)
      default: return said(.notAsBefore)
      }
    }
  }

  /// An item with its facts, or only what it is called when they are many.
  private func shortest(_ item: Statement, in map: SystemMap) -> String {
    let all = words(item, in: map)
    guard all.count > Self.longestText, case .record(let record) = item else { return all }
    return words(record.name, in: map)
  }

  // MARK: - Statements

  private func words(_ statement: Statement, in map: SystemMap) -> String {
    switch statement {
    case .notStated: said(.notStated)
    case .none: said(.noneOfThem)
    case .absent: said(.notInTheList)
    case .text(let text): text.onOneLine.withoutFullStop
    case .yesNo(let isYes): said(isYes ? .yes : .no)
    case .date(let date): said.date(date)
    case .ages(let ages): said.ages(from: ages.from, to: ages.to)
    case .span(let span): said.span(span)
    case .quantity(let quantity): said.quantity(quantity)
    case .word(let word, let kind, let label): said.label(word, kind: kind, english: label)
    case .reference(let reference): name(of: reference, in: map)
    case .address(let address): name(of: address, in: map)
    case .citation(let citation):
      ([map.sources[citation.source]?.title ?? "`\(citation.source)`"]
        + (citation.place.map { [$0] } ?? [])).joined(separator: ", ").onOneLine
    case .list(let items), .sequence(let items):
      said.list(shortened(items.map { words($0, in: map) }))
    case .record(let record): words(record, in: map)
    }
  }

  private func words(_ record: StatedRecord, in map: SystemMap) -> String {
    let stated = record.fields.filter {
      $0.value != .notStated && $0.key != "source" && $0.key != "note"
    }
    guard !stated.isEmpty else { return said(.statedWithoutDetails) }
    let isItem = record.identity != .notStated
    let details = stated.filter { !isItem || $0.value != record.name }.map {
      said(
        .fieldWithValue,
        ["field": said.field($0.key).lowercasedFirst, "value": words($0.value, in: map)])
    }.joined(separator: "; ")
    guard isItem else { return details }
    let name = words(record.name, in: map)
    return details.isEmpty ? name : said(.nameWithDetails, ["name": name, "details": details])
  }

  private func shortened(_ words: [String]) -> [String] {
    words.count <= Self.longestList
      ? words
      : words.prefix(Self.longestList - 1)
        + [said(.moreNames, words.count - Self.longestList + 1)]
  }

  // MARK: - Names

  private func ownID(_ element: ElementID) -> String { (element.path.last ?? "").onOneLine }

  /// What people call an element within a sentence: `“Crisis line”`, `the route from A to B`.
  private func name(of element: ElementID, in map: SystemMap) -> String {
    let own = ownName(of: element, in: map)
    switch element.collection {
    case .map: return said(.theMap)
    case .services where element.path.count > 1:
      return said(.theExclusion, exclusion(element, in: map))
    case .boards where element.path.count > 1: return said(.theSeat, seat(element, in: map))
    case .routes:
      if let route = route(element, in: map) { return said(.theRoute, route) }
    case .links: return said(.theLink, ["name": own])
    case .exceptions: return said(.theException, ["name": own])
    default: break
    }
    return "“\(own)”"
  }

  /// What people call an element, without saying what it is.
  private func ownName(of element: ElementID, in map: SystemMap) -> String {
    guard let id = element.path.first else { return map.title.onOneLine }
    switch element.collection {
    case .boards where element.path.count > 1:
      let seat = map.boards[Board.ID(id)]?.seats?.first { $0.id == element.path.last }
      let functions =
        (seat?.represents ?? []).map { map.name(of: $0) }
        + (seat?.stakeholder ?? []).map { said.label($0) }
      return functions.isEmpty
        ? (seat?.member.value ?? "`\(ownID(element))`").onOneLine : said.list(functions).onOneLine
    case .exceptions:
      guard let exception = map.exceptions[id] else { return "`\(id)`".onOneLine }
      return said(
        .exceptionFor,
        ["rule": exception.rule.onOneLine, "what": name(of: exception.element, in: map)])
    case .links:
      guard let link = map.links[Link.ID(id)] else { return "`\(id)`".onOneLine }
      let (start, end) = (link.from, link.to)
      return said(
        .linkBetween,
        [
          "from": (map.name(of: start) ?? "`\(start)`").onOneLine,
          "kind": said.label(link.kind), "to": (map.name(of: end) ?? "`\(end)`").onOneLine,
        ])
    default:
      return name(of: Statement.Reference(id, in: .collection(element.collection)), in: map)
    }
  }

  private func name(of reference: Statement.Reference, in map: SystemMap) -> String {
    switch reference.target {
    case .collection(.services) where reference.id == Service.ID.families.rawValue:
      said(.families)
    default: map.name(of: reference)
    }
  }
}

extension ElementID {
  /// The key of what people call the element.
  fileprivate var nameKey: String {
    switch collection {
    case .map, .sources, .views: "title"
    default: "name"
    }
  }
}

extension SystemMap {
  /// What people call what a reference names; its id when the map does not hold it.
  fileprivate func name(of reference: Statement.Reference) -> String {
    let id = reference.id
    let name: String? =
      switch reference.target {
      case .node: self.name(of: NodeID(id))
      case .intensity: intensities.first { $0.id.rawValue == id }?.name
      case .profile: nil
      case .collection(let collection):
        switch collection {
        case .map: title
        case .kinds: self.name(of: ServiceKind.ID(id))
        case .needs: needs[Need.ID(id)]?.name
        case .conditions: conditions[Condition.ID(id)]?.name
        case .areas: areas[Area.ID(id)]?.name
        case .sources: sources[Source.ID(id)]?.title
        case .organisations: organisations[Organisation.ID(id)]?.name
        case .services: services[Service.ID(id)]?.name
        case .boards: boards[Board.ID(id)]?.name
        case .programmes: programmes[Programme.ID(id)]?.name
        case .agreements: agreements[Agreement.ID(id)]?.name
        case .flows: flows[Flow.ID(id)]?.name
        case .documents: documents[Document.ID(id)]?.name
        case .views: views[OwnView.ID(id)]?.title
        case .routes, .links, .exceptions: nil
        }
      }
    return (name ?? "`\(id)`").onOneLine
  }
}

extension String {
  /// As it stands within a line.
  fileprivate var withoutFullStop: String {
    hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self
  }
}
