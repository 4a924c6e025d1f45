import FingerpostTestSupport
import Foundation

/// What Chromium and axe find in papers.
struct ChromiumOracle: Decodable {
  /// Where the keyboard stopped.
  struct Stop: Decodable {
    var name: String
    var href: String
    var inPicture: Bool
    var isSeen: Bool
    var isOnScreen: Bool
    /// How the page itself lists what can be reached.
    var listed: String { href.isEmpty ? name : href }
  }

  /// A paper.
  struct Page: Decodable {
    var path: String
    var violations: [String]
    var width: Int
    var wide: [String]
    var asked: [String]
    var expected: [String]
    var stops: [Stop]
    var textPages: Int?
  }

  /// Where a link of a picture led.
  struct Landing: Decodable {
    var hash: String
    var id: String
    var isOnScreen: Bool
  }

  /// What to look at.
  struct Question: Encodable {
    var browser = InstalledChromium.path ?? "chromium"
    var isRoot = getuid() == 0
    var papers: [String]
    var walked: [String] = []
    var printed: [String] = []
    var linked: String?
  }

  var papers: [Page]
  var landed: Landing?

  /// Asks.
  static func answer(_ question: Question) async throws -> ChromiumOracle {
    try await PythonOracle(script: "chromium_oracle.py").answer(to: question)
  }
}
