/// What a service does, or the function that a seat on a board represents: the same words serve both.
///
/// The list of known kinds is open: a map adds its own under `kinds:`.
public struct ServiceKind: MapElement {
  /// As it is written in a map.
  public var id: Identifier<ServiceKind>
  /// What people are shown.
  public var name: String
  /// Where it is declared, for a kind that a map adds.
  public var origin: Origin

  /// Makes a kind.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
  }

  private init(_ id: String, _ name: String) { self.init(id: Identifier(id), name: name) }

  /// The kinds that every map can use without declaring them, by id.
  ///
  /// They are the services and functions that the five source documents name.
  public static let known: [ServiceKind] = [
    ServiceKind("adult-mental-health", "Adult mental health service"),
    ServiceKind("camhs", "Child and adolescent mental health service"),
    ServiceKind("childrens-centre", "Children's centre"),
    ServiceKind("childrens-social-care", "Children's social care"),
    ServiceKind("community-group", "Community group"),
    ServiceKind("community-mental-health-team", "Community mental health team"),
    ServiceKind("crisis-service", "Crisis service"),
    ServiceKind("domestic-abuse", "Domestic abuse service"),
    ServiceKind("domestic-abuse-antenatal-pathway", "Domestic abuse antenatal pathway"),
    ServiceKind("early-help", "Early help"),
    ServiceKind("education", "Education"),
    ServiceKind("family-nurse-partnership", "Family Nurse Partnership"),
    ServiceKind("family-support", "Family support"),
    ServiceKind("general-practice", "General practice"),
    ServiceKind("health-visiting", "Health visiting"),
    ServiceKind("infant-massage", "Infant massage"),
    ServiceKind("inpatient-mental-health", "Inpatient mental health ward"),
    ServiceKind("mental-health-assessment", "Mental health assessment"),
    ServiceKind("mental-health-social-work", "Mental health social work"),
    ServiceKind("midwifery", "Midwifery"),
    ServiceKind("paediatrics", "Paediatrics"),
    ServiceKind("parent-infant-team", "Parent-infant relationship team"),
    ServiceKind("parenting-group", "Parenting group"),
    ServiceKind("pre-birth-childrens-services", "Pre-birth children's services team"),
    ServiceKind("self-management-course", "Self-management course"),
    ServiceKind(
      "specialist-infant-mental-health-visiting", "Specialist infant mental health visiting"),
    ServiceKind("specialist-perinatal-mental-health", "Specialist perinatal mental health team"),
    ServiceKind("substance-misuse", "Substance misuse service"),
    ServiceKind("voluntary-infrastructure", "Local voluntary sector infrastructure organisation"),
  ]
}
