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
  private var from: SystemMap { difference.from }
  private var to: SystemMap { difference.to }

  /// Longer texts are not shown, only that they changed.
  private static let longestText = 120
  /// Longer lists are counted.
  private static let longestList = 6

  /// Takes a difference to put into words.
  public init(_ difference: MapDifference) { self.difference = difference }

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
    let gone = ambiguous.gone.map { "\(name(of: $0, in: from)) (`\(ownID($0))`)" }
    let new = ambiguous.new.map { "\(name(of: $0, in: to)) (`\(ownID($0))`)" }
    return "\(gone.inWords) \(gone.count == 1 ? "is" : "are") gone and \(new.inWords) "
      + "\(new.count == 1 ? "is" : "are") new; the map does not say whether they are the same"
  }

  // MARK: - New and gone

  private func added(_ element: ElementID) -> String {
    switch element.collection {
    case .routes: "New \(bareName(of: element, in: to))"
    case .boards where element.path.count > 1: "New \(bareName(of: element, in: to))"
    case .services where element.path.count > 1:
      "\(exclusion(element, in: to).service) is now closed to families with this condition: "
        + exclusion(element, in: to).condition
    default: "New \(element.noun.one): \(ownName(of: element, in: to))"
    }
  }

  private func removed(_ element: ElementID) -> String {
    switch element.collection {
    case .routes: "\(bareName(of: element, in: from).capitalised) is gone"
    case .boards where element.path.count > 1:
      "\(bareName(of: element, in: from).capitalised) is gone"
    case .services where element.path.count > 1:
      "\(exclusion(element, in: from).service) is no longer closed to families with this condition: "
        + exclusion(element, in: from).condition
    default:
      "\(element.noun.one.capitalised) \(ownName(of: element, in: from).inQuotes) is gone"
    }
  }

  private func exclusion(
    _ element: ElementID, in map: SystemMap
  ) -> (service: String, condition: String) {
    let service = map.services[Service.ID(element.path[0])]
    let item = service?.excludes?.first { $0.id == element.path.last }
    return (
      name(of: ElementID(.services, element.path[0]), in: map),
      item.map { map.conditions[$0.condition]?.name ?? $0.condition.rawValue.asWords }?.onOneLine
        ?? "`\(ownID(element))`"
    )
  }

  // MARK: - Changed

  private func changed(
    _ change: ElementChange, _ before: ElementID, _ after: ElementID
  ) -> [String] {
    let was = name(of: before, in: from)
    let name = name(of: after, in: to)
    var lines: [String] = []
    let nameChange = change.fields.first { $0.key == after.nameKey }
    let oldID = change.kind == .renamed ? " (was `\(ownID(before))`)" : ""
    if let nameChange {
      lines.append(
        after.collection == .map
          ? "The map is now called \(quoted(nameChange.after, in: to)); "
            + "it was \(quoted(nameChange.before, in: from))"
          : "\(was.capitalised) is now called \(ownName(of: after, in: to).inQuotes)\(oldID)")
    } else if change.kind == .renamed {
      lines.append("\(name.capitalised) has a new id: `\(ownID(after))`\(oldID)")
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
      return "\(subject(field.path.dropLast(), of: name)): \(shortest(new, in: to)) added"
    case (_, .absent):
      return "\(subject(field.path.dropLast(), of: name)): \(shortest(old, in: from)) gone"
    default: return "\(subject(field.path[...], of: name)): \(change(old, new))"
    }
  }

  /// `Wait of “Health visiting”`, `Contact of “Health visiting”, phone`.
  private func subject(_ path: ArraySlice<FieldChange.Step>, of name: String) -> String {
    let steps = path.map { step in
      switch step {
      case .key(let key): FieldWording.noun(of: key)
      case .item(_, let item): words(item, in: to).inQuotes
      }
    }
    return (["\(steps[0]) of \(name)"] + steps.dropFirst().map(\.uncapitalised))
      .joined(separator: ", ")
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
        (added.isEmpty ? [] : ["\(shortened(added).inWords) added"])
        + (gone.isEmpty ? [] : ["\(shortened(gone).inWords) gone"])
      return parts.joined(separator: "; ")
    default:
      var (before, after) = (words(old, in: from), words(new, in: to))
      if before == after {
        // Two organisations of one name, or a blank or a full stop.
        (before, after) = ("`\(old)`".onOneLine, "`\(new)`".onOneLine)
      }
      if before.count + after.count <= Self.longestText { return "\(before) before, \(after) now" }
      // What is long is read where it stands; two long texts side by side show no difference.
      switch (old, new) {
      case (.notStated, _): return "not stated before, stated now"
      case (.none, _): return "none before, stated now"
      case (_, .notStated): return "stated before, not stated now"
      case (_, .none): return "stated before, none now"
      case (.text, .text): return "in other words than before"
      default: return "not as before"
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
    case .notStated: "not stated"
    case .none: "none"
    case .absent: "not there"
    case .text(let text): text.onOneLine.withoutFullStop
    case .yesNo(let isYes): isYes ? "yes" : "no"
    case .date(let date): date.inWords
    case .ages(let ages): ages.description
    case .word(_, let label): label
    case .reference(let reference): map.name(of: reference)
    case .address(let address): name(of: address, in: map)
    case .citation(let citation):
      ([map.sources[citation.source]?.title ?? "`\(citation.source)`"]
        + (citation.place.map { [$0] } ?? [])).joined(separator: ", ").onOneLine
    case .list(let items), .sequence(let items):
      shortened(items.map { words($0, in: map) }).inWords
    case .record(let record): words(record, in: map)
    }
  }

  private func words(_ record: StatedRecord, in map: SystemMap) -> String {
    let stated = record.fields.filter {
      $0.value != .notStated && $0.key != "source" && $0.key != "note"
    }
    guard !stated.isEmpty else { return "stated without details" }
    let isItem = record.identity != .notStated
    let details = stated.filter { !isItem || $0.value != record.name }.map {
      "\(FieldWording.noun(of: $0.key).uncapitalised) \(words($0.value, in: map))"
    }.joined(separator: "; ")
    guard isItem else { return details }
    return words(record.name, in: map) + (details.isEmpty ? "" : " (\(details))")
  }

  private func shortened(_ words: [String]) -> [String] {
    words.count <= Self.longestList
      ? words
      : words.prefix(Self.longestList - 1) + ["\(words.count - Self.longestList + 1) more"]
  }

  private func quoted(_ statement: Statement, in map: SystemMap) -> String {
    words(statement, in: map).inQuotes
  }

  // MARK: - Names

  private func ownID(_ element: ElementID) -> String { (element.path.last ?? "").onOneLine }

  /// What people call an element within a sentence: `“Crisis line”`, `the route from A to B`.
  private func name(of element: ElementID, in map: SystemMap) -> String {
    switch element.collection {
    case .map: "the map"
    case .services where element.path.count > 1: "the \(bareName(of: element, in: map))"
    case .boards where element.path.count > 1: "the \(bareName(of: element, in: map))"
    case .routes, .links, .exceptions: "the \(bareName(of: element, in: map))"
    default: bareName(of: element, in: map)
    }
  }

  /// The same without an article, as it stands after “new”.
  private func bareName(of element: ElementID, in map: SystemMap) -> String {
    switch element.collection {
    case .routes:
      guard let route = map.routes[Route.ID(ownID(element))] else { break }
      return
        ("route from \(map.name(ofEnd: route.from)) to \(map.name(ofEnd: route.to)) "
        + "(\(route.kind.label))").onOneLine
    case .links, .exceptions:
      return "\(element.noun.one) \(ownName(of: element, in: map).inQuotes)"
    case .boards where element.path.count > 1:
      return "seat for \(ownName(of: element, in: map)) on "
        + name(of: ElementID(.boards, element.path[0]), in: map)
    case .services where element.path.count > 1:
      let (service, condition) = exclusion(element, in: map)
      return "exclusion at \(service) for \(condition.inQuotes)"
    default: break
    }
    return ownName(of: element, in: map).inQuotes
  }

  /// What people call an element, without saying what it is.
  private func ownName(of element: ElementID, in map: SystemMap) -> String {
    guard let id = element.path.first else { return map.title.onOneLine }
    switch element.collection {
    case .boards where element.path.count > 1:
      let seat = map.boards[Board.ID(id)]?.seats?.first { $0.id == element.path.last }
      let functions =
        (seat?.represents ?? []).map { map.name(of: $0) }
        + (seat?.stakeholder ?? []).map(\.label)
      return functions.isEmpty
        ? (seat?.member.value ?? "`\(ownID(element))`").onOneLine : functions.inWords.onOneLine
    case .exceptions:
      guard let exception = map.exceptions[id] else { return "`\(id)`".onOneLine }
      return "`\(exception.rule)` for ".onOneLine + name(of: exception.element, in: map)
    case .links:
      guard let link = map.links[Link.ID(id)] else { return "`\(id)`".onOneLine }
      let (start, end) = (link.from, link.to)
      return "\(map.name(of: start) ?? "`\(start)`") \(link.kind.label) "
        .onOneLine + (map.name(of: end) ?? "`\(end)`").onOneLine
    default:
      return map.name(of: Statement.Reference(id, in: .collection(element.collection)))
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
        case .services: id == Service.ID.families.rawValue ? id : services[Service.ID(id)]?.name
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
  fileprivate var inQuotes: String { "“\(self)”" }

  /// With a capital letter at the start of a line.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }

  /// As it stands within a line.
  fileprivate var withoutFullStop: String {
    hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self
  }

  /// Without one within a line, except before another capital.
  fileprivate var uncapitalised: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }
}
