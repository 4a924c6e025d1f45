import FingerpostAnalysis
import FingerpostModel

/// Which families find help, for each need and area that the map must cover, over all the ages.
///
/// Ages that the scope does not state are those of the standard, such as conception to two years.
/// Families whom a service sees only for a condition count as helped: the matrix says whom it leaves
/// out.
struct ScopeCoverage {
  /// What families with a need find in an area.
  struct Place {
    /// The need.
    var need: Need.ID
    /// The area.
    var area: Area.ID
    /// The ages at which they find no help, whatever the map leaves open, band by band.
    var gaps: [AgeBand]
    /// Whether that is so at every age.
    var isGapThroughout: Bool
    /// Whether they find help at some age.
    var isHelpStated: Bool
    /// The youngest ages for which it depends on what the map does not say.
    var unstated: CoverageCell?
  }

  /// Need by need, and in each area by area; empty when the map does not say what it must cover.
  private(set) var places: [Place] = []
  /// What the map does not state of its scope.
  private(set) var missing: [CoverageGrid.ScopePart] = []
  private var coverage: Coverage?
  private let map: SystemMap

  /// Works it out.
  ///
  /// - Complexity: That of one pass of coverage.
  init(in context: RuleContext) {
    map = context.map
    var scoped = context.map
    if let standard = context.profile.ages {
      let ages = scoped.scope?.ages
      scoped.scope?.ages = AgeRange(from: ages?.from ?? standard.from, to: ages?.to ?? standard.to)
    }
    let coverage: Coverage
    do {
      coverage = try Coverage(of: scoped, on: context.date)
    } catch {
      missing = error.missing
      return
    }
    self.coverage = coverage
    let grid = coverage.grid
    for need in grid.needs {
      for area in grid.areas {
        var place = Place(
          need: need, area: area, gaps: [], isGapThroughout: !grid.bands.isEmpty,
          isHelpStated: false)
        for band in grid.bands {
          let cell = CoverageCell(need: need, ages: band, area: area)
          let answer = coverage.answer(for: cell)
          if answer == .gap {
            place.gaps.append(band)
            continue
          }
          place.isGapThroughout = false
          if answer == .notStated {
            place.unstated = place.unstated ?? cell
          } else {
            place.isHelpStated = true
          }
        }
        places.append(place)
      }
    }
  }

  /// The ages at which families find no help at a place, each with the reason, as the end of a
  /// sentence that says where and when; ages that meet are joined when their reason is the same.
  ///
  /// - Complexity: One search of the map for each band.
  func gaps(at place: Place) -> [(ages: AgeBand, reason: String)] {
    var gaps: [(ages: AgeBand, reason: String)] = []
    for band in place.gaps {
      let reason = reason(forGapAt: place, band)
      if let last = gaps.last, last.reason == reason, last.ages.to == band.from {
        gaps[gaps.count - 1].ages = AgeBand(from: last.ages.from, to: band.to)
      } else {
        gaps.append((band, reason))
      }
    }
    return gaps
  }

  private func reason(forGapAt place: Place, _ band: AgeBand) -> String {
    guard let coverage,
      let gap = coverage.gap(at: CoverageCell(need: place.need, ages: band, area: place.area))
    else { return "no way leads to help" }
    let names = Set(gap.services.map { "“\(map.name(ofEnd: $0))”" }).sorted()
    let shown =
      names.prefix(3).joined(separator: ", ")
      + (names.count > 3 ? " and \(names.count - 3) more" : "")
    let helps =
      gap.unsure.isEmpty && gap.isHelpCertain
      ? "would help" : gap.isHelpCertain ? "would or may help" : "may help"
    switch gap.kind {
    case .nobodyServesIt: return "no service of the map serves it"
    case .nothingLeadsToIt: return "no way leads to what \(helps): \(shown)"
    case .onlyPlannedOrPaused:
      return names.isEmpty
        ? "the way is only planned or paused"
        : "what \(helps) is only planned or paused: \(shown)"
    case .onlySignposting:
      return gap.unsure.isEmpty
        ? "families are told of help, and nobody hands them over: \(shown)"
        : "families are told of what \(helps), and nobody hands them over: \(shown)"
    case .excluded: return "families are turned away: \(shown)"
    }
  }

  /// The facts to ask for before it is known whether a cell is served: those on the way that lacks
  /// the fewest.
  func factsToAskFor(about cell: CoverageCell) -> [Coverage.MissingFact] {
    coverage?.possibleWay(for: cell)?.missing ?? []
  }

  /// Asks for the facts of some cells, each once.
  func ask(about cells: [CoverageCell], _ answers: inout Answers) {
    var asked: Set<Coverage.MissingFact> = []
    var isAskedAboutOtherMaps = false
    for cell in cells {
      for fact in factsToAskFor(about: cell) where asked.insert(fact).inserted {
        if fact.key == .routes {
          answers.ask(.routes)
        } else if let service = map.services[fact.service] {
          answers.ask(Question(fact.key), about: Subject(service))
        } else if !isAskedAboutOtherMaps {
          answers.ask(.otherMaps, about: Subject(map))
          isAskedAboutOtherMaps = true
        }
      }
    }
  }
}

extension Question {
  /// Asked once of a map whose routes lead to services of other maps.
  fileprivate static let otherMaps = Question(
    "whether families find help at the services of other maps that its routes lead to",
    many: "whether families find help at the services of other maps that their routes lead to",
    key: "nothing here: the other maps say it")

  /// Asks for a fact on which it depends whether families find help.
  fileprivate init(_ key: Coverage.MissingFact.Key) {
    switch key {
    case .serves:
      self.init("which needs it serves", many: "which needs they serve", key: key.rawValue)
    case .ages:
      self.init("which ages it accepts", many: "which ages they accept", key: key.rawValue)
    case .areas:
      self.init("which areas it serves", many: "which areas they serve", key: key.rawValue)
    case .entry: self = .entry
    case .routes: self = .routes
    case .excludes:
      self.init(
        "for which conditions it is closed", many: "for which conditions they are closed",
        key: key.rawValue)
    }
  }

  /// What a map must cover.
  static let scope = Question(
    "what it must cover: which needs, and in which areas",
    many: "what they must cover: which needs, and in which areas",
    key: "`needs` and `areas` under `scope`"
  )
}

extension Subject {
  /// What a map must cover, as a part of the map.
  init(scopeOf map: SystemMap) {
    self.init(map)
    location = map.scope?.origin.location ?? location
  }
}

extension SystemMap {
  /// What people call a need.
  func name(of need: Need.ID) -> String { needs[need]?.name ?? need.rawValue.asWords }
  /// What people call an area.
  func name(of area: Area.ID) -> String { areas[area]?.name ?? area.rawValue }
}
