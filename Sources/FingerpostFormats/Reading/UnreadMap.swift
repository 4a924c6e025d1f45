/// A map that was found and is yet to be read.
public struct UnreadMap: Sendable {
  private let reading: @Sendable () -> MapDocument

  init(_ reading: @escaping @Sendable () -> MapDocument) { self.reading = reading }

  /// Reads it.
  ///
  /// - Returns: The map, and every problem found in it.
  public func read() -> MapDocument { reading() }
}
