import FingerpostModel

/// The forms in which the difference of two versions is written.
public enum DifferenceFormat: String, CaseIterable, Hashable, Sendable {
  /// For people at a terminal.
  case text
  /// For a pull request or a paper.
  case markdown
  /// For programs, in a documented schema of its own.
  case json
}

/// Two versions of one map or of many, compared.
public struct VersionsReport: Sendable {
  /// What people call the earlier version.
  public let from: String
  /// What people call the later version.
  public let to: String
  /// Every map of either version, in the order of the later one.
  public let maps: [DifferenceReport]

  /// Puts the differences of maps together.
  public init(from: String, to: String, maps: [DifferenceReport]) {
    self.from = from
    self.to = to
    self.maps = maps
  }

  /// Whether nothing changed.
  public var isEmpty: Bool { maps.allSatisfy(\.isEmpty) }

  /// The report in a form.
  public func text(as format: DifferenceFormat) -> String {
    switch format {
    case .text: DifferenceText(self).text
    case .markdown: DifferenceMarkdown(self).text
    case .json: DifferenceJSON(self).text
    }
  }
}
