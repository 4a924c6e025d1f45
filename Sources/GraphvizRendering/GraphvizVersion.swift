import CGraphviz

/// The Graphviz that this program is linked with.
public enum GraphvizVersion {
  /// Its version, such as `2.43.0`; `unknown` when it does not say.
  public static var linked: String { GraphvizLibrary.version }
}
