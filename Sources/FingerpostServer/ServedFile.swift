import Crypto
import FingerpostReports
import HTTPTypes
import Hummingbird
import NIOCore

/// A file as it is sent, ready in memory.
struct ServedFile: Sendable {
  let body: ByteBuffer
  let type: String
  /// What tells it from an earlier one of the same name.
  let tag: String

  /// Makes a file ready.
  init(_ bytes: [UInt8], path: String) {
    body = ByteBuffer(bytes: bytes)
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    type = Self.types[ending] ?? "application/octet-stream"
    tag =
      "\""
      + SHA256.hash(data: bytes).prefix(16).map { byte in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }.joined() + "\""
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8", "json": "application/json", "svg": "image/svg+xml",
  ]

  /// The answer to a request for it; without the file when the browser has it already.
  func response(to request: Request) -> Response {
    var headers: HTTPFields = [.eTag: tag, .cacheControl: "no-cache"]
    if let known = request.headers[.ifNoneMatch], known.contains(tag) {
      return Response(status: .notModified, headers: headers)
    }
    headers[.contentType] = type
    return Response(
      status: .ok, headers: headers,
      body: request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: body))
  }
}
