public import FingerpostModel
public import FingerpostRules

/// What a report says of one map, without the map itself, so that many of them fit in memory.
public struct MapReport: Sendable {
  /// The files that it was read from, as the person named them; the one with the title first.
  public var files: [String]
  /// What the map is; `nil` when it could not be read.
  public var heading: MapHeading?
  /// Whether all that the check needs could be read: the map, and the standards that it names.
  public var isWhole: Bool
  /// What is wrong, and neither accepted nor known: errors first, then in the order of the
  /// catalogue and of the elements' addresses.
  public var findings: [Finding]
  /// What is wrong and stands in the baseline.
  public var known: [Finding]
  /// What is wrong and accepted for a while.
  public var accepted: [AcceptedFinding]
  /// What the map does not say, in the order of the catalogue and of the elements' addresses.
  public var questions: [OpenQuestion]
  /// What the map does not say and stands in the baseline, when open questions fail the check.
  public var knownQuestions: [OpenQuestion]
  /// The entries of the baseline about this map that match nothing any more.
  public var mended: [BaselineEntry]
  /// How each rule ended; rules that had nothing to look at are absent.
  public var tallies: [RuleID: Answers.Tally]
  /// The rules that ran, in the order of the catalogue.
  public var rules: [RuleID]
  /// What the reader reported and no rule stands for.
  public var diagnostics: [Diagnostic]
  /// What people call the elements within which the elements of questions lie.
  public var names: [ElementID: String]
  /// The roles that answer for the elements within which findings lie.
  public var owners: [ElementID: String]

  /// A report on a map that could be read and was checked.
  ///
  /// - Parameters:
  ///   - result: What the rules found.
  ///   - files: The files that the map was read from.
  public init(_ result: CheckResult, files: [String]) {
    let order = RuleID.places
    self.files = files
    heading = MapHeading(result)
    isWhole = true
    findings = result.findings
    known = []
    accepted = result.accepted
    questions = result.questions.sorted { a, b in
      (order[a.rule] ?? .max, a.element, a.question.one)
        < (order[b.rule] ?? .max, b.element, b.question.one)
    }
    knownQuestions = []
    mended = []
    tallies = result.tallies
    rules = result.rules
    diagnostics = result.diagnostics
    names = [:]
    owners = [:]
    for finding in result.findings {
      guard let whole = finding.element.whole, owners[whole] == nil else { continue }
      owners[whole] = result.map.owner(of: whole)
    }
    for question in result.questions where question.element.path.count > 1 {
      guard let whole = question.element.whole, names[whole] == nil else { continue }
      names[whole] = result.map.name(of: whole)
    }
  }

  /// A report on files that could not be read as a map.
  public init(unreadable files: [String], _ diagnostics: [Diagnostic]) {
    self.files = files
    isWhole = false
    self.diagnostics = diagnostics
    findings = []
    known = []
    accepted = []
    questions = []
    knownQuestions = []
    mended = []
    tallies = [:]
    rules = []
    names = [:]
    owners = [:]
  }

  /// How the check of this map ended.
  public func outcome(_ settings: ReportSettings) -> CheckOutcome {
    guard isWhole else { return .unreadable }
    let fails =
      findings.contains { $0.severity >= settings.failOn }
      || diagnostics.contains { $0.severity >= settings.failOn }
      || (settings.isStrict && questions.contains { $0.severity >= settings.failOn })
    return fails ? .failing : .sound
  }
}

/// What a map is, for the heading of its report.
public struct MapHeading: Hashable, Sendable {
  /// What files and baselines call it.
  public var id: String
  /// What people call it.
  public var title: String
  /// The date of what it says.
  public var asOf: CalendarDate?
  /// The day that counted as today.
  public var date: CalendarDate
  /// The standards that it was checked against, by id and title.
  public var profiles: [Standard]
  /// How much it holds, such as `2 services, 1 route`.
  public var content: String

  /// A standard by its id and its title.
  public struct Standard: Hashable, Sendable {
    /// As a map names it.
    public var id: String
    /// What people call it.
    public var title: String

    /// Names a standard.
    public init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  init(_ result: CheckResult) {
    let map = result.map
    id = map.id.rawValue
    title = map.title
    asOf = map.asOf
    date = result.date
    profiles = result.profiles.map { Standard(id: $0.id.rawValue, title: $0.title) }
    let parts = [
      (map.services.count, Phrase.services), (map.routes.count, .routes),
      (map.boards.count, .boards), (map.programmes.count, .programmes),
    ].filter { $0.0 > 0 }.map { Words.english($0.1, $0.0) }
    content = parts.isEmpty ? "nothing yet" : parts.joined(separator: ", ")
  }
}

extension ElementID {
  /// The element of a collection that it is or lies within; `nil` for the map.
  package var whole: ElementID? {
    guard let first = path.first else { return nil }
    return ElementID(collection, first)
  }
}

extension RuleID {
  /// The place of each rule in the catalogue, by its name.
  static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1.rawValue, $0) })
}

extension SystemMap {
  /// What people call an element of a collection.
  func name(of element: ElementID) -> String? {
    guard let id = element.path.first else { return nil }
    return switch element.collection {
    case .services: services[Identifier(id)]?.name
    case .boards: boards[Identifier(id)]?.name
    case .organisations: organisations[Identifier(id)]?.name
    case .areas: areas[Identifier(id)]?.name
    case .sources: sources[Identifier(id)]?.title
    case .programmes: programmes[Identifier(id)]?.name
    case .agreements: agreements[Identifier(id)]?.name
    case .flows: flows[Identifier(id)]?.name
    case .documents: documents[Identifier(id)]?.name
    case .conditions: conditions[Identifier(id)]?.name
    case .needs: needs[Identifier(id)]?.name
    case .kinds: kinds[Identifier(id)]?.name
    case .routes:
      routes[Identifier(id)].map {
        "\($0.kind.label) from \(name(ofEnd: $0.from)) to \(name(ofEnd: $0.to))"
      }
    case .views: views[Identifier(id)]?.title
    case .links, .exceptions, .map: nil
    }
  }

  /// The role that answers for an element of a collection.
  func owner(of element: ElementID) -> String? {
    guard let id = element.path.first else { return nil }
    return switch element.collection {
    case .services: services[Identifier(id)]?.owner.value
    case .boards: boards[Identifier(id)]?.accountableLead.value
    case .routes: routes[Identifier(id)].flatMap { services[$0.from]?.owner.value }
    case .exceptions: exceptions[id]?.owner
    default: nil
    }
  }
}
