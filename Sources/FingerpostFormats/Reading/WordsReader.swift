public import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the words of a place or of another language from a file.
///
/// ```yaml
/// fingerpost-words: 1
/// language: en-GB
/// terms: {referral: recommendation, referrals: recommendations}
/// labels: {status: {paused: closed to new families}}
/// phrases:
///   empty: nobody yet
///   boards: {one: "{n} committee", other: "{n} committees"}
/// sentences:
///   "Name somebody for “{1}”.": "Find a person for “{1}”."
/// ```
public struct WordsReader: Sendable {
  /// How the name of a file ends that holds words: `our-county.words.yaml`.
  public static let fileEnding = ".words.yaml"

  private let files: FileAccess

  /// Makes a reader.
  ///
  /// - Parameter files: How it looks at files.
  public init(files: FileAccess = FileAccess()) { self.files = files }

  /// Where the words stand that a map names.
  ///
  /// - Parameters:
  ///   - name: The name, as the map has it under `words`.
  ///   - map: The file of the map.
  /// - Returns: The path of a file beside the map.
  public static func path(of name: String, besides map: String) -> String {
    map.folder + name + fileEnding
  }

  /// Whether there is a file of words to read.
  public func exists(_ path: String) -> Bool { files.isFolder(path) == false }

  /// Reads the words of a file.
  ///
  /// - Returns: The words, or `nil` when they cannot be read; and everything that is wrong with them.
  public func read(path: String) -> (words: Words?, diagnostics: [Diagnostic]) {
    guard let data = files.contents(of: path) else {
      return (
        nil,
        [
          Diagnostic(
            .error, .file, "there is no file of words `\(path)` that can be opened; check the name",
            at: nil)
        ]
      )
    }
    return read(Array(data), file: path)
  }

  /// Reads words from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: YAML in UTF-8.
  ///   - file: What to call the file in messages.
  /// - Returns: The words, or `nil` when they cannot be read, and everything that is wrong with them.
  public func read(_ bytes: [UInt8], file: String) -> (words: Words?, diagnostics: [Diagnostic]) {
    let (tree, problems) = YAMLTree.read(bytes, file: file, limits: YAMLLimits())
    let reading = MapReading()
    reading.take(problems)
    guard let tree else { return (nil, reading.told) }
    reading.begin(tree)
    var words = Words()
    var isMarked = false
    for (key, value) in reading.mapping(tree.root, "a file of words") {
      switch key.text {
      case "fingerpost-words":
        isMarked = true
        if value.kind != .scalar || value.text != "1" {
          reading.report(
            .unknownWord,
            "this program reads version 1 of files of words: write "
              + "`fingerpost-words: 1`", at: value)
        }
      case "language": words.language = reading.text(value) ?? words.language
      case "terms": words.terms = texts(value, reading)
      case "labels": words.labels = labels(value, reading)
      case "phrases": words.phrases = phrases(value, reading)
      case "sentences": words.sentences = sentences(value, reading)
      default:
        reading.reportUnknownKey(
          key, of: "file of words",
          known: ["fingerpost-words", "language", "terms", "labels", "phrases", "sentences"])
      }
    }
    if !isMarked {
      reading.report(
        .missingKey, "a file of words begins with `fingerpost-words: 1`; add that line",
        at: tree.root)
    }
    remark(on: words, reading, at: tree.root.location)
    let isReadable = !reading.told.contains { $0.severity == .error }
    return (isReadable ? words : nil, reading.told)
  }

  // MARK: - Parts

  private func texts(_ node: YAMLNode, _ reading: MapReading) -> [String: String] {
    var texts: [String: String] = [:]
    for (key, value) in reading.mapping(node, "a list of terms") {
      if let text = reading.text(value) { texts[key.text] = text }
    }
    return texts
  }

  private func labels(_ node: YAMLNode, _ reading: MapReading) -> [String: String] {
    var known = Dictionary(
      Words.vocabularies.map { (Words.kind(of: $0), Words.labels(of: $0).map(\.key)) },
      uniquingKeysWith: { first, _ in first })
    known[Words.fields] = Set(MapFormat.keys.map(\.key)).sorted()
    var labels: [String: String] = [:]
    for (kind, words) in reading.mapping(node, "a list of kinds of word") {
      guard let keys = known[kind.text] else {
        reading.reportUnknownKey(kind, of: "list of labels", known: known.keys.sorted())
        continue
      }
      for (word, value) in reading.mapping(words, "a list of words") {
        guard keys.contains(word.text) else {
          reading.reportUnknownKey(word, of: "list of labels", known: keys)
          continue
        }
        if let text = reading.text(value) { labels["\(kind.text).\(word.text)"] = text }
      }
    }
    return labels
  }

