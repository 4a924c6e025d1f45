/// A child's age, from conception onwards, as people write it.
///
/// Written `conception`, `20 weeks of pregnancy`, `birth`, or a length of time since birth such as
/// `9 months`. Pregnancy is counted to 40 weeks, so conception lies 40 weeks before birth.
public struct Age: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// What was written, so that it is shown as people wrote it.
  enum Wording: Hashable, Sendable {
    case conception
    case weeksOfPregnancy(Int)
    case birth
    case sinceBirth(TimeSpan)
    case noLimit
  }

  let wording: Wording

  /// Half-hours since birth; negative during pregnancy.
  ///
  /// A half-hour is the largest unit in which a day, a week, a twelfth of a year and a year of
  /// 365¼ days are all whole, so that `12 months` is `1 year` and `2 weeks` is `14 days` exactly.
  public let halfHoursSinceBirth: Int

  private init(_ wording: Wording, _ halfHours: Int) {
    self.wording = wording
    halfHoursSinceBirth = halfHours
  }

  /// The start of pregnancy.
  public static let conception = Age(.conception, -40 * TimeSpan.Unit.week.halfHours)

  /// Birth.
  public static let birth = Age(.birth, 0)

  /// Later than every age.
  public static let noLimit = Age(.noLimit, .max)

  /// An age since birth.
  public static func after(_ span: TimeSpan) -> Age { Age(.sinceBirth(span), span.halfHours) }

  /// Reads an age as people write it; `nil` for anything else.
  public init?(_ text: String) {
    switch text {
    case "conception": self = .conception
    case "birth": self = .birth
    case "no limit": self = .noLimit
    default:
      let parts = text.split(separator: " ")
      if parts.count == 4, parts[1] == "weeks" || parts[1] == "week", parts[2] == "of",
        parts[3] == "pregnancy", let weeks = Int(parts[0]), (0...40).contains(weeks)
      {
        self.init(.weeksOfPregnancy(weeks), (weeks - 40) * TimeSpan.Unit.week.halfHours)
      } else if let span = TimeSpan(text) {
        self = .after(span)
      } else {
        return nil
      }
    }
  }

  /// As it was written.
  public var description: String {
    switch wording {
    case .conception: "conception"
    case .weeksOfPregnancy(let weeks): "\(weeks) week\(weeks == 1 ? "" : "s") of pregnancy"
    case .birth: "birth"
    case .sinceBirth(let span): span.description
    case .noLimit: "no limit"
    }
  }

  /// Orders ages from conception onwards.
  public static func < (a: Self, b: Self) -> Bool {
    a.halfHoursSinceBirth < b.halfHoursSinceBirth
  }

  /// Whether both are the same age, however they are written.
  public static func == (a: Self, b: Self) -> Bool {
    a.halfHoursSinceBirth == b.halfHoursSinceBirth
  }

  /// Feeds what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(halfHoursSinceBirth) }
}

/// The ages from one up to, but not including, another; an end may be unstated.
public struct AgeRange: Hashable, Sendable, CustomStringConvertible {
  /// The first age included; `nil` when the map does not say.
  public var from: Age?
  /// The first age no longer included; `nil` when the map does not say.
  public var to: Age?

  /// Makes a range.
  public init(from: Age?, to: Age?) {
    self.from = from
    self.to = to
  }

  /// As people say it.
  public var description: String {
    "\(from?.description ?? "an age not stated") to \(to?.description ?? "an age not stated")"
  }
}
