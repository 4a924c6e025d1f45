public import FingerpostModel

/// The formats of other programs in which maps come and go, in the order in which help lists them.
///
/// To add one: a file in `Formats`, a case here, and a line in the contract test.
public enum InterchangeFormat: String, CaseIterable, Codable, Sendable {
  /// Tables as comma-separated values, a file a table.
  case csv
  /// A workbook, a sheet a table.
  case xlsx
  /// Two tables of comma-separated values, one of nodes and one of edges.
  case edges
  /// A graph in XML with all its attributes.
  case graphml
  /// A graph in the language of Graphviz.
  case dot
  /// A flowchart for wikis and code forges.
  case mermaid
  /// A graph in the JSON of Cytoscape.js.
  case cytoscape
  /// A bundle of health directory resources.
  case fhir
  /// Service directories in the Human Services Data Specification.
  case hsds
  /// Service directories in the British profile of it.
  case openReferralUK = "open-referral-uk"

  /// How it is read and written.
  package var definition: any InterchangeFormatDefinition {
    switch self {
    case .csv: CSVFormat()
    case .xlsx: XLSXFormat()
    case .edges: EdgeListFormat()
    case .graphml: GraphMLFormat()
    case .dot: DOTFormat()
    case .mermaid: MermaidFormat()
    case .cytoscape: CytoscapeFormat()
    case .fhir: FHIRFormat()
    case .hsds: HSDSFormat()
    case .openReferralUK: OpenReferralUKFormat()
    }
  }
}

/// One format, defined in a file of its own.
package protocol InterchangeFormatDefinition: Sendable {
  /// What people call it.
  var title: String { get }
  /// What it is and who uses it, in a sentence.
  var summary: String { get }
  /// How the names of its files end, the usual one first.
  var fileEndings: [String] { get }
  /// Reads it; `nil` when it can only be written.
  var importer: (any MapImporter)? { get }
  /// Writes it; `nil` when it can only be read.
  var exporter: (any MapExporter)? { get }
}

/// Reads maps from a format.
package protocol MapImporter: Sendable {
  /// Reads what a file, or a folder of files, says.
  ///
  /// Bad input never throws and never stops the program: it is a problem of the map that is returned.
  ///
  /// - Parameters:
  ///   - path: A file or a folder.
  ///   - options: What the person says about it.
  /// - Returns: What it says, with every problem.
  func read(_ path: String, _ options: ImportOptions) -> ImportedMap
}

/// What a person says about a file that is imported.
public struct ImportOptions: Sendable {
  /// The key of a map for the heading of a column, such as `name` for `Service name`.
  public private(set) var columns: [String: String] = [:]
  /// The map that the file is going to be joined into, whose elements it may name.
  public var map: SystemMap?

  /// Makes options that say nothing.
  public init() {}

  /// Says what the columns of a heading are for, whatever was said of it before; case and punctuation
  /// of the heading do not matter.
  public mutating func say(_ heading: String, isFor key: String) {
    for known in columns.keys where known.loose == heading.loose { columns[known] = nil }
    columns[heading] = key
  }
}

/// Writes maps in a format.
package protocol MapExporter: Sendable {
  /// Whether what is written is several files in a folder, and not one file.
  var isFolder: Bool { get }

  /// Writes a map.
  ///
  /// - Parameters:
  ///   - map: The map, as its audience may see it.
  ///   - kept: What earlier imports kept beside it.
  /// - Returns: The files; a single one for a format of one file.
  /// - Throws: When a file could not be made, as on a full disk.
  func write(_ map: SystemMap, kept: [KeptStatement]) throws -> [ExportedFile]
}

/// A file that an export wrote.
public struct ExportedFile: Sendable {
  /// Its name in the folder; without a folder, what to call it unless the person says otherwise.
  public var name: String
  /// What it holds.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
