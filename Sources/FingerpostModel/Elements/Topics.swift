/// Something that a family may need help with.
public struct Need: MapElement {
  /// As other elements refer to it.
  public var id: Identifier<Need>
  /// What people are shown.
  public var name: String
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a need.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
  }
}

/// Something about a family, apart from the child's age, for which a service may be closed or made.
public struct Condition: MapElement {
  /// As other elements refer to it.
  public var id: Identifier<Condition>
  /// What people are shown, such as `An active episode of a psychotic illness`.
  public var name: String
  /// Which of the conditions that written standards speak of it is; `nil` when the map does not say.
  public var kind: ConditionKind?
  /// What counts as it, in words.
  public var definition: String?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a condition.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
  }
}

/// A place that services serve.
public struct Area: MapElement {
  /// As other elements refer to it.
  public var id: Identifier<Area>
  /// What people are shown.
  public var name: String
  /// The code of the Office for National Statistics, such as `E09000028`.
  public var code: String?
  /// The area it lies within; `nil` when the map does not say.
  public var within: ID?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes an area.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
  }
}

/// Where statements of a map come from.
public struct Source: MapElement {
  /// As citations name it.
  public var id: Identifier<Source>
  /// The title of the document.
  public var title: String
  /// Who published it.
  public var publisher: String?
  /// When it was published.
  public var published: CalendarDate?
  /// When its publisher meant to review it (toolkit E98).
  public var reviewDue: CalendarDate?
  /// Where it can be read.
  public var url: String?
  /// The works that it cites itself, in words (toolkit E99).
  public var cites: [String]?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a source.
  public init(id: ID, title: String, origin: Origin = Origin()) {
    self.id = id
    self.title = title
    self.origin = origin
  }
}
