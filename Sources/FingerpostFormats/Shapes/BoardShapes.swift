import FingerpostModel

extension Shape where Record == Board {
  /// How a board is written.
  static let board = Shape("board", "A group of people who steer a system, a project or a task.") {
    [
      .required("name", \.name, .text, "What people call it."),
      .optional("kind", \.kind, .word(), "What sort of group it is."),
      .optional("purposes", \.purposes, .list(.word()), "What it is for."),
      .optional(
        "first-1001-days", \.firstThousandDays, .yesNo,
        "Whether it is dedicated to, or closely tied to, the first 1001 days."),
      .stated(
        "terms-of-reference", \.termsOfReference,
        .record(.termsOfReference) { TermsOfReference(origin: $0) }, "Its terms of reference."),
      .stated("chair", \.chair, .text, "The role in the chair."),
      .stated("accountable-lead", \.accountableLead, .text, "The role that answers for it."),
      .optional(
        "delegates-to", \.delegatesTo, .list(.reference(.boards)),
        "The boards to which it delegates."),
      .optional("reports-to", \.reportsTo, .list(.node()), "The boards or organisations above it."),
      .optional(
        "reports-to-senior-managers", \.reportsToSeniorManagers, .yesNo,
        "Whether its lines reach senior managers."),
      .optional(
        "reports-to-commissioners", \.reportsToCommissioners, .yesNo,
        "Whether its lines reach commissioners."),
      .optional(
        "oversees", \.oversees, .list(.node()),
        "The services, programmes and documents it oversees."),
      .stated(
        "risk", \.risk, .record(.riskLine) { RiskLine(origin: $0) },
        "How project risks come to it."),
      .optional("areas", \.areas, .list(.reference(.areas)), "The areas it steers."),
      .stated(
        "lived-experience", \.livedExperience, .text,
        "How parents and carers are heard other than by a seat."),
      .optional("meets", \.meets, .word(), "How often it meets."),
      .stated(
        "quorum", \.quorum, .quantity, "How many seats must be filled for it to decide."),
      .optional(
        "one-member-several-functions", \.oneMemberSeveralFunctions, .yesNo,
        "Whether one member may represent several functions; not stated means yes."),
      .optional(
        "seats", \.seats, .records(.seat, { Seat(id: "", origin: $0) }) { $0.deriveID() },
        "The seats."),
      .optional("status", \.status, .word(), "Whether it is at work."),
    ] + .origin(\.origin)
  }
}

extension Seat {
  /// Takes an id from what the seat represents, where the map gives none.
  fileprivate mutating func deriveID() {
    guard id.isEmpty else { return }
    let parts =
      (represents ?? []).map(\.rawValue) + (stakeholder ?? []).map(\.rawValue)
    id = parts.isEmpty ? (member.value ?? "seat").asID : parts.joined(separator: "-and-")
  }
}

extension Shape where Record == TermsOfReference {
  /// How terms of reference are written.
  static let termsOfReference = Shape("terms of reference", "Written terms of reference.") {
    [
      .optional("agreed", \.agreed, .date, "When they were agreed."),
      .optional("review-due", \.reviewDue, .date, "When they are to be reviewed."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == RiskLine {
  /// How the way of risk to a board is written.
  static let riskLine = Shape("risk line", "How risk reaches a board.") {
    [
      .optional("from", \.from, .text, "The role that brings it."),
      .optional("register", \.register, .reference(.documents), "The register it is kept in."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Seat {
  /// How a seat is written.
  static let seat = Shape("seat", "A place on a board.") {
    [
      .defaulted("id", \.id, .id, "Its id, where what it represents does not tell it apart."),
      .optional(
        "represents", \.represents, .list(.reference(.kinds)), "The functions it represents."),
      .optional(
        "stakeholder", \.stakeholder, .list(.word()), "The parts of local life it speaks for."),
      .stated("member", \.member, .text, "The role that holds it; `none` when it is empty."),
      .optional(
        "also-held-by", \.alsoHeldBy, .list(.text),
        "The other roles that hold it, where several people do."),
      .optional(
        "person", \.person, .text, "The name of who holds it; shown to operational readers only."),
      .optional(
        "organisation", \.organisation, .reference(.organisations),
        "The organisation that the member comes from."),
      .optional(
        "service", \.service, .reference(.services), "The service that the member comes from."),
      .stated("deputy", \.deputy, .text, "The role that stands in."),
      .optional("constituency", \.constituency, .text, "Whom the member is chosen by."),
      .optional("minimum", \.minimum, .integer(0...100), "The fewest people who may hold it."),
      .optional("maximum", \.maximum, .integer(1...100), "The most people who may hold it."),
      .optional(
        "at-least-one-of", \.atLeastOneOf, .text,
        "A group of seats of which at least one has to be held, by any name; the seats of a board "
          + "with the same name belong together."),
      .optional(
        "for-lived-experience", \.forLivedExperience, .yesNo,
        "Whether it is kept for somebody with lived experience."),
      .optional(
        "lived-experience", \.livedExperience, .yesNo,
        "Whether those who hold it have lived experience."),
      .optional("votes", \.votes, .yesNo, "Whether the member votes."),
      .optional("from", \.from, .date, "When the term began."),
      .optional("until", \.until, .date, "When the term ends."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Document {
  /// How a document is written.
  static let document = Shape("document", "A paper that a system works by or learns from.") {
    [
      .required("name", \.name, .text, "What people call it."),
      .optional("kind", \.kind, .word(), "What sort of paper it is."),
      .optional("description", \.description, .text, "What it says, in a sentence or two."),
      .optional("kept-by", \.keptBy, .list(.node()), "Who keeps it."),
      .optional("agreed-with", \.agreedWith, .list(.node()), "Who makes it or agrees it together."),
      .optional(
        "stakeholders", \.stakeholders, .list(.word()),
        "The parts of local life that are to take part in making it."),
      .optional("covers", \.covers, .list(.node()), "Whom and what it covers or is used by."),
      .optional("audiences", \.audiences, .list(.text), "Whom it is meant to reach."),
      .optional("themes", \.themes, .list(.text), "Its subjects."),
      .optional("status", \.status, .word(), "Whether it exists."),
      .optional("agreed", \.agreed, .date, "When it was agreed or published."),
      .optional("review-due", \.reviewDue, .date, "When it is to be reviewed."),
    ] + .origin(\.origin)
  }
}
