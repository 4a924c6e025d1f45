import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports
import HTTPTypes
import Hummingbird

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The interface for programs, as `/api/openapi.json` describes it.
struct APIRoutes {
  let folder: MapFolder

  func add(to router: Router<BasicRequestContext>) {
    let api = router.group("api")
    api.get("maps") { _, _ in try Answer.json(MapList(folder.now)) }
    api.get("maps/:map") { _, context in
      let map = try map(in: context)
      var summary = MapSummary(map, for: folder.preparation.audience)
      summary.isInGit = await GitCommits(folder: folder.path).isRepository
      return try Answer.json(summary)
    }
    api.get("maps/:map/findings") { _, context in
      let map = try soundMap(in: context)
      var writer = ReportFormat.json.writer(ReportSettings())
      let text = writer.beginning() + writer.part(about: map.check) + writer.ending()
      return Answer.text(text.utf8, type: "application/json")
    }
    api.get("maps/:map/coverage") { _, context in
      let map = try soundMap(in: context)
      if let missing = map.missingScope {
        throw ServerProblem(.unprocessableContent, missing.explanation.capitalisedFirst + ".")
      }
      return Answer.text(
        CoverageFormat.json.text(of: [map.coverage]).utf8, type: "application/json")
    }
    api.get("maps/:map/ways") { request, context in
      let material = try soundMap(in: context)
      return try Answer.json(
        WaysAnswer(
          material, from: try Self.query("from", request), to: try Self.query("to", request)))
    }
    api.get("openapi.json") { _, _ in
      Answer.text(APIDescription.text.utf8, type: "application/json")
    }
  }

  // MARK: - What is asked for

  func map(in context: BasicRequestContext) throws -> MapFolder.ServedMap {
    guard let map = folder.map(context.part("map")) else {
      throw ServerProblem(.notFound, "There is no map of this id; `/api/maps` lists them.")
    }
    return map
  }

  /// What was found out about a map, the last time that it was sound.
  private func soundMap(in context: BasicRequestContext) throws -> PaperMaterial {
    let map = try map(in: context)
    guard let material = map.material else {
      var problem = ServerProblem(
        .unprocessableContent, "The files of this map cannot be read; mend what is wrong with them."
      )
      problem.problems = map.problems(for: folder.preparation.audience)
      throw problem
    }
    return material
  }

  private static func query(_ name: String, _ request: Request) throws -> String {
    guard let value = request.uri.queryParameters.get(name), !value.isEmpty else {
      throw ServerProblem(
        .badRequest,
        "Name a service with `\(name)=`" + (name == "from" ? ", or `families`." : "."))
    }
    return value
  }
}

extension BasicRequestContext {
  /// A part of the path, as it was meant; empty where there is none.
  func part(_ name: String) -> String {
    let text = parameters.get(name) ?? ""
    return URL(string: "/\(text)").map { String($0.path(percentEncoded: false).dropFirst()) }
      ?? text
  }
}

extension MapFolder.ServedMap {
  /// What is wrong with it, as an audience is told.
  func problems(for audience: Audience) -> [String] {
    document.diagnostics.map { $0.told(to: audience).description }
  }
}
