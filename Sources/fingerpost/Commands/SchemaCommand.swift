import ArgumentParser
import FingerpostFormats

/// Describes the map file to editors and to people.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandName.schema.configuration(
    abstract: "Print what a map file can hold, for editors that check while you type.",
    discussion: """
      Prints a JSON Schema. Save it beside your maps and name it in the first line of a map, and \
      editors that know the YAML language server complete and check the map as you type:

        # yaml-language-server: $schema=fingerpost.schema.json

      With --markdown it prints the same as a page for people to read.
      """)

  @Flag(help: "Print a page in Markdown for people to read.") var markdown = false

  func run() throws {
    try Terminal().show(markdown ? FormatDocument.markdown() : JSONSchema.text())
  }
}
