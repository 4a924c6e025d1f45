/// What pictures and papers are written in: the table of phrases, in English or as a place or another
/// language has them.
///
/// ```swift
/// words(.boards, 2)                              // "2 boards"
/// words(.seatsOn, ["board": board.name])         // "Seats on Strategic board"
/// words.label(RouteKind.selfReferral)            // "self-referral"
/// ```
///
/// A place that says "recommendation" for "referral" (toolkit E73) gives the term, and every phrase and
/// label follows; a whole edition in another language gives every phrase. What somebody wrote in a map is
/// never touched.
public struct Words: Hashable, Sendable {
  /// English, as the program says it.
  public static let english = Words()

  /// The language of the phrases, as a BCP 47 tag.
  public var language: String
  /// Phrases that differ from the English ones, by form.
  public var phrases: [Phrase: [PluralCategory: String]]
  /// Labels of the vocabulary that differ, by `kind-of-word.word`, such as `route-kind.referral`.
  public var labels: [String: String]
  /// Sentences of rules that differ, by their patterns: see `SentencePattern`.
  public var sentences: [String: String]
  /// Terms to say in place of others, each a whole word or several.
  ///
  /// They hold for English phrases and labels, and for what rules say.
  public var terms: [String: String] {
    didSet { replacements = Self.replacements(for: terms) }
  }
  private var replacements: [Replacement] = []

  /// Makes words; English by default.
  public init(
    language: String = "en-GB", phrases: [Phrase: [PluralCategory: String]] = [:],
    labels: [String: String] = [:], sentences: [String: String] = [:],
    terms: [String: String] = [:]
  ) {
    self.language = language
    self.phrases = phrases
    self.labels = labels
    self.sentences = sentences
    self.terms = terms
    replacements = Self.replacements(for: terms)
  }

  /// A phrase with its gaps filled.
  ///
  /// - Parameters:
  ///   - phrase: The phrase.
  ///   - number: What its form goes by, and what stands for `{n}`.
  ///   - values: What stands for its other gaps, by name.
  /// - Returns: The phrase; a gap for which no value is given stays as it is.
  public func callAsFunction(
    _ phrase: Phrase, _ number: Int? = nil, _ values: [String: String] = [:]
  ) -> String {
    var values = values
    if let number { values["n"] = values["n"] ?? String(number) }
    return Self.filled(template(of: phrase, number), values)
  }

  /// What people are shown for a word of the vocabulary.
  public func label(_ word: some Word) -> String {
    label(word.rawValue, kind: Self.kind(of: type(of: word)), english: word.label)
  }

  /// The same for a word as it is written, when its type is not known any more.
  ///
  /// - Parameters:
  ///   - word: The word as it is written in a map.
  ///   - kind: What kind of word it is, as `kind(of:)` says.
  ///   - english: Its label in English.
  /// - Returns: The label.
  public func label(_ word: String, kind: String, english: String) -> String {
    labels["\(kind).\(word)"] ?? withTerms(english)
  }

