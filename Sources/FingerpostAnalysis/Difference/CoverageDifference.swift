public import FingerpostModel

/// For which needs, ages and areas families find help in one version of a map and not in another.
///
/// A service's age limits cut the ages into bands, so that two versions seldom have the same bands;
/// they are cut anew at the limits of both. Only what both have to cover is compared; the rest is
/// listed apart.
public struct CoverageDifference: Hashable, Sendable {
  /// What may become of the answer.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Families found help, and fewer or none of them do.
    case lost
    /// More families find help than before.
    case gained
    /// The earlier map says, and the later one does not.
    case noLongerSaid
    /// The later map says, and the earlier one did not.
    case nowSaid
  }

  /// What became of the answer for one need, age and area.
  public struct Change: Hashable, Sendable {
    /// The need, age and area, under their ids in the later map.
    public var cell: CoverageCell
    /// What the earlier map says.
    public var before: CoverageAnswer
    /// What the later map says.
    public var after: CoverageAnswer

    /// What became of it.
    ///
    /// Where other conditions let families through than before, it is `lost` unless all those of
    /// before still do.
    public var kind: Kind {
      switch (before, after) {
      case (_, .notStated): .noLongerSaid
      case (.notStated, _): .nowSaid
      case (_, .covered), (.gap, _): .gained
      case (.covered, _), (_, .gap): .lost
      case (.coveredForSome(let before), .coveredForSome(let after)):
        Set(before).isSubset(of: after) ? .gained : .lost
      }
    }
  }

  /// The condition that families have, under its id in the later map; `nil` for families without any.
  public let condition: Condition.ID?
  /// The needs, areas and age bands of both, the later map's first.
  public let grid: CoverageGrid
  /// What changed, in the order of `grid.cells`.
  public let changes: [Change]
  /// What only the later map has to cover.
  public let newCells: [CoverageCell]
  /// What only the earlier map had to cover.
  public let goneCells: [CoverageCell]

  /// Compares two versions, each on the date of its coverage.
  ///
  /// - Parameters:
  ///   - from: The coverage of the earlier map.
  ///   - to: The coverage of the later map.
  ///   - condition: The condition that families have, under its id in the later map; `nil` for
  ///     families without any.
  ///   - difference: The difference of the two maps, when elements that are under a new id are to
  ///     count as the same.
  /// - Complexity: O(*c* · *k*), where *c* is the number of cells of the joint grid and *k* of
  ///   conditions.
  public init(
    from: Coverage, to: Coverage, condition: Condition.ID? = nil,
    difference: MapDifference? = nil
  ) {
    let renames = difference?.renames ?? Renames()
    let needs = Dictionary(
      from.grid.needs.map { (Need.ID(renames.later($0.rawValue, in: .needs)), $0) },
      uniquingKeysWith: { first, _ in first })
    let areas = Dictionary(
      from.grid.areas.map { (Area.ID(renames.later($0.rawValue, in: .areas)), $0) },
      uniquingKeysWith: { first, _ in first })
    let bands = AgeBand.common(from.grid.bands, to.grid.bands)
    grid = CoverageGrid(
      needs: to.grid.needs
        + from.grid.needs.map { Need.ID(renames.later($0.rawValue, in: .needs)) },
      bands: bands.map(\.band),
      areas: to.grid.areas
        + from.grid.areas.map { Area.ID(renames.later($0.rawValue, in: .areas)) })
    self.condition = condition
    let oldCondition = condition.map {
      Condition.ID(renames.earlier($0.rawValue, in: .conditions))
    }
    let (newNeeds, newAreas) = (Set(to.grid.needs), Set(to.grid.areas))
    var changes: [Change] = []
    var new: [CoverageCell] = []
    var gone: [CoverageCell] = []
    for need in grid.needs {
      for (band, oldBand, newBand) in bands {
        for area in grid.areas {
          let cell = CoverageCell(need: need, ages: band, area: area)
          var before: CoverageAnswer?
          if let oldNeed = needs[need], let oldBand, let oldArea = areas[area] {
            before = from.answer(
              for: CoverageCell(need: oldNeed, ages: oldBand, area: oldArea),
              condition: oldCondition)
          }
          var after: CoverageAnswer?
          if newNeeds.contains(need), let newBand, newAreas.contains(area) {
            after = to.answer(
              for: CoverageCell(need: need, ages: newBand, area: area), condition: condition)
          }
          switch (before?.renamed(by: renames), after) {
          case (nil, nil): break
          case (nil, _): new.append(cell)
          case (_, nil): gone.append(cell)
          case (let before?, let after?):
            if before != after {
              changes.append(Change(cell: cell, before: before, after: after))
            }
          }
        }
      }
    }
    self.changes = changes
    newCells = new
    goneCells = gone
  }

  /// Whether both have the same to cover, and answer alike.
  public var isEmpty: Bool { changes.isEmpty && newCells.isEmpty && goneCells.isEmpty }

  /// The changes of one kind, in their order.
  public func changes(_ kind: Kind) -> [Change] { changes.filter { $0.kind == kind } }
}

extension CoverageAnswer {
  fileprivate func renamed(by renames: Renames) -> CoverageAnswer {
    guard case .coveredForSome(let conditions) = self else { return self }
    return .coveredForSome(
      conditions.map { Condition.ID(renames.later($0.rawValue, in: .conditions)) }.sorted())
  }
}

extension AgeBand {
  /// The bands that the limits of two lists of bands make together, the youngest first, each with
  /// the band of either list in which it lies.
  ///
  /// - Complexity: O(*b* log *b*), where *b* is the number of bands.
  fileprivate static func common(
    _ old: [AgeBand], _ new: [AgeBand]
  ) -> [(band: AgeBand, old: AgeBand?, new: AgeBand?)] {
    let limits = (old + new).flatMap { [$0.from, $0.to] }
    guard let first = limits.min(), let last = limits.max() else { return [] }
    var (oldPlace, newPlace) = (0, 0)
    func home(of band: AgeBand, in bands: [AgeBand], from place: inout Int) -> AgeBand? {
      while place < bands.count, bands[place].to <= band.from { place += 1 }
      return place < bands.count && bands[place].from <= band.from ? bands[place] : nil
    }
    return AgeBand.bands(of: AgeBand(from: first, to: last), cutAt: limits).compactMap { band in
      let oldHome = home(of: band, in: old, from: &oldPlace)
      let newHome = home(of: band, in: new, from: &newPlace)
      return oldHome == nil && newHome == nil ? nil : (band, oldHome, newHome)
    }
  }
}
