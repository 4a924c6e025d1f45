public import FingerpostModel

/// Everything that one run of a check brought to light: the one value that reports are made from.
public struct CheckReport: Sendable {
  /// How the run was asked for.
  public var settings: ReportSettings
  /// What it says of each map, in the order in which they were named.
  public var maps: [MapReport]

  /// Makes a report.
  public init(_ maps: [MapReport], settings: ReportSettings = ReportSettings()) {
    self.maps = maps
    self.settings = settings
  }

  /// The report in one of its forms; the same value always gives the same text.
  public func text(as format: ReportFormat) -> String {
    var writer = format.writer(settings)
    var text = writer.beginning()
    for map in maps { text += writer.part(about: map) }
    return text + writer.ending()
  }
}

/// How a check was asked for, as far as its report depends on it.
public struct ReportSettings: Hashable, Sendable {
  /// The least severity at which a finding fails the check.
  public var failOn: Severity
  /// Whether open questions fail the check as findings of their rule would.
  public var isStrict: Bool
  /// Whom the text is for; `nil` is anybody.
  public var reader: ReportReader?
  /// Whether the text lists every open question with its elements.
  public var showsAllQuestions: Bool
  /// Whether the text says only what fails, and one line a map.
  public var isBrief: Bool
  /// Whether findings were compared with a baseline.
  public var hasBaseline: Bool
  /// The folder from which files are named in formats that want relative names, as an absolute
  /// path.
  public var folder: String?
  /// The version of the program, where a format has a place for it.
  public var version: String?
  /// Whether the text is coloured, for a terminal.
  public var isColoured: Bool

  /// Settings as they are when nothing is asked for.
  public init() {
    failOn = .error
    isStrict = false
    showsAllQuestions = false
    isBrief = false
    hasBaseline = false
    isColoured = false
  }
}

/// How the check of a map, or of several, ended.
public enum CheckOutcome: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Nothing fails.
  case sound
  /// Something fails at or above the severity that was asked for.
  case failing
  /// The text or its shape cannot be read.
  case unreadable

  /// Orders outcomes from sound to unreadable.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .sound: 0
    case .failing: 1
    case .unreadable: 2
    }
  }
}
