public import FingerpostModel

/// One thing that a standard asks of a system map: how strongly, on whose word, what passes, what
/// fails, and how to find out.
///
/// A rule sees the map and what can be worked out from it, never files or printing. It does not
/// decide how much a failure matters: its obligation does, unless a profile says otherwise.
public protocol Rule: Sendable {
  /// Its name, as profiles and accepted exceptions write it.
  var id: RuleID { get }
  /// The part of the catalogue that it stands in.
  var group: RuleGroup { get }
  /// What it asks, in one sentence.
  var summary: String { get }
  /// How strongly the source asks for it.
  var obligation: Obligation { get }
  /// Whether somebody may come to harm when it fails, which makes it matter one level more.
  var isAboutSafety: Bool { get }
  /// Who asks for it, and in which words.
  var authority: [Authority] { get }
  /// How to mend a map, or a system, that fails it, in a sentence or two.
  var remedy: String { get }
  /// A map that passes and one that fails.
  var examples: RuleExamples { get }
  /// How to find out.
  var check: RuleCheck { get }
}

extension Rule {
  /// No harm is near, unless the rule says so.
  public var isAboutSafety: Bool { false }

  /// How much a failure matters when no profile says otherwise.
  public var severity: Severity {
    switch (obligation, isAboutSafety) {
    case (.must, _), (.logic, _), (.should, true): .error
    case (.should, false), (.may, true): .warning
    case (.may, false): .note
    }
  }
}

/// How strongly a source asks, by its verb.
public enum Obligation: String, CaseIterable, Hashable, Sendable {
  /// As a minimum, requires, legal requirement.
  case must
  /// Should, need, vital, we advocate.
  case should
  /// Ideally, can be helpful, may.
  case may
  /// Nobody has to ask: otherwise the map contradicts itself.
  case logic

  /// What it means, in words.
  public var label: String {
    switch self {
    case .must: "must: the source says minimum, requires or legal"
    case .should: "should: the source says should, need or vital"
    case .may: "may: the source says ideally, helpful or may"
    case .logic: "cannot be otherwise: a map that fails it contradicts itself"
    }
  }
}

/// A short map that passes a rule and one that fails it, as the text of a map file below its
/// `fingerpost:` and `title:` lines.
///
/// They are shown to readers and run by a test, with every built-in profile, on 1 November 2026. In
/// the failing one, a comment `# here` ends each line at which the rule has to report something.
public struct RuleExamples: Hashable, Sendable {
  /// A map that passes.
  public let passing: String
  /// A map that fails.
  public let failing: String

  /// Makes a pair.
  public init(passing: String, failing: String) {
    self.passing = passing
    self.failing = failing
  }
}

/// How a rule finds out: what it looks at, one after another, and what it says of each.
///
/// A closure calls `pass`, `fail` or `ask` on the answers for each thing that the rule applies to,
/// and nothing for what it does not apply to.
public enum RuleCheck: Sendable {
  /// The map as a whole.
  case map(@Sendable (RuleContext, inout Answers) -> Void)
  /// Each service.
  case eachService(@Sendable (Service, RuleContext, inout Answers) -> Void)
  /// Each focal service; where the map names none, it is asked which they are.
  case eachFocalService(@Sendable (Service, RuleContext, inout Answers) -> Void)
  /// Each route.
  case eachRoute(@Sendable (Route, RuleContext, inout Answers) -> Void)
  /// Each board.
  case eachBoard(@Sendable (Board, RuleContext, inout Answers) -> Void)
  /// Each strategic board; where the map has none, it is asked for one.
  case eachStrategicBoard(@Sendable (Board, RuleContext, inout Answers) -> Void)
  /// Each organisation.
  case eachOrganisation(@Sendable (Organisation, RuleContext, inout Answers) -> Void)
  /// Each area.
  case eachArea(@Sendable (Area, RuleContext, inout Answers) -> Void)
  /// Each source.
  case eachSource(@Sendable (Source, RuleContext, inout Answers) -> Void)
  /// Each programme.
  case eachProgramme(@Sendable (Programme, RuleContext, inout Answers) -> Void)
  /// Each agreement.
  case eachAgreement(@Sendable (Agreement, RuleContext, inout Answers) -> Void)
  /// Each flow.
  case eachFlow(@Sendable (Flow, RuleContext, inout Answers) -> Void)
  /// Each document.
  case eachDocument(@Sendable (Document, RuleContext, inout Answers) -> Void)
  /// Each link.
  case eachLink(@Sendable (Link, RuleContext, inout Answers) -> Void)
  /// What the reader found of these sorts.
  case reading(Set<Diagnostic.Category>)
  /// What all other rules found.
  case findings(@Sendable ([Finding], RuleContext, inout Answers) -> Void)
  /// Several of these, such as each source and each document.
  indirect case several([RuleCheck])

  /// The single ways of finding out, in order.
  var parts: [RuleCheck] {
    if case .several(let checks) = self { checks.flatMap(\.parts) } else { [self] }
  }
}
