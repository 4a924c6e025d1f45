import ArgumentParser
import FingerpostModel
import GraphvizRendering

/// Where the program starts: as a worker that draws for another process, or as the command line.
@main
enum Entry {
  static func main() async {
    GraphvizWorker.runIfAsked()
    do {
      try refuseUnknownCommand()
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

  /// Says which command was meant, which the parser of arguments does not.
  private static func refuseUnknownCommand() throws {
    let names = CommandName.allCases.map(\.rawValue)
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
      !(names + ["help"]).contains(word)
    else { return }
    throw ValidationError(
      "there is no command `\(word)`; "
        + (word.nearest(in: names).map { "did you mean `\($0)`?" }
          ?? "there are: \(names.joined(separator: ", "))"))
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
