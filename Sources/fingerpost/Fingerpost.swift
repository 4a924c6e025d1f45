import ArgumentParser

/// The command line program.
struct Fingerpost: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerpost",
    abstract: "Maps a local system of services, checks the map and draws it.",
    discussion: """
      A map is a text file that says which services there are, how families move between them, \
      and who sits on the boards. Begin with `fingerpost init`, then check and draw it.

      Exit codes: 0 all is well; 1 something in the map needs mending; 2 the map cannot be read; \
      64 the command was typed wrongly; 70 a picture could not be drawn. `diff` ends with 1 when \
      something changed.
      """,
    subcommands: CommandName.allCases.map(\.command)
  )
}
