import FingerpostModel

/// The table of phrases as a file that people change.
public enum WordsFile {
  /// All phrases, labels and sentences in English.
  ///
  /// - Parameters:
  ///   - fields: The keys of maps, whose fields have names of their own where changes are told.
  ///   - sentences: What rules say, each sentence as its pattern.
  /// - Returns: A file of words.
  public static func english(fields: [String], sentences: [String]) -> String {
    var text = """
      # Everything that Fingerpost says in pictures and papers. Keep the lines that you want to say
      # otherwise. What stands in {braces} is filled in by the program and stays as it is; {n} is a
      # number, and a phrase with a number has a form for `one` and a form for every `other` number.
      fingerpost-words: 1
      language: en-GB

      # Words to say in place of others wherever they stand, such as `referral: recommendation`.
      terms: {}

      labels:

      """
    for vocabulary in Words.vocabularies {
      text += "  \(Words.kind(of: vocabulary)):\n"
      for (key, english) in Words.labels(of: vocabulary) {
        text += "    \(key): \(quoted(english))\n"
      }
    }
    text += "  # What a change of a map is a change of, such as “Wait of “Health visiting””.\n"
    text += "  \(Words.fields):\n"
    for field in fields { text += "    \(field): \(quoted(Words.english.field(field)))\n" }
    text += "\nphrases:\n"
    for phrase in Phrase.allCases {
      let forms = phrase.rawValue.split(separator: "|", omittingEmptySubsequences: false)
      if forms.count == 2 {
        text += "  \(phrase.key): {one: \(quoted(forms[0])), other: \(quoted(forms[1]))}\n"
      } else {
        text += "  \(phrase.key): \(quoted(phrase.rawValue))\n"
      }
    }
    text += """

      # What rules say: to the left the English sentence, by which it is found and which stays as it
      # is; to the right what is said for it. Numbered gaps hold names, words of files, numbers and
      # dates.
      sentences:

      """
    for sentence in sentences { text += "  \(quoted(sentence)): \(quoted(sentence))\n" }
    return text
  }

  private static func quoted(_ text: some StringProtocol) -> String {
    "\"" + text.map { "\\\"".contains($0) ? "\\\($0)" : "\($0)" }.joined() + "\""
  }
}
