package import FingerpostFormats
package import FingerpostModel

/// The words in which maps are drawn and reported.
package struct MapWords {
  /// The words that were asked for on the command line; `nil` when each map's own hold.
  private let asked: Words?
  private let reader: WordsReader
  /// What is wrong with the file that was asked for.
  package let diagnostics: [Diagnostic]

  /// Reads the file of words that was asked for, if any.
  package init(asked path: String?, files: FileAccess = FileAccess()) {
    let reader = WordsReader(files: files)
    self.reader = reader
    let read = path.map { reader.read(path: $0) }
    asked = read?.words
    diagnostics = read?.diagnostics ?? []
  }

  /// The words for a map: those asked for, or those that it names, or English; `nil` when they cannot
  /// be read.
  package func words(for document: MapDocument) -> (words: Words?, diagnostics: [Diagnostic]) {
    if let asked { return (asked, []) }
    guard let file = file(beside: document) else { return (.english, []) }
    // Where there is none, the reader of the map says so.
    return reader.exists(file) ? reader.read(path: file) : (nil, [])
  }

  /// The file of the words that a map names, which stands beside it as `name.words.yaml`; `nil` when
  /// it names none, and where the command line does.
  package func file(beside document: MapDocument) -> String? {
    guard asked == nil, let name = document.map?.words, let map = document.files.first else {
      return nil
    }
    return WordsReader.path(of: name, besides: map)
  }
}
