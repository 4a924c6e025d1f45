/// Who asks for something, where, and in which words.
public struct Authority: Hashable, Sendable {
  /// The document or standard.
  public let source: AuthoritySource
  /// The fact, page or section in it, such as `E39`; `nil` where the whole is meant.
  public let place: String?
  /// What it says, in its own words where it is quoted, otherwise in ours.
  public let says: String

  /// Makes one.
  public init(_ source: AuthoritySource, _ place: String? = nil, says: String) {
    self.source = source
    self.place = place
    self.says = says
  }

  /// As it is cited: `Parent-infant toolkit, chapter 5, E39`.
  public var citation: String { source.title + (place.map { ", \($0)" } ?? "") }
}

/// The documents and standards that rules rest on.
public enum AuthoritySource: String, CaseIterable, Hashable, Sendable {
  /// The toolkit of the Parent-Infant Foundation.
  case toolkit
  /// The practice example of Southwark.
  case southwark
  /// The announcement of the workshop of mental health social workers.
  case workshop
  /// The case study of South West London and St George's.
  case southWestLondon = "south-west-london"
  /// The practice example of Humber.
  case humber
  /// The Human Services Data Specification.
  case hsds
  /// The United Kingdom's profile of it.
  case openReferralUK = "open-referral-uk"
  /// The NHS's register of organisations.
  case ods
  /// The health data standard FHIR.
  case fhir
  /// The codes of the Office for National Statistics.
  case ons
  /// The data sharing code of the Information Commissioner's Office.
  case ico
  /// The accessibility guidelines of the web.
  case wcag
  /// Guidance of the Office for National Statistics on diagrams.
  case onsDiagrams = "ons-diagrams"
  /// A council's protocol for stepping up and down.
  case knowsley
  /// The survey of the Parent-Infant Foundation of 2021.
  case survey2021 = "survey-2021"
  /// An audit of rejected referrals in Scotland.
  case scottishAudit = "scottish-audit"
  /// Local pathways that are public.
  case localPathways = "local-pathways"
  /// No document: what any map needs to make sense.
  case sense

  /// What people call it.
  public var title: String {
    switch self {
    case .toolkit: "Parent-infant toolkit, chapter 5"
    case .southwark: "Southwark practice example"
    case .workshop: "Workshop announcement"
    case .southWestLondon: "South West London and St George's case study"
    case .humber: "Humber practice example"
    case .hsds: "Human Services Data Specification 3.0"
    case .openReferralUK: "Open Referral UK 3.0"
    case .ods: "Organisation Data Service of the NHS"
    case .fhir: "FHIR"
    case .ons: "Codes of the Office for National Statistics"
    case .ico: "Data sharing code of the Information Commissioner's Office"
    case .wcag: "Web Content Accessibility Guidelines 2.2"
    case .onsDiagrams: "Diagram guidance of the Office for National Statistics"
    case .knowsley: "Knowsley step up and step down protocol"
    case .survey2021: "Parent-Infant Foundation survey, 2021"
    case .scottishAudit: "Audit of rejected referrals in Scotland"
    case .localPathways: "Published local pathways"
    case .sense: "Plain sense"
    }
  }
}
