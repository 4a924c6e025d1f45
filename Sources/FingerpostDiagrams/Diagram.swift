public import FingerpostModel

/// A picture before it is laid out: what stands in it, how it looks, and what it says in words.
///
/// A diagram knows nothing of Graphviz. Everything in it is asked for: a drawing from which a node,
/// an edge, a group or a label is missing is a failed drawing.
public struct Diagram: Hashable, Sendable, Codable {
  /// A short name for files and graphs, such as `system`; letters, digits and hyphens.
  public var name: String
  /// What it is a picture of, such as the id of a map; `nil` when that does not matter.
  ///
  /// Ids in files begin with it, so that pictures of several maps can stand on one page.
  public var subject: String?
  /// The heading of the picture.
  public var title: String
  /// The question that the picture answers, or the place it is about; shown under the title.
  public var subtitle: String?
  /// One or two sentences that say what is to be seen, for people who cannot see it.
  public var summary: String
  /// The language of every text in it, as a BCP 47 tag such as `en-GB`.
  public var language: String
  /// What is said in if the way of drawing has to be told.
  public var words: Words
  /// Lines of small print under the picture: date, sources, what is invented, what is left out.
  public var notes: [String]
  /// Which way the picture reads.
  public var direction: Direction
  /// The boxes around nodes, in the order in which the picture should show them.
  public var groups: [Group]
  /// The nodes; ids are unique.
  public var nodes: [Node]
  /// The lines, whose ids are unique; a line may join a pair that another line joins.
  public var edges: [Edge]
  /// What the looks mean, only of what the picture uses, in the order to show.
  public var legend: [LegendEntry]
  /// The colours that belong to no node or line.
  public var paper: Paper
  /// What its boxes and lines are called when they are counted.
  public var boxesNoun = Phrase.boxesCounted
  /// How its pages are reached when it has to be split.
  public var pageNaming = PageNaming()
  /// What its lines are called when they are counted.
  public var linesNoun = Phrase.linesCounted
  /// Those of the notes that speak of single lines; an overview, which counts lines, leaves them out.
  public var lineNotes: [String] = []
  /// Those of the notes in which a rule speaks English, though the words are not: they must not be
  /// read out as if they were.
  public var foreignNotes: [String] = []

  /// Makes a diagram.
  public init(
    name: String, subject: String? = nil, title: String, subtitle: String? = nil, summary: String,
    language: String = "en-GB", words: Words = .english, notes: [String] = [],
    direction: Direction = .leftToRight,
    groups: [Group] = [], nodes: [Node], edges: [Edge], legend: [LegendEntry] = [],
    paper: Paper = Paper()
  ) {
    self.name = name
    self.subject = subject
    self.title = title
    self.subtitle = subtitle
    self.summary = summary
    self.language = language
    self.words = words
    self.notes = notes
    self.direction = direction
    self.groups = groups
    self.nodes = nodes
    self.edges = edges
    self.legend = legend
    self.paper = paper
  }
}

extension Diagram {
  /// Which way a picture reads.
  public enum Direction: String, CaseIterable, Hashable, Sendable, Codable {
    /// From left to right.
    case leftToRight
    /// From top to bottom.
    case topToBottom
  }

  /// A colour as `#rrggbb`.
  public struct Color: Hashable, Sendable, Codable, RawRepresentable, ExpressibleByStringLiteral {
    /// Six hexadecimal digits after a `#`.
    public var rawValue: String
    /// Makes a colour from `#rrggbb`.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Makes a colour from `#rrggbb`.
    public init(stringLiteral value: String) { rawValue = value }
  }

  /// How a line is stroked.
  public enum Stroke: String, CaseIterable, Hashable, Sendable, Codable {
    /// Unbroken.
    case solid
    /// Long dashes.
    case dashed
    /// Dots.
    case dotted
  }

  /// The colours of the page itself.
  public struct Paper: Hashable, Sendable, Codable {
    /// Behind everything.
    public var background: Color
    /// Title and text outside nodes.
    public var text: Color
    /// Small print.
    public var quietText: Color

