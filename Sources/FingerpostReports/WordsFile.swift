import FingerpostModel

/// The table of phrases as a file that people change.
public enum WordsFile {
  /// All phrases and labels in English.
  public static var english: String {
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
    text += "\nphrases:\n"
    for phrase in Phrase.allCases {
      let forms = phrase.rawValue.split(separator: "|", omittingEmptySubsequences: false)
      if forms.count == 2 {
        text += "  \(phrase.key): {one: \(quoted(forms[0])), other: \(quoted(forms[1]))}\n"
      } else {
        text += "  \(phrase.key): \(quoted(phrase.rawValue))\n"
      }
    }
    return text
  }

  private static func quoted(_ text: some StringProtocol) -> String {
    "\"" + text.map { "\\\"".contains($0) ? "\\\($0)" : "\($0)" }.joined() + "\""
  }
}
