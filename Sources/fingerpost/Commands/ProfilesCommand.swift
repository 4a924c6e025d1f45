import ArgumentParser
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports
import FingerpostRules

/// Lists the written standards, and explains one.
struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.profiles.rawValue,
    abstract: "List the written standards that maps are checked against, and explain one.",
    discussion: """
      A map names its standards under `profiles:`. `fingerpost profiles explain` and a name, or the \
      file of a locality's own profile, says what it asks.
      """,
    subcommands: [List.self, Explain.self], defaultSubcommand: List.self)

  /// Lists the standards.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the standards that come with the program.")

    @Flag(help: "Print the page docs/profiles.md.") var markdown = false

    func run() throws {
      try Terminal().show(
        markdown
          ? ProfilesPage.markdown(keys: FormatDocument.profileKeys())
          : ProfileExplanation.list(ProfileName.allCases.map(\.profile)))
    }
  }

  /// Explains a standard.
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say what one standard asks.")

    @Argument(
      help: "The name of a standard, or the file of a profile.",
      completion: .file(extensions: ["yaml"]))
    var profile: String

    func validate() throws {
      if let problem = Standards.misspelling(of: profile) { throw ValidationError(problem) }
    }

    func run() throws {
      let terminal = Terminal()
      let standards = Standards(asked: [profile])
      for diagnostic in standards.diagnostics { terminal.report(diagnostic) }
      guard let found = standards.asked.last else { throw ExitCode(Ending.unreadable.rawValue) }
      try terminal.show(ProfileExplanation.text(of: found))
    }
  }
}
