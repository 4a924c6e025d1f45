#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A finished drawing of a diagram.
public struct Drawing: Hashable, Sendable, Codable {
  /// The name of the diagram.
  public var name: String
  /// The files that were asked for.
  public var files: [OutputFormat: [UInt8]] {
    get { bytes.mapValues { Array($0) } }
    set { bytes = newValue.mapValues { Data($0) } }
  }
  /// The files as they are encoded shortly.
  private var bytes: [OutputFormat: Data]
  /// How the diagram was drawn.
  public var rung: Rung
  /// What the picture says about how it was drawn; it stands on the picture, too.
  public var remarks: [String]
  /// What the person who draws should know and the picture does not say, such as a missing font.
  public var warnings: [String]
  /// The ways of drawing that were tried and not taken, each a sentence that says why; empty when the
  /// first one was taken.
  public var passedOver: [String]
  /// The sheet that it prints on.
  public var page: Page
  /// How well it can be read.
  public var legibility: Legibility
  /// Where everything is.
  public var layout: Layout
  /// The text that was given to Graphviz to lay out.
  public var dot: String
  /// Where everything is, to be kept for the next picture; `nil` for a picture with nothing to hold.
  public var places: KeptPlaces?
  /// How it compares with a fresh arrangement; `nil` when it is as it was kept, or was never kept.
  public var drift: Drift?

  /// Makes a drawing.
  public init(
    name: String, files: [OutputFormat: [UInt8]], rung: Rung, remarks: [String],
    warnings: [String], passedOver: [String], page: Page, legibility: Legibility, layout: Layout,
    dot: String, places: KeptPlaces? = nil, drift: Drift? = nil
  ) {
    self.name = name
    bytes = files.mapValues { Data($0) }
    self.rung = rung
    self.remarks = remarks
    self.warnings = warnings
    self.passedOver = passedOver
    self.page = page
    self.legibility = legibility
    self.layout = layout
    self.dot = dot
    self.places = places
    self.drift = drift
  }
}
