public import FingerpostModel

extension Diagram {
  /// The picture in words: everything that stands in it and every line.
  ///
  /// Nodes and lines are those of the picture, no more and no fewer.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes and lines.
  public var inWords: PictureInWords {
    let leaving = Dictionary(grouping: edges, by: \.tail)
    func items(_ nodes: [Node]) -> [PictureInWords.Item] {
      nodes.sorted { $0.id.isNumberedBefore($1.id) }.map { node in
        PictureInWords.Item(
          node.title,
          details: node.label.dropFirst().filter { !node.title.contains($0) }
            + node.sections.map { section in
              words(
                .named,
                ["name": section.heading, "value": section.lines.joined(separator: "; ")])
            }
            + leaving[node.id, default: []].sorted { $0.id.isNumberedBefore($1.id) }.map(\.title))
      }
    }
    let loose = nodes.filter { $0.group == nil }
    return PictureInWords(
      title: title, subtitle: subtitle, summary: summary,
      parts: (loose.isEmpty ? [] : [PictureInWords.Part(heading: nil, items: items(loose))])
        + groups.map { group in
          PictureInWords.Part(
            heading: group.label, items: items(nodes.filter { $0.group == group.id }))
        },
      notes: notes, foreignNotes: foreignNotes)
  }

  /// The picture in words, as Markdown.
  public var textEquivalent: String {
    let words = inWords
    var text = "# \(words.title.asMarkdown)\n\n"
    if let subtitle = words.subtitle { text += subtitle.asMarkdown + "\n\n" }
    text += words.summary.asMarkdown + "\n"
    for part in words.parts {
      text += part.heading.map { "\n## \($0.asMarkdown)\n\n" } ?? "\n"
      for item in part.items {
        text += "- \(item.text.asMarkdown)\n"
        for detail in item.details { text += "  - \(detail.asMarkdown)\n" }
      }
    }
    if !words.notes.isEmpty {
      text += "\n" + words.notes.map(\.asMarkdown).joined(separator: "\n\n") + "\n"
    }
    return text
  }
}

extension String {
  /// Whether it stands before another text where whole numbers in both count as numbers: `Part 2`
  /// before `Part 10`.
  func isNumberedBefore(_ other: String) -> Bool {
    var (mine, theirs) = (self[...], other[...])
    while let a = mine.first, let b = theirs.first {
      if a.isASCIIDigit, b.isASCIIDigit {
        let (here, there) = (
          mine.prefix(while: \.isASCIIDigit), theirs.prefix(while: \.isASCIIDigit)
        )
        let (left, right) = (here.drop { $0 == "0" }, there.drop { $0 == "0" })
        if left != right { return (left.count, String(left)) < (right.count, String(right)) }
        mine = mine.dropFirst(here.count)
        theirs = theirs.dropFirst(there.count)
      } else if a == b {
        mine = mine.dropFirst()
        theirs = theirs.dropFirst()
      } else {
        return a < b
      }
    }
    // Texts that differ in nothing but noughts before numbers have an order all the same.
    return mine.isEmpty && theirs.isEmpty ? self < other : mine.isEmpty
  }

  /// With every character that Markdown would take for markup escaped, on one line.
  fileprivate var asMarkdown: String {
    var text = ""
    for character in self {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "&": text += "\\\(character)"
      case _ where character.isNewline: text += " "
      default: text.append(character)
      }
    }
    return text
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
