extension Words {
  /// A stretch of text in one language.
  public struct Passage: Hashable, Sendable {
    /// What it says.
    public var text: String
    /// Whether it is in English though these words are not, so that it must not be read out as theirs.
    public var isForeign: Bool

    /// Makes a passage; without more, one in the language of the words.
    public init(_ text: String, isForeign: Bool = false) {
      self.text = text
      self.isForeign = isForeign
    }
  }

  /// Whether they are English.
  public var areEnglish: Bool { language.lowercased().split(separator: "-").first == "en" }

  /// What a rule says, in these words: the whole text as `sentences` has it, otherwise sentence by
  /// sentence, and what it has not in English with the terms of the place.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  public func passages(of text: String) -> [Passage] {
    guard !sentences.isEmpty || !areEnglish else { return [Passage(withTerms(text))] }
    if let whole = translation(of: text) { return [Passage(whole)] }
    return Self.joined(
      SentencePattern.sentences(of: text).map { sentence in
        translation(of: sentence).map { Passage($0) }
          ?? Passage(withTerms(sentence), isForeign: !areEnglish)
      })
  }

  /// What a rule says, as text.
  public func said(_ text: String) -> String {
    passages(of: text).map(\.text).joined()
  }

  /// A phrase whose gaps are filled with passages of one language or another.
  ///
  /// - Parameters:
  ///   - phrase: The phrase.
  ///   - number: What its form goes by, and what stands for `{n}`.
  ///   - values: What stands for its other gaps, by name.
  /// - Returns: The passages; a gap for which no value is given stays as it is.
  public func passages(
    _ phrase: Phrase, _ number: Int? = nil, _ values: [String: [Passage]]
  ) -> [Passage] {
    Self.merged(
      Self.pieces(of: template(of: phrase, number)).flatMap { piece in
        guard piece.isGap else { return [Passage(piece.text)] }
        if piece.text == "n", let number { return [Passage(String(number))] }
        return values[piece.text] ?? [Passage("{\(piece.text)}")]
      })
  }

  private func translation(of text: String) -> String? {
    let pattern = SentencePattern(of: text)
    return sentences[pattern.text].map { pattern.filled(into: $0, in: self) }
  }

  /// Sentences one after another, those of one language together.
  private static func joined(_ sentences: [Passage]) -> [Passage] {
    merged(
      sentences.enumerated().flatMap { place, sentence in
        place == 0 ? [sentence] : [Passage(" ", isForeign: sentence.isForeign), sentence]
      })
  }

  private static func merged(_ passages: [Passage]) -> [Passage] {
    var merged: [Passage] = []
    for passage in passages where !passage.text.isEmpty {
      if merged.last?.isForeign == passage.isForeign {
        merged[merged.count - 1].text += passage.text
      } else {
        merged.append(passage)
      }
    }
    return merged
  }
}
