public import FingerpostModel

/// A paper about one map, for a meeting: a value that is written as HTML by `html`.
///
/// A paper says nothing that is not in its material, and the same material gives the same bytes.
public struct Paper: Sendable {
  /// A section of the paper that has something to say.
  public struct Part: Sendable {
    /// Which section it is; its name is its anchor.
    public var section: PaperSection
    /// Its heading.
    public var heading: String
    /// What it says.
    public var blocks: [PaperBlock]
  }

  /// What it is about.
  public var title: String
  /// What sort of paper it is, such as `Board pack`.
  public var subtitle: String
  /// What a reader must know before anything else: dates, the standards, what is invented.
  public var introduction: [String]
  /// The sections, in their order.
  public var parts: [Part]
  /// What the paper's own phrases are said in.
  public var words: Words

  /// Writes a paper.
  ///
  /// - Parameters:
  ///   - material: What it is made from.
  ///   - reader: Whom it is for; `nil` for the whole pack.
  public init(_ material: PaperMaterial, for reader: ReportReader? = nil) {
    let sections = PaperSection.sections(for: reader)
    let material = material.numbered(in: sections)
    let words = material.words
    title = material.map.title
    subtitle = words(reader?.paper ?? .boardPack)
    introduction = material.introduction
    parts = sections.compactMap { section in
      let blocks = section.writer.blocks(from: material, for: reader)
      return blocks.isEmpty
        ? nil : Part(section: section, heading: words(section.heading), blocks: blocks)
    }
    self.words = words
    // What leads to a section that this paper does not have would lead nowhere.
    let anchors = Set(parts.map(\.section.rawValue) + material.pictures.map(\.anchor))
    for place in parts.indices {
      parts[place].blocks = parts[place].blocks.map { $0.leadingOnly(to: anchors) }
    }
  }

  /// The paper as one HTML file that asks for nothing from elsewhere.
  public var html: String { PaperHTML(self).text }
}

extension ReportReader {
  /// What the paper for this reader is called.
  var paper: Phrase {
    switch self {
    case .board: .paperForBoard
    case .commissioners: .paperForCommissioners
    case .operations: .paperForOperations
    }
  }
}

extension PaperMaterial {
  /// The same with the pictures of some sections only, numbered in their order.
  func numbered(in sections: [PaperSection]) -> PaperMaterial {
    var material = self
    let shown = sections.flatMap { section in
      self.pictures.filter { PaperSection(showing: $0.view) == section }
    }
    material.pictures = shown.enumerated().map { place, picture in
      var numbered = picture
      numbered.number = place + 1
      return numbered
    }
    return material
  }

  /// What a reader must know before anything else.
  var introduction: [String] {
    var lines: [String] = []
    let day = words.date(date)
    lines.append(
      map.asOf.map { words(.paperDate, ["date": day, "asOf": words.date($0)]) }
        ?? words(.paperDateOnly, ["date": day]))
    if let audience { lines.append(audience) }
    if map.isInvented { lines.append(words(.invented)) }
    if let summary = map.summary { lines.append(summary) }
    return lines
  }
}
