public import FingerpostFormats
public import FingerpostModel
import Spreadsheets

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads registers of places: `ChangeHistory.csv` of the Code History Database of the Office for
/// National Statistics, with `Changes.csv` beside it for what took over from what, or mySociety's list
/// of councils.
///
/// Both are files of others that the person has; none comes with the program. Sources of the columns:
/// <https://geoportal.statistics.gov.uk> (Code History Database for the UK),
/// <https://github.com/mysociety/uk_local_authority_names_and_codes>.
public struct AreaRegisterReader: Sendable {
  private let files: FileAccess

  /// Makes a reader.
  ///
  /// - Parameter files: How it looks at files.
  public init(files: FileAccess = FileAccess()) { self.files = files }

  /// Reads a register.
  ///
  /// - Parameter path: A file of comma-separated values.
  /// - Returns: The register; `nil` with the reason when the file is none.
  /// - Complexity: O(*n*) for *n* rows.
  public func read(_ path: String) -> (register: AreaRegister?, diagnostics: [Diagnostic]) {
    func failure(_ message: String, row: Int = 1) -> (AreaRegister?, [Diagnostic]) {
      (
        nil,
        [
          Diagnostic(
            .error, .file, message, at: SourceLocation(file: path, line: max(row, 1), column: 1))
        ]
      )
    }
    guard let data = files.contents(of: path) else {
      return failure("this register cannot be opened; check its name and that you may read it")
    }
    var register = AreaRegister(file: path, entries: [:])
    do throws(TableError) {
      let table = try Table(
        data,
        columns: [
          "geogcd", "geogcdp", "geognm", "geognmw", "operdate", "termdate", "status", "gsscode",
          "nicename", "officialname", "startdate", "enddate", "replacedby", "localauthoritycode",
        ])
      guard let table else { return failure("this register is empty") }
      if table.has("geogcdp") {
        return failure(
          "this file says what changed and not which codes there are; name `ChangeHistory.csv`, which "
            + "stands beside it")
      }
      if table.has("geogcd"), table.has("geognm") {
        for row in table.rows {
          var entry = AreaRegister.Entry(name: row["geognm"] ?? "")
          entry.otherNames = [row["geognmw"]].compactMap { $0 }
          entry.from = row["operdate"].flatMap { $0.registerDate }
          entry.until = row["termdate"].flatMap { $0.registerDate }
          entry.hasEnded = entry.until != nil || row["status"]?.loose == "terminated"
          let code = row["geogcd"] ?? ""
          register.entries[code] = register.entries[code].map { entry.joined(with: $0) } ?? entry
        }
        try addChanges(besides: path, to: &register)
      } else if table.has("gsscode") {
        var codes: [String: String] = [:]
        for row in table.rows { codes[row["localauthoritycode"] ?? ""] = row["gsscode"] }
        for row in table.rows {
          guard let code = row["gsscode"], !code.isEmpty else { continue }
          var entry = AreaRegister.Entry(name: row["nicename"] ?? row["officialname"] ?? code)
          entry.otherNames = [row["officialname"]].compactMap { $0 }
          entry.from = row["startdate"].flatMap { $0.registerDate }
          entry.until = row["enddate"].flatMap { $0.registerDate }
          entry.hasEnded = entry.until != nil
          entry.successors = (row["replacedby"] ?? "").split(separator: ",")
            .compactMap { codes[$0.trimmed] }
          register.entries[code] = entry
        }
      } else {
        return failure(
          "this is no register of areas that is known here: it needs the columns GEOGCD and GEOGNM of "
            + "the Office for National Statistics, or gss-code of mySociety's list of councils")
      }
    } catch {
      return failure(error.explanation, row: error.row)
    }
    return (register, [])
  }

  /// Adds what took over from what, where the register's second file stands beside it.
  private func addChanges(
    besides path: String, to register: inout AreaRegister
  ) throws(TableError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    guard let data = files.contents(of: folder + "Changes.csv"),
      let table = try Table(data, columns: ["geogcd", "geogcdp"]), table.has("geogcdp")
    else { return }
    for row in table.rows {
      guard let old = row["geogcdp"], let new = row["geogcd"], old != new,
        register.entries[old]?.successors.contains(new) == false
      else { continue }
      register.entries[old]?.successors.append(new)
    }
  }

  /// Some columns of a table, found by their headings.
  private struct Table {
    private var places: [String: Int] = [:]
    private(set) var rows: [[String: String]] = []

    /// Reads a table; `nil` when it has no row at all.
    init?(_ data: Data, columns: [String]) throws(TableError) {
      var places: [String: Int]?
      var rows: [[String: String]] = []
      try CSVReader(data).forEachRow { row in
        guard let places else {
          let headings = row.cells.map(\.loose)
          places = Dictionary(
            columns.compactMap { column in
              headings.firstIndex(of: column).map { (column, $0) }
            }, uniquingKeysWith: { first, _ in first })
          return true
        }
        var values: [String: String] = [:]
        for (column, place) in places where place < row.cells.count && !row.cells[place].isEmpty {
          values[column] = row.cells[place]
        }
        rows.append(values)
        return true
      }
      guard let places else { return nil }
      self.places = places
      self.rows = rows
    }

    func has(_ column: String) -> Bool { places[column] != nil }
  }
}

extension AreaRegister.Entry {
  /// What two rows of one code say, which has a row for each name that the place ever had: the one in
  /// use counts, from the first day of them all.
  fileprivate func joined(with earlier: Self) -> Self {
    var (entry, other) = earlier.hasEnded ? (self, earlier) : (earlier, self)
    entry.otherNames += [other.name] + other.otherNames
    if let from = entry.from {
      entry.from = other.from.map { $0.isSurelyBefore(from) ? $0 : from }
    }
    return entry
  }
}

extension String {
  /// A day as registers write it: `2023-04-01` or `01/04/2023`, with a time of day after it or none.
  fileprivate var registerDate: CalendarDate? {
    let day = split(separator: " ").first.map(String.init) ?? ""
    if let match = day.wholeMatch(of: /(\d{1,2})\/(\d{1,2})\/(\d{4})/) {
      let (d, m) = (match.output.1, match.output.2)
      return CalendarDate(
        "\(match.output.3)-\(m.count == 1 ? "0" : "")\(m)-\(d.count == 1 ? "0" : "")\(d)")
    }
    return CalendarDate(day)
  }
}
