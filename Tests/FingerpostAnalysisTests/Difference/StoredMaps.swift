import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

/// A map of the given keys, beside the version and the title.
func readMap(_ keys: String) throws -> SystemMap {
  try #require(MapReader().read(text: "fingerpost: 1\ntitle: Exampleton\n" + keys).map)
}

/// Whole maps with everything that people or chance put into them.
enum StoredMaps {
  /// Every map that comes with the project.
  static let all: [SystemMap] = ["Maps", "Examples/atlas", "Examples/brackenshire"].flatMap {
    MapReader().read(path: PackageRoot.path(of: $0)).compactMap(\.map)
  }

  /// The texts of maps that use all keys at random.
  static let random = (0..<30).map { RandomMap(seed: $0).text }
}
