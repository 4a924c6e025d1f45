import FingerpostFormats
import FingerpostModel
import Spreadsheets

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Tables of comma-separated values, a file a table.
struct CSVFormat: InterchangeFormatDefinition, MapImporter, MapExporter {
  let title = "CSV"
  let summary = "Tables as comma-separated values, a file a table, in a folder."
  let fileEndings = ["csv", "tsv"]
  let isFolder = true
  var importer: (any MapImporter)? { self }
  var exporter: (any MapExporter)? { self }

  func read(_ path: String, _ options: ImportOptions) -> ImportedMap {
    var reading = TablesReading(path, options)
    var isFolder = false
    var files = [path]
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
        .filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let tables = names.filter { name in
        fileEndings.contains { name.lowercased().hasSuffix(".\($0)") }
      }
      files = tables.map { "\(path)/\($0)" }
      if files.isEmpty {
        reading.report(
          .error, .file, "this folder holds no `.csv` file; name the folder that does",
          at: ImportPlace(table: path))
      } else if let problem = ImportProblem(
        passedOver: names.filter { !tables.contains($0) }, at: ImportPlace(text: path))
      {
        reading.report(problem.severity, problem.category, problem.message, at: problem.place)
      }
    }
    for file in files {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      reading.read(stem, at: ImportPlace(table: file)) { take throws(TableError) in
        try CSVReader(path: file).forEachRow { row in
          take(TableRow(number: row.number, cells: row.cells.map { FormulaGuard.unguarded($0) }))
        }
      }
    }
    return reading.finish()
  }

  func write(_ map: SystemMap, kept: [KeptStatement]) -> [ExportedFile] {
    FilledTable.tables(of: map).map { filled in
      var writer = CSVWriter()
      writer.write(filled.headings)
      for row in filled.rows { writer.write(row) }
      return ExportedFile(name: "\(filled.table.name.asID).csv", bytes: writer.bytes)
    }
  }
}
