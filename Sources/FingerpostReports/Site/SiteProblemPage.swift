public import FingerpostModel

/// The page of a map that has never been sound, which says what to mend.
public struct SiteProblemPage: Sendable {
  /// What the first page says of the map.
  public let entry: SiteEntry
  /// The page.
  public let files: [SiteFile]

  /// Writes the page.
  ///
  /// - Parameters:
  ///   - folder: The name of the map's folder on the site.
  ///   - title: What the map is called, as far as that is known.
  ///   - problems: What is wrong with its files, as the audience may know it.
  ///   - words: What the page is said in.
  ///   - host: What stands behind the page.
  public init(
    folder: String, title: String, problems: [Diagnostic], words: Words = .english, host: SiteHost
  ) {
    let frame = SiteFrame(words: words, root: "../", host: host)
    let header = HTMLTag.header {
      HTMLTag.div(.style(class: "top")) {
        HTMLTag.p(.style(class: "kind")) {
          HTMLTag.a(HTMLAttribute("href", "../index.html")) { words(.allMaps) }
        }
      }
      HTMLTag.h1 { title }
      HTMLTag.p { words(.mapUnreadable) }
    }
    // What is wrong with a file is said in English.
    let list = HTMLTag.ul(.english) {
      for problem in problems {
        HTMLTag.li {
          if let place = problem.location { HTMLTag.code { "\(place)" } }
          " "
          problem.message
        }
      }
    }
    files = [
      SiteFile("\(folder)/index.html", frame.page(title, header: [header], content: [list]))
    ]
    entry = SiteEntry(
      folder: folder, title: title, language: words.language, summary: nil,
      figures: [words(.mapUnreadable)], found: [])
  }
}
