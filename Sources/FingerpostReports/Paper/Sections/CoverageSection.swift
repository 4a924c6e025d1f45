import FingerpostAnalysis
import FingerpostModel

/// Which families find help: a table for each need, and where to look twice.
struct CoverageSection: PaperSectionWriter {
  let heading = Phrase.coverageHeading

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    let (words, report) = (material.words, material.coverage)
    if let missing = material.missingScope {
      return [.paragraph(PaperLine(missing.inPaper(words)))]
    }
    guard !report.entries.isEmpty else {
      return [.paragraph(PaperLine(words(.scopeIsEmpty)))]
    }
    var blocks: [PaperBlock] = [.paragraph(PaperLine(words(.coverageIntroduction)))]
    blocks += report.grid.needs.map { .table(table(CoverageMatrix(of: $0, report), material)) }
    blocks.append(.remark(PaperLine(words(.coverageLegend))))
    return blocks + remarks(material) + layers(material)
  }

  private func table(_ matrix: CoverageMatrix, _ material: PaperMaterial) -> PaperTable {
    let words = material.words
    let names = material.coverageWording
    return PaperTable(
      caption: names.name(of: matrix.need),
      columns: [words(.areaColumn)]
        + matrix.columns.map { words.ages(from: $0.from, to: $0.to).capitalisedFirst },
      rows: matrix.rows.map { area, answers in
        [PaperTable.Cell(names.name(of: area))]
          + answers.map { PaperTable.Cell($0.said(in: words), mark: $0.mark) }
      })
  }

  /// Why to look twice at what is covered, the widest reason first.
  private func remarks(_ material: PaperMaterial) -> [PaperBlock] {
    var groups = CoverageCellGroups()
    for entry in material.coverage.entries {
      for flag in entry.flags {
        let text = material.coverageWording.flag(flag, waitOver: material.coverage.longestWait)
        groups.add(entry.cell, under: [text])
      }
    }
    guard !groups.groups.isEmpty else { return [] }
    return [
      .heading(material.words(.lookTwiceHeading)),
      .list(
        groups.groups.sorted { $0.cells.count > $1.cells.count }.map { lines, cells in
          PaperItem(PaperLine(lines[0]), details: [PaperLine(material.families(cells))])
        }, isOrdered: false),
    ]
  }

  /// The conditions with which families find less help.
  private func layers(_ material: PaperMaterial) -> [PaperBlock] {
    let layers = material.coverage.layers.filter { $0.furtherGaps > 0 }
    guard !layers.isEmpty else { return [] }
    return [
      .heading(material.words(.lessHelpHeading)),
      .list(
        layers.map { layer in
          PaperItem(
            PaperLine(
              material.words(
                .lessHelp, layer.furtherGaps,
                ["condition": material.coverageWording.name(of: layer.condition)])))
        }, isOrdered: false),
    ]
  }
}
