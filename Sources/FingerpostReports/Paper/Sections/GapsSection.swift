import FingerpostAnalysis
import FingerpostModel
import FingerpostRules

/// What is missing or wrong, with the next action and who would see to it.
struct GapsSection: PaperSectionWriter {
  let heading = Phrase.gapsHeading

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    let blocks =
      families(material) + findings(material, reader) + diagnostics(material, reader)
    return (blocks.isEmpty ? [.paragraph(PaperLine(material.words(.nothingMissing)))] : blocks)
      + accepted(material) + material.pictures(of: .gaps)
  }

  // MARK: - Families without help

  private func families(_ material: PaperMaterial) -> [PaperBlock] {
    let (words, wording) = (material.words, material.coverageWording)
    var groups = CoverageCellGroups()
    var repairs: [[String]: CoverageRepair] = [:]
    for entry in material.coverage.entries {
      var lines: [String]
      switch entry.answer {
      case .gap:
        guard let gap = entry.gap else { continue }
        lines = [wording.reason(gap)]
        let stops = wording.stops(gap.stops, atMost: 3)
        if !stops.isEmpty {
          lines.append(
            words(.wayStops, ["where": stops.joined(separator: "; ")]))
        }
      case .coveredForSome(let conditions):
        lines = [
          words(.helpedAre, ["list": wording.names(of: conditions)])
        ]
      case .covered, .notStated: continue
      }
      // The last line is the action.
      lines.append(
        entry.repairs.first.map { wording.repair($0) } ?? words(.noActionKnown))
      groups.add(entry.cell, under: lines, apart: entry.cell.need.rawValue)
      repairs[lines] = repairs[lines] ?? entry.repairs.first
    }
    guard !groups.groups.isEmpty else { return [] }
    return [
      .heading(words(.familiesWithoutHelp)),
      .table(
        PaperTable(
          caption: words(.familiesWithoutHelpCaption), isHeaded: true,
          columns: [
            words(.familiesColumn), words(.whyColumn), words(.actionColumn), words(.cardWhoAnswers),
          ],
          rows: groups.groups.map { lines, cells in
            [
              PaperTable.Cell(material.families(cells)),
              PaperTable.Cell(lines.dropLast().map { PaperLine(said: $0) }),
              PaperTable.Cell([PaperLine(said: lines.last ?? "")]),
              PaperTable.Cell(material.owner(of: repairs[lines] ?? nil)),
            ]
          })),
    ]
  }

  // MARK: - Findings

  private func findings(_ material: PaperMaterial, _ reader: ReportReader?) -> [PaperBlock] {
    let words = material.words
    let emphasis = reader?.emphasis ?? .forPack
    let telling = Telling(material.check, emphasis)
    var blocks: [PaperBlock] = telling.sections.flatMap { section -> [PaperBlock] in
      let heading = words(section.heading ?? .failsStandards)
      return [
        .heading(heading),
        .table(
          PaperTable(
            caption: words(.findingsCaption, ["subject": heading]), isHeaded: true,
            columns: [
              words(.whatColumn), words(.actionColumn), words(.cardWhoAnswers),
            ],
            rows: section.findings.map { row($0, material, emphasis) })),
      ]
    }
    if telling.leftOut > 0 {
      blocks.append(.remark(PaperLine(words(.findingsLeftOut, telling.leftOut))))
    }
    return blocks
  }

  private func row(
    _ finding: Finding, _ material: PaperMaterial, _ emphasis: Emphasis
  ) -> [PaperTable.Cell] {
    // Who edits the file is told its keys.
    let (message, remedy) =
      emphasis.showsPlaces
      ? (finding.message, finding.remedy) : (finding.messageWithoutKeys, finding.remedyWithoutKeys)
    var lines = [material.said(message)] + finding.evidence.map { material.said($0) }
    if emphasis.showsPlaces, let place = finding.location {
      lines.append(PaperLine([.code("\(place)")]))
    }
    let weight: Phrase =
      switch finding.severity {
      case .error: .mustBeMended
      case .warning: .shouldBeMended
      case .note: .couldBeBetter
      }
    return [
      PaperTable.Cell(lines),
      PaperTable.Cell(
        [.strong(material.words(weight))] + (remedy.isEmpty ? [] : [material.said(remedy)])),
      PaperTable.Cell(material.owner(of: finding.element)),
    ]
  }

  /// What the reader of the file reported, for whoever keeps it.
  private func diagnostics(_ material: PaperMaterial, _ reader: ReportReader?) -> [PaperBlock] {
    let diagnostics = material.check.diagnostics
    guard reader == nil || reader == .operations, !diagnostics.isEmpty else { return [] }
    return [
      .heading(material.words(.inTheFile)),
      .list(
        diagnostics.map { diagnostic in
          PaperItem(
            material.said(diagnostic.message),
            details: diagnostic.location.map { [PaperLine([.code("\($0)")])] } ?? [])
        }, isOrdered: false),
    ]
  }

  // MARK: - Accepted exceptions

  private func accepted(_ material: PaperMaterial) -> [PaperBlock] {
    let words = material.words
    guard !material.check.accepted.isEmpty else { return [] }
    return [
      .heading(words(.acceptedHeading)),
      .table(
        PaperTable(
          caption: words(.acceptedCaption), isHeaded: true,
          columns: [
            words(.whatColumn), words(.whyAcceptedColumn), words(.cardWhoAnswers),
            words(.untilColumn),
          ],
          rows: material.check.accepted.map { accepted in
            [
              PaperTable.Cell([material.said(accepted.finding.messageWithoutKeys)]),
              PaperTable.Cell(accepted.exception.reason),
              PaperTable.Cell(accepted.exception.owner),
              PaperTable.Cell(day: words.date(accepted.exception.until)),
            ]
          })),
    ]
  }
}

extension Emphasis {
  /// What the whole pack tells: everything, under a heading for each part of the catalogue.
  static let forPack = Emphasis(first: RuleGroup.allCases, others: .note, showsPlaces: false)
}
