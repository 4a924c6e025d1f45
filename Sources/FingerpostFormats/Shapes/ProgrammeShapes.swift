import FingerpostModel

extension Shape where Record == Programme {
  /// How a programme is written.
  static let programme = Shape("programme", "Training, consultation, supervision or a course.") {
    [
      .required("name", \.name, .text, "What people call it."),
      .optional("also-known-as", \.alsoKnownAs, .list(.text), "Other names it goes by."),
      .optional("description", \.description, .text, "What it is about, in a sentence or two."),
      .optional("kind", \.kind, .word(), "What sort of learning or support it is."),
      .optional(
        "training-need", \.trainingNeeds, .list(.text), "The needs for training that it answers."),
      .optional("level", \.level, .list(.word()), "How deep it goes."),
      .optional("providers", \.providers, .list(.node()), "Who gives it."),
      .optional("commissioned-by", \.commissionedBy, .list(.node()), "Who ordered it."),
      .optional(
        "funded-by", \.fundedBy, .list(.reference(.organisations)), "Who pays for it."),
      .optional(
        "charge", \.charge, .word(), "Whether those who take part, or their employers, pay."),
      .optional(
        "audience", \.audience, .list(.node()),
        "The services and organisations whose people take part."),
      .optional("audience-roles", \.audienceRoles, .list(.text), "The roles that take part."),
      .optional(
        "managers-included", \.managersIncluded, .yesNo, "Whether managers take part too."),
      .optional("topics", \.topics, .list(.text), "What it covers."),
      .optional("methods", \.methods, .list(.text), "How it is taught."),
      .optional("trainers", \.trainers, .trainers, "Who teaches, by role."),
      .optional(
        "co-produced-with", \.coProducedWith, .list(.node()),
        "The people who use services, or their organisations, that it was made with."),
      .optional("sessions", \.sessions, .quantity, "How many sessions there are."),
      .optional("session-length", \.sessionLength, .text, "How long a session lasts."),
      .optional("over", \.over, .span, "Over what time the sessions are spread."),
      .optional("version", \.version, .date, "The year of this version."),
      .optional(
        "cohorts", \.cohorts,
        .records(.cohort, { Cohort(id: "", name: "", origin: $0) }) {
          if $0.id.isEmpty { $0.id = $0.name.asID }
        }, "The groups of people who went through it."),
      .optional("counts", \.counts, .counts, "Counts that belong to it."),
      .optional(
        "follow-up", \.followUp, .list(.reference(.programmes)), "What keeps the learning alive."),
      .optional(
        "preparation", \.preparation, .list(.text), "What people should do before they begin."),
      .optional(
        "intended-outcomes", \.intendedOutcomes, .list(.text), "What it is meant to bring about."),
      .optional("effects", \.effects, .list(.text), "What was found to have come of it."),
      .optional(
        "lessons", \.lessons, .list(.text),
        "What its makers learned and would do the same or otherwise."),
      .optional(
        "evaluations", \.evaluations,
        .records(.evaluation, { Evaluation(id: "", method: "", origin: $0) }) {
          if $0.id.isEmpty {
            $0.id = ([$0.method.asID] + ($0.cohort.map { [$0] } ?? [])).joined(separator: "-")
          }
        }, "How it was evaluated."),
      .optional("mandatory", \.isMandatory, .yesNo, "Whether people must take part."),
      .stated(
        "workforce-plan", \.workforcePlan, .reference(.documents),
        "The plan for the whole workforce."),
      .optional("diary", \.hasDiary, .yesNo, "Whether there is a rolling diary of dates."),
      .stated("coordinator", \.coordinator, .text, "The role that co-ordinates it."),
      .optional(
        "teams-nominating", \.teamsNominating, .quantity,
        "How many of the teams that were to send somebody have done so."),
      .optional("venue", \.venue, .text, "Where it takes place."),
      .optional("status", \.status, .word(), "Whether it is in use."),
      .optional("from", \.from, .date, "When it begins or began."),
      .optional("until", \.until, .date, "When it ends or ended."),
    ] + .origin(\.origin)
  }
}

extension ValueType where Value == [Trainer] {
  /// Trainers in a list.
  static var trainers: ValueType {
    .records(.trainer, { Trainer(id: "", role: "", origin: $0) }) {
      if $0.id.isEmpty { $0.id = $0.role.asID }
    }
  }
}

extension Shape where Record == Trainer {
  /// How a trainer is written.
  static let trainer = Shape("trainer", "Somebody who teaches, by role.") {
    [
      .defaulted("id", \.id, .id, "Its id, where the role does not tell it apart."),
      .required("role", \.role, .text, "The role; never a name."),
      .optional("count", \.count, .quantity, "How many."),
      .optional(
        "lived-experience", \.livedExperience, .yesNo,
        "Whether they have used such services, or cared for somebody who has."),
      .optional(
        "organisation", \.organisation, .reference(.organisations),
        "The organisation they come from."),
      .optional("basis", \.basis, .word(), "On what footing they work."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Cohort {
  /// How a cohort is written.
  static let cohort = Shape("cohort", "People who went through a programme together.") {
    [
      .defaulted("id", \.id, .id, "Its id, where its name does not tell it apart."),
      .required("name", \.name, .text, "What people call it."),
      .optional("participants", \.participants, .quantity, "How many took part."),
      .optional(
        "teams", \.teams, .list(.node()), "The services and organisations they came from."),
      .optional("trainers", \.trainers, .trainers, "Who taught them, by role."),
      .optional("trainer-count", \.trainerCount, .quantity, "How many taught them."),
      .optional("from", \.from, .date, "When it began."),
      .optional("until", \.until, .date, "When it ended."),
      .optional(
        "after", \.after, .record(.cohortGap) { CohortGap(origin: $0) },
        "How long after which other cohort it was held."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == CohortGap {
  /// How the time between two cohorts is written.
  static let cohortGap = Shape("gap", "How long after another cohort one was held.") {
    [
      .optional("cohort", \.cohort, .id, "The earlier cohort."),
      .optional("by", \.by, .span, "How much later."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == Evaluation {
  /// How an evaluation is written.
  static let evaluation = Shape("evaluation", "How a programme was evaluated.") {
    [
      .defaulted("id", \.id, .id, "Its id, where method and cohort do not tell it apart."),
      .required("method", \.method, .text, "How, such as `interviews with practitioners`."),
      .optional("cohort", \.cohort, .id, "The cohort it is about."),
      .optional(
        "recruitment", \.recruitment, .text, "How the people who were asked were found."),
      .optional("number", \.number, .quantity, "How many took part, or were held."),
      .optional("parts", \.parts, .counts, "The parts that should add up to the number."),
      .optional("after", \.after, .span, "How long after the end of the programme."),
      .optional(
        "after-is-approximate", \.isAfterApproximate, .yesNo, "Whether that is approximate."),
      .optional("instead-of", \.insteadOf, .text, "What was planned but could not be done."),
      .optional("planned", \.wasPlanned, .yesNo, "Whether it was planned from the start."),
    ] + .origin(\.origin)
  }
}
