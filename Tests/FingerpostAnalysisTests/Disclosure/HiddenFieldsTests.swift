import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

/// What of a map could be a number or the name of somebody, and whether it is for everybody.
///
/// A new field of the model fails a test here until somebody has thought about it: hide it in
/// `SystemMap.shown(to:)` and add it to the marked map and to a list of hidden ones, or add it to one
/// of those for everybody.
struct `Every field of the model` {
  private static let hidden: [HiddenField: Set<String>] = [
    .namesOfPeople: [
      "AcceptedException.owner", "Board.accountableLead", "Board.chair", "Contact.role",
      "Programme.coordinator", "ReferralProcess.guidanceAgreedWith", "RiskLine.from",
      "Seat.alsoHeldBy", "Seat.deputy", "Seat.id", "Seat.member", "Seat.person", "Service.owner",
      "SetUp.lead", "StaffGroup.id", "StaffGroup.role", "Trainer.id", "Trainer.role",
      "Transition.disagreement", "Transition.lead",
    ],
    .notesForKeepers: ["Origin.note"],
    .capacity: ["Service.capacity", "Service.commissionedReferrals"],
    .waits: ["Service.wait"],
    .smallCounts: [
      "Cohort.participants", "Count.number", "Count.per", "Departure.count", "Evaluation.number",
      "Flow.unaccounted", "FlowStage.count", "FlowStage.stillBefore", "Service.referralsReceived",
    ],
  ]

  /// Lists of counts, whose numbers are hidden one by one.
  private static let lists: Set<String> = [
    "Count.parts", "Evaluation.parts", "Flow.counts", "Link.counts", "Programme.counts",
    "Route.counts", "Service.counts",
  ]

  /// Numbers by which nobody can be recognised: of staff, seats, pages, per cent, times that nobody
  /// waits for.
  private static let figures: Set<String> = [
    "Board.quorum", "Cohort.trainerCount", "CohortGap.by", "Evaluation.after", "Programme.over",
    "Programme.sessions", "Programme.teamsNominating", "ReferralProcess.formPages", "Seat.maximum",
    "Seat.minimum", "Surroundings.handOffs", "Service.caseloadMix", "Service.commissionedMix",
    "SetUp.leadTime",
    "SetUp.wholeTimeEquivalent", "StaffGroup.count", "StaffGroup.wholeTimeEquivalent",
    "Trainer.count",
  ]

  /// Names of things, ids, and sentences, which the keepers of a map write for everybody.
  private static let words: Set<String> = [
    "AcceptedException.id", "AcceptedException.reason", "AcceptedException.rule",
    "Agreement.basedOn", "Agreement.content", "Agreement.name", "Agreement.notNeededBecause",
    "Area.code", "Area.name", "Board.livedExperience", "Board.name", "Citation.place", "Cohort.id",
    "Cohort.name", "CohortGap.cohort", "Condition.definition", "Condition.name", "Contact.form",
    "Contact.hours", "Contact.mailbox", "Contact.outOfHours", "Contact.phone", "Contact.urgent",
    "Count.id", "Count.of", "Count.outOf", "Departure.id", "Departure.when",
    "Distinction.difference", "Distinction.package", "Document.audiences", "Document.description",
    "Document.name", "Document.themes", "Evaluation.cohort", "Evaluation.id",
    "Evaluation.insteadOf", "Evaluation.method", "Evaluation.recruitment", "Exclusion.id",
    "Exclusion.purpose", "Exclusion.resume", "Flow.name", "FlowStage.id", "FlowStage.name",
    "Intensity.name", "Need.name", "Organisation.alsoKnownAs", "Organisation.charityNumber",
    "Organisation.companyNumber", "Organisation.form", "Organisation.name", "Organisation.ods",
    "OwnView.summary", "OwnView.title",
    "Programme.alsoKnownAs", "Programme.audienceRoles", "Programme.description",
    "Programme.effects", "Programme.intendedOutcomes", "Programme.lessons", "Programme.methods",
    "Programme.name", "Programme.preparation", "Programme.sessionLength", "Programme.topics",
    "Programme.trainingNeeds", "Programme.venue", "ReferralProcess.called", "Seat.atLeastOneOf",
    "Seat.constituency", "Service.alsoKnownAs", "Service.barriers", "Service.description",
    "Service.directoryID", "Service.discharge", "Service.eligibility", "Service.firstOrAlongside",
    "Service.history", "Service.interventions", "Service.name", "Service.phase",
    "Service.povertyProvision", "ServiceKind.name", "Source.cites", "Source.publisher",
    "Source.title", "Source.url", "SystemMap.language", "SystemMap.place", "SystemMap.summary",
    "SystemMap.title", "SystemMap.words", "Tool.id", "Tool.name", "Transition.expectations",
    "Venue.id", "Venue.name",
  ]

  private let map: SystemMap

  init() throws {
    let document = MapReader().read(text: MarkedMap.text)
    let map = try #require(document.map, "\(document.diagnostics)")
    #expect(document.isSound, "\(document.diagnostics)")
    self.map = map
  }

  @Test func `that could be a number or a name is for everybody, or hidden`() {
    let walk = Walk(of: map)
    let classified = Self.hidden.values.reduce(into: Self.lists.union(Self.figures)) {
      $0.formUnion($1)
    }.union(Self.words)
    #expect(walk.fields.subtracting(classified).sorted() == [], "nobody has thought about these")
    #expect(classified.subtracting(walk.fields).sorted() == [], "the model has no such fields")
  }

