import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension [String] {
  /// These paths without those that lead to the file or folder of an earlier one.
  var eachOnce: [String] {
    var seen: Set<String> = []
    return filter { path in
      seen.insert(URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path).inserted
    }
  }
}

extension Terminal {
  /// The map of a file or a folder, for what can be made of one map only.
  func onlyMap(at path: String) throws -> MapDocument {
    let documents = MapReader().read(path: path)
    if documents.count > 1 {
      note(
        "\(path) holds \(documents.count) maps; take one at a time, such as \(documents[0].files[0])"
      )
      try Ending.unreadable.end()
    }
    return documents[0]
  }

  /// Tells an audience of the problems of a map, and, when they have to be mended first, what does not
  /// happen until then.
  ///
  /// - Returns: The map; `nil` when nothing can be made of it.
  func soundMap(
    of document: MapDocument, for audience: Audience, otherwise consequence: String
  ) -> SystemMap? {
    for diagnostic in document.diagnostics { report(diagnostic.told(to: audience)) }
    if document.isSound, let map = document.map { return map }
    note("\(document.files[0]): \(consequence)")
    return nil
  }

  /// The same for a map that is asked something, as the audience is shown it.
  func mapToAsk(of document: MapDocument, for audience: Audience) -> SystemMap? {
    soundMap(
      of: document, for: audience,
      otherwise: "not asked; mend the problems above and ask again"
    )?.shown(to: audience)
  }

  /// Reports problems of what the command stands on; an error among them ends it.
  func require(_ diagnostics: [Diagnostic]) throws {
    for diagnostic in diagnostics { report(diagnostic) }
    if diagnostics.contains(where: { $0.severity == .error }) { try Ending.unreadable.end() }
  }
}
