/// Service directories in the Human Services Data Specification 3.0 of Open Referral.
///
/// Source: <https://github.com/openreferral/specification> (3.0).
struct HSDSFormat: InterchangeFormatDefinition {
  let title = "Open Referral HSDS 3.0"
  let summary =
    "A directory of services as JSON, in pages or lines, or as a folder of tables (also 1.x and 2.x)."
  let fileEndings = ["json", "jsonl", "ndjson", "zip"]
  var importer: (any MapImporter)? { DirectoryImporter(format: .hsds) }
  var exporter: (any MapExporter)? { DirectoryExporter(format: .hsds) }
}
