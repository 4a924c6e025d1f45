import FingerpostAnalysis
import FingerpostModel
import FingerpostReports

/// What came of a change, or what would.
struct ChangeOutcome: Encodable {
  /// Whether it is in the files.
  var written = false
  /// What takes it back; `nil` when it is not written.
  var undo: String?
  /// The ids of the changed elements, in the order of the changes; `nil` for one that is gone.
  var ids: [String?] = []
  /// What is new and what is mended, in a line.
  let summary: String
  /// What is new, each with its place.
  let news: [String]
  /// What is wrong with the elements, and what is new elsewhere.
  let findings: [Found]
  /// What the elements do not say.
  let questions: [Asked]
  /// What elements do not say that did not have to before.
  let newQuestions: [AskedOf]
  /// For which families something changes, with their conditions; a line for each need.
  let families: [String]
  /// How many combinations of a need, an age and an area have which answer; `nil` where the map does not
  /// say what it must cover.
  let coverage: CoverageCounts?
  /// The same without the change, over the same combinations.
  let coverageBefore: CoverageCounts?
  /// The commit that holds it; `nil` for none.
  var commit: String?
  /// Why there is no commit though one was asked for.
  var commitProblem: String?

  /// Something that a rule found.
  struct Found: Encodable {
    let severity: String
    let message: String
    let remedy: String
    /// Whether it is there because of the change.
    let isNew: Bool
  }

  /// Something that an element does not say.
  struct Asked: Encodable {
    let question: String
    /// The key that answers it, or where to write it.
    let key: String
  }

  /// Something that an element does not say.
  struct AskedOf: Encodable {
    /// What people call the element.
    let name: String
    let question: String
  }

  /// How many combinations of a need, an age and an area have which answer.
  struct CoverageCounts: Encodable {
    private(set) var covered = 0
    private(set) var coveredForSome = 0
    private(set) var gap = 0
    private(set) var notStated = 0

    init(_ coverage: Coverage) {
      for answer in coverage.answers() {
        switch answer {
        case .covered: covered += 1
        case .coveredForSome: coveredForSome += 1
        case .gap: gap += 1
        case .notStated: notStated += 1
        }
      }
    }
  }

  /// Compares a map with what it was.
  ///
  /// - Parameters:
  ///   - before: The report on it without the change; `nil` when there is none.
  ///   - after: That with the change.
  ///   - elements: The elements that are looked at.
  ///   - diagnostics: What the reader finds wrong with them.
  ///   - helped: Which families find help without the change, and with it.
  init(
    from before: MapReport?, to after: MapReport, about elements: Set<ElementID>,
    readerFinds diagnostics: [Diagnostic], helped: (before: Coverage?, after: Coverage?)
  ) {
    let change = CheckChange(from: before, to: after, ReportSettings())
    summary = change.inWords
    news = change.lines
    let new = Set(change.findings)
    func isLookedAt(_ element: ElementID) -> Bool { element.whole.map(elements.contains) ?? false }
    let newDiagnostics = Set(change.diagnostics)
    let read = (change.diagnostics + diagnostics.filter { !newDiagnostics.contains($0) }).map {
      Found(
        severity: $0.severity.rawValue, message: $0.message.capitalisedFirst, remedy: "",
        isNew: newDiagnostics.contains($0))
    }
    let found = after.findings.filter { new.contains($0) || isLookedAt($0.element) }
      .map {
        Found(
          severity: $0.severity.rawValue, message: $0.messageWithoutKeys,
          remedy: $0.remedyWithoutKeys, isNew: new.contains($0))
      }
    findings = read + found
    questions = after.questions.filter { isLookedAt($0.element) }
      .map { Asked(question: $0.question.one, key: $0.question.key) }
    newQuestions = change.newQuestions.filter { !isLookedAt($0.element) }
      .map { AskedOf(name: $0.name, question: $0.question.one) }
    guard let old = helped.before, let now = helped.after else {
      (families, coverageBefore) = ([], nil)
      coverage = helped.after.map { CoverageCounts($0) }
      return
    }
    // Both over the same bands of age, which a new limit cuts anew: a loss must not look like a gain.
    let plain = CoverageDifference(from: old, to: now)
    coverage = CoverageCounts(Coverage(of: now.map, over: plain.grid, on: now.date))
    coverageBefore = CoverageCounts(Coverage(of: old.map, over: plain.grid, on: old.date))
    let others = Set(old.conditions).intersection(now.conditions).sorted()
      .map { CoverageDifference(from: old, to: now, condition: $0) }
      .filter { $0.changes != plain.changes }
    families = ([plain] + others).flatMap {
      CoverageDifferenceWording($0, from: old.map, to: now.map).lines
    }
  }
}
