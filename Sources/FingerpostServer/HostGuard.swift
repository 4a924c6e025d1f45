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
    guard isReading || request.method == .post else {
      throw ServerProblem(.methodNotAllowed, "This server knows GET, HEAD and POST only.")
    }
    if request.method == .post {
      // A form of another site cannot send this type.
      guard request.headers[.contentType]?.hasPrefix("application/json") == true else {
        throw ServerProblem(
          .unsupportedMediaType, "What is sent here must be JSON, as `Content-Type` has to say.")
      }
      guard request.headers[.contentLength].map({ Int($0) ?? .max }) ?? 0 <= RequestLimits.body
      else {
        var problem = RequestLimits.tooLarge
        problem.closes = true
        throw problem
      }
    }
    return try await next(request, context)
  }
}

/// How much a request may bring.
enum RequestLimits {
  /// The most bytes of a body.
  static let body = 1 << 20
  static let tooLarge = ServerProblem(
    .contentTooLarge, "This is more than 1 MB; one change of a map is far smaller.")
}

extension Request {
  /// The value of a header by its name.
  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
