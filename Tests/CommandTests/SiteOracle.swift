import FingerpostTestSupport
import Foundation

/// What Chromium and axe find on a site after a double click.
struct SiteOracle: Decodable {
  /// A page.
  struct Page: Decodable {
    var path: String
    var said: [String]
    var violations: [String]
    var width: Int
    var wide: [String]
    var asked: [String]
  }

  /// What somebody on a board finds.
  struct Board: Decodable {
    var heading: [String]
    var seats: [String]
    var holders: [String]
  }

  /// What a commissioner finds.
  struct Commissioner: Decodable {
    var answer: String
    var opened: String
    var isClosed: Bool
    var isBack: Bool
    var family: String
    var lit: Int
  }

  /// What an operational lead finds.
  struct Lead: Decodable {
    var found: [String]
    var rows: Int
    var filtered: [String]
    var count: String
    var faded: Int
    var again: Int
    var still: Int
    var selected: String
    var lit: Int
    var unlit: Int
    var way: [String]
    var zoomed: Double
    var page: [String]
  }

  /// What is there where no scripts run.
  struct Plain: Decodable {
    var visible: [String: Bool]
    var pictures: Int
    var landed: String
  }

  /// What they find on the reference map.
  struct Reference: Decodable {
    var seats: [String]
    var holders: [String]
    var coverage: String
    var gaps: [String]
    var shown: [String]
    var unsure: Int
    var way: [String]
    var selected: String
    var page: [String]
  }

  /// What all of them find.
  struct Stories: Decodable {
    var board: Board?
    var commissioner: Commissioner?
    var lead: Lead?
    var plain: Plain?
    var reference: Reference?
  }

  /// What to look at.
  struct Question: Encodable {
    var browser = InstalledChromium.path ?? "chromium"
    var isRoot = getuid() == 0
    var folder: String
    var pages: [String]
    var lookedAt: [String] = []
    var stories: [String] = []
  }

  var pages: [Page]
  var broken: [String]
  var links: Int
  var stories: Stories

  /// Asks.
  static func answer(_ question: Question) async throws -> SiteOracle {
    try await PythonOracle(script: "site_oracle.py").answer(to: question)
  }
}
