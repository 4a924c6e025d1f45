import FingerpostFormats
import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What an object of a directory says in the words of a map, and what is left of it.
///
/// Only what means the same in both is taken. The rest stays in `rest` and is kept beside the map;
/// so does what is taken and can be said in several ways, such as the list of telephone numbers.
struct DirectoryFacts {
  /// Something that has not the form it should have.
  struct Wrong {
    let kind: DirectoryProblems.Kind
    let property: String
    let message: String
  }

  private(set) var fields: [ImportedRecord.Field] = []
  private(set) var rest: DirectoryObject
  private(set) var wrong: [Wrong] = []
  /// The name; `nil` when it is blank.
  let name: String?

  // MARK: - A service

  /// Reads a service, apart from its organisation and areas, which are elements of their own.
  init(service object: DirectoryObject) {
    rest = object
    name = object.words("name")
    say("name", from: "name")
    if let other = take("alternate_name") {
      say("also-known-as", .sequence([YAMLValue(text: other)]), "alternate_name")
    }
    say("description", from: "description")
    if let kind = Self.kind(in: object) { say("kind", .scalar(kind), "attributes") }
    takeAges()
    takeEligibility()
    takeContact()
    takeStatus()
    if let text = object.words("assured_date") {
      // A time after the day says nothing that a map could say.
      let day =
        text.utf8.count > 10 && "T ".contains(text.prefix(11).suffix(1))
        ? text.prefix(10) : text[...]
      if let date = CalendarDate(String(day)) {
        if day.count == text.count { rest["assured_date"] = nil }
        say("assured", .scalar("\(date)"), "assured_date")
      } else {
        wrong.append(
          Wrong(
            kind: .wrongDate, property: "assured_date",
            message:
              "`\(text.shortenedForMessage)` is no date; write the year, month and day, such as "
              + "`2026-11-21`"))
      }
    }
    if let id = take("id") { say("directory-id", YAMLValue(text: id), "id") }
  }

