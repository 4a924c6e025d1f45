import FingerpostAnalysis
public import FingerpostModel

/// A commit that changed a map.
public struct MapCommit: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// The day on which it was written; `nil` when git says something else.
  public var date: CalendarDate?
  /// The first line of its message.
  public var subject: String
  /// Who wrote it.
  public var author: String

  /// Makes a commit.
  public init(id: String, date: CalendarDate?, subject: String, author: String) {
    self.id = id
    self.date = date
    self.subject = subject
    self.author = author
  }

  /// The id as people quote it.
  var shortID: String { String(id.prefix(9)) }
}

/// When an element was last changed.
public enum LastChange: Hashable, Sendable {
  /// In the files, and not committed yet.
  case notCommitted
  /// By a commit.
  case commit(MapCommit)
  /// By no commit whose version can be read.
  case unknown
}

/// When each service, route and seat of a map was last changed and last confirmed.
public struct HistoryReport: Sendable {
  /// An element, and when it was last changed.
  public struct Entry: Hashable, Sendable {
    /// Its address.
    public var element: ElementID
    /// What people call it.
    public var name: String
    /// When it was last changed.
    public var change: LastChange
    /// When somebody last confirmed it; `nil` when the map does not say, or it is no service.
    public var assured: CalendarDate?
  }

  /// The map, as its readers are shown it.
  public let map: SystemMap
  /// Services, routes and seats, in the order of the map.
  public let entries: [Entry]
  /// Versions that could not be read.
  public let unreadable: [MapCommit]
  /// Whether git holds the recent commits only.
  public let isCutShort: Bool
  /// What is due for review.
  public let due: ReviewsDue
  /// Whether the readers may know who wrote a commit.
  let showsAuthors: Bool

  /// The elements that such a report is about.
  public static func elements(of map: SystemMap) -> [ElementID] {
    map.services.map { ElementID(.services, $0.id.rawValue) }
      + map.routes.map { ElementID(.routes, $0.id.rawValue) }
      + map.boards.flatMap { board in
        (board.seats ?? []).map { ElementID(.boards, board.id.rawValue, "seats", $0.id) }
      }
  }

  /// Puts together what was found.
  ///
  /// - Parameters:
  ///   - map: The map, as its readers are shown it.
  ///   - changes: When its elements were last changed.
  ///   - unreadable: Versions that could not be read.
  ///   - isCutShort: Whether git holds the recent commits only.
  ///   - due: What is due for review.
  ///   - audience: The readers.
  public init(
    of map: SystemMap, changes: [ElementID: LastChange], unreadable: [MapCommit],
    isCutShort: Bool, due: ReviewsDue, audience: Audience
  ) {
    self.map = map
    self.unreadable = unreadable
    self.isCutShort = isCutShort
    self.due = due
    showsAuthors = audience == .operational
    let wording = CoverageWording(map: map, words: .english)
    entries = Self.elements(of: map).map { element in
      let id = element.path[0]
      let name: String
      var assured: CalendarDate?
      switch element.collection {
      case .services:
        name = wording.name(of: Service.ID(id))
        assured = map.services[Service.ID(id)]?.assured
      case .routes: name = wording.name(of: Route.ID(id))
      default:
        let board = map.boards[Board.ID(id)]
        name = "\(wording.seat(element.path[2], on: board)) on “\(board?.name ?? id)”"
      }
      return Entry(
        element: element, name: name.onOneLine, change: changes[element] ?? .unknown,
        assured: assured)
    }
  }

  /// The report in a form.
  public func text(as format: DifferenceFormat) -> String {
    switch format {
    case .text: HistoryText(report: self).text
    case .markdown: HistoryText(report: self).markdown
    case .json: HistoryJSON(report: self).text
    }
  }
}
