public import FingerpostAnalysis
public import FingerpostModel

/// For whom help was lost or gained between two versions of a map, with the ways.
public struct CoverageChanges: Sendable {
  /// What changed, for families without a condition first; then for those with a condition to whom
  /// something else happened.
  public let differences: [CoverageDifference]
  let from: Coverage
  let to: Coverage
  let maps: (from: SystemMap, to: SystemMap)

  /// Compares the coverage of two versions on one day; `nil` when one of them does not say what it
  /// must cover.
  ///
  /// - Parameters:
  ///   - difference: The difference of the two maps.
  ///   - date: The day.
  /// - Complexity: That of coverage.
  public init?(_ difference: MapDifference, on date: CalendarDate) {
    guard let from = try? Coverage(of: difference.from, on: date),
      let to = try? Coverage(of: difference.to, on: date)
    else { return nil }
    self.from = from
    self.to = to
    maps = (difference.from, difference.to)
    func compared(_ condition: Condition.ID?) -> CoverageDifference {
      CoverageDifference(from: from, to: to, condition: condition, difference: difference)
    }
    let plain = compared(nil)
    let old = Set(
      difference.from.conditions.map {
        difference.laterAddress(of: ElementID(.conditions, $0.id.rawValue)).path
      })
    differences =
      [plain]
      + difference.to.conditions.filter { old.contains([$0.id.rawValue]) }
      .map { compared($0.id) }.filter { $0.changes != plain.changes }
  }

  /// Whether both answer alike.
  public var isEmpty: Bool { differences.allSatisfy(\.isEmpty) }

  /// One of the two versions.
  enum Version {
    case before
    case after
  }

  /// The way through in one of the versions for what changed; `nil` where there is none.
  func way(
    _ version: Version, for change: CoverageDifference.Change,
    _ condition: Condition.ID?, _ difference: MapDifference
  ) -> RouteGraph.Way? {
    let coverage = version == .before ? from : to
    func id(_ collection: ElementID.Collection, _ id: String) -> String {
      version == .after
        ? id : difference.earlierAddress(of: ElementID(collection, id)).path[0]
    }
    guard let band = coverage.grid.bands.first(where: { $0.contains(change.cell.ages.from) })
    else { return nil }
    let cell = CoverageCell(
      need: Need.ID(id(.needs, change.cell.need.rawValue)), ages: band,
      area: Area.ID(id(.areas, change.cell.area.rawValue)))
    return coverage.way(
      for: cell, condition: condition.map { Condition.ID(id(.conditions, $0.rawValue)) })
  }

  /// What changed in lines, and below them the ways that are no more and those there are now.
  func lines(_ difference: MapDifference, in words: Words) -> [String] {
    differences.flatMap { change in
      CoverageDifferenceWording(change, from: maps.from, to: maps.to, in: words).lines
        + ways(.before, of: change, difference, "A way that was", words)
        + ways(.after, of: change, difference, "A way that is new", words)
    }
  }

  /// The most ways that are told of one sort.
  private static let most = 5

  private func ways(
    _ version: Version, of change: CoverageDifference, _ difference: MapDifference,
    _ heading: String, _ words: Words
  ) -> [String] {
    let wording = CoverageWording(
      map: version == .before ? maps.from : maps.to, words: words)
    let kinds: Set<CoverageDifference.Kind> =
      version == .before ? [.lost, .noLongerSaid] : [.gained, .nowSaid]
    var seen: Set<String> = []
    let ways = change.changes.filter { kinds.contains($0.kind) }
      .compactMap { way(version, for: $0, change.condition, difference) }
      .map { wording.way($0.services) }.filter { seen.insert($0).inserted }
    let rest = ways.count - Self.most
    return ways.prefix(Self.most).map { "\(heading): \($0)" }
      + (rest > 0 ? ["and \(Noun("more way").counted(rest))"] : [])
  }
}