  /// English text with the terms of the place; what stands in “quotes” was written by somebody and
  /// stays.
  func withTerms(_ text: String) -> String {
    guard !replacements.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "“") {
      let close = rest[open...].firstIndex(of: "”") ?? rest.endIndex
      result += replaced(rest[..<open]) + rest[open..<close]
      rest = rest[close...]
    }
    return result + replaced(rest)
  }

  /// What a kind of word is called in files: `RouteKind` is `route-kind`.
  public static func kind(of type: any Word.Type) -> String {
    var name = ""
    for letter in String(describing: type) {
      if letter.isUppercase, !name.isEmpty { name += "-" }
      name += letter.lowercased()
    }
    return name
  }

  func template(of phrase: Phrase, _ number: Int?) -> String {
    let category = number.map { PluralCategory($0, language: language) } ?? .other
    if let forms = phrases[phrase], let form = forms[category] ?? forms[.other] { return form }
    let english = number.map { PluralCategory($0, language: "en") } ?? .other
    return withTerms(phrase.english(english))
  }

  /// Fills `{gaps}`; a gap for which there is no value stays as it is.
  private static func filled(_ template: String, _ values: [String: String]) -> String {
    pieces(of: template).map { $0.isGap ? values[$0.text] ?? "{\($0.text)}" : $0.text }.joined()
  }

  /// The text of a template and the names of its gaps, in turn.
  static func pieces(of template: String) -> [(text: String, isGap: Bool)] {
    var pieces: [(String, Bool)] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces += [
        (String(rest[..<open]), false), (String(rest[rest.index(after: open)..<close]), true),
      ]
      rest = rest[rest.index(after: close)...]
    }
    return pieces + [(String(rest), false)]
  }

  // MARK: - Terms

  private struct Replacement: Hashable {
    let old: [Character]
    let new: String
  }

  /// Longer terms first, so that "self-referral" is found before "referral".
  private static func replacements(for terms: [String: String]) -> [Replacement] {
    terms.map { Replacement(old: Array($0.key.lowercased()), new: $0.value) }
      .sorted { ($1.old.count, String($0.old)) < ($0.old.count, String($1.old)) }
  }

  private func replaced(_ text: Substring) -> String {
    let letters = Array(text)
    let small = letters.map { Character($0.lowercased()) }
    var result = ""
    var place = 0
    while place < letters.count {
      let isAtStart = place == 0 || !letters[place - 1].isLetter
      let found =
        isAtStart
        ? replacements.first { term in
          let end = place + term.old.count
          return end <= letters.count && small[place..<end].elementsEqual(term.old)
            && (end == letters.count || !letters[end].isLetter)
        } : nil
      if let found {
        result += letters[place].isUppercase ? found.new.capitalisedFirst : found.new
        place += found.old.count
      } else {
        result.append(letters[place])
        place += 1
      }
    }
    return result
  }
}

extension Words {
  /// `a`, `a and b`, `a, b and c`.
  public func list(_ items: [String]) -> String { list(items, by: .and) }

  /// `a`, `a or b`, `a, b or c`.
  public func alternatives(_ items: [String]) -> String { list(items, by: .or) }

  private func list(_ items: [String], by phrase: Phrase) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return self(phrase, ["first": items.dropLast().joined(separator: ", "), "last": last])
  }

  /// A phrase with its gaps filled, of which none is a number.
  public func callAsFunction(_ phrase: Phrase, _ values: [String: String]) -> String {
    self(phrase, nil, values)
  }

  /// `1 October 2019`, `October 2019` or `2019`.
  public func date(_ date: CalendarDate) -> String {
    guard let month = date.month else { return String(date.year) }
    let name = self(Phrase.months[month - 1])
    guard let day = date.day else {
      return self(.monthOfYear, ["month": name, "year": String(date.year)])
    }
    return self(.dayOfMonth, ["day": String(day), "month": name, "year": String(date.year)])
  }

  /// `9`, `over 2500`, `under 5`.
  public func quantity(_ quantity: Quantity) -> String {
    let number = ["number": String(quantity.number)]
    return switch quantity.bound {
    case .exactly: String(quantity.number)
    case .over: self(.over, number)
    case .atLeast: self(.atLeast, number)
    case .about: self(.about, number)
    case .upTo: self(.upTo, number)
    case .under: self(.under, number)
    }
  }

  /// `6 weeks`, `1 month`.
  public func span(_ span: TimeSpan) -> String {
    switch span.unit {
    case .day: self(.days, span.count)
    case .week: self(.weeks, span.count)
    case .month: self(.monthsLong, span.count)
    case .year: self(.years, span.count)
    }
  }

  /// `conception`, `20 weeks of pregnancy`, `birth`, `9 months`.
  public func age(_ age: Age) -> String {
    switch age.wording {
    case .conception: self(.conception)
    case .weeksOfPregnancy(let weeks): self(.weeksOfPregnancy, weeks)
    case .birth: self(.birth)
    case .sinceBirth(let span): self.span(span)
    case .noLimit: self(.noLimit)
    }
  }

  /// `conception to 2 years`; an end that the map does not state is told as such.
  public func ages(from: Age?, to: Age?) -> String {
    self(
      .ageRange,
      [
        "from": from.map { age($0) } ?? self(.ageNotStated),
        "to": to.map { age($0) } ?? self(.ageNotStated),
      ])
  }
}

extension String {
  /// With a capital first letter.
  package var capitalisedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }

  /// With a small first letter, unless the word is written in capitals.
  package var lowercasedFirst: String {
    guard let first, dropFirst().first?.isLowercase == true else { return self }
    return first.lowercased() + dropFirst()
  }
}
