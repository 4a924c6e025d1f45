import FingerpostAnalysis
import FingerpostModel

extension CoverageReport {
  /// Tables and lists for people at a terminal, 100 columns wide where words allow it.
  public var text: String {
    let page = CoveragePage(self)
    var lines = [page.title]
    lines += page.introduction.flatMap { $0.wrapped(indent: "") }
    for table in page.tables { lines += ["", table.heading] + table.text }
    if !page.legend.isEmpty { lines += [""] + page.legend.wrapped(indent: "") }
    for section in page.sections { lines += [""] + section.lines }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension CoveragePage.Table {
  /// The table as lines; a heading of two lines keeps the columns narrow.
  fileprivate var text: [String] {
    let heads = columns.map { [$0.from.description, "to \($0.to)"] }
    let first = (rows.map(\.area) + ["Area"]).map(\.count).max() ?? 0
    let widths = columns.indices.map { column in
      (heads[column] + rows.map { $0.answers[column] }).map(\.count).max() ?? 0
    }
    func line(_ name: String, _ cells: [String]) -> String {
      let parts =
        [name.padded(to: first)] + zip(cells, widths).map { $0.padded(to: $1) }
      return ("  " + parts.joined(separator: "  ")).trimmedAtEnd
    }
    return [line("", heads.map { $0[0] }), line("Area", heads.map { $0[1] })]
      + rows.map { line($0.area, $0.answers) }
  }
}
