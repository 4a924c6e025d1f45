/// The encoding in which a text was written, found by looking at its bytes.
package enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, least significant byte first.
  case utf16LittleEndian = "UTF-16 (little endian)"
  /// UTF-16, most significant byte first.
  case utf16BigEndian = "UTF-16 (big endian)"
  /// What Windows programs of Western Europe write when they do not write Unicode.
  case windows1252 = "Windows-1252"

  /// Finds out how a text is encoded.
  ///
  /// A byte order mark decides; without one, zeros in every other byte mean UTF-16; what is no valid
  /// UTF-8 is taken for Windows-1252, in which every byte is a character.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package static func detected(in bytes: UnsafeRawBufferPointer) -> (encoding: Self, mark: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let start = bytes.prefix(4096)
    let zeros = start.indices.filter { start[$0] == 0 }
    if !zeros.isEmpty, zeros.count * 3 > start.count {
      let odd = zeros.count { !$0.isMultiple(of: 2) }
      return (odd * 2 > zeros.count ? .utf16LittleEndian : .utf16BigEndian, 0)
    }
    return (isUTF8(bytes) ? .utf8 : .windows1252, 0)
  }

  /// Whether bytes are valid UTF-8, looked at a part at a time.
  private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var position = 0
    while position < bytes.count {
      var end = min(position + (1 << 20), bytes.count)
      // A part ends before a character that it would cut.
      var steps = 0
      while end < bytes.count, bytes[end] & 0xC0 == 0x80, steps < 4 {
        end -= 1
        steps += 1
      }
      guard end > position, String(validating: bytes[position..<end], as: UTF8.self) != nil
      else { return false }
      position = end
    }
    return true
  }

  /// The next part of a text as UTF-8, and how many bytes of it were used.
  ///
  /// - Parameters:
  ///   - bytes: What is left of the text.
  ///   - isLast: Whether nothing follows these bytes.
  /// - Returns: The text, and the number of bytes.
  func decode(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> (text: [UInt8], used: Int) {
    switch self {
    case .utf8: return (Array(bytes), bytes.count)
    case .windows1252:
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + bytes.count / 8)
      for byte in bytes {
        if byte < 0x80 {
          text.append(byte)
        } else {
          text += Character(Self.windows1252(byte)).utf8
        }
      }
      return (text, bytes.count)
    case .utf16LittleEndian, .utf16BigEndian:
      let isLittle = self == .utf16LittleEndian
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      var position = 0
      while position + 1 < bytes.count {
        let (a, b) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
        units.append(isLittle ? b << 8 | a : a << 8 | b)
        position += 2
      }
      if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) {
        units.removeLast()
        position -= 2
      }
      return (Array(String(decoding: units, as: UTF16.self).utf8), isLast ? bytes.count : position)
    }
  }

  /// A character of Windows-1252.
  ///
  /// Bytes that it leaves out are the control characters of Latin-1, as browsers read them. Source: <https://encoding.spec.whatwg.org/index-windows-1252.txt>.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let high: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    return Unicode.Scalar(high[Int(byte - 0x80)]) ?? "\u{FFFD}"
  }
}