  @Test func `stands in the marked map`() {
    let walk = Walk(of: map)
    // A record that no map here holds could have fields that nobody has thought about.
    #expect(walk.records.subtracting(walk.visited).sorted() == [])
    for (field, names) in Self.hidden where field != .smallCounts {
      for name in names where !name.hasSuffix(".id") {
        #expect(walk.values[name]?.contains { field.isMarked($0) } == true, "\(name)")
      }
    }
    for name in Self.hidden[.smallCounts] ?? [] where name != "Count.per" {
      #expect(walk.values[name]?.contains { field in isSmall(field) } == true, "\(name)")
    }
  }

  @Test(arguments: Audience.allCases)
  func `that is hidden from an audience is not there`(_ audience: Audience) {
    let walk = Walk(of: map.shown(to: audience, smallestCount: 1000))
    for (field, names) in Self.hidden {
      for name in names where !name.hasSuffix(".id") && name != "Count.per" {
        let isThere = walk.values[name]?.contains {
          field == .smallCounts ? isSmall($0) : field.isMarked($0)
        }
        #expect((isThere == true) != audience.hides(field), "\(name) for \(audience)")
      }
    }
    // Nor anywhere else.
    for (name, values) in walk.values {
      for field in HiddenField.allCases where audience.hides(field) && field != .smallCounts {
        #expect(!values.contains { field.isMarked($0) }, "\(name) for \(audience)")
      }
    }
  }

  private func isSmall(_ text: String) -> Bool {
    MarkedMap.smallCounts.contains(text)
  }
}

extension HiddenField {
  fileprivate func isMarked(_ text: String) -> Bool {
    switch self {
    case .namesOfPeople: text.lowercased().contains(MarkedMap.name.lowercased())
    case .notesForKeepers: text.contains(MarkedMap.note)
    case .capacity: MarkedMap.capacity.contains(text)
    case .waits: MarkedMap.waits.contains(text)
    case .smallCounts: MarkedMap.smallCounts.contains(text)
    }
  }
}

/// All fields of a map and of everything in it.
private struct Walk {
  /// The fields, as `Service.capacity`, that hold texts or numbers, stated or not.
  private(set) var fields: Set<String> = []
  /// What stands in them.
  private(set) var values: [String: [String]] = [:]
  /// The records that were seen.
  private(set) var visited: Set<String> = []
  /// The records that fields can hold, seen or not.
  private(set) var records: Set<String> = []

  init(of map: SystemMap) { visit(map) }

  private mutating func visit(_ record: Any) {
    let mirror = Mirror(reflecting: record)
    let name = "\(type(of: record))"
    visited.insert(name)
    for child in mirror.children {
      guard let label = child.label else { continue }
      let field = "\(name).\(label)"
      let content = contentTypes(of: type(of: child.value))
      if content.contains(where: Self.isTextOrNumber) { fields.insert(field) }
      for type in content where Self.isRecord(type) { records.insert("\(type)") }
      if content.contains(where: { $0 == Count.self }) { fields.insert(field) }
      take(child.value, field)
    }
  }

  private mutating func take(_ value: Any, _ field: String) {
    switch value {
    case let text as String: values[field, default: []].append(text)
    case let number as Quantity: values[field, default: []].append("\(number)")
    case let span as TimeSpan: values[field, default: []].append("\(span)")
    case let number as Int: values[field, default: []].append("\(number)")
    default:
      if Self.isRecord(type(of: value)) { return visit(value) }
      guard type(of: value) is any HasContent.Type else { return }
      if let items = value as? any Collection {
        takeAll(items, field)
      } else {
        for child in Mirror(reflecting: value).children { take(child.value, field) }
      }
    }
  }

  private mutating func takeAll(_ items: some Collection, _ field: String) {
    for item in items { take(item, field) }
  }

  private static func isTextOrNumber(_ type: any Any.Type) -> Bool {
    [
      String.self, Int.self, Double.self, Quantity.self, TimeSpan.self, WholeTimeEquivalent.self,
    ].contains { $0 == type }
  }

  /// Whether it is a record of the model, and not a value without parts of its own.
  private static func isRecord(_ type: any Any.Type) -> Bool {
    guard !isTextOrNumber(type), String(reflecting: type).hasPrefix("FingerpostModel."),
      !(type is any RawRepresentable.Type), !(type is any HasContent.Type)
    else { return false }
    return ![
      CalendarDate.self, Age.self, AgeRange.self, ElementID.self, SourceLocation.self,
    ].contains { $0 == type }
  }
}

/// The types of what a type holds, through lists, options and tables.
private func contentTypes(of type: any Any.Type) -> [any Any.Type] {
  (type as? any HasContent.Type)?.content.flatMap(contentTypes) ?? [type]
}

/// A list, an option or a table.
private protocol HasContent {
  static var content: [any Any.Type] { get }
}
extension Optional: HasContent {
  fileprivate static var content: [any Any.Type] { [Wrapped.self] }
}
extension Stated: HasContent {
  fileprivate static var content: [any Any.Type] { [Value.self] }
}
extension Array: HasContent {
  fileprivate static var content: [any Any.Type] { [Element.self] }
}
extension Set: HasContent {
  fileprivate static var content: [any Any.Type] { [Element.self] }
}
extension Dictionary: HasContent {
  fileprivate static var content: [any Any.Type] { [Key.self, Value.self] }
}
extension Elements: HasContent {
  fileprivate static var content: [any Any.Type] { [Element.self] }
}
