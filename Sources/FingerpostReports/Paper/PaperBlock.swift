import FingerpostModel

/// A line of a paper: text, of which some is set apart or leads somewhere.
public struct PaperLine: Hashable, Sendable {
  /// A piece of a line.
  public enum Part: Hashable, Sendable {
    /// Text.
    case text(String)
    /// Text in English in a paper that is in another language.
    case english(String)
    /// Text that matters more than what stands beside it.
    case strong(String)
    /// A word as it is written in a map's file or typed.
    case code(String)
    /// Text that leads somewhere.
    case link(String, to: PaperAddress)
  }

  /// The pieces, in their order.
  public var parts: [Part]

  /// Makes a line of pieces.
  public init(_ parts: [Part]) { self.parts = parts }

  /// Makes a line of text.
  init(_ text: String) { parts = [.text(text)] }

  /// Makes a line of a sentence of the program, in which words of files stand in backquotes.
  init(said text: String) { self.init(said: [Words.Passage(text)]) }

  /// The same for a sentence in one language and another.
  init(said passages: [Words.Passage]) {
    parts = passages.flatMap { passage in
      let pieces = passage.text.split(separator: "`", omittingEmptySubsequences: false)
        .map(String.init)
      return pieces.enumerated().compactMap { place, piece -> Part? in
        if piece.isEmpty { return nil }
        if place % 2 == 1, place < pieces.count - 1 { return .code(piece) }
        return passage.isForeign ? .english(piece) : .text(piece)
      }
    }
  }

  static func strong(_ text: String) -> Self { Self([.strong(text)]) }
}

/// Where something in a paper leads.
public enum PaperAddress: Hashable, Sendable {
  /// A place in the same paper, by its anchor.
  case anchor(String)
  /// A page on the web.
  case web(String)

  /// As a link has it.
  var href: String {
    switch self {
    case .anchor(let anchor): "#\(anchor)"
    case .web(let address): address
    }
  }

  /// A page on the web; `nil` for whatever else somebody may have written, such as `javascript:`.
  init?(web address: String) {
    let lowered = address.lowercased()
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://"),
      address.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 && $0 != "\\" })
    else { return nil }
    self = .web(address)
  }
}

/// A piece of a section.
public indirect enum PaperBlock: Hashable, Sendable {
  /// A paragraph.
  case paragraph(PaperLine)
  /// A paragraph in small print.
  case remark(PaperLine)
  /// A heading within the section.
  case heading(String)
  /// The figures that matter most, large.
  case figures([PaperFigure])
  /// A list.
  case list([PaperItem], isOrdered: Bool)
  /// A table.
  case table(PaperTable)
  /// A picture.
  case picture(PaperPicture)
  /// What only some readers want, behind its heading; printed like everything else.
  case folded(String, [PaperBlock])
}

/// A figure and what it counts.
public struct PaperFigure: Hashable, Sendable {
  /// The figure, or what stands for it.
  public var value: String
  /// What it counts.
  public var label: String
}

/// An item of a list.
public struct PaperItem: Hashable, Sendable {
  /// What it says.
  public var line: PaperLine
  /// What belongs to it.
  public var details: [PaperLine]

  init(_ line: PaperLine, details: [PaperLine] = []) {
    self.line = line
    self.details = details
  }
}

/// A table whose first column says what its rows are about.
public struct PaperTable: Hashable, Sendable {
  /// What a cell says at a glance, beside its words: never by colour alone.
  public enum Mark: String, CaseIterable, Hashable, Sendable {
    /// All is well.
    case good
    /// Well, and worth a second look.
    case watch
    /// Well for some.
    case partly
    /// Missing or wrong.
    case bad
    /// The map does not say.
    case unsaid

    /// The sign that stands before the words.
    var symbol: String {
      switch self {
      case .good: "✓"
      case .watch: "✓ !"
      case .partly: "◐"
      case .bad: "✗"
      case .unsaid: "?"
      }
    }
  }

  /// A cell of a table.
  public struct Cell: Hashable, Sendable {
    /// Its lines.
    public var lines: [PaperLine]
    /// What it says at a glance.
    public var mark: Mark?

    init(_ lines: [PaperLine], mark: Mark? = nil) {
      self.lines = lines
      self.mark = mark
    }

    init(_ text: String, mark: Mark? = nil) { self.init([PaperLine(text)], mark: mark) }

    /// A date, which stays on one line.
    init(day: String) { self.init(String(day.map { $0 == " " ? "\u{A0}" : $0 })) }
  }

  /// What the table shows.
  public var caption: String
  /// Whether a heading above says the same, so that the caption need not be seen.
  public var isHeaded = false
  /// The heads of its columns.
  public var columns: [String]
  /// Its rows, each as long as `columns`.
  public var rows: [[Cell]]
}

extension PaperBlock {
  /// The same, with text in place of links to anchors that there are not.
  func leadingOnly(to anchors: Set<String>) -> PaperBlock {
    func line(_ line: PaperLine) -> PaperLine {
      PaperLine(
        line.parts.map { part in
          guard case .link(let text, .anchor(let anchor)) = part, !anchors.contains(anchor)
          else { return part }
          return .text(text)
        })
    }
    switch self {
    case .paragraph(let text): return .paragraph(line(text))
    case .remark(let text): return .remark(line(text))
    case .list(let items, let isOrdered):
      return .list(
        items.map { PaperItem(line($0.line), details: $0.details.map(line)) },
        isOrdered: isOrdered)
    case .table(var table):
      table.rows = table.rows.map { row in
        row.map { PaperTable.Cell($0.lines.map(line), mark: $0.mark) }
      }
      return .table(table)
    case .folded(let heading, let blocks):
      return .folded(heading, blocks.map { $0.leadingOnly(to: anchors) })
    case .heading, .figures, .picture: return self
    }
  }
}
