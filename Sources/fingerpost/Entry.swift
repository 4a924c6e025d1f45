import ArgumentParser
import GraphvizRendering

/// Where the program starts: as a worker that draws for another process, or as the command line.
@main
enum Entry {
  static func main() async {
    GraphvizWorker.runIfAsked()
    await Fingerpost.main()
  }
}