    /// Makes the colours of a page, dark on white by default.
    public init(
      background: Color = "#ffffff", text: Color = "#1b1b1b", quietText: Color = "#4a4a4a"
    ) {
      self.background = background
      self.text = text
      self.quietText = quietText
    }
  }

  /// A labelled box around nodes.
  public struct Group: Identifiable, Hashable, Sendable, Codable {
    /// Unique among the groups of the diagram.
    public var id: String
    /// The heading of the box.
    public var label: String
    /// The place of the box on the reading axis, lowest first; `nil` when it has none.
    ///
    /// Groups with a level stand in the order of their levels, also when no line joins them.
    public var level: Int?
    /// The colour inside the box.
    public var fill: Color
    /// The colour of its outline.
    public var outline: Color
    /// How its outline is stroked.
    public var stroke: Stroke
    /// The colour of its heading.
    public var text: Color

    /// Makes a group.
    public init(
      id: String, label: String, level: Int? = nil, fill: Color = "#f6f6f6",
      outline: Color = "#767676", stroke: Stroke = .solid, text: Color = "#1b1b1b"
    ) {
      self.id = id
      self.label = label
      self.level = level
      self.fill = fill
      self.outline = outline
      self.stroke = stroke
      self.text = text
    }
  }

  /// The outline of a node.
  public enum Shape: String, CaseIterable, Hashable, Sendable, Codable {
    /// A rectangle.
    case box
    /// A rectangle with round corners.
    case roundedBox
    /// An ellipse.
    case ellipse
    /// A six-sided figure.
    case hexagon
    /// A sheet with a folded corner.
    case note
    /// A rectangle with a tab, like a folder.
    case tab
    /// A rectangle with a second line inside it.
    case doubleBox
    /// A rectangle with a point at its right side, like the arm of a signpost.
    case signpost
    /// Text without an outline.
    case plain
  }

  /// How a node looks.
  public struct NodeStyle: Hashable, Sendable, Codable {
    /// Its outline's form.
    public var shape: Shape
    /// The colour inside.
    public var fill: Color
    /// The colour of the outline.
    public var outline: Color
    /// How the outline is stroked.
    public var stroke: Stroke
    /// The width of the outline in points.
    public var width: Double
    /// The colour of the label.
    public var text: Color
    /// Whether a stroke runs across each corner; such a box has no round corners.
    public var hasCornerStrokes: Bool

    /// Makes a style.
    public init(
      shape: Shape = .box, fill: Color = "#ffffff", outline: Color = "#1b1b1b",
      stroke: Stroke = .solid, width: Double = 1, text: Color = "#1b1b1b",
      hasCornerStrokes: Bool = false
    ) {
      self.shape = shape
      self.fill = fill
      self.outline = outline
      self.stroke = stroke
      self.width = width
      self.text = text
      self.hasCornerStrokes = hasCornerStrokes
    }
  }

  /// Something that stands in the picture.
  public struct Node: Identifiable, Hashable, Sendable, Codable {
    /// Unique among the nodes of the diagram; any text.
    public var id: String
    /// What is written in it: the first line is the name, the others are smaller.
    ///
    /// The renderer wraps long lines; a label is text and never markup.
    public var label: [String]
    /// What is written under the label of a node that is a card; empty for every other node.
    public var sections: [Section]
    /// How it looks.
    public var style: NodeStyle
    /// The group it stands in; `nil` when it stands in none.
    public var group: Group.ID?
    /// What people read when they point at it or listen to it, such as `Health visiting, a service`.
    public var title: String
    /// A page to go to; `nil` when there is none.
    public var link: String?
    /// The groups by which the picture is split when it is too large for a page; a box without any
    /// stands on every page that it has lines to.
    public var facets: [Facet: FacetValue]
    /// The labels of the legend's entries that explain its look.
    public var meanings: [String]

