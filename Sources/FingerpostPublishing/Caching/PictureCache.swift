package import FingerpostDiagrams
package import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Pictures that were drawn before: each under the fingerprint of all that it is made from.
package struct PictureCache: Sendable {
  private let folder: CacheFolder
  private let entry: Fingerprint

  /// Prepares to look for a picture.
  ///
  /// - Returns: `nil` for one that is not kept.
  package init?(
    of diagram: Diagram, as formats: [OutputFormat], arranged: Arrangement, in folder: CacheFolder
  ) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let text = try? encoder.encode(diagram) else { return nil }
    let places: [UInt8]
    switch arranged {
    case .fresh: places = []
    case .held(let lock): places = lock.only(diagram.name).json
    case .afresh: return nil
    }
    self.folder = folder
    entry = Fingerprint(
      of: [
        "picture", ProgramIdentity.fingerprint.description,
        Fingerprint(of: text).description, Fingerprint(of: places).description,
      ] + formats.map(\.rawValue))
  }

  /// The picture as it was drawn; `nil` when it is not kept.
  package var set: PictureSet? {
    guard let data = folder.contents(of: entry) else { return nil }
    return try? PropertyListDecoder().decode(PictureSet.self, from: data)
  }

  /// Keeps a picture.
  package func keep(_ set: PictureSet) {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    if let data = try? encoder.encode(set) { folder.keep(data, as: entry) }
  }
}
