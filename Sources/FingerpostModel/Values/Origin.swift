/// Where a statement comes from: a source that the map names, and the place in it.
///
/// Written `toolkit E63`: the id of the source, a space, and a fact id, page or line. The place may
/// be left out.
public struct Citation: Hashable, Sendable, CustomStringConvertible {
  /// The source, as it is listed under `sources:`.
  public var source: Source.ID
  /// The place in it: a fact id, a page, a line; `nil` when only the source is named.
  public var place: String?

  /// Makes a citation.
  public init(_ source: Source.ID, _ place: String? = nil) {
    self.source = source
    self.place = place
  }

  /// As it is written in a map.
  public var description: String {
    if let place { "\(source) \(place)" } else { source.rawValue }
  }
}

/// What every element carries beside its own facts: who says so, and where the map says it.
public struct Origin: Hashable, Sendable {
  /// Where the statement comes from; empty when the map cites nothing for it.
  public var citations: [Citation]
  /// Where it stands in the map's files; `nil` for a map made in code.
  public var location: SourceLocation?
  /// A remark for the people who keep the map.
  public var note: String?

  /// Makes an origin.
  public init(
    citations: [Citation] = [], location: SourceLocation? = nil, note: String? = nil
  ) {
    self.citations = citations
    self.location = location
    self.note = note
  }
}
