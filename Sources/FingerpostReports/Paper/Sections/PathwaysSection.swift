import FingerpostAnalysis
import FingerpostModel

/// How families get help: the way through for each need, age and area.
struct PathwaysSection: PaperSectionWriter {
  let heading = Phrase.pathwaysHeading

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    let (words, report) = (material.words, material.coverage)
    var blocks: [PaperBlock] = []
    var groups = CoverageCellGroups()
    for entry in report.entries {
      guard let way = entry.way else { continue }
      groups.add(
        entry.cell, under: [material.coverageWording.way(way.services)],
        apart: entry.cell.need.rawValue)
    }
    if !groups.groups.isEmpty {
      blocks.append(.paragraph(PaperLine(words(.waysIntroduction))))
      blocks.append(
        .table(
          PaperTable(
            caption: words(.waysCaption),
            columns: [words(.familiesColumn), words(.wayThroughLegend)],
            rows: groups.groups.map { lines, cells in
              [PaperTable.Cell(material.families(cells)), PaperTable.Cell(lines[0])]
            })))
    }
    return blocks + material.pictures(of: .pathways)
  }
}
