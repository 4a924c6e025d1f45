import FingerpostAnalysis
import FingerpostModel

/// The answers about one need: areas down, ages across, ages with the same answers together.
struct CoverageMatrix {
  /// What stands in a cell.
  enum Answer: Hashable {
    case covered
    /// Covered, with a reason to look twice.
    case coveredLookTwice
    case coveredForSome
    case gap
    case notStated

    init(_ entry: CoverageReport.Entry) {
      self =
        switch entry.answer {
        case .covered: entry.flags.isEmpty ? .covered : .coveredLookTwice
        case .coveredForSome: .coveredForSome
        case .gap: .gap
        case .notStated: .notStated
        }
    }
  }

  let need: Need.ID
  let columns: [AgeBand]
  let rows: [(area: Area.ID, answers: [Answer])]

  init(of need: Need.ID, _ report: CoverageReport) {
    let own = report.entries.filter { $0.cell.need == need }
    let areas = report.grid.areas
    var columns: [(band: AgeBand, answers: [Answer])] = []
    for (place, band) in report.grid.bands.enumerated() {
      let answers = areas.indices.map { Answer(own[place * areas.count + $0]) }
      if let last = columns.last, last.answers == answers {
        columns[columns.count - 1].band = AgeBand(from: last.band.from, to: band.to)
      } else {
        columns.append((band, answers))
      }
    }
    self.need = need
    self.columns = columns.map(\.band)
    rows = areas.indices.map { area in (areas[area], columns.map { $0.answers[area] }) }
  }
}

/// Cells under the lines that they share, in the order in which the lines first came.
struct CoverageCellGroups {
  private(set) var groups: [(lines: [String], cells: [CoverageCell])] = []
  private var places: [[String]: Int] = [:]

  /// Adds a cell; cells with other keys stay apart though their lines are the same.
  mutating func add(_ cell: CoverageCell, under lines: [String], apart key: String = "") {
    if let place = places[lines + [key]] {
      groups[place].cells.append(cell)
    } else {
      places[lines + [key]] = groups.count
      groups.append((lines, [cell]))
    }
  }
}
