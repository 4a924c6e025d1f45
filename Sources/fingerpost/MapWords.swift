import FingerpostFormats
import FingerpostModel

/// The words in which maps are drawn and reported.
struct MapWords {
  /// The words that were asked for on the command line; `nil` when each map's own hold.
  private let asked: Words?
  /// What is wrong with the file that was asked for.
  let diagnostics: [Diagnostic]

  /// Reads the file of words that was asked for, if any.
  init(asked path: String?) {
    let read = path.map { WordsReader().read(path: $0) }
    asked = read?.words
    diagnostics = read?.diagnostics ?? []
  }

  /// The words for a map: those asked for, or those that it names, which stand beside it in
  /// `name.words.yaml`, or English; `nil` when they cannot be read.
  func words(for document: MapDocument) -> (words: Words?, diagnostics: [Diagnostic]) {
    if let asked { return (asked, []) }
    guard let name = document.map?.words, let file = document.files.first else {
      return (.english, [])
    }
    let path = WordsReader.path(of: name, besides: file)
    // Where there is none, the reader of the map says so.
    return WordsReader.exists(path) ? WordsReader().read(path: path) : (nil, [])
  }
}
