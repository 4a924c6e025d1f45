/// What a strict reader of HTML makes of a paper.
public struct PaperOracle: Decodable, Sendable {
  /// A picture of a paper and the sheet that it prints on.
  public struct Figure: Decodable, Hashable, Sendable {
    /// Its anchor.
    public var id: String
    /// The name of the sheet.
    public var sheet: String
  }

  /// What a strict parser complains of.
  public var complaints: [String]
  /// Ids that stand twice.
  public var twice: [String]
  /// Links within the page that lead nowhere.
  public var lost: [String]
  /// What would be fetched from elsewhere.
  public var fetched: [String]
  /// Scripts, what can hold them, and addresses that are not of the web.
  public var scripts: [String]
  /// How many headings of the first level there are.
  public var mainHeadings: Int
  /// How often a level of headings is left out.
  public var jumps: Int
  /// The ids of the sections, in their order.
  public var sections: [String]
  /// The pictures, in their order.
  public var figures: [Figure]
  /// All text.
  public var text: String

  /// Whatever is wrong with it.
  public var faults: [String] {
    complaints + twice.map { "twice: \($0)" } + lost.map { "leads nowhere: \($0)" }
      + fetched.map { "fetched: \($0)" } + scripts.map { "script: \($0)" }
      + (mainHeadings == 1 ? [] : ["\(mainHeadings) main headings"])
      + (jumps == 0 ? [] : ["\(jumps) levels of headings left out"])
  }

  /// Reads papers.
  ///
  /// - Parameter paths: The paths of their files.
  /// - Returns: An answer for each.
  /// - Throws: What `PythonOracle` throws.
  public static func answers(about paths: [String]) async throws -> [PaperOracle] {
    try await PythonOracle(script: "paper_oracle.py").answer(to: paths)
  }
}
