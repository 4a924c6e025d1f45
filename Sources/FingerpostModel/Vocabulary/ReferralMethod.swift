/// How a request reaches a service (toolkit E74).
public enum ReferralMethod: String, Word {
  /// A form on paper or as a file.
  case form
  /// A form on a website.
  case onlineForm = "online-form"
  /// A letter.
  case letter
  /// An email.
  case email
  /// A telephone call.
  case phone
  /// Face to face.
  case inPerson = "in-person"
}