    /// Makes a node.
    public init(
      id: String, label: [String], sections: [Section] = [], style: NodeStyle = NodeStyle(),
      group: Group.ID? = nil, title: String, link: String? = nil,
      facets: [Facet: FacetValue] = [:], meanings: [String] = []
    ) {
      self.id = id
      self.label = label
      self.sections = sections
      self.style = style
      self.group = group
      self.title = title
      self.link = link
      self.facets = facets
      self.meanings = meanings
    }
  }

  /// Lines of a card under a heading.
  public struct Section: Hashable, Sendable, Codable {
    /// The heading, which is set in bold.
    public var heading: String
    /// The lines under it; the renderer wraps long ones.
    public var lines: [String]

    /// Makes a section.
    public init(_ heading: String, _ lines: [String]) {
      self.heading = heading
      self.lines = lines
    }
  }

  /// The end of a line.
  public enum Arrow: String, CaseIterable, Hashable, Sendable, Codable {
    /// Nothing.
    case none
    /// A filled triangle.
    case filled
    /// Two filled triangles, one behind the other.
    case doubled
    /// A triangle in outline.
    case hollow
    /// Two strokes, like a V.
    case open
    /// A filled diamond.
    case diamond
    /// A filled dot.
    case dot
    /// A dot in outline.
    case hollowDot
    /// A square in outline.
    case hollowSquare
    /// A bar across the line.
    case bar
    /// A filled triangle against a bar across the line.
    case barred
  }

  /// How a line looks.
  public struct EdgeStyle: Hashable, Sendable, Codable {
    /// Its colour.
    public var color: Color
    /// How it is stroked.
    public var stroke: Stroke
    /// Its width in points.
    public var width: Double
    /// What stands at its head.
    public var head: Arrow
    /// What stands at its tail.
    public var tail: Arrow
    /// Whether it is drawn as two lines beside each other.
    public var isDouble: Bool

    /// Makes a style.
    public init(
      color: Color = "#1b1b1b", stroke: Stroke = .solid, width: Double = 1.2,
      head: Arrow = .filled, tail: Arrow = .none, isDouble: Bool = false
    ) {
      self.color = color
      self.stroke = stroke
      self.width = width
      self.head = head
      self.tail = tail
      self.isDouble = isDouble
    }
  }

  /// A line between two nodes.
  public struct Edge: Identifiable, Hashable, Sendable, Codable {
    /// Unique among the lines of the diagram; any text.
    public var id: String
    /// The node it leaves.
    public var tail: Node.ID
    /// The node it leads to.
    public var head: Node.ID
    /// How it looks.
    public var style: EdgeStyle
    /// Text on the line; dropped, and said so, when the picture cannot be drawn with it.
    public var label: String?
    /// What people read when they point at it or listen to it, such as
    /// `Referral from Health visiting to Parent-infant team, a step up`.
    public var title: String
    /// How much shortness matters: 0 lets the line bend round everything else.
    public var weight: Int
    /// Whether its head should stand further along than its tail.
    public var ranks: Bool
    /// How many routes, links or the like it stands for.
    public var carries: Carried
    /// The labels of the legend's entries that explain its look.
    public var meanings: [String]

    /// Makes a line.
    public init(
      id: String, tail: Node.ID, head: Node.ID, style: EdgeStyle = EdgeStyle(),
      label: String? = nil, title: String, weight: Int = 1, ranks: Bool = true,
      carries: Carried = Carried(), meanings: [String] = []
    ) {
      self.id = id
      self.tail = tail
      self.head = head
      self.style = style
      self.label = label
      self.title = title
      self.weight = weight
      self.ranks = ranks
      self.carries = carries
      self.meanings = meanings
    }
  }

  /// One look and what it means.
  public struct LegendEntry: Hashable, Sendable, Codable {
    /// What is shown.
    public enum Sample: Hashable, Sendable, Codable {
      /// A node of this style.
      case node(NodeStyle)
      /// A line of this style.
      case edge(EdgeStyle)
    }

    /// The look.
    public var sample: Sample
    /// Its meaning, in a few words.
    public var label: String

    /// Makes an entry.
    public init(_ sample: Sample, _ label: String) {
      self.sample = sample
      self.label = label
    }
  }
}
