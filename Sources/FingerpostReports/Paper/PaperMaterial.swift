public import FingerpostAnalysis
public import FingerpostModel

/// What a paper is made from: a map and everything that was found out about it.
public struct PaperMaterial: Sendable {
  /// The map.
  public var map: SystemMap
  /// What a check found.
  public var check: MapReport
  /// The standards that the map was checked against.
  public var profiles: [Profile]
  /// Which families find help, and what ends within a year; about no need at all when the map does
  /// not state its scope.
  public var coverage: CoverageReport
  /// What the map does not state of its scope; `nil` when it states all.
  public var missingScope: CoverageGrid.UnstatedScope?
  /// The pictures, in the order of the views.
  public var pictures: [PaperPicture]
  /// What changed since an older version; `nil` when it was compared with none.
  public var changes: PaperChanges?
  /// What the paper is said in.
  public var words: Words
  /// The day that counts as today.
  public var date: CalendarDate
  /// Who may read the paper, in words; `nil` when that was not asked.
  public var audience: String?

  /// Gathers the material, and finds out who finds help and what ends within a year.
  ///
  /// - Parameters:
  ///   - map: The map.
  ///   - check: What a check of it found on `date`.
  ///   - profiles: The standards that it was checked against.
  ///   - pictures: The pictures, in the order of the views.
  ///   - changes: What changed since an older version.
  ///   - words: What the paper is said in.
  ///   - date: The day that counts as today.
  ///   - audience: Who may read the paper, in words.
  /// - Complexity: That of `CoverageReport.init`.
  public init(
    map: SystemMap, check: MapReport, profiles: [Profile], pictures: [PaperPicture],
    changes: PaperChanges? = nil, words: Words = .english, date: CalendarDate,
    audience: String? = nil
  ) {
    self.map = map
    self.check = check
    self.profiles = profiles
    self.pictures = pictures
    self.changes = changes
    self.words = words
    self.date = date
    self.audience = audience
    var coverage = Coverage(
      of: map, over: CoverageGrid(needs: [], bands: [], areas: []), on: date)
    do throws(CoverageGrid.UnstatedScope) {
      coverage = try Coverage(of: map, on: date)
    } catch {
      missingScope = error
    }
    self.coverage = CoverageReport(of: map, coverage, whatEndsBy: date.aYearOn)
  }

  /// What coverage says of the map.
  var coverageWording: CoverageWording { CoverageWording(map: map, words: words) }

  /// What a rule says.
  func said(_ text: String) -> PaperLine { PaperLine(said: words.passages(of: text)) }

  /// Who answers for an element, or that the map does not say.
  func owner(of element: ElementID?) -> String {
    element.flatMap(\.whole).flatMap { map.owner(of: $0) } ?? words(.theMapDoesNotSay)
  }

  /// The pictures of a section.
  func pictures(of section: PaperSection) -> [PaperBlock] {
    pictures.filter { PaperSection(showing: $0.view) == section }.map { .picture($0) }
  }
}

/// What changed in a map since an older version of it.
public struct PaperChanges: Hashable, Sendable {
  /// The older version, as people know it, such as the name of its file.
  public var since: String
  /// The day of what the older version says; `nil` when it does not say.
  public var asOf: CalendarDate?
  /// What changed, a sentence each; empty when nothing did.
  public var sentences: [String]

  /// Makes changes.
  public init(since: String, asOf: CalendarDate?, sentences: [String]) {
    self.since = since
    self.asOf = asOf
    self.sentences = sentences
  }
}

extension CalendarDate {
  /// The same day a year later, or the last day of that month.
  fileprivate var aYearOn: CalendarDate {
    CalendarDate(year: year + 1, month: month, day: day)
      ?? CalendarDate(year: year + 1, month: month, day: 28) ?? self
  }
}
