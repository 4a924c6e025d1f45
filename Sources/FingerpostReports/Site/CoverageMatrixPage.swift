import FingerpostAnalysis
import FingerpostModel

/// Which families find help: a table for each need, each cell of which leads to why it is so and what
/// would help.
struct CoverageMatrixPage {
  private let pages: SiteMapPages
  private var words: Words { pages.words }

  init(_ pages: SiteMapPages) { self.pages = pages }

  /// What the page says.
  var content: [HTMLElement] {
    let report = pages.material.coverage
    let names = pages.material.coverageWording
    var writer = pages.writer
    // The tables are written here, so that their cells lead somewhere; the rest is the paper's.
    let others = CoverageSection().blocks(from: pages.material, for: nil).filter {
      if case .table = $0 { false } else { true }
    }
    return [HTMLTag.p { words(.coverageIntroduction) }]
      + report.grid.needs.enumerated().map { place, need in table(of: need, at: place, names) }
      + others.dropFirst().flatMap { writer.block($0) }
      + [HTMLTag.h2(.id("explanations")) { words(.explanationHeading) }]
      + pages.explanations.all.indices.map { explanation($0, names, writer) }
  }

  private func table(
    of need: Need.ID, at place: Int, _ names: CoverageWording
  ) -> HTMLElement {
    let report = pages.material.coverage
    let matrix = CoverageMatrix(of: need, report)
    let caption = "need-\(place + 1)"
    return HTMLTag.div(
      .style(class: "wide"), .role("region"), .labelled(by: caption), .focusable
    ) {
      HTMLTag.table(.style(class: "matrix")) {
        HTMLTag.caption(.id(caption)) { names.name(of: need) }
        HTMLTag.thead {
          HTMLTag.tr {
            HTMLTag.th(HTMLAttribute("scope", "col")) { words(.areaColumn) }
            for column in matrix.columns {
              HTMLTag.th(HTMLAttribute("scope", "col")) {
                words.ages(from: column.from, to: column.to).capitalisedFirst
              }
            }
          }
        }
        HTMLTag.tbody {
          for (area, row) in matrix.rows.enumerated() {
            HTMLTag.tr {
              HTMLTag.th(HTMLAttribute("scope", "row")) { names.name(of: row.area) }
              for (column, answer) in row.answers.enumerated() {
                cell(
                  answer, explained(need: place, matrix.columns[column], area: area))
              }
            }
          }
        }
      }
    }
  }

  /// The explanations of the cells that a column of the table stands for, each once.
  private func explained(need: Int, _ column: AgeBand, area: Int) -> [Int] {
    let grid = pages.material.coverage.grid
    var places: [Int] = []
    for (band, ages) in grid.bands.enumerated()
    where column.from <= ages.from && ages.to <= column.to {
      let place = pages.explanations.places[
        (need * grid.bands.count + band) * grid.areas.count + area]
      if !places.contains(place) { places.append(place) }
    }
    return places
  }

  private func cell(_ answer: CoverageMatrix.Answer, _ places: [Int]) -> HTMLElement {
    let mark = answer.mark
    return HTMLTag.td(.style(class: mark.rawValue)) {
      HTMLTag.span(.style(class: "mark"), .hidden) { mark.symbol }
      " "
      HTMLTag.a(
        .leads(to: .anchor(CoverageExplanations.anchor(of: places.first ?? 0))),
        HTMLAttribute(
          "data-explained",
          places.map { CoverageExplanations.anchor(of: $0) }.joined(separator: " ")
        )
      ) { answer.said(in: words) }
    }
  }

  private func explanation(
    _ place: Int, _ names: CoverageWording, _ writer: PaperBlockHTML
  ) -> HTMLElement {
    let explanation = pages.explanations.all[place]
    let anchor = CoverageExplanations.anchor(of: place)
    return HTMLTag.section(
      .id(anchor), .style(class: "explanation"), .labelled(by: "\(anchor)-heading"),
      HTMLAttribute("tabindex", "-1")
    ) {
      HTMLTag.h3(.id("\(anchor)-heading")) {
        words(
          .explanationOf,
          [
            "need": names.name(of: explanation.cells[0].need),
            "families": names.families(explanation.cells, of: pages.material.coverage.grid),
          ])
      }
      HTMLTag.p {
        HTMLTag.span(.style(class: "answer \(explanation.answer.mark.rawValue)")) {
          HTMLTag.span(.style(class: "mark"), .hidden) { explanation.answer.mark.symbol }
          " "
          explanation.answer.said(in: words)
        }
      }
      if !explanation.lines.isEmpty {
        HTMLTag.ul { for line in explanation.lines { HTMLTag.li { writer.inline(line) } } }
      }
    }
  }
}

extension CoverageMatrix.Answer {
  /// What it says at a glance.
  var mark: PaperTable.Mark {
    switch self {
    case .covered: .good
    case .coveredLookTwice: .watch
    case .coveredForSome: .partly
    case .gap: .bad
    case .notStated: .unsaid
    }
  }

  /// What it says in words.
  func said(in words: Words) -> String {
    switch self {
    case .covered: words(.coveredCell)
    case .coveredLookTwice: words(.lookTwiceCell)
    case .coveredForSome: words(.coveredForSomeCell)
    case .gap: words(.gapCell)
    case .notStated: words(.theMapDoesNotSay).capitalisedFirst
    }
  }
}
