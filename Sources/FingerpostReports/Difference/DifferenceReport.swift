public import FingerpostAnalysis
public import FingerpostModel

/// What changed between two versions of a map, with what follows for families and for the standards.
public struct DifferenceReport: Sendable {
  /// Which versions there are.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// The map is there in both.
    case both
    /// The map is new.
    case new
    /// The map is gone.
    case gone
  }

  /// Which versions there are.
  public let state: State
  /// The difference; of a map that is new or gone, that from or to an empty map.
  public let difference: MapDifference
  /// The day for which both versions are looked at.
  public let date: CalendarDate
  /// For whom help was lost or gained; `nil` when a version does not say what it must cover.
  public let coverage: CoverageChanges?
  /// What a check finds in one version only; `nil` for a map that is new or gone.
  public let check: CheckDifference?
  /// What it is said in.
  public let words: Words

  /// Compares two versions that an audience may know; `nil` when there is no version at all.
  ///
  /// - Parameters:
  ///   - from: The earlier version, with what a check of it found; `nil` for a new map.
  ///   - to: The later version, with what a check of it found; `nil` for a map that is gone.
  ///   - renamed: What somebody says is the same under another id.
  ///   - date: The day of the checks, and for which help is looked for.
  ///   - hasCoverage: Whether both are sound, so that help can be looked for.
  ///   - words: What it is said in.
  public init?(
    from: (map: SystemMap, check: MapReport)?, to: (map: SystemMap, check: MapReport)?,
    renamed: [ElementID: ElementID] = [:], on date: CalendarDate, hasCoverage: Bool,
    words: Words
  ) {
    self.date = date
    self.words = words
    switch (from, to) {
    case (nil, nil): return nil
    case (let from?, let to?):
      state = .both
      difference = MapDifference(from: from.map, to: to.map, renamed: renamed)
      check = CheckDifference(from: from.check, to: to.check, difference: difference)
    case (nil, let to?):
      state = .new
      difference = MapDifference(from: to.map.emptied, to: to.map)
      check = nil
    case (let from?, nil):
      state = .gone
      difference = MapDifference(from: from.map, to: from.map.emptied)
      check = nil
    }
    coverage =
      state == .both && hasCoverage ? CoverageChanges(difference, on: date) : nil
  }

  /// Whether nothing changed.
  public var isEmpty: Bool {
    state == .both && difference.isEmpty && coverage?.isEmpty ?? true && check?.isEmpty ?? true
  }

  /// Whether an element that would be gone is there under another id, as somebody said.
  public func takes(_ old: ElementID, for new: ElementID) -> Bool {
    difference.changes.contains { $0.before == old && $0.after == new }
      || (old.path.count == 1 && difference.laterAddress(of: old) == new)
  }

  /// The map, in the version that there is.
  var map: SystemMap { state == .gone ? difference.from : difference.to }

  /// The sentences of each group that has any.
  var groups: [(group: DifferenceGroup, sentences: [String])] {
    let wording = DifferenceWording(difference, in: words)
    let byGroup = Dictionary(grouping: difference.changes) { DifferenceGroup($0.element) }
    return DifferenceGroup.allCases.compactMap { group in
      let sentences = (byGroup[group] ?? []).flatMap { wording.lines(for: $0) }
      return sentences.isEmpty ? nil : (group, sentences)
    }
  }

  /// What may be the same under another id, and how to settle it.
  var ambiguous: [(sentence: String, settling: String)] {
    let wording = DifferenceWording(difference, in: words)
    return difference.ambiguous.map { group in
      (
        wording.line(for: group),
        "--renamed \(group.gone[0])=\(group.new[0])".onOneLine
      )
    }
  }

  /// The sentences about whom help was lost or gained for.
  var coverageSentences: [String] {
    coverage?.lines(difference, in: words) ?? []
  }

  /// What became of open questions, in one sentence; `nil` when nothing did.
  var questionsSentence: String? {
    guard let check else { return nil }
    let parts = [
      (check.answeredQuestions.count, "answered"), (check.newQuestions.count, "new"),
      (check.droppedQuestions.count, "about what is gone"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : "Open questions: \(parts.joined(separator: ", "))"
  }

  /// The heading of a map, such as `“Leeds” is new`.
  var heading: String {
    switch state {
    case .both: map.title.onOneLine
    case .new: "\(map.title.onOneLine): a new map"
    case .gone: "\(map.title.onOneLine): this map is gone"
    }
  }
}

extension SystemMap {
  /// A map of the same name and place that states nothing else.
  package var emptied: SystemMap {
    var map = self
    map.kinds = []
    map.needs = []
    map.conditions = []
    map.areas = []
    map.sources = []
    map.organisations = []
    map.services = []
    map.routes = []
    map.boards = []
    map.programmes = []
    map.agreements = []
    map.flows = []
    map.documents = []
    map.links = []
    map.views = []
    map.exceptions = []
    return map
  }
}
