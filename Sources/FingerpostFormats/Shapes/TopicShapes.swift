import FingerpostModel

extension Shape where Record == Need {
  /// How a need is written.
  static let need = Shape("need", "Something that a family may need help with.") {
    [.required("name", \.name, .text, "What people call it.")] + .origin(\.origin)
  }
}

extension Shape where Record == ServiceKind {
  /// How a kind of service is written.
  static let serviceKind = Shape(
    "kind of service", "A kind of service, or a function on a board, beside the known ones."
  ) { [.required("name", \.name, .text, "What people call it.")] + .origin(\.origin) }
}

extension Shape where Record == Condition {
  /// How a condition is written.
  static let condition = Shape("condition", "Something about a family, apart from the child's age.")
  {
    [
      .required("name", \.name, .text, "What people call it."),
      .optional(
        "kind", \.kind, .word(), "Which of the conditions that written standards speak of it is."),
      .optional("definition", \.definition, .text, "What counts as it."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Area {
  /// How an area is written.
  static let area = Shape("area", "A place that services serve.") {
    [
      .required("name", \.name, .text, "What people call it."),
      .optional(
        "code", \.code, .text, "Its code with the Office for National Statistics."),
      .optional("within", \.within, .reference(.areas), "The area it lies within."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Source {
  /// How a source is written.
  static let source = Shape("source", "Where statements of a map come from.") {
    [
      .required("title", \.title, .text, "The title of the document."),
      .optional("publisher", \.publisher, .text, "Who published it."),
      .optional("published", \.published, .date, "When it was published."),
      .optional("review-due", \.reviewDue, .date, "When its publisher meant to review it."),
      .optional("url", \.url, .text, "Where it can be read."),
      .optional("cites", \.cites, .list(.text), "The works that it cites itself."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Organisation {
  /// How an organisation is written.
  static let organisation = Shape(
    "organisation", "A legal body that runs, buys or governs services."
  ) {
    [
      .required("name", \.name, .text, "What people call it."),
      .optional("also-known-as", \.alsoKnownAs, .list(.text), "Other names it goes by."),
      .optional("sector", \.sector, .word(), "Which part of public life it belongs to."),
      .optional("form", \.form, .text, "What sort of body it is."),
      .optional("ods", \.ods, .text, "Its code with the Organisation Data Service of the NHS."),
      .optional("charity-number", \.charityNumber, .text, "Its number in a register of charities."),
      .optional(
        "company-number", \.companyNumber, .text, "Its number in a register of companies."),
      .optional("parent", \.parent, .reference(.organisations), "The body it is part of."),
      .optional("areas", \.areas, .list(.reference(.areas)), "The areas it works in."),
      .optional("status", \.status, .word(), "Whether it exists."),
      .optional("from", \.from, .date, "When it began."),
      .optional("until", \.until, .date, "When it ended or is to end."),
      .optional("successor", \.successor, .reference(.organisations), "The body that took over."),
      .optional(
        "portfolio", \.portfolio, .list(.reference(.kinds)),
        "The services that its commissioners hold together."),
      .optional(
        "reports-received", \.reportsReceived, .word(),
        "How often it is sent a report of what services achieve."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == AcceptedException {
  /// How an accepted exception is written.
  static let exception = Shape(
    "accepted exception", "A finding that is accepted for a reason and for a while."
  ) {
    [
      .defaulted("id", \.id, .id, "Its id, where rule and element do not tell it apart."),
      .required("rule", \.rule, .text, "The rule that reports it."),
      .required("element", \.element, .elementID, "The element that it is about."),
      .required("reason", \.reason, .text, "Why it is accepted."),
      .required("owner", \.owner, .text, "The role that answers for it."),
      .required("until", \.until, .date, "When it ends."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Scope {
  /// How a scope is written.
  static let scope = Shape(
    "scope", "What the map must cover: each need, at each age, in each area."
  ) {
    [
      .optional("needs", \.needs, .list(.reference(.needs)), "The needs."),
      .optional("ages", \.ages, .ages, "The ages."),
      .optional("areas", \.areas, .list(.reference(.areas)), "The areas."),
    ] + .origin(\.origin)
  }
}
