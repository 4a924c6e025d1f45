import FingerpostDiagrams
import Foundation
import GraphvizRendering

/// Draws the modules of this package and what each may use, into `architecture.svg` and
/// `architecture.png` in the folder that it is told; `make gallery` runs it.
///
/// It shows that a diagram can be drawn that was never a map of services.
@main
enum DrawArchitecture {
  /// Each module, what it is for, and what stands directly below it.
  static let modules: [(name: String, purpose: String, below: [String])] = [
    (
      "fingerpost", "the program: commands, exit codes",
      ["FingerpostFormats", "GraphvizRendering"]
    ),
    ("FingerpostFormats", "reads, edits and describes map files", ["FingerpostModel", "CYAML"]),
    ("GraphvizRendering", "diagram to DOT to pictures", ["FingerpostDiagrams", "CGraphviz"]),
    ("FingerpostDiagrams", "views: map to diagram", ["FingerpostAnalysis"]),
    ("FingerpostAnalysis", "questions about the graph", ["FingerpostModel"]),
    ("FingerpostModel", "what a map can say, as values", []),
    ("CYAML", "the C library libyaml", []),
    ("CGraphviz", "the C library Graphviz", []),
  ]

  static func main() async throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "."
    let drawing = try await InProcessRenderer().draw(diagram, as: [.svg, .png])
    for (format, bytes) in drawing.files {
      let path = "\(folder)/architecture.\(format.rawValue)"
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
      print(path)
    }
  }

  private static var diagram: Diagram {
    let library = Diagram.NodeStyle(shape: .note, fill: "#fbf1c0", outline: "#6b5900")
    let module = Diagram.NodeStyle(shape: .roundedBox, fill: "#d9e8f6", outline: "#1f4e79")
    let uses = Diagram.EdgeStyle(head: .filled)
    return Diagram(
      name: "architecture", title: "How Fingerpost is built",
      subtitle: "Each module uses only what its arrows lead to",
      summary: "The modules of Fingerpost and the libraries below them.",
      nodes: modules.map {
        Diagram.Node(
          id: $0.name, label: [$0.name, $0.purpose],
          style: $0.name.hasPrefix("C") ? library : module, title: "\($0.name): \($0.purpose)")
      },
      edges: modules.flatMap { module in
        module.below.map {
          Diagram.Edge(
            id: "\(module.name) uses \($0)", tail: module.name, head: $0, style: uses,
            title: "\(module.name) uses \($0)")
        }
      },
      legend: [
        Diagram.LegendEntry(.node(module), "Module of this package"),
        Diagram.LegendEntry(.node(library), "C library of the system"),
        Diagram.LegendEntry(.edge(uses), "Uses"),
      ])
  }
}
