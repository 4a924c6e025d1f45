import ArgumentParser

/// The command line program.
struct Fingerpost: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerpost", abstract: "Maps, checks and draws a local system of services.")
}
