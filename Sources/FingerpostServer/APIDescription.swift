/// The description of the interface for programs (OpenAPI 3.1), which the server hands out.
enum APIDescription {
  /// The document.
  static let text = String(decoding: PackageResources.openapi_json, as: UTF8.self)
}
