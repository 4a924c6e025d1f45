import FingerpostModel

extension Shape where Record == Service {
  /// How a service is written.
  static let service = Shape("service", "What a family can be referred to.") {
    [
      .required("name", \.name, .text, "What people call it."),
      .optional("also-known-as", \.alsoKnownAs, .list(.text), "Other names it goes by."),
      .optional("description", \.description, .text, "What it does, in a sentence or two."),
      .optional("kind", \.kind, .reference(.kinds), "What sort of service it is."),
      .optional("organisation", \.organisation, .reference(.organisations), "Who runs it."),
      .optional(
        "partners", \.partners, .list(.reference(.organisations)),
        "The organisations that deliver it together with the one that runs it."),
      .optional(
        "commissioned-by", \.commissionedBy, .list(.node()),
        "Who commissions it: organisations or boards."),
      .optional("funded-by", \.fundedBy, .list(.reference(.organisations)), "Who pays for it."),
      .stated("funded-until", \.fundedUntil, .date, "When the funding ends."),
      .optional(
        "intensity", \.intensity, .list(.reference(.intensities)), "The levels it works at."),
      .optional("thrive", \.thrive, .list(.word()), "The i-THRIVE groups it serves."),
      .optional("serves", \.serves, .list(.reference(.needs)), "The needs it serves."),
      .optional("ages", \.ages, .ages, "The ages of the child that it accepts."),
      .optional(
        "actual-ages", \.actualAges, .ages,
        "The ages that it sees in practice, where they differ from what is on paper."),
      .optional("areas", \.areas, .list(.reference(.areas)), "The areas it serves."),
      .optional("area-basis", \.areaBasis, .word(), "Whom the areas mean."),
      .optional("clients", \.clients, .list(.word()), "Who its clients are."),
      .optional("parents", \.parents, .list(.word()), "Which parents it works with."),
      .optional("entry", \.entry, .word(), "How a family comes to it when nobody sends it."),
      .stated("eligibility", \.eligibility, .text, "Who is eligible."),
      .optional("needs-diagnosis", \.needsDiagnosis, .yesNo, "Whether a diagnosis is needed."),
      .optional(
        "accepts-cumulative-risk", \.acceptsCumulativeRisk, .yesNo,
        "Whether several risks together are reason enough."),
      .optional(
        "asks-for-strain-on-relationship", \.asksForStrainOnRelationship, .yesNo,
        "Whether a parent's mental health difficulty alone is not reason enough."),
      .optional(
        "excludes", \.excludes,
        .records(.exclusion, { Exclusion(condition: "", id: "", origin: $0) }) {
          if $0.id.isEmpty { $0.id = $0.condition.rawValue }
        }, "The conditions for which it is closed, and where families with them are sent."),
      .optional(
        "only-for", \.onlyFor,
        .records(.requirement, { Requirement(condition: "", origin: $0) }) { _ in },
        "The conditions of which a family must have one."),
      .optional(
        "child-protection", \.childProtection, .word(),
        "What it does while a child is on a child protection plan."),
      .optional(
        "referral", \.referral, .record(.referralProcess) { ReferralProcess(origin: $0) },
        "How families are referred to it."),
      .optional(
        "differs-from", \.differsFrom,
        .records(.distinction, { Distinction(service: "", origin: $0) }) { _ in },
        "How it differs from services that are easily taken for it."),
      .stated("discharge", \.discharge, .text, "How families leave it."),
      .optional(
        "first-or-alongside", \.firstOrAlongside, .list(.text),
        "Support that some families need first, or beside it."),
      .optional("assesses", \.assesses, .list(.word()), "What it assesses."),
      .optional("interventions", \.interventions, .list(.text), "Ways of working."),
      .optional("uses-video", \.usesVideo, .yesNo, "Whether it records video of families."),
      .optional(
        "tools", \.tools,
        .records(.tool, { Tool(id: "", name: "", origin: $0) }) {
          if $0.id.isEmpty { $0.id = $0.name.asID }
        }, "Tools that need a licence or supervision."),
      .optional(
        "venues", \.venues,
        .records(.venue, { Venue(kind: .other, id: "", origin: $0) }) {
          if $0.id.isEmpty { $0.id = $0.name?.asID ?? $0.kind.rawValue }
        }, "Where it sees families."),
      .optional("interpreters", \.interpreters, .yesNo, "Whether it provides interpreters."),
      .optional(
        "access-planned-for", \.accessPlannedFor, .list(.word()),
        "The groups for whom it has planned its access."),
      .optional("charge", \.charge, .word(), "Whether families pay."),
      .stated(
        "poverty-provision", \.povertyProvision, .text,
        "What is done so that families in poverty are not excluded."),
      .optional(
        "executive-sign-off", \.executiveSignOff, .yesNo,
        "Whether executives have signed off a charge."),
      .stated("capacity", \.capacity, .quantity, "How many families it can see at once."),
      .optional(
        "commissioned-referrals", \.commissionedReferrals, .quantity,
        "How many referrals a year it is commissioned for."),
      .optional(
        "referrals-received", \.referralsReceived, .quantity,
        "How many referrals a year reach it."),
      .optional(
        "commissioned-mix", \.commissionedMix, .percentages(),
        "The mix of need that it is commissioned for, in per cent."),
      .optional(
        "caseload-mix", \.caseloadMix, .percentages(), "The mix of need that it sees, in per cent."),
      .stated("wait", \.wait, .span, "How long families wait for a first contact."),
      .optional("counts", \.counts, .counts, "Counts that belong to it."),
      .optional(
        "contact", \.contact, .record(.contact) { Contact(origin: $0) },
        "How to reach the team; never a person."),
      .optional("policies", \.policies, .list(.word()), "The policies it has in writing."),
      .optional(
        "specialist-supervision", \.specialistSupervision, .yesNo,
        "Whether its staff have regular specialist infant mental health supervision."),
      .optional(
        "records-parental-status", \.recordsParentalStatus, .yesNo,
        "Whether it asks adults about their children."),
      .optional(
        "staff", \.staff,
        .records(.staffGroup, { StaffGroup(id: "", role: "", origin: $0) }) {
          if $0.id.isEmpty { $0.id = $0.role.asID }
        }, "Who works in it, by role."),
      .optional(
        "setup", \.setup, .record(.setUp) { SetUp(origin: $0) }, "How it was or is being set up."),
      .optional(
        "reporting", \.reporting, .record(.reporting) { Reporting(origin: $0) },
        "How its results are reported."),
      .optional(
        "reports-to", \.reportsTo, .list(.node()), "The boards or organisations it reports to."),
      .optional(
        "records-transfers", \.recordsTransfers, .yesNo,
        "Whether it notes families who move to or from other services."),
      .optional("barriers", \.barriers, .list(.text), "What stands in the way of its work."),
      .optional("history", \.history, .text, "How it began."),
      .optional("phase", \.phase, .text, "Its phase of life."),
      .optional("status", \.status, .word(), "Whether families can use it."),
      .optional("from", \.from, .date, "When it opens or opened."),
      .optional("until", \.until, .date, "When it closes or closed."),
      .stated("owner", \.owner, .text, "The role that keeps this entry true."),
      .optional("assured", \.assured, .date, "When somebody last confirmed the entry."),
      .optional("directory-id", \.directoryID, .text, "Its id in a service directory."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Exclusion {
  /// How an exclusion is written.
  static let exclusion = Shape(
    "exclusion", "A condition for which a service is closed, and where families with it are sent."
  ) {
    [
      .defaulted("id", \.id, .id, "Its id, where the condition alone does not tell it apart."),
      .required("condition", \.condition, .reference(.conditions), "The condition."),
      .optional(
        "onward", \.onward, .list(.reference(.services)),
        "The services to send the family to, the preferred one first."),
      .optional("for", \.purpose, .text, "What they are sent there for."),
      .stated("resume", \.resume, .text, "When the family can come back."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Requirement {
  /// How a requirement is written.
  static let requirement = Shape("requirement", "A condition that a service is made for.") {
    [.required("condition", \.condition, .reference(.conditions), "The condition.")]
      + .origin(\.origin)
  }
}

extension Shape where Record == Distinction {
  /// How the difference between two services is written.
  static let distinction = Shape(
    "distinction", "How a service differs from another, and what the two offer a family together."
  ) {
    [
      .required("service", \.service, .reference(.services), "The other service."),
      .optional("difference", \.difference, .text, "How the two differ."),
      .optional(
        "package", \.package, .text, "What the two offer a family that needs both."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == ReferralProcess {
  /// How a referral process is written.
  static let referralProcess = Shape("referral process", "How families are referred to a service.")
  {
    [
      .optional("methods", \.methods, .list(.word()), "How a request may reach it."),
      .optional(
        "called", \.called, .text, "What families hear a request called, such as `registration`."),
      .optional("form-pages", \.formPages, .integer(1...200), "How many pages the form has."),
      .optional("must-say", \.mustSay, .list(.word()), "What a request must say."),
      .optional(
        "consent", \.consent, .yesNo,
        "Whether there is a procedure for consent to share information."),
      .optional(
        "self-referral", \.selfReferral, .record(.selfReferral) { SelfReferral(origin: $0) },
        "What happens when a family refers itself."),
      .optional(
        "guidance-agreed", \.guidanceAgreed, .date, "When the guidance for referrers was agreed."),
      .optional("guidance-agreed-with", \.guidanceAgreedWith, .list(.text), "Who agreed it."),
      .optional(
        "promoted-from", \.promotedFrom, .date, "When the service was first promoted to referrers."),
      .optional("review-due", \.reviewDue, .date, "When the guidance is to be reviewed."),
      .optional(
        "aids", \.aids, .list(.reference(.documents)),
        "Aids for referrers, such as a list of risks."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == SelfReferral {
  /// How self-referral is written.
  static let selfReferral = Shape("self-referral", "What happens when a family refers itself.") {
    [
      .optional("notify", \.notify, .list(.reference(.services)), "The services that are told."),
      .optional(
        "consent", \.consent, .yesNo, "Whether the family's consent to tell them is asked for."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Venue {
  /// How a venue is written.
  static let venue = Shape("venue", "A place where a service sees families.") {
    [
      .defaulted("id", \.id, .id, "Its id, where its name or kind does not tell it apart."),
      .required("kind", \.kind, .word(), "What sort of place it is."),
      .optional("name", \.name, .text, "What people call it."),
      .optional("access", \.access, .list(.word()), "What makes it usable for families."),
      .optional(
        "shared-with", \.sharedWith, .list(.reference(.services)), "Services in the same building."),
      .optional(
        "maintained-by", \.maintainedBy, .reference(.organisations), "Who pays for it and keeps it."
      ),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Contact {
  /// How a contact is written.
  static let contact = Shape("contact", "How to reach a team; never a person.") {
    [
      .optional("mailbox", \.mailbox, .text, "The team's mailbox."),
      .optional("phone", \.phone, .text, "The team's telephone number."),
      .optional("form", \.form, .text, "Where the form is."),
      .optional("hours", \.hours, .text, "When somebody answers."),
      .optional("urgent", \.urgent, .text, "What to do when it is urgent."),
      .optional("out-of-hours", \.outOfHours, .text, "What to do when nobody answers."),
      .optional("role", \.role, .text, "The role to ask for."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Tool {
  /// How a tool is written.
  static let tool = Shape("tool", "A tool that needs a licence or supervision.") {
    [
      .defaulted("id", \.id, .id, "Its id, where its name does not tell it apart."),
      .required("name", \.name, .text, "What it is called."),
      .stated("licensed-until", \.licensedUntil, .date, "When its licence ends."),
      .optional(
        "needs-supervision", \.needsSupervision, .yesNo, "Whether its use needs supervision."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == StaffGroup {
  /// How a group of staff is written.
  static let staffGroup = Shape("group of staff", "People of one role who work in a service.") {
    [
      .defaulted("id", \.id, .id, "Its id, where the role does not tell it apart."),
      .required("role", \.role, .text, "The role; never a name."),
      .optional("count", \.count, .quantity, "How many people."),
      .optional("posts", \.wholeTimeEquivalent, .posts, "Their working time in full-time posts."),
      .optional("employer", \.employer, .reference(.organisations), "Who employs them."),
      .optional("basis", \.basis, .word(), "On what footing they work."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == SetUp {
  /// How the setting up of a service is written.
  static let setUp = Shape("setting up", "How a new service is set up.") {
    [
      .optional("lead", \.lead, .text, "The role that leads it."),
      .optional(
        "posts", \.wholeTimeEquivalent, .posts, "The lead's working time in full-time posts."),
      .optional("lead-time", \.leadTime, .span, "For how long before the first referral."),
      .optional("lead-from", \.leadFrom, .date, "When the lead began."),
      .optional("referrals-from", \.referralsFrom, .date, "When referrals are first accepted."),
      .optional("pilot-from", \.pilotFrom, .date, "When the pilot begins."),
      .optional("pilot-until", \.pilotUntil, .date, "When the pilot ends."),
      .optional("evaluation-from", \.evaluationFrom, .date, "When formal evaluation begins."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Reporting {
  /// How reporting is written.
  static let reporting = Shape("reporting", "How results are reported.") {
    [
      .optional("to", \.to, .list(.node()), "Who receives the reports."),
      .optional("frequency", \.frequency, .word(), "How often."),
      .optional(
        "measures-agreed", \.measuresAgreed, .yesNo,
        "Whether the outcome measures are agreed with commissioners and managers."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == AgeRange {
  /// How a range of ages is written.
  static let ages = Shape("range of ages", "The ages from one up to, but not including, another.") {
    [
      .optional("from", \.from, .age, "The first age included."),
      .optional("to", \.to, .age, "The first age no longer included."),
    ]
  }
}

extension ValueType where Value == AgeRange {
  /// A range of ages, the end after the beginning.
  static var ages: ValueType {
    let record = ValueType.record(.ages) { _ in AgeRange(from: nil, to: nil) }
    return ValueType(description: record.description) { node, reading in
      guard let range = record.read(node, reading) else { return nil }
      if let from = range.from, let to = range.to, to <= from {
        reading.report(
          .badAge,
          "these ages end (\(to)) before they begin (\(from)); `to` must be later than `from`",
          at: node)
      }
      return range
    }
  }
}

extension Shape where Record == Count {
  /// How a count is written.
  static let count = Shape("count", "A counted fact, with the parts it is the sum of.") {
    [
      .defaulted("id", \.id, .id, "Its id, where what is counted does not tell it apart."),
      .required("of", \.of, .text, "What is counted."),
      .required("number", \.number, .quantity, "How many."),
      .optional(
        "per", \.per, .integer(1...1_000_000),
        "Among how many it was counted, for a share: number 1 and per 4 for a quarter."),
      .optional("parts", \.parts, .counts, "The parts that should add up to it."),
      .optional(
        "out-of", \.outOf, .id, "The cohort or stage of which these are some: it cannot be larger."),
      .optional("on", \.on, .date, "When it was counted."),
    ] + .origin(\.origin)
  }
}

extension ValueType where Value == [Count] {
  /// Counts in a list.
  static var counts: ValueType {
    .records(.count, { Count(id: "", of: "", number: Quantity(0), origin: $0) }) {
      if $0.id.isEmpty { $0.id = $0.of.asID }
    }
  }
}

extension Array {
  /// The keys that every element has: who says so, and a remark.
  static func origin<Record>(_ origin: any (WritableKeyPath<Record, Origin> & Sendable)) -> Self
  where Element == Field<Record> {
    let citations = ValueType<[Citation]>.list(.citation)
    let text = ValueType<String>.text
    return [
      Field(
        key: "source", isRequired: false,
        summary: "Where the statement comes from: a source and a place in it.",
        value: citations.description
      ) { node, record, reading in
        record[keyPath: origin].citations = citations.read(node, reading) ?? []
      },
      Field(
        key: "note", isRequired: false, summary: "A remark for the people who keep the map.",
        value: text.description
      ) { node, record, reading in
        record[keyPath: origin].note = text.read(node, reading)
      },
    ]
  }
}
