/// A written policy that a service has (toolkit E32, E53, E90, E93).
public enum PolicyKind: String, Word {
  /// Consent to the service.
  case consentToService = "consent-to-service"
  /// Consent to outcome measures.
  case consentToOutcomeMeasures = "consent-to-outcome-measures"
  /// Consent to share information with others.
  case consentToShare = "consent-to-share"
  /// Working from home.
  case homeWorking = "home-working"
  /// Working alone.
  case loneWorking = "lone-working"
  /// Safeguarding.
  case safeguarding
  /// Managing adult mental health risk.
  case adultMentalHealthRisk = "adult-mental-health-risk"
  /// Vulnerable adults.
  case vulnerableAdults = "vulnerable-adults"
  /// Raising concerns about wrongdoing.
  case whistleblowing
  /// Induction of staff: fire, security, reporting of concerns and accidents.
  case induction
  /// Visiting families at home.
  case homeVisiting = "home-visiting"
  /// How staff of different agencies handle a concern together and settle a disagreement.
  case jointSafeguarding = "joint-safeguarding"
  /// Recording, keeping and deleting video.
  case videoRecording = "video-recording"
  /// Keeping and archiving records.
  case recordRetention = "record-retention"
  /// Consent for and keeping of case studies.
  case caseStudies = "case-studies"
  /// Supervision of staff.
  case supervision
  /// Confidentiality and sharing information with families and carers.
  case sharingWithCarers = "sharing-with-carers"
}
