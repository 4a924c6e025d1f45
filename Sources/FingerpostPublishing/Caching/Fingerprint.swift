import Crypto

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// What tells one content from another: its SHA-256.
package struct Fingerprint: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Sixteen letters stand for the digits, so that no count that is hidden from somebody can seem to
  /// stand in one.
  package let description: String

  private static let letters = Array("abcdefghijklmnop".utf8)

  /// The fingerprint of some bytes.
  package init(of bytes: some DataProtocol) {
    let letters = SHA256.hash(data: bytes).flatMap { byte in
      [Self.letters[Int(byte >> 4)], Self.letters[Int(byte & 15)]]
    }
    description = String(decoding: letters, as: UTF8.self)
  }

  /// Reads a fingerprint as it is written; `nil` for any other text.
  package init?(_ text: String) {
    guard text.utf8.count == 64, text.utf8.allSatisfy(Self.letters.contains) else { return nil }
    description = text
  }

  /// The fingerprint of several texts, which differs wherever one of them ends elsewhere.
  package init(of texts: [String]) {
    self.init(of: Data(texts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
  }
}
