import FingerpostAnalysis
public import FingerpostDiagrams
import FingerpostFormats
public import FingerpostModel

/// The maps that the project holds, and their pictures.
public enum KeptMaps {
  /// Every sound map of `Maps/` and `Examples/`.
  public static let all: [SystemMap] = ["Maps", "Examples"].flatMap {
    MapReader().read(path: PackageRoot.path(of: $0))
  }.compactMap(\.map)

  /// What a map is drawn with: all that it says itself.
  public static func setting(for map: SystemMap, theme: Theme = .plain) -> ViewSetting {
    ViewSetting(
      theme: theme, date: map.asOf,
      coverage: map.asOf.flatMap { date in try? Coverage(of: map, on: date) })
  }

  /// The pages of a view.
  public static func diagrams(
    _ name: ViewName, of map: SystemMap, theme: Theme = .plain
  ) -> [Diagram] {
    name.view.pages(of: map, in: setting(for: map, theme: theme)).diagrams
  }
}
