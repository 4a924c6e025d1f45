import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import HTTPTypes
import Hummingbird
import NIOCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Elements as the files state them, and changes of them.
struct ChangeRoutes {
  let api: APIRoutes
  let edits: MapEdits

  /// The most bytes that a request may bring; a change of a map is far smaller.
  private static let mostBytes = 1 << 20

  /// Whether changes are sent to a path.
  static func takes(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 4 && parts[0] == "api" && parts[1] == "maps"
      && ["changes", "undo", "picture"].contains(parts[3])
  }

  /// What is sent to make changes.
  private struct Changes: Decodable {
    let changes: [StatedChange]
    /// Whether to write them; otherwise it is only said what would follow.
    let write: Bool?
    /// What a commit of them says; none is made without it.
    let commit: String?
    /// What else is looked at.
    let about: About?
  }

  /// An element that a form is about.
  private struct About: Decodable {
    let collection: String
    let id: String

    var element: ElementID? {
      ElementID.Collection(rawValue: collection).map { ElementID($0, id) }
    }
  }

  /// What is sent to see a map with changes.
  private struct Look: Decodable {
    let changes: [StatedChange]
    let about: About?
    /// The name of a view.
    let view: String
  }

  /// A picture of a map with changes, or why there is none.
  private struct Picture: Encodable {
    let svg: String?
    let remark: String?
  }

  /// What is sent to take a change back.
  private struct Undo: Decodable {
    let undo: String
    /// What a commit of it says; none is made without it.
    let commit: String?
  }

  func add(to router: RouterGroup<BasicRequestContext>) {
    router.get("maps/:map/elements/:collection/:id") { _, context in
      let map = try editable(in: context)
      return try Answer.json(
        try await edits.value(of: context.part("id"), in: context.part("collection"), on: map))
    }
    router.get("maps/:map/elements") { _, context in
      try Answer.json(
        ElementList(try await edits.document(of: try editable(in: context)).map))
    }
    router.get("format") { _, _ in try Answer.json(FormatAnswer.current) }
    router.post("maps/:map/changes") { request, context in
      let map = try editable(in: context)
      let asked: Changes = try await Self.body(of: request)
      guard asked.write ?? false else {
        return try Answer.json(
          try await edits.look(at: asked.changes, on: map, about: asked.about?.element))
      }
      return try Answer.json(
        try await edits.make(asked.changes, on: map, committing: asked.commit))
    }
    router.post("maps/:map/picture") { request, context in
      let map = try editable(in: context)
      let asked: Look = try await Self.body(of: request)
      let document = try await edits.trial(asked.changes, on: map).document
      guard let system = document.map,
        let preview = await api.folder.preparation.preview(
          asked.view, of: document, system, about: asked.about?.id)
      else {
        throw ServerProblem(
          .unprocessableContent, "There is no view of this name; `/api/format` lists them.")
      }
      return try Answer.json(Picture(svg: preview.svg, remark: preview.remark))
    }
    router.post("maps/:map/undo") { request, context in
      let map = try editable(in: context)
      let asked: Undo = try await Self.body(of: request)
      return try Answer.json(
        try await edits.undo(asked.undo, on: map, committing: asked.commit))
    }
  }

  /// A map that may be changed: whoever is shown only a part of it would not know what they change.
  private func editable(in context: BasicRequestContext) throws -> MapFolder.ServedMap {
    guard api.folder.preparation.audience == .operational else {
      throw ServerProblem(
        .forbidden, "Maps are changed only where all of them is shown (`--audience operational`).")
    }
    return try api.map(in: context)
  }

  private static func body<Body: Decodable>(of request: Request) async throws -> Body {
    let bytes: ByteBuffer
    do {
      bytes = try await request.body.collect(upTo: mostBytes)
    } catch {
      throw ServerProblem(
        .contentTooLarge, "This is more than 1 MB; one change of a map is far smaller.")
    }
    do {
      return try JSONDecoder().decode(Body.self, from: Data(bytes.readableBytesView))
    } catch {
      throw ServerProblem(
        .badRequest, "What was sent cannot be understood; `/api/openapi.json` describes it.")
    }
  }
}
