import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a picture owes to the machine and not to the map: the program, the Graphviz library with its
/// parts, and the font.
///
/// None of them is started to find out.
package enum ProgramIdentity {
  /// It changes when one of them does.
  package static let fingerprint = Fingerprint(of: parts)

  private static var parts: [String] {
    var parts = [ProgramVersion.number, status(of: OwnProgram.path)]
    if let library = GraphvizVersion.libraryFile {
      parts.append(status(of: library))
      let folder = library.split(separator: "/").dropLast().joined(separator: "/")
      parts += statuses(in: "/\(folder)/graphviz") { _ in true }
    }
    let home = getenv("HOME").map { String(cString: $0) } ?? ""
    let fonts = [
      "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "\(home)/.fonts",
      "\(home)/.local/share/fonts", "\(home)/Library/Fonts",
    ]
    for folder in fonts { parts += statuses(in: folder) { $0.hasPrefix("LiberationSans") } }
    return parts
  }

  private static func status(of path: String) -> String {
    "\(path): \(FileStamp(of: path).map { "\($0)" } ?? "absent")"
  }

  /// The files in a folder and the folders in it.
  private static func statuses(in folder: String, _ isWanted: (String) -> Bool) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { path in
      path.split(separator: "/").last.map { isWanted(String($0)) } ?? false
    }.sorted().map { status(of: "\(folder)/\($0)") }
  }
}
