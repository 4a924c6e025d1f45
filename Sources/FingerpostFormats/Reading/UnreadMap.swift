/// A map that was found and is yet to be read.
public struct UnreadMap: Sendable {
  /// The files on which the document depends, as the person named them; the one with the title first,
  /// and those that are left out, which it reports, last.
  public let files: [String]

  /// The id that the map has unless it states one: the name of its file, or of its folder.
  public let id: String

  private let reading: @Sendable () -> MapDocument

  init(files: [String], id: String, _ reading: @escaping @Sendable () -> MapDocument) {
    self.files = files
    self.id = id.asMapID
    self.reading = reading
  }

  /// Reads it.
  ///
  /// - Returns: The map, and every problem found in it.
  public func read() -> MapDocument { reading() }
}

extension String {
  /// The id of a map whose file or folder is called so.
  var asMapID: String { asID.isEmpty ? "map" : asID }
}
