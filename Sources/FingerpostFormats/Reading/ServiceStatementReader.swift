public import FingerpostModel

/// Reads one statement about a service as people type it: `parent-infant-team.entry=open`.
///
/// After the `=` stands what a map file would have after the key: `team.serves=[bond, mood]`,
/// `team.areas=none`, `team.ages={from: conception, to: 2 years}`. Ages can be shortened to
/// `conception..2 years`.
public struct ServiceStatementReader: Sendable {
  /// A statement.
  public struct Statement: Sendable {
    /// The service.
    public let service: Service.ID
    /// The key, as a map file has it.
    public let key: String
    /// Makes a service say it.
    public let change: @Sendable (inout Service) -> Void
  }

  /// Makes a reader.
  public init() {}

  /// Reads a statement.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - map: The map whose ids it may name.
  /// - Returns: The statement, or `nil` when it cannot be read; and everything that is wrong with it,
  ///   without a place, since it stands in no file. Whether the map holds the service is not asked.
  public func read(
    _ text: String, of map: SystemMap
  ) -> (statement: Statement?, diagnostics: [Diagnostic]) {
    func told(_ reading: MapReading) -> [Diagnostic] {
      reading.told.map { Diagnostic($0.severity, $0.category, $0.message, at: nil) }
    }
    func failure(_ message: String) -> (Statement?, [Diagnostic]) {
      (nil, [Diagnostic(.error, .syntax, message, at: nil)])
    }
    guard let sign = text.firstIndex(of: "="),
      let dot = text[..<sign].lastIndex(of: "."), dot != text.startIndex,
      text.index(after: dot) != sign
    else {
      return failure(
        "`\(text.shortened)` does not say what to change; write the service, the key and the "
          + "value, like `health-visiting.entry=open`")
    }
    let key = String(text[text.index(after: dot)..<sign])
    let value = String(text[text.index(after: sign)...])
    guard !value.allSatisfy(\.isWhitespace) else {
      return failure(
        "nothing stands after `\(String(text[...sign]).shortened)`; write what the map would say, or "
          + "`none` for none")
    }
    let (tree, problems) = YAMLTree.read(
      Array("\(key): \(Self.written(value, key: key))\n".utf8), file: text.shortened)
    let reading = MapReading()
    reading.take(problems)
    guard let tree else { return (nil, told(reading)) }
    reading.begin(tree)
    let id = Service.ID(String(text[..<dot]))
    var trial = Service(id: id, name: id.rawValue)
    _ = Shape<Service>.service.read(tree.root, into: &trial, reading, intoWhole: true)
    Soundness.checkReferences(map, reading)
    let isReadable = !reading.told.contains { $0.severity == .error }
    guard isReadable else { return (nil, told(reading)) }
    let statement = Statement(service: id, key: key) { service in
      _ = Shape<Service>.service.read(
        tree.root, into: &service, MapReading(), intoWhole: true)
    }
    return (statement, told(reading))
  }

  /// The value as a map file has it.
  private static func written(_ value: String, key: String) -> String {
    guard key == "ages" || key == "actual-ages", let dots = value.firstRange(of: "..")
    else { return value }
    return "{from: \(value[..<dots.lowerBound]), to: \(value[dots.upperBound...])}"
  }
}
