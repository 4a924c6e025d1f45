import ArgumentParser
import GraphvizRendering

/// Where the program starts: as a worker that draws for another process, or as the command line.
@main
enum Entry {
  static func main() async {
    GraphvizWorker.runIfAsked()
    do {
      var command = try await Fingerpost.asyncParseAsRoot()
      do {
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
      } catch let error as ValidationError {
        // Thrown while a command runs, it would come with the usage of the whole program.
        Terminal().note(wrongUsage(of: type(of: command), error))
        throw ExitCode.validationFailure
      }
    } catch {
      Fingerpost.exit(withError: error)
    }
  }

  /// What is wrong, and the usage of the command that was asked.
  private static func wrongUsage(
    of command: any ParsableCommand.Type, _ error: ValidationError
  ) -> String {
    let name = command.configuration.commandName ?? ""
    return """
      Error: \(error.message)
      Usage: \(Fingerpost.usageString(for: command))
        See 'fingerpost \(name) --help' for more information.
      """
  }
}
