import FingerpostAnalysis
import FingerpostModel

extension CoverageReport {
  /// Tables and lists for documents.
  public var markdown: String {
    let page = CoveragePage(self)
    var blocks = ["# \(page.title.escaped)"] + page.introduction.map(\.escaped)
    for table in page.tables {
      let head =
        "| Area | "
        + table.columns.map { $0.description.escaped }.joined(separator: " | ") + " |"
      let rule = "|" + String(repeating: "---|", count: table.columns.count + 1)
      let rows = table.rows.map { row in
        "| \(row.area.escaped) | \(row.answers.map(\.escaped).joined(separator: " | ")) |"
      }
      blocks += ["## \(table.heading.escaped)", ([head, rule] + rows).joined(separator: "\n")]
    }
    if !page.legend.isEmpty { blocks.append(page.legend.escaped) }
    for section in page.sections {
      blocks.append("## \(section.heading.escaped)")
      if let remark = section.remark { blocks.append(remark.escaped) }
      blocks.append(
        section.items.map { item in
          (["- \(item.text.escaped)"] + item.details.map { "  - \($0.escaped)" })
            .joined(separator: "\n")
        }.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension String {
  /// The text with what Markdown would take for its own made plain; code in backticks stays.
  fileprivate var escaped: String {
    var text = ""
    for character in self {
      if #"\*_[]<>|#"#.contains(character) { text.append("\\") }
      text.append(character.isNewline ? " " : character)
    }
    return text
  }
}
