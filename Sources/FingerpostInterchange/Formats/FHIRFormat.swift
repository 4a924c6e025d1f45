import FingerpostFormats
import FingerpostModel

/// The organisations, services, venues and board seats of a map as a bundle of FHIR R4B, the form in which
/// directories of health services exchange them.
///
/// Routes have no place in it. Source: <https://hl7.org/fhir/R4B/bundle.html>.
struct FHIRFormat: InterchangeFormatDefinition, MapExporter {
  let title = "FHIR R4B"
  let summary = "Organisations, services, venues and seats as health directories exchange them."
  let fileEndings = ["fhir.json"]
  let isFolder = false
  var importer: (any MapImporter)? { nil }
  var exporter: (any MapExporter)? { self }

  func write(_ map: SystemMap, kept: [KeptStatement]) throws -> [ExportedFile] {
    var bundle = FHIRBundle(of: map)
    bundle.addEverything()
    return [
      ExportedFile(
        name: "\(map.id).fhir.json", bytes: Array(try bundle.json.text().utf8))
    ]
  }
}
