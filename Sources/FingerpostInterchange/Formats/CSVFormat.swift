/// Tables of comma-separated values, a file a table.
struct CSVFormat: InterchangeFormatDefinition {
  let title = "CSV"
  let summary = "Tables as comma-separated values, a file a table, in a folder."
  let fileEndings = ["csv", "tsv", "txt"]
  var importer: (any MapImporter)? { nil }
  var exporter: (any MapExporter)? { nil }
}
