#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Something that an imported file says and a map does not, kept to be written back.
public struct KeptStatement: Hashable, Sendable, Codable {
  /// The element that it belongs to, such as `services/baby-steps`; `map` for the whole.
  public var element: String
  /// The format that it was read from, and knows what it means.
  public var format: InterchangeFormat
  /// What it says, as JSON text.
  public var json: String

  /// Makes a statement.
  public init(of element: String, in format: InterchangeFormat, json: String) {
    self.element = element
    self.format = format
    self.json = json
  }

  /// Reads a statement that was kept as a line of text; `nil` when the line is none.
  public init?(line: [UInt8]) {
    guard let statement = try? JSONDecoder().decode(KeptStatement.self, from: Data(line))
    else { return nil }
    self = statement
  }

  /// What of it says whether a service is in use, which nobody need hide; `nil` when nothing does.
  ///
  /// A directory may have a word for it that a map has not, such as `suspended`.
  public var statusOnly: KeptStatement? {
    guard let status = DirectoryValue(json: Data(json.utf8))?.object?["status"] else { return nil }
    var statement = self
    statement.json =
      DirectoryValue.object(
        DirectoryObject(members: [.init(name: "status", value: status)])
      ).json
    return statement
  }

  /// The statement as a line of text, without the line's end.
  public var line: [UInt8] {
    var line: [UInt8] = []
    DirectoryValue.object(
      DirectoryObject(members: [
        .init(name: "element", value: .text(element)),
        .init(name: "format", value: .text(format.rawValue)),
        .init(name: "json", value: .text(json)),
      ])
    ).write(to: &line, depth: nil)
    return line
  }
}
