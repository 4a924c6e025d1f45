/// Service directories in the profile of HSDS 3.0 that is used in the United Kingdom.
///
/// Source: <https://github.com/OpenReferralUK/uk-profile>.
struct OpenReferralUKFormat: InterchangeFormatDefinition {
  let title = "Open Referral UK (HSDS-UK 3.0)"
  let summary = "A directory of services as councils in the United Kingdom publish it, as JSON."
  let fileEndings = ["json", "jsonl", "ndjson", "zip"]
  var importer: (any MapImporter)? { DirectoryImporter(format: .openReferralUK) }
  var exporter: (any MapExporter)? { DirectoryExporter(format: .openReferralUK) }
}
