/// A list under a heading, before it is text of one form or another.
struct ReportSection {
  /// Something to read, with what belongs to it.
  struct Item: Hashable {
    var text: String
    var details: [String] = []
  }

  let heading: String
  var remark: String?
  let items: [Item]

  /// For people at a terminal, 100 columns wide where words allow it.
  var lines: [String] {
    var lines = [heading]
    if let remark { lines += remark.wrapped(indent: "  ") }
    for item in items {
      lines += item.text.wrapped(indent: "  ", first: "- ")
      lines += item.details.flatMap { $0.wrapped(indent: "    ") }
    }
    return lines
  }

  /// For a paper; what comes from a map becomes no markup, link or mention.
  var markdown: String {
    var text = "## \(heading.inMarkdown)\n"
    if let remark { text += "\n\(remark.inMarkdown)\n" }
    if !items.isEmpty { text += "\n" }
    for item in items {
      text += "- \(item.text.inMarkdown)\n" + item.details.map { "  - \($0.inMarkdown)\n" }.joined()
    }
    return text
  }
}
