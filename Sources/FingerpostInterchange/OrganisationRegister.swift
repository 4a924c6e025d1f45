/// The registers whose numbers a map holds, by the key of a map.
enum OrganisationRegister: String, CaseIterable {
  case ods
  case charity = "charity-number"
  case company = "company-number"

  /// The register of an identifier, by the prefix of <https://org-id.guide>, or in words.
  init?(of identifier: DirectoryObject) {
    switch identifier.words("identifier_scheme")?.uppercased() {
    case "GB-NHS", "HTTPS://FHIR.NHS.UK/ID/ODS-ORGANIZATION-CODE": self = .ods
    case "GB-CHC", "GB-SC", "GB-NIC": self = .charity
    case "GB-COH": self = .company
    case nil:
      let words = (identifier.words("identifier_type") ?? "").lowercased()
        .split { !$0.isLetter }
      if words.contains("ods") {
        self = .ods
      } else if words.contains("charity") {
        self = .charity
      } else if words.contains("company") {
        self = .company
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// The list of <http://org-id.guide> that a number stands in, told by its form; `nil` for a number of
  /// no such form.
  ///
  /// England and Wales number charities with 6 or 7 digits, and those linked to one with another number
  /// after a hyphen; Scotland has `SC` before six digits, Northern Ireland `NIC` before six. Companies
  /// House numbers companies with eight characters, the first two of them digits or letters.
  ///
  /// Sources: <http://org-id.guide/list/GB-NHS>, <http://org-id.guide/list/GB-CHC>,
  /// <http://org-id.guide/list/GB-SC>, <http://org-id.guide/list/GB-NIC>,
  /// <http://org-id.guide/list/GB-COH>.
  func list(of number: String) -> String? {
    switch self {
    case .ods: "GB-NHS"
    case .charity where number.wholeMatch(of: /[0-9]{6,7}(-[0-9]{1,4})?/) != nil: "GB-CHC"
    case .charity where number.wholeMatch(of: /SC[0-9]{6}/) != nil: "GB-SC"
    case .charity where number.wholeMatch(of: /NIC[0-9]{6}/) != nil: "GB-NIC"
    case .company where number.wholeMatch(of: /[0-9A-Z]{2}[0-9]{6}/) != nil: "GB-COH"
    case .charity, .company: nil
    }
  }

  /// The scheme under which a directory holds a number, whatever its form.
  func scheme(of number: String) -> String {
    let usual = self == .charity ? "GB-CHC" : "GB-COH"
    return list(of: number) ?? list(of: number.uppercased()) ?? usual
  }

  /// What people call a number of it.
  var type: String {
    switch self {
    case .ods: "ODS code"
    case .charity: "Charity number"
    case .company: "Company number"
    }
  }
}
