import FingerpostFormats
import FingerpostModel
import Spreadsheets

/// A workbook, a sheet a table, with lists to choose words from and a sheet that explains each column.
struct XLSXFormat: InterchangeFormatDefinition, MapImporter, MapExporter {
  let title = "Excel workbook"
  let summary = "The same tables as sheets of one workbook, which people fill in."
  let fileEndings = ["xlsx"]
  let isFolder = false
  var importer: (any MapImporter)? { self }
  var exporter: (any MapExporter)? { self }

  /// The sheets beside those of tables.
  private static let others = ["notes", "choices"]

  func read(_ path: String, _ options: ImportOptions) -> ImportedMap {
    var reading = TablesReading(path, options)
    do throws(TableError) {
      let workbook = try XLSXReader(path: path)
      for sheet in workbook.sheets where !Self.others.contains(sheet.lowercased()) {
        let place = ImportPlace(table: path, part: sheet)
        if workbook.hiddenSheets.contains(sheet) {
          let isTable = MapTable.isCalled(sheet)
          reading.report(
            .note, .file,
            isTable
              ? "this sheet is hidden, and is read all the same, since a table of a map is called so; "
                + "delete it if it is out of use"
              : "this sheet is hidden, and is not read; show it if it belongs to the map", at: place
          )
          guard isTable else { continue }
        }
        reading.read(sheet, at: place) { take throws(TableError) in
          try workbook.forEachRow(of: sheet, take)
        }
      }
    } catch {
      reading.report(.error, .file, error.explanation, at: ImportPlace(table: path))
    }
    return reading.finish()
  }

  func write(_ map: SystemMap, kept: [KeptStatement]) throws -> [ExportedFile] {
    let tables = FilledTable.tables(of: map)
    let sheets = [Self.notes(on: tables)] + tables.map(\.sheet)
    return [
      ExportedFile(name: "\(map.id).xlsx", bytes: try XLSXWriter.workbook(of: sheets))
    ]
  }

  /// The sheet that explains each column.
  private static func notes(on tables: [FilledTable]) -> Sheet {
    let rules = [
      ["", "", "An empty cell", "The map does not say. That is not the same as none."],
      ["", "", "none", "The map says that there is none."],
      ["", "", "Several values", "Put semicolons between them: first; second; third."],
      [
        "", "", "Names and ids",
        "Where a cell names a service or another element, its id or its name will do.",
      ],
      [
        "", "", "Columns out of sight",
        "Those that hold nothing are folded away; the + above the letters opens them.",
      ],
    ]
    let columns = tables.flatMap { filled in
      filled.table.columns.map { column in
        [
          filled.table.name, column.heading, column.isRequired ? "must be filled in" : "",
          column.summary
            + (column.choices.isEmpty || column.choices.count > 40
              ? "" : " One of: " + column.choices.joined(separator: ", ") + "."),
        ]
      }
    }
    return Sheet(
      name: "Notes",
      columns: [
        .init("table", width: 24), .init("column", width: 30), .init("", width: 22),
        .init("what it is for", width: 90),
      ], rows: rules + columns)
  }
}

extension FilledTable {
  /// The table as a sheet.
  fileprivate var sheet: Sheet {
    let headings = headings
    let used = headings.indices.map { index in rows.contains { !$0[index].isEmpty } }
    let isMap = table.subject == .map
    return Sheet(
      name: String(table.name.prefix(31)),
      columns: headings.indices.map { index in
        let column = isMap ? nil : table.columns[index]
        return Sheet.Column(
          headings[index], width: width(of: index), choices: column?.choices ?? [],
          isFolded: !isMap && !used[index] && column?.isAtHand == false)
      }, rows: rows)
  }

  /// Wide enough for most of what the column says, and never so wide that others are pushed off.
  private func width(of index: Int) -> Int {
    let longest = rows.prefix(200).map { $0[index].count }.max() ?? 0
    return min(max(longest, table.subject == .map ? 20 : 12) + 2, 40)
  }
}

extension MapColumn {
  /// The words that a cell can hold, where it holds one of a closed list.
  fileprivate var choices: [String] {
    guard content == .value else { return content == .onlyNone ? ["none"] : [] }
    let others = if case .orNone = value { ["none"] } else { [String]() }
    return switch value.plain {
    case .word(_, let words): words.map(\.raw) + others
    case .yesNo: ["yes", "no"] + others
    default: []
    }
  }

  /// Whether people fill it in so often that it stays in sight when nothing is in it.
  fileprivate var isAtHand: Bool {
    isRequired
      || [
        ["id"], ["organisation"], ["intensity"], ["serves"], ["areas"], ["ages", "from"],
        ["ages", "to"], ["status"], ["step"], ["entry"], ["source"], ["note"], ["represents"],
        ["member"], ["kind"],
      ].contains(path)
  }
}