  private func phrases(
    _ node: YAMLNode, _ reading: MapReading
  ) -> [Phrase: [PluralCategory: String]] {
    let known = Dictionary(
      Phrase.allCases.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var phrases: [Phrase: [PluralCategory: String]] = [:]
    for (key, value) in reading.mapping(node, "a list of phrases") {
      guard let phrase = known[key.text] else {
        reading.reportUnknownKey(key, of: "list of phrases", known: known.keys.sorted())
        continue
      }
      if value.kind == .mapping {
        for (form, value) in reading.mapping(value, "a list of forms") {
          guard let category = PluralCategory(rawValue: form.text) else {
            reading.reportUnknownKey(
              form, of: "list of forms", known: PluralCategory.allCases.map(\.rawValue))
            continue
          }
          phrases[phrase, default: [:]][category] = phraseText(value, of: phrase, reading)
        }
        if phrases[phrase]?[.other] == nil {
          reading.report(
            .missingKey,
            "`\(key.text)` has no form `other`, for numbers without one of their own; "
              + "add it", at: value)
        }
      } else if let text = phraseText(value, of: phrase, reading) {
        phrases[phrase] = [.other: text]
      }
    }
    return phrases
  }

  /// A text for a phrase, whose gaps have to be gaps of the phrase.
  private func phraseText(
    _ node: YAMLNode, of phrase: Phrase, _ reading: MapReading
  ) -> String? {
    guard let text = reading.text(node) else { return nil }
    let strangers = Phrase.gaps(in: text).subtracting(phrase.gaps).sorted()
    guard strangers.isEmpty else {
      let gaps = phrase.gaps.sorted().map { "`{\($0)}`" }.joined(separator: ", ")
      reading.report(
        .unknownWord,
        "`{\(strangers[0])}` stands for nothing in `\(phrase.key)`; "
          + (gaps.isEmpty ? "take it out" : "it can hold \(gaps)"), at: node)
      return nil
    }
    let lost = phrase.gaps.subtracting(Phrase.gaps(in: text)).subtracting(["n"]).sorted()
    if !lost.isEmpty {
      reading.report(
        .unknownWord, "`\(phrase.key)` no longer says `{\(lost[0])}`; put it where it belongs",
        at: node, severity: .warning)
    }
    return text
  }

  /// Sentences of rules by their patterns; what stands for one has to have its gaps.
  private func sentences(_ node: YAMLNode, _ reading: MapReading) -> [String: String] {
    var sentences: [String: String] = [:]
    for (key, value) in reading.mapping(node, "a list of sentences") {
      let pattern = SentencePattern(of: key.text).text
      guard pattern == key.text else {
        reading.report(
          .unknownWord,
          "no sentence is found by this: a name in quotes, a word in backquotes, a number and a date "
            + "are gaps, numbered from 1; write `\(pattern)`", at: key)
        continue
      }
      guard let text = reading.text(value) else { continue }
      let gaps = SentencePattern.gaps(in: pattern)
      let strangers = SentencePattern.gaps(in: text).subtracting(gaps).sorted()
      guard strangers.isEmpty else {
        let known = gaps.sorted().map { "`{\($0)}`" }.joined(separator: ", ")
        reading.report(
          .unknownWord,
          "`{\(strangers[0])}` stands for nothing in this sentence; "
            + (known.isEmpty ? "take it out" : "it can hold \(known)"), at: value)
        continue
      }
      sentences[pattern] = text
      if let lost = gaps.subtracting(SentencePattern.gaps(in: text)).min() {
        reading.report(
          .unknownWord, "this sentence no longer says `{\(lost)}`; put it where it belongs",
          at: value, severity: .warning)
      }
    }
    return sentences
  }

  /// Says how much of another language is still in English.
  private func remark(on words: Words, _ reading: MapReading, at location: SourceLocation) {
    guard !words.areEnglish else { return }
    let missing = Phrase.allCases.count - words.phrases.count
    guard missing > 0 else { return }
    reading.report(
      .missingKey,
      "\(missing) of \(Phrase.allCases.count) phrases are not given and stay English; "
        + "`fingerpost words` lists all of them", at: location, severity: .note)
  }
}

extension MapReading {
  /// The entries of a mapping; none, and a problem, for anything else.
  fileprivate func mapping(_ node: YAMLNode, _ what: String) -> [(key: YAMLNode, value: YAMLNode)] {
    guard node.kind == .mapping else {
      report(
        .wrongType,
        "here stands \(what), each with a `:` after its name; this is "
          + node.inWords, at: node)
      return []
    }
    return node.entries.map { ($0.key, $0.value) }
  }

  /// A text; none, and a problem, for anything else.
  fileprivate func text(_ node: YAMLNode) -> String? {
    guard node.kind == .scalar, !node.isNull else {
      report(.wrongType, "here stands a text; this is \(node.inWords)", at: node)
      return nil
    }
    return node.text
  }
}
