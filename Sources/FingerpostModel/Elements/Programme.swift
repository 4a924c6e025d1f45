/// Training, consultation, supervision or a course.
public struct Programme: MapElement {
  /// As other elements refer to it.
  public var id: Identifier<Programme>
  /// What people call it.
  public var name: String
  /// Other names it goes by.
  public var alsoKnownAs: [String]?
  /// What it is about, in a sentence or two.
  public var description: String?
  /// What sort of learning or support it is.
  public var kind: ProgrammeKind?
  /// The needs for training that it answers, in words (A02, D02, D03).
  public var trainingNeeds: [String]?
  /// How deep it goes.
  public var level: [TrainingLevel]?
  /// Who gives it: organisations, services or boards.
  public var providers: [NodeID]?
  /// Who ordered it: organisations or boards.
  public var commissionedBy: [NodeID]?
  /// Who pays for it, when not out of the direct work's contract (toolkit E45).
  public var fundedBy: [Organisation.ID]?
  /// Whether those who take part, or their employers, pay (toolkit E47).
  public var charge: Charge?
  /// The services and organisations whose people take part.
  public var audience: [NodeID]?
  /// The roles that take part, in words.
  public var audienceRoles: [String]?
  /// Whether managers take part too (A17).
  public var managersIncluded: Bool?
  /// What it covers, in words.
  public var topics: [String]?
  /// How it is taught, in words.
  public var methods: [String]?
  /// Who teaches.
  public var trainers: [Trainer]?
  /// How it was made with people who use services: organisations, services or boards.
  public var coProducedWith: [NodeID]?
  /// How many sessions there are.
  public var sessions: Quantity?
  /// How long a session lasts, in words.
  public var sessionLength: String?
  /// Over what time the sessions are spread.
  public var over: TimeSpan?
  /// The year of this version.
  public var version: CalendarDate?
  /// The groups of people who went through it.
  public var cohorts: [Cohort]?
  /// Counts that belong to it.
  public var counts: [Count]?
  /// What keeps the learning alive: programmes (A16, D08).
  public var followUp: [Programme.ID]?
  /// What people should do before they begin, in words (A18).
  public var preparation: [String]?
  /// What it is meant to bring about, in words.
  public var intendedOutcomes: [String]?
  /// What was found to have come of it, in words.
  public var effects: [String]?
  /// What its makers learned and would do the same or otherwise, in words (C14, C17, C19).
  public var lessons: [String]?
  /// How it was evaluated.
  public var evaluations: [Evaluation]?
  /// Whether people must take part (toolkit E45).
  public var isMandatory: Bool?
  /// The plan for the whole workforce; `.none` when it is stated that there is none (toolkit E45).
  public var workforcePlan: Stated<Document.ID>
  /// Whether there is a rolling diary of dates.
  public var hasDiary: Bool?
  /// The role that co-ordinates it.
  public var coordinator: Stated<String>
  /// How many of the teams that were to send somebody have done so, in words of counts (C01).
  public var teamsNominating: Quantity?
  /// Where it takes place, in words.
  public var venue: String?
  /// Whether it is in use.
  public var status: Status?
  /// When it begins or began.
  public var from: CalendarDate?
  /// When it ends or ended.
  public var until: CalendarDate?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a programme of which nothing is stated but its name.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    workforcePlan = .notStated
    coordinator = .notStated
    self.origin = origin
  }
}

/// Somebody who teaches, by role.
public struct Trainer: MapElement {
  /// Unique within its list; made from the role unless the map gives one.
  public var id: String
  /// The role, in words.
  public var role: String
  /// How many.
  public var count: Quantity?
  /// Whether they have used such services themselves, or cared for somebody who has.
  public var livedExperience: Bool?
  /// The organisation they come from.
  public var organisation: Organisation.ID?
  /// On what footing they work.
  public var basis: StaffBasis?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a trainer.
  public init(id: String, role: String, origin: Origin = Origin()) {
    self.id = id
    self.role = role
    self.origin = origin
  }
}

/// People who went through a programme together.
public struct Cohort: MapElement {
  /// Unique within the programme; made from the name unless the map gives one.
  public var id: String
  /// What people call it.
  public var name: String
  /// How many took part.
  public var participants: Quantity?
  /// The services and organisations they came from.
  public var teams: [NodeID]?
  /// Who taught them.
  public var trainers: [Trainer]?
  /// How many taught them.
  public var trainerCount: Quantity?
  /// When it began.
  public var from: CalendarDate?
  /// When it ended.
  public var until: CalendarDate?
  /// How long after which other cohort it was held.
  public var after: CohortGap?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a cohort.
  public init(id: String, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
  }
}

/// How long after another cohort one was held.
public struct CohortGap: Hashable, Sendable {
  /// The earlier cohort.
  public var cohort: String?
  /// How much later.
  public var by: TimeSpan?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a gap of which nothing is stated.
  public init(origin: Origin = Origin()) { self.origin = origin }
}

/// How a programme was evaluated.
public struct Evaluation: MapElement {
  /// Unique within the programme; made from the method unless the map gives one.
  public var id: String
  /// How, in words, such as `interviews with practitioners`.
  public var method: String
  /// The cohort it is about.
  public var cohort: String?
  /// How the people who were asked were found, in words (A13, A14).
  public var recruitment: String?
  /// How many took part or were held.
  public var number: Quantity?
  /// The parts that should add up to the number.
  public var parts: [Count]?
  /// How long after the end of the training.
  public var after: TimeSpan?
  /// Whether `after` is approximate.
  public var isAfterApproximate: Bool?
  /// What was planned but could not be done, in words.
  public var insteadOf: String?
  /// Whether it was planned from the start (A14).
  public var wasPlanned: Bool?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes an evaluation.
  public init(id: String, method: String, origin: Origin = Origin()) {
    self.id = id
    self.method = method
    self.origin = origin
  }
}
