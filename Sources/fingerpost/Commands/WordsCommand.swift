import ArgumentParser
import FingerpostFormats
import FingerpostReports
import FingerpostRules

/// Lists what pictures and papers say, for those who say it otherwise.
struct WordsCommand: ParsableCommand {
  static let configuration = CommandName.words.configuration(
    abstract: "Print every phrase of pictures and papers, to say them in other words.",
    discussion: """
      Prints a file with all phrases and labels in English, and the sentences of rules. Keep what you want to say otherwise, \
      change it, and save it beside your maps as NAME.words.yaml; a map with `words: NAME` is then \
      drawn and reported in those words. A term, such as `terms: {referral: recommendation}`, \
      changes a word wherever the program says it. For an edition in another language, change \
      everything, and the `language`.
      """)

  func run() throws {
    try Terminal().show(
      WordsFile.english(
        fields: Set(MapFormat.keys.map(\.key)).sorted(),
        sentences: RuleSentences.patterns { MapReader().read(text: $0).map }))
  }
}
