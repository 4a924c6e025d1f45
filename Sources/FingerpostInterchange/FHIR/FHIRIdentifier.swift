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
        organisation.charityNumber, organisation.charityNumber.flatMap(charityRegister),
        "charity number"),
      identifier(
        organisation.companyNumber, organisation.companyNumber.flatMap(companyRegister),
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

  /// England and Wales number charities with 6 or 7 digits, and those linked to one with another
  /// number after a hyphen; Scotland has `SC` before six digits, Northern Ireland `NIC` before six.
  ///
  /// Sources: <http://org-id.guide/list/GB-CHC>, <http://org-id.guide/list/GB-SC>,
  /// <http://org-id.guide/list/GB-NIC>.
  private static func charityRegister(_ number: String) -> String? {
    switch true {
    case number.wholeMatch(of: /[0-9]{6,7}(-[0-9]{1,4})?/) != nil:
      "http://org-id.guide/list/GB-CHC"
    case number.wholeMatch(of: /SC[0-9]{6}/) != nil: "http://org-id.guide/list/GB-SC"
    case number.wholeMatch(of: /NIC[0-9]{6}/) != nil: "http://org-id.guide/list/GB-NIC"
    default: nil
    }
  }

  /// Companies House numbers companies with eight characters, the first two of them digits or letters.
  ///
  /// Source: <http://org-id.guide/list/GB-COH>.
  private static func companyRegister(_ number: String) -> String? {
    number.wholeMatch(of: /[0-9A-Z]{2}[0-9]{6}/) != nil
      ? "http://org-id.guide/list/GB-COH" : nil
  }
}
