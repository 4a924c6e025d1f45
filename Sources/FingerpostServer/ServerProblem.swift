import FingerpostFormats
import FingerpostModel
import HTTPTypes
import Hummingbird

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a request is not done, in plain English with what to do next.
struct ServerProblem: Error, HTTPResponseError, Sendable {
  let status: HTTPResponse.Status
  let message: String
  /// What is wrong with a map, each with its place.
  var problems: [String] = []
  /// Whether somebody else has changed the element in the meantime.
  var isConflict = false
  /// Which parts of an element are wrong, and why.
  var fields: [Field] = []
  /// What the files say now, where somebody has changed them in the meantime.
  var now: StatedValue?

  /// The methods that there are instead.
  var allowed = "GET, HEAD"

  init(_ status: HTTPResponse.Status, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Where nothing is.
  static let notFound = ServerProblem(
    .notFound, "There is no such page; the first page lists all maps.")

  /// A part of an element that is wrong.
  struct Field: Encodable, Sendable {
    /// Where it is, by keys and places in lists.
    let path: [StatedChange.Step]
    /// What is wrong with it.
    let message: String
  }

  private struct Body: Encodable {
    let message: String
    let problems: [String]?
    let isConflict: Bool?
    let fields: [Field]?
    let now: StatedValue?
  }

  func response(from request: Request, context: some RequestContext) throws -> Response {
    let body = try Answer.encoder.encode(
      Body(
        message: message, problems: problems.isEmpty ? nil : problems,
        isConflict: isConflict ? true : nil, fields: fields.isEmpty ? nil : fields, now: now))
    var headers: HTTPFields = [.contentType: "application/json", .cacheControl: "no-store"]
    // Source: RFC 9110, section 15.5.6.
    if status == .methodNotAllowed { headers[.allow] = allowed }
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }
}

/// Answers of the interface for programs.
enum Answer {
  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  /// An answer in JSON.
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    text(try encoder.encode(value), type: "application/json", status: status)
  }

  /// An answer that is text already.
  static func text(
    _ bytes: some Sequence<UInt8>, type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
