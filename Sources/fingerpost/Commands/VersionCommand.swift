import ArgumentParser
import GraphvizRendering

/// Says which version this is, and of what it is made.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandName.version.configuration(
    abstract: "Say which version this is.")

  /// The version of the program.
  static let number = "0.1.0"

  func run() throws {
    try Terminal().show("fingerpost \(Self.number), with Graphviz \(GraphvizVersion.linked)\n")
  }
}
