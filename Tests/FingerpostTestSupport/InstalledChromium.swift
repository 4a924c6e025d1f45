import Foundation

/// The browser that tests look at pages with.
public enum InstalledChromium {
  /// Where it is; `nil` where none is installed.
  public static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let application = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    return (names.flatMap { name in folders.map { "\($0)/\(name)" } } + [application])
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Whether tests look at pages in it: where there is one, and always where changes are tested by a
  /// machine (`CI=true`), which then fails rather than leave it out.
  public static let isAsked =
    path != nil || ProcessInfo.processInfo.environment["CI"].map { $0 != "false" } ?? false
}
