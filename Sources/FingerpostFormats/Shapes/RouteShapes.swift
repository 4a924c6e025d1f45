import FingerpostModel

extension Shape where Record == Route {
  /// How a route is written.
  static let route = Shape("route", "A directed way between two services, or from families.") {
    [
      .defaulted("id", \.id, .newID(), "Its id, where ends and kind do not tell it apart."),
      .required(
        "from", \.from, .reference(.services, .families), "The service that sends, or `families`."),
      .required("to", \.to, .reference(.services), "The service that receives."),
      .required("kind", \.kind, .word(), "How a family, or word of it, travels."),
      .optional("step", \.step, .word(), "The direction, seen from the focal service."),
      .optional("reason", \.reasons, .list(.word()), "Why a family steps out."),
      .optional(
        "excludes", \.excludes, .list(.reference(.conditions)),
        "The conditions for which the route is closed."),
      .optional(
        "only-for", \.onlyFor, .list(.reference(.conditions)),
        "The conditions of which a family must have one."),
      .optional(
        "needs", \.needs, .list(.reference(.needs)),
        "The needs it is for, where not all that the receiving service serves."),
      .optional("urgent", \.isUrgent, .yesNo, "Whether it is for urgent help."),
      .optional(
        "transition", \.transition, .record(.transition) { Transition(origin: $0) },
        "What both sides have agreed about families who go this way."),
      .optional("consent", \.consent, .yesNo, "Whether the family's consent is asked for."),
      .optional("shares", \.shares, .word(), "What data pass along it."),
      .stated(
        "agreement", \.agreement, .reference(.agreements), "The agreement that covers the data."),
      .optional("counts", \.counts, .counts, "Counts of families who went this way."),
      .optional("status", \.status, .word(), "Whether families can go this way."),
      .optional("opens", \.opens, .date, "When it opens or opened."),
      .optional("closes", \.closes, .date, "When it closes or closed."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Transition {
  /// How a transition is written.
  static let transition = Shape(
    "transition", "What two services have agreed about families who move between them."
  ) {
    [
      .stated("lead", \.lead, .text, "The role that leads."),
      .stated("expectations", \.expectations, .text, "What each expects of the other."),
      .stated("disagreement", \.disagreement, .text, "Who decides a disagreement."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Link {
  /// How a link is written.
  static let link = Shape(
    "link", "What one body, service, programme or document has to do with another."
  ) {
    [
      .defaulted("id", \.id, .newID(), "Its id, where ends and kind do not tell it apart."),
      .required("from", \.from, .node(), "Where it begins."),
      .required("to", \.to, .node(), "Where it leads."),
      .required("kind", \.kind, .word(), "What the one does for the other."),
      .optional("shares", \.shares, .word(), "What data pass along it."),
      .stated(
        "agreement", \.agreement, .reference(.agreements), "The agreement that covers the data."),
      .optional("counts", \.counts, .counts, "Counts that belong to it."),
      .optional("status", \.status, .word(), "Whether it is in use."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Agreement {
  /// How an agreement is written.
  static let agreement = Shape("agreement", "Something that organisations have settled in writing.")
  {
    [
      .required("name", \.name, .text, "What people call it."),
      .optional("kind", \.kind, .word(), "What it settles."),
      .optional(
        "between", \.between, .list(.reference(.organisations)), "The organisations that made it."),
      .optional("covers", \.covers, .list(.node()), "The services and programmes it covers."),
      .optional("shares", \.shares, .word(), "What data it lets pass."),
      .optional("content", \.content, .list(.text), "What the data are."),
      .optional("legal-contract", \.isLegalContract, .yesNo, "Whether it is a legal contract."),
      .optional(
        "joint-controllers", \.jointControllers, .yesNo,
        "Whether the organisations are joint controllers of the data."),
      .optional("not-needed-because", \.notNeededBecause, .text, "Why no agreement is needed."),
      .optional("based-on", \.basedOn, .text, "The local agreement it was modelled on."),
      .optional("status", \.status, .word(), "Whether it is in force."),
      .optional("from", \.from, .date, "When it begins or began."),
      .optional("until", \.until, .date, "When it ends or ended."),
      .optional("review-due", \.reviewDue, .date, "When it is to be reviewed."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Flow {
  /// How a flow is written.
  static let flow = Shape("flow", "Counted stages that people pass one after another.") {
    [
      .required("name", \.name, .text, "What people call it."),
      .optional(
        "through", \.through, .node(), "The service or programme that people pass through."),
      .optional(
        "stages", \.stages,
        .records(.stage, { FlowStage(id: "", name: "", origin: $0) }) {
          if $0.id.isEmpty { $0.id = $0.name.asID }
        }, "The stages in order."),
      .stated(
        "unaccounted", \.unaccounted, .quantity,
        "How many people the source itself leaves unaccounted for."),
      .optional("counts", \.counts, .counts, "Counts of people who went through it."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == FlowStage {
  /// How a stage is written.
  static let stage = Shape("stage", "One stage of a flow.") {
    [
      .defaulted("id", \.id, .id, "Its id, where its name does not tell it apart."),
      .required("stage", \.name, .text, "What people call it."),
      .optional("count", \.count, .quantity, "How many people reached it."),
      .optional(
        "still-before", \.stillBefore, .quantity,
        "How many are still in the stage before and may yet come."),
      .optional(
        "left", \.left,
        .records(.departure, { Departure(id: "", when: "", origin: $0) }) {
          if $0.id.isEmpty { $0.id = $0.when.asID }
        }, "Who left between the stage before and this one."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Departure {
  /// How a departure is written.
  static let departure = Shape("departure", "People who left a flow.") {
    [
      .defaulted("id", \.id, .id, "Its id, where `when` does not tell it apart."),
      .required("when", \.when, .text, "When or why they left."),
      .optional("count", \.count, .quantity, "How many."),
    ] + .origin(\.origin)
  }
}

extension ValueType {
  /// A new id of a typed kind.
  static func newID<Element>() -> ValueType where Value == Identifier<Element> {
    let id = ValueType<String>.id
    return ValueType(description: .id) { node, reading in
      id.read(node, reading).map { Identifier($0) }
    }
  }
}
