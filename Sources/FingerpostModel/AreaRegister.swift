/// The codes of places that an official register knows, those that have ended included.
public struct AreaRegister: Hashable, Sendable {
  /// A place.
  public struct Entry: Hashable, Sendable {
    /// What the register calls it.
    public var name: String
    /// What else the register calls it, such as its Welsh name.
    public var otherNames: [String]
    /// When its code came into use; `nil` when the register does not say.
    public var from: CalendarDate?
    /// When it ended; `nil` when it has not, or the register does not say when.
    public var until: CalendarDate?
    /// Whether it has ended, on whatever day.
    public var hasEnded: Bool
    /// The codes of the places that took over from it.
    public var successors: [String]

    /// Makes a place that has not ended.
    public init(name: String) {
      self.name = name
      otherNames = []
      hasEnded = false
      successors = []
    }

    /// Whether its code is not in use yet on a day.
    public func isToCome(on date: CalendarDate) -> Bool { from.map(date.isSurelyBefore) ?? false }

    /// Whether its code is out of use on a day.
    public func isOver(on date: CalendarDate) -> Bool { until?.isSurelyBefore(date) ?? hasEnded }
  }

  /// The file that it was read from, as the person named it.
  public var file: String
  /// The places by their codes.
  public var entries: [String: Entry]

  /// Makes a register.
  public init(file: String, entries: [String: Entry]) {
    self.file = file
    self.entries = entries
  }
}
