import FingerpostAnalysis
import FingerpostModel

/// The services and routes of a map, to look through: the picture, a table, what to show of both, and
/// how a family gets from one place to another.
///
/// Without scripts the picture and the table are there whole.
struct ExplorePage {
  private let pages: SiteMapPages
  private var words: Words { pages.words }
  private var map: SystemMap { pages.material.map }

  init(_ pages: SiteMapPages) { self.pages = pages }

  /// What the page says.
  func content(pictures: [HTMLElement]) -> [HTMLElement] {
    [
      HTMLTag.noscript { HTMLTag.p(.style(class: "remark")) { words(.needsScript) } }
    ]
      + pages.forms([
        (pages.host.form("services"), words(.addService)),
        (pages.host.form("routes"), words(.addRoute)),
        (pages.host.form("programmes"), words(.addProgramme)),
      ]) + [filters, way] + (hasFamilies ? [family] : []) + pictures + [table]
  }

  // MARK: - What to show

  private var filters: HTMLElement {
    let choices: [(id: String, Phrase, [(String, String)])] = [
      ("need", .filterNeed, needs),
      ("age", .filterAge, bands),
      ("area", .areaColumn, areas),
      ("sector", .filterSector, sectors),
      ("kind", .filterKind, kinds),
    ]
    return tools("filters", .filterHeading, isOpen: true) {
      field("filter-text", .filterName) {
        HTMLTag.input(
          .id("filter-text"), HTMLAttribute("type", "search"),
          HTMLAttribute("autocomplete", "off"))
      }
      for (id, label, options) in choices where !options.isEmpty {
        field("filter-\(id)", label) { select("filter-\(id)", options, any: true) }
      }
      HTMLTag.button(HTMLAttribute("type", "reset")) { words(.filterClear) }
      HTMLTag.p(.id("filter-count"), .role("status"))
    }
  }

  /// A form that is of use only where scripts run.
  private func tools(
    _ id: String, _ heading: Phrase, isOpen: Bool = false,
    @HTMLBuilder _ fields: () -> [HTMLElement]
  ) -> HTMLElement {
    HTMLTag.form(.id(id), .style(class: "tools"), HTMLAttribute("hidden", "")) {
      HTMLElement.element(
        .details, isOpen ? [HTMLAttribute("open", "")] : [],
        [
          HTMLTag.summary { words(heading) },
          HTMLTag.div(.style(class: "fields")) { fields() },
        ])
    }
  }

  private func field(
    _ id: String, _ label: Phrase, @HTMLBuilder _ input: () -> [HTMLElement]
  ) -> HTMLElement {
    HTMLTag.div(.style(class: "field")) {
      HTMLTag.label(HTMLAttribute("for", id)) { words(label) }
      input()
    }
  }

  private func select(_ id: String, _ options: [(String, String)], any: Bool) -> HTMLElement {
    HTMLTag.select(.id(id)) {
      if any { HTMLTag.option(HTMLAttribute("value", "")) { words(.filterAny) } }
      for (value, label) in options {
        HTMLTag.option(HTMLAttribute("value", value)) { label }
      }
    }
  }

  private var needs: [(String, String)] {
    let used = Set(map.services.flatMap { $0.serves ?? [] } + pages.material.coverage.grid.needs)
    return used.sorted().map { ($0.rawValue, pages.material.coverageWording.name(of: $0)) }
      .sorted { $0.1 < $1.1 }
  }

  /// The ages between which no service's limit lies.
  private var bands: [(String, String)] {
    SiteMapScript.bands(of: pages.material).enumerated().map { place, band in
      (String(place), words.ages(from: band.from, to: band.to).capitalisedFirst)
    }
  }

  private var areas: [(String, String)] { map.areas.map { ($0.id.rawValue, $0.name) } }

  private var sectors: [(String, String)] {
    Sector.allCases.filter { sector in map.organisations.contains { $0.sector == sector } }
      .map { ($0.rawValue, words.label($0).capitalisedFirst) }
  }

  private var kinds: [(String, String)] {
    RouteKind.allCases.filter { kind in map.routes.contains { $0.kind == kind } }
      .map { ($0.rawValue, words.label($0).capitalisedFirst) }
  }

  // MARK: - The table

  private var table: HTMLElement {
    HTMLTag.div(
      .style(class: "wide"), .role("region"), .labelled(by: "services-caption"), .focusable
    ) {
      HTMLTag.table(.id("services"), .style(class: "columns-4")) {
        HTMLTag.caption(.id("services-caption")) { words(.services, map.services.count) }
        HTMLTag.thead {
          HTMLTag.tr {
            for column in [
              Phrase.serviceColumn, .organisationColumn, .needsColumn, .agesColumn, .areasColumn,
              .statusColumn,
            ] {
              HTMLTag.th(HTMLAttribute("scope", "col")) { words(column) }
            }
          }
        }
        HTMLTag.tbody { for service in map.services { row(service) } }
      }
    }
  }

  private func row(_ service: Service) -> HTMLElement {
    let names = pages.material.coverageWording
    let ages = service.ages.map { words.ages(from: $0.from, to: $0.to) }
    let status = service.status(on: pages.material.date).map { words.label($0) }
    return HTMLTag.tr(HTMLAttribute("data-service", service.id.rawValue)) {
      HTMLTag.th(HTMLAttribute("scope", "row")) { pages.link(to: service.id) }
      cell(service.organisation.map { map.organisations[$0]?.name ?? $0.rawValue })
      cell(service.serves.map { words.list($0.map { names.name(of: $0) }) })
      cell(ages)
      cell(service.areas.map { words.list($0.map { names.name(of: $0) }) })
      cell(status)
    }
  }

  /// What the map says, or that it does not.
  private func cell(_ text: String?) -> HTMLElement {
    HTMLTag.td {
      if let text, !text.isEmpty {
        text.capitalisedFirst
      } else {
        HTMLTag.span(.style(class: "quiet")) { words(.notSaid) }
      }
    }
  }

  // MARK: - Ways

  private var way: HTMLElement {
    let services = map.services.map { ($0.id.rawValue, $0.name) }.sorted { $0.1 < $1.1 }
    return tools("way", .wayHeading) {
      field("way-from", .wayFrom) {
        select(
          "way-from", [(Service.ID.families.rawValue, words(.familiesThemselves))] + services,
          any: false)
      }
      field("way-to", .wayTo) { select("way-to", services, any: false) }
      HTMLTag.button(HTMLAttribute("type", "submit")) { words(.wayFind) }
      HTMLTag.div(.id("way-found"), .role("status"))
    }
  }

  private var hasFamilies: Bool { !pages.material.coverage.entries.isEmpty }

  private var family: HTMLElement {
    let grid = pages.material.coverage.grid
    let names = pages.material.coverageWording
    return tools("family", .familyHeading) {
      field("family-need", .filterNeed) {
        select(
          "family-need",
          grid.needs.enumerated().map { (String($0), names.name(of: $1)) }, any: false)
      }
      field("family-age", .filterAge) {
        select(
          "family-age",
          grid.bands.enumerated().map {
            (String($0), words.ages(from: $1.from, to: $1.to).capitalisedFirst)
          }, any: false)
      }
      field("family-area", .areaColumn) {
        select(
          "family-area",
          grid.areas.enumerated().map { (String($0), names.name(of: $1)) }, any: false)
      }
      HTMLTag.button(HTMLAttribute("type", "submit")) { words(.familyFind) }
      HTMLTag.div(.id("family-found"), .role("status"))
    }
  }
}
