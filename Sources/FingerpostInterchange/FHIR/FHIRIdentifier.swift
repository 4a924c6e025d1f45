import FingerpostFormats
import FingerpostModel

/// Numbers in public registers as identifiers of FHIR.
///
/// A map does not say which register of charities or companies a number is from. The registers tell by
/// the form of their numbers; a number of no such form gets no system, and says in words what it is.
enum FHIRIdentifier {
  /// The identifiers of an organisation.
  static func all(of organisation: Organisation) -> [JSONValue] {
    [
      // Source: <https://digital.nhs.uk/services/organisation-data-service>.
      identifier(
        organisation.ods, "https://fhir.nhs.uk/Id/ods-organization-code",
        "Organisation Data Service code"),
      identifier(
        organisation.charityNumber, system(of: organisation.charityNumber, in: .charity),
        "charity number"),
      identifier(
        organisation.companyNumber, system(of: organisation.companyNumber, in: .company),
        "company number"),
    ].compactMap(\.self)
  }

  /// The code of an area with the Office for National Statistics.
  static func area(_ code: String?) -> JSONValue? {
    identifier(
      code, "http://statistics.data.gov.uk/id/statistical-geography", "statistical geography code")
  }

  private static func identifier(_ value: String?, _ system: String?, _ name: String)
    -> JSONValue?
  {
    guard let value = value.flatMap(FHIRResource.text) else { return nil }
    var identifier: [String: JSONValue] = ["type": ["text": .string(name)], "value": value]
    identifier["system"] = system.map { .string($0) }
    return .object(identifier)
  }

  private static func system(of number: String?, in register: OrganisationRegister) -> String? {
    number.flatMap { register.list(of: $0) }.map { "http://org-id.guide/list/\($0)" }
  }
}
