extension Diagram {
  /// The picture in words: everything that stands in it and every line, as Markdown.
  ///
  /// For people who cannot see the picture, and for searching. Nodes and lines are those of the
  /// picture, no more and no fewer.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes and lines.
  public var textEquivalent: String {
    var text = "# \(title.asMarkdown)\n\n"
    if let subtitle { text += subtitle.asMarkdown + "\n\n" }
    text += summary.asMarkdown + "\n"
    let leaving = Dictionary(grouping: edges, by: \.tail)
    func list(_ nodes: [Node]) {
      for node in nodes.sorted(by: { $0.id < $1.id }) {
        text += "- \(node.title.asMarkdown)\n"
        for line in node.label.dropFirst() where !node.title.contains(line) {
          text += "  - \(line.asMarkdown)\n"
        }
        for section in node.sections {
          text += "  - \(section.heading.asMarkdown)\n"
          for line in section.lines { text += "    - \(line.asMarkdown)\n" }
        }
        for edge in leaving[node.id, default: []].sorted(by: { $0.id < $1.id }) {
          text += "  - \(edge.title.asMarkdown)\n"
        }
      }
    }
    let loose = nodes.filter { $0.group == nil }
    if !loose.isEmpty {
      text += "\n"
      list(loose)
    }
    for group in groups {
      text += "\n## \(group.label.asMarkdown)\n\n"
      list(nodes.filter { $0.group == group.id })
    }
    if !notes.isEmpty {
      text += "\n" + notes.map(\.asMarkdown).joined(separator: "\n\n") + "\n"
    }
    return text
  }
}

extension String {
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
