import ArgumentParser
import FingerpostDiagrams
import FingerpostModel
import FingerpostPublishing
import FingerpostServer
import GraphvizRendering

/// Where the program begins.
@main
struct Entry {
  static func main() async {
    // This program draws pictures in processes of its own, which it starts with a certain argument.
    GraphvizWorker.runIfAsked()
    await ServerCommand.main()
  }
}
