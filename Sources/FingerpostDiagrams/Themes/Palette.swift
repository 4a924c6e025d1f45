/// The colours of a theme, each named for what it colours.
///
/// What a thing looks like apart from its colour is the same in every theme (``Theme``).
public struct Palette: Hashable, Sendable {
  /// The colours of a box.
  public struct Tone: Hashable, Sendable {
    /// Inside.
    public var fill: Diagram.Color
    /// The outline.
    public var outline: Diagram.Color
  }

  /// The page and the text on it; also the text in boxes, and lines of the first importance.
  public var paper: Diagram.Paper
  /// The box around a level, a board or another group.
  public var group: Tone

  /// Services and organisations of the National Health Service.
  public var nhs: Tone
  /// Those of a council.
  public var localAuthority: Tone
  /// Those of the voluntary, community, faith and social enterprise sector.
  public var voluntary: Tone
  /// Businesses.
  public var privateSector: Tone
  /// Schools, colleges and universities.
  public var education: Tone
  /// Policing.
  public var police: Tone
  /// Any other sector.
  public var otherSector: Tone
  /// Those of which the map does not say the sector.
  public var sectorNotStated: Tone

  /// Boards.
  public var board: Tone
  /// Seats that somebody holds.
  public var seat: Tone
  /// Programmes.
  public var programme: Tone
  /// Stages of a flow.
  public var stage: Tone
  /// Agreements.
  public var agreement: Tone
  /// Conditions for which a service is closed, and where families with them go.
  public var closed: Tone
  /// Papers, people in a role, and pages: the plain sheet.
  public var sheet: Tone

  /// What is missing, and risk.
  public var missing: Diagram.Color
  /// What the map does not say.
  public var unsaid: Diagram.Color
  /// What ends soon.
  public var expiring: Diagram.Color
  /// What is not live, what stands aside, and lines that only hold things together.
  public var faint: Diagram.Color

  /// Families who ask for themselves.
  public var ownWay: Diagram.Color
  /// Handing over: of a family, or of a task.
  public var handover: Diagram.Color
  /// Working together.
  public var company: Diagram.Color
  /// Advice.
  public var advice: Diagram.Color
  /// Word of something, where no family moves.
  public var word: Diagram.Color
  /// Teaching.
  public var teaching: Diagram.Color
  /// Money.
  public var money: Diagram.Color
}
