import FingerpostAnalysis
import FingerpostModel

/// The page of one service: its card, in a picture and in words, what leads to it and from it, and what
/// a check found.
struct ServicePage {
  private let service: Service
  private let pages: SiteMapPages
  private var words: Words { pages.words }

  init(_ service: Service, _ pages: SiteMapPages) {
    self.service = service
    self.pages = pages
  }

  /// What the page says.
  var content: [HTMLElement] {
    var writer = pages.writer
    let pictures = pages.material.pictures.filter {
      $0.view == "card" && (pages.map.parts[$0.name]?.focus == service.id.rawValue)
    }
    let routes = pages.material.map.routes
    return forms + pictures.flatMap { writer.block(.picture($0)) }
      + [
        list(.comesFromHeading, routes.filter { $0.to == service.id }, end: \.from),
        list(.goesToHeading, routes.filter { $0.from == service.id }, end: \.to), findings,
      ] + questions
  }

  private var forms: [HTMLElement] {
    let (id, host) = (service.id.rawValue, pages.host)
    return pages.forms([
      (host.form("services", id), words(.changeService)),
      (host.form("services", id, "/excludes"), words(.changeExclusions)),
      (host.form("routes", "", "?to=\(id)"), words(.addRouteTo)),
      (host.form("routes", "", "?from=\(id)"), words(.addRouteFrom)),
    ])
  }

  private func list(
    _ heading: Phrase, _ routes: [Route], end: (Route) -> Service.ID
  ) -> HTMLElement {
    let id = heading.key
    return HTMLTag.section(.labelled(by: id)) {
      HTMLTag.h2(.id(id)) { words(heading) }
      if routes.isEmpty {
        HTMLTag.p { words(.noRouteHere) }
      } else {
        HTMLTag.div(.style(class: "wide"), .role("region"), .labelled(by: id), .focusable) {
          HTMLTag.table(.style(class: "columns-4")) {
            HTMLTag.thead {
              HTMLTag.tr {
                for column in [Phrase.serviceColumn, .filterKind, .stepColumn, .statusColumn] {
                  HTMLTag.th(HTMLAttribute("scope", "col")) { words(column) }
                }
              }
            }
            HTMLTag.tbody {
              for route in routes {
                HTMLTag.tr {
                  HTMLTag.th(HTMLAttribute("scope", "row")) { pages.link(to: end(route)) }
                  HTMLTag.td {
                    if let form = pages.host.form("routes", route.id.rawValue) {
                      HTMLTag.a(HTMLAttribute("href", form)) {
                        words.label(route.kind).capitalisedFirst
                        HTMLTag.span(.style(class: "unseen")) { " (\(words(.changeThis)))" }
                      }
                    } else {
                      words.label(route.kind).capitalisedFirst
                    }
                  }
                  cell(route.step.map { words.label($0) })
                  cell(route.status(on: pages.material.date).map { words.label($0) })
                }
              }
            }
          }
        }
      }
    }
  }

  private func cell(_ text: String?) -> HTMLElement {
    HTMLTag.td {
      if let text {
        text.capitalisedFirst
      } else {
        HTMLTag.span(.style(class: "quiet")) { words(.notSaid) }
      }
    }
  }

  /// What nobody has said yet; nothing wrong is found there, and nothing right either.
  private var questions: [HTMLElement] {
    let address = ElementID(.services, service.id.rawValue)
    var seen: Set<Question> = []
    let open = pages.material.check.questions.filter {
      $0.element.whole == address && seen.insert($0.question).inserted
    }
    guard !open.isEmpty else { return [] }
    let writer = pages.writer
    return [
      HTMLTag.section(.labelled(by: "questions")) {
        HTMLTag.h2(.id("questions")) { words(.servicePageQuestions) }
        HTMLTag.ul {
          for item in open {
            HTMLTag.li { writer.inline(pages.material.said(item.question.one)) }
          }
        }
      }
    ]
  }

  private var findings: HTMLElement {
    let address = ElementID(.services, service.id.rawValue)
    let found = pages.material.check.findings.filter { $0.element.whole == address }
    let writer = pages.writer
    return HTMLTag.section(.labelled(by: "findings")) {
      HTMLTag.h2(.id("findings")) { words(.servicePageFindings) }
      if found.isEmpty {
        HTMLTag.p { words(.servicePageNoFindings) }
      } else {
        HTMLTag.ul {
          for finding in found {
            HTMLTag.li {
              writer.inline(pages.material.said(finding.messageWithoutKeys))
              if !finding.remedyWithoutKeys.isEmpty {
                HTMLTag.p(.style(class: "detail")) {
                  writer.inline(pages.material.said(finding.remedyWithoutKeys))
                }
              }
            }
          }
        }
      }
    }
  }
}
