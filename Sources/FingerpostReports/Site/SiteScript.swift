import FingerpostModel

/// The script of all pages, and how data are handed to it.
enum SiteScript {
  /// The script, as it stands in `site.js`.
  static let text = String(decoding: PackageResources.site_js, as: UTF8.self)

  /// What pages do that a server tells of changes, as it stands in `live.js`.
  static let live = String(decoding: PackageResources.live_js, as: UTF8.self)

  /// Phrases for the script, by their keys.
  static func words(_ phrases: [Phrase], _ words: Words) -> JSONValue {
    .object(phrases.map { .init(key: $0.key, value: .string(words($0))) })
  }
}
