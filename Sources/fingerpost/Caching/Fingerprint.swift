import Crypto

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What tells one content from another: its SHA-256.
struct Fingerprint: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Hexadecimal digits.
  let description: String

  /// The fingerprint of some bytes.
  init(of bytes: some DataProtocol) {
    description = SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }

  /// Reads a fingerprint as it is written; `nil` for any other text.
  init?(_ text: String) {
    guard text.utf8.count == 64, text.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
      return nil
    }
    description = text
  }

  /// The fingerprint of several texts, which differs wherever one of them ends elsewhere.
  init(of texts: [String]) {
    self.init(of: Data(texts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
  }
}
