package import FingerpostFormats
package import FingerpostModel
package import GraphvizRendering

/// The layout file beside a map, which holds its pictures still.
package struct KeptLayout: Sendable {
  /// Where it is: `leeds.layout` beside `leeds.yaml`, or beside the file with the title of a map that
  /// has several.
  package let path: String
  /// The places that it holds; `nil` when there is no such file, or it cannot be read.
  package let lock: LayoutLock?
  /// Whether there is such a file, readable or not.
  package let isThere: Bool

  /// Looks for the layout file of a map.
  package init(of document: MapDocument, files: FileAccess = FileAccess()) {
    let map = document.files.first ?? "map"
    let ending = [".yaml", ".yml"].first { map.hasSuffix($0) } ?? ""
    path = "\(map.dropLast(ending.count)).\(LayoutLock.fileEnding)"
    guard let data = files.contents(of: path) else {
      (lock, isThere) = (nil, false)
      return
    }
    lock = try? LayoutLock(json: Array(data))
    isThere = true
  }

  /// How a picture of the map finds its places.
  package func arrangement(isAfresh: Bool) -> Arrangement {
    lock.map { isAfresh ? .afresh($0) : .held($0) } ?? .fresh
  }

  /// That the file cannot be read.
  package var diagnostics: [Diagnostic] {
    guard isThere, lock == nil else { return [] }
    return [
      Diagnostic(
        .warning, .file,
        "`\(path)` is no layout file, so pictures are arranged afresh; `draw --lock` writes a new one",
        at: nil)
    ]
  }

  /// Writes the places of pictures, beside those of pictures that were not drawn.
  ///
  /// - Returns: Whether the file changed.
  package func write(_ drawings: [Drawing]) throws(AtomicFile.WritingError) -> Bool {
    var new = lock ?? LayoutLock()
    for drawing in drawings { new.keep(drawing) }
    AtomicFile(path: path).removeLeftovers()
    let text = new.json
    guard text != lock?.json else { return false }
    try AtomicFile(path: path).write(text)
    return true
  }
}
