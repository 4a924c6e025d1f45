/// A sentence of the program with numbered gaps where it goes by the map, such as
/// `“{1}” has waited {2} weeks`.
///
/// A gap is whatever stands in “quotes”, for somebody wrote it in the map; whatever stands in
/// backquotes, for it is written so in files; and every number and date. Several names in quotes one
/// after another, as in `“A”, “B” and “C”`, are one gap.
public struct SentencePattern: Hashable, Sendable {
  /// What stands in a gap.
  enum Value: Hashable, Sendable {
    case text(String)
    case date(CalendarDate)
    /// Names, the last joined by `and` or `or`.
    case names([String], isOr: Bool)
  }

  /// The pattern, by which a file of words knows the sentence.
  public private(set) var text = ""
  /// What stands in its gaps, in their order.
  private(set) var values: [Value] = []

  /// Finds the pattern of a sentence; that of a pattern is the pattern itself.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the sentence.
  public init(of sentence: String) {
    var reader = SentenceReader(sentence)
    while let token = reader.next() {
      switch token {
      case .letter(let letter): text.append(letter)
      case .names(let names, let isOr):
        values.append(names.count == 1 ? .text(names[0]) : .names(names, isOr: isOr))
        text += "“{\(values.count)}”"
      case .code(let code):
        values.append(.text(code))
        text += "`{\(values.count)}`"
      case .number(let number):
        values.append(.text(number))
        text += "{\(values.count)}"
      case .date(let date):
        values.append(.date(date))
        text += "{\(values.count)}"
      }
    }
  }

  /// The sentence in other words.
  ///
  /// - Parameters:
  ///   - template: The other words, with the same gaps.
  ///   - words: What dates and lists are said in.
  /// - Returns: The sentence; a gap that the pattern has not stays as it is.
  func filled(into template: String, in words: Words) -> String {
    Words.pieces(of: template).map { text, isGap in
      guard isGap else { return text }
      guard let number = Int(text), values.indices.contains(number - 1) else { return "{\(text)}" }
      switch values[number - 1] {
      case .text(let text): return text
      case .date(let date): return words.date(date)
      case .names(let names, let isOr):
        // The quotes at the ends are those of the template.
        let quoted = names.map { "“\($0)”" }
        return String(
          (isOr ? words.alternatives(quoted) : words.list(quoted)).dropFirst().dropLast())
      }
    }.joined()
  }

  /// The names of the gaps in a pattern, or in what stands for it.
  public static func gaps(in text: String) -> Set<String> {
    Set(Words.pieces(of: text).filter(\.isGap).map(\.text))
  }

  /// The sentences of a text, each up to its full stop or question mark.
  public static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    var depth = 0
    var isCode = false
    let letters = Array(text)
    for (place, letter) in letters.enumerated() {
      if letter == " ", depth == 0, !isCode, let end = sentence.last, ".?!".contains(end),
        place + 1 < letters.count, !letters[place + 1].isLowercase
      {
        sentences.append(sentence)
        sentence = ""
        continue
      }
      switch letter {
      case "“": depth += 1
      case "”": depth = max(0, depth - 1)
      case "`": isCode.toggle()
      default: break
      }
      sentence.append(letter)
    }
    return sentence.isEmpty ? sentences : sentences + [sentence]
  }
}

/// Takes a sentence apart into what is always said and what goes by the map.
private struct SentenceReader {
  enum Token {
    case letter(Character)
    case names([String], isOr: Bool)
    case code(String)
    case number(String)
    case date(CalendarDate)
  }

  private let letters: [Character]
  private var place = 0

  init(_ sentence: String) { letters = Array(sentence) }

  mutating func next() -> Token? {
    guard place < letters.count else { return nil }
    let isAtStart =
      place == 0 || !(letters[place - 1].isLetter || letters[place - 1].isNumber)
    switch letters[place] {
    case "“":
      if let token = names() { return token }
    case "`":
      if let end = letters[(place + 1)...].firstIndex(of: "`") {
        defer { place = end + 1 }
        return .code(String(letters[(place + 1)..<end]))
      }
    case "{":
      // A gap of a pattern.
      if let end = letters[place...].firstIndex(of: "}") {
        defer { place = end + 1 }
        return .number(String(letters[place...end]))
      }
    case _ where isAtStart:
      if let token = date() ?? number() { return token }
    default: break
    }
    defer { place += 1 }
    return .letter(letters[place])
  }

  /// Names in quotes one after another.
  private mutating func names() -> Token? {
    guard let end = quoteEnd(from: place) else { return nil }
    var names = [String(letters[(place + 1)..<end])]
    var isOr = false
    place = end + 1
    var isLast = false
    while !isLast {
      guard
        let joint = [", ", " and ", " or "].first(where: { starts(with: $0 + "“", at: place) }),
        let end = quoteEnd(from: place + joint.count)
      else { break }
      isLast = joint != ", "
      isOr = joint == " or "
      names.append(String(letters[(place + joint.count + 1)..<end]))
      place = end + 1
    }
    return .names(names, isOr: isOr)
  }

  /// Where the quotation that begins at a place ends; quotes within it are part of it.
  private func quoteEnd(from start: Int) -> Int? {
    var depth = 0
    for place in start..<letters.count {
      if letters[place] == "“" { depth += 1 }
      if letters[place] == "”" { depth -= 1 }
      if depth == 0 { return place }
    }
    return letters[start...].firstIndex(of: "”")
  }

  private mutating func number() -> Token? {
    guard letters[place].isASCII, letters[place].isNumber else { return nil }
    let start = place
    while place < letters.count, letters[place].isASCII {
      let isDigit = letters[place].isNumber
      let isJoint =
        ",.-".contains(letters[place]) && place + 1 < letters.count && letters[place + 1].isNumber
      guard isDigit || isJoint else { break }
      place += 1
    }
    return .number(String(letters[start..<place]))
  }

  /// `1 October 2019` or `October 2019`.
  private mutating func date() -> Token? {
    var end = place
    func digits(_ most: Int) -> Int? {
      var number = ""
      while end < letters.count, letters[end].isASCII, letters[end].isNumber {
        number.append(letters[end])
        end += 1
      }
      return number.isEmpty || number.count > most ? nil : Int(number)
    }
    var day: Int?
    if letters[place].isNumber {
      day = digits(2)
      guard day != nil, starts(with: " ", at: end) else { return nil }
      end += 1
    }
    guard let month = Phrase.months.firstIndex(where: { starts(with: $0.rawValue + " ", at: end) })
    else { return nil }
    end += Phrase.months[month].rawValue.count + 1
    guard let year = digits(4), let date = CalendarDate(year: year, month: month + 1, day: day)
    else { return nil }
    place = end
    return .date(date)
  }

  private func starts(with text: String, at place: Int) -> Bool {
    letters[min(place, letters.count)...].starts(with: text)
  }
}
