/// A picture in words: everything that stands in it and every line, for people who cannot see it and
/// for searching.
public struct PictureInWords: Hashable, Sendable {
  /// Something that stands in the picture, with what is written in it and where lines lead from it.
  public struct Item: Hashable, Sendable {
    /// What it is.
    public var text: String
    /// What else it says, and its lines.
    public var details: [String]

    /// Makes an item.
    public init(_ text: String, details: [String] = []) {
      self.text = text
      self.details = details
    }
  }

  /// What stands together in a box, or outside all boxes.
  public struct Part: Hashable, Sendable {
    /// The heading of the box; `nil` for what stands outside.
    public var heading: String?
    /// What stands in it.
    public var items: [Item]

    /// Makes a part.
    public init(heading: String?, items: [Item]) {
      self.heading = heading
      self.items = items
    }
  }

  /// The heading of the picture.
  public var title: String
  /// What stands under it.
  public var subtitle: String?
  /// What is to be seen, in one or two sentences.
  public var summary: String
  /// Everything that stands in the picture.
  public var parts: [Part]
  /// The small print.
  public var notes: [String]
  /// Those of the small print in which a rule speaks English, though the words are not.
  public var foreignNotes: [String]

  /// Makes a description.
  public init(
    title: String, subtitle: String?, summary: String, parts: [Part], notes: [String],
    foreignNotes: [String] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.summary = summary
    self.parts = parts
    self.notes = notes
    self.foreignNotes = foreignNotes
  }
}
