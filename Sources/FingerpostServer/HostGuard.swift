import HTTPTypes
import Hummingbird

/// Lets in what comes from this computer's own pages and programs, and nothing that a page of somebody
/// else could have sent.
///
/// A name that somebody else's server gives this computer's address (DNS rebinding) stands in `Host`; a
/// page of another site stands in `Origin`, or the browser says so in `Sec-Fetch-Site`.
struct HostGuard<Context: RequestContext>: RouterMiddleware {
  /// The port of the server.
  let port: Int

  private static var names: [String] { ["localhost", "127.0.0.1", "[::1]"] }

  private var hosts: Set<String> {
    Set(Self.names.map { "\($0):\(port)" } + (port == 80 ? Self.names : []))
  }

  @concurrent func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let host = request.head.authority, hosts.contains(host.lowercased()) else {
      throw ServerProblem(
        .misdirectedRequest,
        "This server answers only as http://localhost:\(port); open that address.")
    }
    let site = request.header("Sec-Fetch-Site")
    let isForeign =
      request.headers[.origin].map { origin in
        !hosts.contains { origin.lowercased() == "http://\($0)" }
      } ?? (site == "cross-site" || site == "same-site")
    let isReading = request.method == .get || request.method == .head
    // A link from elsewhere may lead here; a page from elsewhere may not read or write.
    if isForeign, !(isReading && request.header("Sec-Fetch-Mode") == "navigate") {
      throw ServerProblem(
        .forbidden, "A page of another site may not ask this server for anything.")
    }
    let isWriting = ChangeRoutes.takes(request.uri.path)
    guard isWriting ? request.method == .post : isReading else {
      var problem = ServerProblem(
        .methodNotAllowed,
        isWriting
          ? "Changes are sent here with POST." : "This address is read with GET and HEAD only.")
      if isWriting { problem.allowed = "POST" }
      throw problem
    }
    // A form of another site cannot send this type.
    guard !isWriting || request.headers[.contentType]?.hasPrefix("application/json") == true else {
      throw ServerProblem(
        .unsupportedMediaType, "What is sent here must be JSON, as `Content-Type` has to say.")
    }
    return try await next(request, context)
  }
}

extension Request {
  /// The value of a header by its name.
  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