  /// The kind of service, when exactly one of its terms has the name of a kind that every map knows.
  private static func kind(in object: DirectoryObject) -> String? {
    var found: Set<String> = []
    for attribute in object.objects("attributes") {
      guard let term = attribute["taxonomy_term"]?.object else { continue }
      for name in ["name", "term"] {
        if let text = term.words(name), let kind = kinds[text.lowercased()] { found.insert(kind) }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  private static let kinds: [String: String] = Dictionary(
    ServiceKind.known.map { ($0.name.lowercased(), $0.id.rawValue) },
    uniquingKeysWith: { a, _ in a })

  private mutating func takeAges() {
    // Open Referral UK 1.0 has ages in a table of their own.
    let older = rest.objects("eligibilities") + rest.objects("eligibilitys")
    let source =
      older.count == 1 && rest["minimum_age"] == nil && rest["maximum_age"] == nil
      ? older[0] : rest
    var range: [(key: String, age: DirectoryAge)] = []
    for (key, property) in [("from", "minimum_age"), ("to", "maximum_age")] {
      guard let text = source.words(property) else { continue }
      if let age = DirectoryAge(text, isMaximum: key == "to") {
        range.append((key, age))
      } else {
        wrong.append(
          Wrong(
            kind: .wrongAge, property: property,
            message:
              "`\(text.shortenedForMessage)` is no age in years from 0 to 150, whole or in months"))
      }
    }
    if range.count == 2, range[1].age.months <= range[0].age.months {
      wrong.append(
        Wrong(
          kind: .wrongAge, property: "maximum_age",
          message: "the oldest age lies below the youngest; both are kept and not taken"))
      return
    }
    guard !range.isEmpty else { return }
    for (key, _) in range { rest[key == "from" ? "minimum_age" : "maximum_age"] = nil }
    say(
      "ages", .mapping(range.map { .init($0.key, .scalar($0.age.words)) }),
      range.count == 2 ? "minimum_age" : range[0].key == "from" ? "minimum_age" : "maximum_age")
  }

  private mutating func takeEligibility() {
    if let text = take("eligibility_description") {
      say("eligibility", YAMLValue(text: text), "eligibility_description")
    } else if let older = (rest.objects("eligibilities") + rest.objects("eligibilitys")).first,
      let text = older.words("eligibility")
    {
      say("eligibility", YAMLValue(text: text), "eligibility")
    }
  }

  private mutating func takeContact() {
    var contact: [YAMLValue.Entry] = []
    if let address = rest.words("email"), address.contains("@") {
      rest["email"] = nil
      contact.append(.init("mailbox", YAMLValue(text: address)))
    }
    // A number that belongs to a contact is a person's.
    if let number = rest.objects("phones").lazy.filter({ $0.words("contact_id") == nil })
      .compactMap({ $0.words("number") }).first
    {
      contact.append(.init("phone", YAMLValue(text: number)))
    }
    guard !contact.isEmpty else { return }
    say("contact", .mapping(contact), contact[0].key == "mailbox" ? "email" : "phones")
  }

  private mutating func takeStatus() {
    guard let text = rest.words("status") else { return }
    guard let status = DirectoryStatus(text) else {
      wrong.append(
        Wrong(
          kind: .wrongStatus, property: "status",
          message:
            "`\(text.shortenedForMessage)` is no status of a service; a directory says active, "
            + "inactive, defunct or temporarily closed"))
      return
    }
    if DirectoryStatus(status.meaning).rawValue == text { rest["status"] = nil }
    say("status", .scalar(status.meaning.rawValue), "status")
  }

  // MARK: - An organisation

  /// Reads an organisation, apart from the one that it is part of.
  init(organization object: DirectoryObject) {
    rest = object
    name = object.words("name")
    say("name", from: "name")
    if let other = take("alternate_name") {
      say("also-known-as", .sequence([YAMLValue(text: other)]), "alternate_name")
    }
    if let form = take("legal_status") { say("form", YAMLValue(text: form), "legal_status") }
    for register in OrganisationRegister.allCases {
      let entry = object.objects("organization_identifiers").first {
        OrganisationRegister(of: $0) == register
      }
      if let number = entry?.words("identifier") {
        say(register.rawValue, YAMLValue(text: number), "organization_identifiers")
      }
    }
  }

  // MARK: - Both

  /// What the export of this program says beside the properties of the standard.
  ///
  /// Its members are keys of a map file and win over what was read, except `id` and `not-stated`; the
  /// members of that are facts that the standard asks for and the map does not state, so that they are
  /// not facts of the map as long as they are as they were written.
  ///
  /// - Returns: The id that the element has in the map, if it says one.
  mutating func takeOwn() -> String? {
    guard let own = rest[DirectoryProfile.own]?.object else { return nil }
    rest[DirectoryProfile.own] = nil
    for member in own["not-stated"]?.object?.members ?? [] {
      fields.removeAll { field in
        guard field.key == member.name, case .value(let value) = field.value else { return false }
        return value == member.value.yaml
      }
    }
    for member in own.members where member.name != "id" && member.name != "not-stated" {
      fields.removeAll { $0.key == member.name }
      fields.append(.init(member.name, .value(member.value.yaml), name: DirectoryProfile.own))
    }
    return own.words("id")
  }

  /// States a fact that the caller found out.
  mutating func say(_ key: String, _ value: YAMLValue, _ property: String) {
    fields.append(.init(key, .value(value), name: property))
  }

  /// Takes out what belongs to the caller.
  mutating func remove(_ property: String) { rest[property] = nil }

  private mutating func say(_ key: String, from property: String) {
    if let text = take(property) { say(key, YAMLValue(text: text), property) }
  }

  private mutating func take(_ property: String) -> String? {
    guard let text = rest.words(property) else { return nil }
    rest[property] = nil
    return text
  }
}

/// The words of HSDS for the status of a service.
enum DirectoryStatus: String, CaseIterable {
  case active
  case inactive
  case defunct
  case temporarilyClosed = "temporarily closed"

  /// Reads a word, whatever its case.
  init?(_ text: String) {
    self.init(rawValue: text.lowercased().replacing("_", with: " "))
  }

  /// The word for a status of a map; one that is planned is not active yet.
  init(_ status: Status) {
    switch status {
    case .active: self = .active
    case .planned: self = .inactive
    case .paused: self = .temporarilyClosed
    case .closed: self = .defunct
    }
  }

  /// What it means in a map.
  ///
  /// Of an inactive service it is not known whether it opens again, and nobody
  /// can use it now, which is what `paused` says.
  var meaning: Status {
    switch self {
    case .active: .active
    case .inactive, .temporarilyClosed: .paused
    case .defunct: .closed
    }
  }
}

/// An age in years, as a directory writes it.
///
/// A directory names the oldest age that is accepted, which a child has until the next birthday; a map
/// names the first age that is not. So a maximum of 4 is an age up to `5 years`. A maximum that is not
/// whole, such as 1.5, is taken for the age at which it ends.
struct DirectoryAge {
  /// In months since birth.
  let months: Int

  /// Reads a number of years; `nil` when it is not one from 0 to 150 in whole months.
  init?(_ text: String, isMaximum: Bool) {
    guard let years = Double(text), years >= 0, years <= 150 else { return nil }
    let months = (years * 12).rounded()
    guard abs(months - years * 12) < 0.01 else { return nil }
    self.months =
      Int(months) + (isMaximum && months.truncatingRemainder(dividingBy: 12) == 0 ? 12 : 0)
  }

  /// As a map writes it.
  var words: String {
    if months == 0 { return "birth" }
    let (number, unit) = months.isMultiple(of: 12) ? (months / 12, "year") : (months, "month")
    return "\(number) \(unit)\(number == 1 ? "" : "s")"
  }

  /// An age of a map in years as a directory writes it; `nil` when it has no exact number.
  static func years(_ age: Age, isMaximum: Bool) -> Decimal? {
    let month = Age.after(TimeSpan(1, .month)).halfHoursSinceBirth
    let (months, rest) = age.halfHoursSinceBirth.quotientAndRemainder(dividingBy: month)
    guard rest == 0, months >= 0, months <= 1800, months.isMultiple(of: 3) else { return nil }
    let years = Decimal(months) / 12
    guard isMaximum, months.isMultiple(of: 12) else { return years }
    return months == 0 ? nil : years - 1
  }
}

extension String {
  /// The beginning of a text, for a message.
  var shortenedForMessage: String { count > 60 ? prefix(60) + "…" : self }
}
