import FingerpostAnalysis
import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CoverageReport {
  /// Everything, for programs; `docs/coverage.md` describes it.
  ///
  /// The version changes when a key is taken away or means something else; keys may be added.
  public var json: String { Self.text(of: Document(self)) }

  /// Several as a list.
  static func json(of reports: [CoverageReport]) -> String { text(of: reports.map(Document.init)) }

  private static func text(of value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Nothing in it can fail to be written: it has no numbers but whole ones.
    let bytes = (try? encoder.encode(value)) ?? Data()
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }
}

private struct Document: Encodable {
  let format = "fingerpost-coverage"
  let version = 1
  let map: String
  let title: String
  let on: String
  let condition: String?
  let cells: [Cell]
  let ends: Ends?

  init(_ report: CoverageReport) {
    let words = report.wording
    map = report.map.id.rawValue
    title = report.map.title
    on = report.date.description
    condition = report.condition?.rawValue
    cells = report.entries.map { Cell($0, words) }
    ends = report.endings.flatMap { endings in
      report.endDate.map { Ends(endings, by: $0) }
    }
  }

  struct Place: Encodable {
    let need: String
    let from: String
    let to: String
    let area: String

    init(_ cell: CoverageCell) {
      need = cell.need.rawValue
      from = cell.ages.from.description
      to = cell.ages.to.description
      area = cell.area.rawValue
    }
  }

  struct Cell: Encodable {
    let cell: Place
    let answer: String
    let coveredFor: [String]?
    let way: Way?
    let flags: [Flag]?
    let gap: Gap?
    let repairs: [Repair]?
    let missing: [Missing]?

    init(_ entry: CoverageReport.Entry, _ words: CoverageWording) {
      cell = Place(entry.cell)
      var conditions: [String]?
      switch entry.answer {
      case .covered: answer = "covered"
      case .coveredForSome(let some):
        answer = "covered-for-some"
        conditions = some.map(\.rawValue)
      case .gap: answer = "gap"
      case .notStated: answer = "not-stated"
      }
      coveredFor = conditions
      way = (entry.way ?? entry.possible?.way).map(Way.init)
      flags = entry.flags.isEmpty ? nil : entry.flags.map(Flag.init)
      gap = entry.gap.map(Gap.init)
      repairs =
        entry.repairs.isEmpty ? nil : entry.repairs.map { Repair($0, words.repair($0)) }
      missing = entry.possible?.missing.map {
        Missing(service: $0.service.rawValue, key: $0.key.rawValue)
      }
    }
  }

  struct Way: Encodable {
    let services: [String]
    let routes: [String]

    init(_ way: RouteGraph.Way) {
      services = way.services.map(\.rawValue)
      routes = way.routes.map(\.id.rawValue)
    }
  }

  struct Flag: Encodable {
    let kind: String
    let services: [String]
    let date: String?

    init(_ flag: CoverageFlag) {
      let (name, ids, end): (String, [Service.ID], CalendarDate?) =
        switch flag {
        case .longWait(let services): ("long-wait", services, nil)
        case .full(let services): ("full", services, nil)
        case .singlePath(let services): ("single-path", services, nil)
        case .restsOnOnePerson(let services): ("rests-on-one-person", services, nil)
        case .fundingEnds(let date, let services): ("funding-ends", services, date)
        }
      kind = name
      services = ids.map(\.rawValue)
      date = end?.description
    }
  }

  struct Gap: Encodable {
    let kind: String
    let services: [String]
    let unsure: [String]
    let routes: [String]
    let reached: [String]
    let stops: [Stop]
    let exclusions: [Exclusion]

    init(_ gap: CoverageGap) {
      kind = gap.kind.rawValue
      services = gap.services.map(\.rawValue)
      unsure = gap.unsure.map(\.rawValue)
      routes = gap.routes.map(\.rawValue)
      reached = gap.reached.map(\.rawValue)
      stops = gap.stops.map(Stop.init)
      exclusions = gap.exclusions.map(Exclusion.init)
    }
  }

  struct Stop: Encodable {
    let service: String
    let route: String
    let to: String
    let reasons: [String]

    init(_ stop: CoverageGap.Stop) {
      service = stop.service.rawValue
      route = stop.route.rawValue
      to = stop.to.rawValue
      reasons = stop.reasons.map { reason in
        switch reason {
        case .onlySignposting: "only-signposting"
        case .routeNotInUse(let status): "route-\(status.rawValue)"
        case .routeForOtherNeeds: "route-for-other-needs"
        case .routeExcludes: "route-excludes"
        case .routeOnlyForOthers: "route-only-for-others"
        case .notOnMap: "not-on-map"
        case .notInUse(let status): status.rawValue
        case .otherAges: "other-ages"
        case .otherAreas: "other-areas"
        case .excludes: "excludes"
        case .onlyForOthers: "only-for-others"
        }
      }
    }
  }

  struct Exclusion: Encodable {
    let service: String
    let route: String?
    let onward: [String]
    let onwardThatExclude: [String]

    init(_ crossed: CoverageGap.CrossedExclusion) {
      service = crossed.service.rawValue
      route = crossed.route?.rawValue
      onward = crossed.onward.map(\.rawValue)
      onwardThatExclude = crossed.onwardThatExclude.map(\.rawValue)
    }
  }

  struct Repair: Encodable {
    let kind: String
    let words: String
    let handOffs: Int
    let isSure: Bool

    init(_ repair: CoverageRepair, _ words: String) {
      kind =
        switch repair.kind {
        case .reopen: "reopen"
        case .widen: "widen"
        case .routeBetweenNeighbours: "route-between-neighbours"
        case .route: "route"
        case .service: "service"
        }
      self.words = words
      handOffs = repair.handOffs
      isSure = repair.isSure
    }
  }

  struct Missing: Encodable {
    let service: String
    let key: String
  }

  struct Ends: Encodable {
    let by: String
    let endings: [Ending]
    let lost: [Place]
    let unsaid: [Place]

    init(_ ends: CoverageEndings, by date: CalendarDate) {
      by = date.description
      endings = ends.endings.map(Ending.init)
      lost = ends.lost.map(Place.init)
      unsaid = ends.unsaid.map(Place.init)
    }
  }

  struct Ending: Encodable {
    let subject: String
    let element: String
    let date: String
    let lost: [Place]
    let unsaid: [Place]

    init(_ ending: CoverageEndings.Ending) {
      subject = ending.subject.rawValue
      element = ending.element.description
      date = ending.date.description
      lost = ending.lost.map(Place.init)
      unsaid = ending.unsaid.map(Place.init)
    }
  }
}
