import FingerpostDiagrams
import Foundation
import GraphvizRendering

/// Draws the modules of Fingerpost with Fingerpost: a picture of something that is no system of
/// services, made from a table.
///
/// `swift run draw-architecture docs/pictures` writes `architecture.svg`, `architecture.png` and
/// the same in words, `architecture.md`, into the folder. A test compares the table with what the
/// modules import.
@main
enum DrawArchitecture {
  static func main() async throws {
    let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? ".")
    let diagram = diagram()
    let drawing = try await InProcessRenderer().draw(diagram, as: [.svg, .png])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (ending, bytes) in [
      ("svg", drawing.files[.svg, default: []]), ("png", drawing.files[.png, default: []]),
      ("md", Array(diagram.textEquivalent.utf8)),
    ] {
      try Data(bytes).write(to: folder.appending(path: "architecture.\(ending)"), options: .atomic)
    }
    for warning in drawing.warnings { FileHandle.standardError.write(Data("\(warning)\n".utf8)) }
  }

  // MARK: - The table

  /// What a module is to the others.
  enum Part: CaseIterable {
    /// Something that people run.
    case program
    /// A part of the library.
    case library
    /// A library of the system, written in C.
    case system

    var meaning: String {
      switch self {
      case .program: "A program"
      case .library: "A module of the library"
      case .system: "A C library of the system"
      }
    }

    var style: Diagram.NodeStyle {
      switch self {
      case .program: Diagram.NodeStyle(shape: .box, fill: "#f6f1e2", width: 2.4)
      case .library: Diagram.NodeStyle(shape: .roundedBox, fill: "#d9e8f6", outline: "#1f4e79")
      case .system:
        Diagram.NodeStyle(shape: .box, fill: "#ececec", outline: "#4f4f4f", stroke: .dashed)
      }
    }
  }

  /// A module, what it does, and what it stands on; what lies further down is left to be seen.
  struct Module {
    let name: String
    let part: Part
    let work: String
    let below: [String]
  }

  static let modules = [
    Module(
      name: "fingerpost", part: .program, work: "the commands",
      below: ["FingerpostInterchange", "FingerpostPublishing"]),
    Module(
      name: "fingerpost-server", part: .program, work: "shows maps in the browser, live",
      below: ["FingerpostServer"]),
    Module(
      name: "FingerpostServer", part: .library, work: "pages, changes, and an interface",
      below: ["FingerpostPublishing"]),
    Module(
      name: "FingerpostPublishing", part: .library, work: "checks and draws maps from files",
      below: ["FingerpostFormats", "FingerpostReports", "GraphvizRendering"]),
    Module(
      name: "fingerpost-benchmarks", part: .program, work: "measures, and prints ratios",
      below: ["FingerpostFormats", "FingerpostReports", "GraphvizRendering"]),
    Module(
      name: "FingerpostFormats", part: .library, work: "reads and edits map files",
      below: ["FingerpostModel", "CYAML"]),
    Module(
      name: "FingerpostInterchange", part: .library, work: "other programs' formats, in and out",
      below: ["FingerpostFormats", "FingerpostAnalysis", "Spreadsheets"]),
    Module(
      name: "Spreadsheets", part: .library, work: "reads and writes tables",
      below: ["CCSV", "CExpat", "CXLSXWriter", "CZip"]),
    Module(
      name: "FingerpostReports", part: .library, work: "writes what was found",
      below: ["FingerpostRules", "Spreadsheets"]),
    Module(
      name: "FingerpostRules", part: .library, work: "checks maps against standards",
      below: ["FingerpostAnalysis"]),
    Module(
      name: "GraphvizRendering", part: .library, work: "lays out, compares, draws",
      below: ["FingerpostDiagrams", "CGraphviz"]),
    Module(
      name: "FingerpostDiagrams", part: .library, work: "turns maps into diagrams",
      below: ["FingerpostAnalysis"]),
    Module(
      name: "FingerpostAnalysis", part: .library, work: "questions about ways and loops",
      below: ["FingerpostModel"]),
    Module(
      name: "FingerpostModel", part: .library, work: "what a map says, as values", below: []),
    Module(name: "CYAML", part: .system, work: "libyaml", below: []),
    Module(name: "CCSV", part: .system, work: "libcsv", below: []),
    Module(name: "CExpat", part: .system, work: "Expat", below: []),
    Module(name: "CXLSXWriter", part: .system, work: "libxlsxwriter", below: []),
    Module(name: "CZip", part: .system, work: "libzip", below: []),
    Module(name: "CGraphviz", part: .system, work: "Graphviz", below: []),
  ]

  // MARK: - The diagram

  static func diagram() -> Diagram {
    let arrow = Diagram.EdgeStyle()
    return Diagram(
      name: "architecture", title: "The modules of Fingerpost",
      subtitle: "Which module stands on which: arrows only point down",
      summary:
        "\(modules.count) modules. Three programs stand on modules that read maps, write "
        + "what was found and draw; all of the library stands on the model, and three of its modules "
        + "call C.",
      direction: .topToBottom,
      nodes: modules.map { module in
        Diagram.Node(
          id: module.name, label: [module.name, module.work], style: module.part.style,
          title: "\(module.name): \(module.work)")
      },
      edges: modules.flatMap { module in
        module.below.map { other in
          Diagram.Edge(
            id: "\(module.name) \(other)", tail: module.name, head: other, style: arrow,
            title: "\(module.name) stands on \(other)")
        }
      },
      legend: Part.allCases.map { .init(.node($0.style), $0.meaning) }
        + [.init(.edge(arrow), "Stands on")])
  }
}
