import FingerpostModel
import FingerpostReports
import HTTPTypes
import Hummingbird

/// The pages of the site, as a browser asks for them.
struct PageRoutes {
  let folder: MapFolder

  func add(to router: Router<BasicRequestContext>) {
    router.get("/") { request, _ in try page("index.html", request) }
    router.head("/") { request, _ in try page("index.html", request) }
    router.get("**") { request, context in try page(Self.path(of: context), request) }
    router.head("**") { request, context in try page(Self.path(of: context), request) }
  }

  /// The path that was asked for, which is only ever looked up among the pages in memory: no path of a
  /// request reaches the disk.
  private static func path(of context: BasicRequestContext) -> String {
    context.parameters.getCatchAll().joined(separator: "/")
  }

  private func page(_ path: String, _ request: Request) throws -> Response {
    if let file = folder.file(path) { return file.response(to: request) }
    let index = path + (path.hasSuffix("/") ? "" : "/") + "index.html"
    if folder.file(index) != nil {
      return Response(status: .movedPermanently, headers: [.location: "/\(index)"])
    }
    // A person is shown a page, a program is told.
    guard request.headers[.accept]?.contains("text/html") == true else {
      throw ServerProblem.notFound
    }
    return Answer.text(
      folder.host.missingPage().utf8, type: "text/html; charset=utf-8", status: .notFound)
  }
}
