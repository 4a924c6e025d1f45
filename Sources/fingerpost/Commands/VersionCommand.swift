import ArgumentParser
import FingerpostPublishing
import GraphvizRendering

/// Says which version this is, and of what it is made.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandName.version.configuration(
    abstract: "Say which version this is.")

  func run() throws {
    try Terminal().show(
      "fingerpost \(ProgramVersion.number), with Graphviz \(GraphvizVersion.linked)\n")
  }
}
