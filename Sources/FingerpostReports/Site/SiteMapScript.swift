import FingerpostAnalysis
import FingerpostModel
import FingerpostRules

/// What the script of a map's pages knows: the services, routes, pictures and cells, as values.
struct SiteMapScript {
  private let pages: SiteMapPages
  private var material: PaperMaterial { pages.material }
  private var words: Words { pages.words }

  init(_ pages: SiteMapPages) { self.pages = pages }

  /// A classic script that hands the values over.
  var text: String {
    let value = JSONValue.members([
      "words": SiteScript.words(Self.phrases, words),
      "services": .array(material.map.services.map(service)),
      "routes": .array(material.map.routes.map(route)),
      "saysRoutes": .bool(material.map.saysRoutes),
      "bands": .array(Self.bands(of: material).map(band)),
      "areas": .object(
        material.map.areas.map { area in
          .init(
            key: area.id.rawValue,
            value: .strings(material.map.areaAndThoseAround(area.id).map(\.id.rawValue)))
        }),
      "pictures": .array(
        material.pictures.compactMap { picture in
          pages.map.parts[picture.name].map { self.picture(picture, $0) }
        }),
      "cells": cells,
    ])
    return "fingerpost.show(\(value.text(depth: nil)));\n"
  }

  /// The ages between which no service's limit lies: those of the scope, or of all services.
  static func bands(of material: PaperMaterial) -> [AgeBand] {
    let bands = material.coverage.grid.bands
    guard bands.isEmpty else { return bands }
    return AgeBand.bands(ofServicesOf: material.map)
  }

  private static let phrases: [Phrase] = [
    .filterCount, .filterUnsaid, .wayFound, .wayOpen, .wayUnsaid, .wayMayRefuse, .wayNone, .waySame,
    .wayStep,
    .familyMore, .selectedService, .openPage, .clearSelection, .zoomIn, .zoomOut, .zoomFit,
    .zoomTools, .pictureHelp, .explanationClose, .familiesThemselves,
  ]

  private func service(_ service: Service) -> JSONValue {
    let sector = service.organisation.flatMap { material.map.organisations[$0]?.sector }
    let status = service.status(on: material.date) ?? .active
    let searched =
      [service.name] + (service.alsoKnownAs ?? []) + [service.description ?? ""]
      + [service.organisation.flatMap { material.map.organisations[$0]?.name } ?? ""]
    return .members([
      "id": .string(service.id.rawValue), "name": .string(service.name),
      "page": .string(SiteMap.pageName(of: service.id)),
      "needs": service.serves.map { .strings($0.map(\.rawValue)) },
      "from": service.ages?.from.map { .integer($0.halfHoursSinceBirth) },
      "to": service.ages?.to.map { .integer($0.halfHoursSinceBirth) },
      "areas": service.areas.map { .strings($0.map(\.rawValue)) },
      "isOpenToAll": .bool(service.entry == .open),
      "sector": sector.map { .string($0.rawValue) }, "isOpen": .bool(status == .active),
      "text": .string(searched.joined(separator: " ").lowercased()),
    ])
  }

  private func route(_ route: Route) -> JSONValue {
    .members([
      "from": .string(route.from.rawValue), "to": .string(route.to.rawValue),
      "fromName": .string(pages.name(of: route.from)), "toName": .string(pages.name(of: route.to)),
      "kind": .string(route.kind.rawValue),
      "label": .string(words.label(route.kind).capitalisedFirst),
      "moves": .bool(route.kind.movesFamily),
      "isOpen": .bool((route.status(on: material.date) ?? .active) == .active),
    ])
  }

  private func band(_ band: AgeBand) -> JSONValue {
    .array([
      .integer(band.from.halfHoursSinceBirth), .integer(band.to.halfHoursSinceBirth),
    ])
  }

  private func picture(_ picture: PaperPicture, _ parts: PictureParts) -> JSONValue {
    .members([
      "anchor": .string(picture.anchor),
      "boxes": .array(parts.boxes.map { .array([.string($0.id), .string($0.element)]) }),
      "lines": .array(
        parts.lines.map { .array([.string($0.id), .string($0.tail), .string($0.head)]) }),
    ])
  }

  private var cells: JSONValue {
    let grid = material.coverage.grid
    return .members([
      "bands": .integer(grid.bands.count), "areas": .integer(grid.areas.count),
      "places": .array(pages.explanations.places.map { .integer($0) }),
      "explanations": .array(
        pages.explanations.all.enumerated().map { place, explanation in
          .members([
            "anchor": .string(CoverageExplanations.anchor(of: place)),
            "mark": .string(explanation.answer.mark.rawValue),
            "answer": .string(explanation.answer.said(in: words)),
            "lines": .strings(explanation.lines.map(\.plain)),
            "way": .strings(explanation.way.map(\.rawValue)),
          ])
        }),
    ])
  }
}

extension PaperLine {
  /// The line as text alone.
  fileprivate var plain: String {
    parts.map { part in
      switch part {
      case .text(let text), .english(let text), .strong(let text), .code(let text),
        .link(let text, _):
        text
      }
    }.joined()
  }
}
