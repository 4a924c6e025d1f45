extension Diagram {
  /// By what the boxes of a picture can be told into groups, in the order in which a picture that is
  /// too large for a page is split.
  public enum Facet: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// Where.
    case area
    /// How intensive.
    case level
    /// By whom.
    case organisation

    /// Whether its values have an order of their own, in which neighbours belong together.
    var isOrdered: Bool { self == .level }
  }

  /// A group that a box belongs to by one facet.
  public struct FacetValue: Identifiable, Hashable, Sendable, Codable {
    /// Unique among the values of its facet.
    public var id: String
    /// As it stands inside a sentence, such as `Wexmoor`, `specialist` or `area not stated`.
    public var name: String
    /// Its place among the values of its facet, lowest first.
    public var place: Int
    /// Whether the map says so; what stands for "the map does not say" comes last.
    public var isStated: Bool

    /// Makes a value that the map states.
    public init(id: String, name: String, place: Int, isStated: Bool = true) {
      self.id = id
      self.name = name
      self.place = place
      self.isStated = isStated
    }
  }

  /// How many routes, links or the like a line stands for, each way.
  public struct Carried: Hashable, Sendable, Codable {
    /// From its tail to its head.
    public var along: Int
    /// From its head to its tail.
    public var back: Int

    /// Both ways together.
    public var total: Int { along + back }

    /// Makes a count.
    public init(along: Int = 1, back: Int = 0) {
      self.along = along
      self.back = back
    }
  }

  /// How the pages of a split picture are named and reached.
  public struct PageNaming: Hashable, Sendable, Codable {
    /// What stands before the name in a link.
    public var before: String
    /// What stands after it.
    public var after: String

    /// Makes a naming; links lead to the SVG file of a page in the same folder by default.
    public init(before: String = "", after: String = ".svg") {
      self.before = before
      self.after = after
    }

    /// The name of a page, counted from 0: `system-page-1` is the first.
    ///
    /// No view gives a picture such a name, so that pages and pictures never share one.
    public static func name(of page: Int, of picture: String) -> String {
      "\(picture)-page-\(page + 1)"
    }

    /// The address of a page.
    func link(to page: Int, of picture: String) -> String {
      before + Self.name(of: page, of: picture) + after
    }
  }
}
