import FingerpostDiagrams
import FingerpostModel
import Foundation
import GraphvizRendering

/// Draws a map that is made in code, in this process, and writes the picture as SVG: to the file
/// that it is told, or to standard output.
///
/// Run it with `swift run draw-in-process picture.svg`. A program that draws many pictures, or
/// pictures that others ask for, should use `WorkerRenderer` instead: there a graph that Graphviz
/// cannot bear costs one picture and not the program.
@main
enum DrawInProcess {
  static func main() async throws {
    let pages = SystemView().pages(of: exampleton(), in: ViewSetting())
    guard let diagram = pages.diagrams.first else { return }
    let drawing = try await InProcessRenderer().draw(diagram, as: [.svg])
    let picture = Data(drawing.files[.svg, default: []])
    if let path = CommandLine.arguments.dropFirst().first {
      try picture.write(to: URL(filePath: path), options: .atomic)
      print("Wrote \(path).")
    } else {
      FileHandle.standardOutput.write(picture)
    }
    // What the person who draws should know and the picture does not say.
    for warning in drawing.warnings { FileHandle.standardError.write(Data("\(warning)\n".utf8)) }
  }

  /// A system of three services of two sectors.
  static func exampleton() -> SystemMap {
    var map = SystemMap(id: "exampleton", title: "Help for parents and babies in Exampleton")
    map.isInvented = true
    for (id, name, sector) in [
      ("trust", "Exampleton Health Trust", Sector.nhs), ("friends", "Baby Friends", .voluntary),
    ] {
      var organisation = Organisation(id: Identifier(id), name: name)
      organisation.sector = sector
      map.organisations.append(organisation)
    }
    for (id, name, organisation, level) in [
      ("health-visiting", "Health visiting", "trust", "universal"),
      ("baby-cafe", "Baby café", "friends", "universal"),
      ("parent-infant-team", "Parent-infant team", "trust", "specialist"),
    ] {
      var service = Service(id: Identifier(id), name: name)
      service.organisation = Identifier(organisation)
      service.intensity = [Identifier(level)]
      map.services.append(service)
    }
    map.routes = [
      Route(from: "health-visiting", to: "parent-infant-team", kind: .referral),
      Route(from: "parent-infant-team", to: "health-visiting", kind: .transfer),
      Route(from: "health-visiting", to: "baby-cafe", kind: .signposting),
    ]
    return map
  }
}
