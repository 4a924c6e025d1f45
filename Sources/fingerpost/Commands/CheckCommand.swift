import ArgumentParser
import FingerpostFormats
import FingerpostModel

/// Says what is wrong with maps.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandName.check.configuration(
    abstract: "Say what is wrong with a map, and where.")

  @Argument(help: "Map files, or folders of them.") var paths: [String]

  func run() throws {
    var worst = 0
    for path in paths {
      for document in MapReader().read(path: path) {
        for diagnostic in document.diagnostics { print(diagnostic) }
        if !document.isReadable { worst = max(worst, 2) }
        if document.diagnostics.contains(where: { $0.severity == .error }) { worst = max(worst, 1) }
        if let map = document.map {
          print("\(document.files[0]): \(map.title): \(map.services.count) services, \(map.routes.count) routes, \(map.boards.count) boards, \(map.programmes.count) programmes")
        }
      }
    }
    if worst > 0 { throw ExitCode(Int32(worst)) }
  }
}
