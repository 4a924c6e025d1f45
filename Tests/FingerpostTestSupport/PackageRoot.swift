/// The folder that holds `Package.swift`, found from where this file was compiled.
public enum PackageRoot {
  /// The absolute path of the folder, without a slash at its end.
  public static let path: String = {
    let components = #filePath.split(separator: "/").dropLast(3)
    return "/" + components.joined(separator: "/")
  }()

  /// The absolute path of a file or folder that is named from the root, such as `Maps/leeds.yaml`.
  public static func path(of relativePath: String) -> String {
    "\(path)/\(relativePath)"
  }
}
