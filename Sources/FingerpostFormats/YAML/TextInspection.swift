import FingerpostModel

/// What one pass over the bytes of a file finds out before libyaml sees them.
struct TextInspection {
  /// Where lines begin.
  private(set) var positions = TextPositions()

  /// Whether every character is one byte, so that character counts are byte offsets.
  private(set) var isASCII = true

  /// What makes the bytes unreadable, and where; `nil` when libyaml can read them.
  private(set) var problem: (message: String, offset: Int)?

  /// Checks that `bytes` are UTF-8 without control characters.
  ///
  /// - Complexity: O(*n*), eight bytes at a time where they are printable ASCII.
  init(of bytes: [UInt8]) {
    if let message = Self.otherEncoding(of: bytes) {
      problem = (message, 0)
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { positions.byteOrderMarkLength = 3 }
    positions.checkpoints.reserveCapacity(bytes.count / TextPositions.blockSize + 1)
    bytes.withUnsafeBytes { inspect($0) }
  }

  private mutating func inspect(_ bytes: UnsafeRawBufferPointer) {
    let count = bytes.count
    var index = positions.byteOrderMarkLength
    var line: UInt32 = 1
    var column: UInt32 = 1
    var blockStart = 0
    repeat {
      positions.checkpoints.append(.init(line: line, column: column))
      let blockEnd = min(blockStart + TextPositions.blockSize, count)
      while index < blockEnd {
        if index + 8 <= blockEnd {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let skipped = Self.printableBytes(atStartOf: UInt64(littleEndian: word))
          index += skipped
          column &+= UInt32(truncatingIfNeeded: skipped)
          if skipped == 8 { continue }
        }
        let byte = bytes[index]
        switch byte {
        case 0x20...0x7E, 0x09:
          column &+= 1
          index += 1
        case 0x0A:
          line &+= 1
          column = 1
          index += 1
        case 0x0D:
          index += 1
          if index < count && bytes[index] == 0x0A {
            column &+= 1
          } else {
            line &+= 1
            column = 1
          }
        case 0x80...:
          isASCII = false
          let length = Self.scalarLength(at: index, in: bytes)
          if length == 0 {
            problem = (Self.notUTF8(byte), index)
            return
          }
          if let message = Self.refusal(ofScalarAt: index, length: length, in: bytes) {
            problem = (message, index)
            return
          }
          column &+= 1
          index += length
        default:
          problem = (Self.controlCharacter(UInt32(byte)), index)
          return
        }
      }
      blockStart += TextPositions.blockSize
    } while blockStart < count
  }

  /// How many of the eight bytes, from the first, are in 0x20...0x7E.
  @inline(__always)
  private static func printableBytes(atStartOf word: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let deletes = word ^ (ones &* 0x7F)
    let below = (word &- (ones &* 0x20)) & ~word
    let equal = (deletes &- ones) & ~deletes
    // The lowest marked byte is exact; borrows only mark bytes above it.
    return ((word | below | equal) & tops).trailingZeroBitCount / 8
  }

  /// The length of the well-formed UTF-8 sequence at `index`, or 0.
  private static func scalarLength(at index: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Why a well-formed scalar cannot stand in a map, if it cannot.
  private static func refusal(
    ofScalarAt index: Int, length: Int, in bytes: UnsafeRawBufferPointer
  ) -> String? {
    switch (length, bytes[index], bytes[index + 1]) {
    case (2, 0xC2, 0x80...0x9F) where bytes[index + 1] != 0x85:
      return controlCharacter(UInt32(bytes[index + 1]))
    case (3, 0xEF, 0xBB) where bytes[index + 2] == 0xBF:
      return """
        An invisible byte order mark (U+FEFF) stands here, in the middle of the file. Delete it; \
        it comes from joining files.
        """
    case (3, 0xEF, 0xBF) where bytes[index + 2] >= 0xBE:
      return controlCharacter(bytes[index + 2] == 0xBE ? 0xFFFE : 0xFFFF)
    default: return nil
    }
  }

  private static func otherEncoding(of bytes: [UInt8]) -> String? {
    let name: String
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      name = "UTF-32"
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      name = "UTF-16"
    } else {
      return nil
    }
    return "The file is \(name) text. Save it as UTF-8 and try again."
  }

  private static func notUTF8(_ byte: UInt8) -> String {
    """
    The byte 0x\(hexadecimal(UInt32(byte), digits: 2)) is not UTF-8 text. Save the file as UTF-8 \
    and try again.
    """
  }

  private static func controlCharacter(_ scalar: UInt32) -> String {
    let name = scalar == 0 ? "A zero byte" : "The control character"
    return """
      \(name) (U+\(hexadecimal(scalar, digits: 4))) stands here, which text cannot hold. Delete \
      it; if the file looks unreadable, it is not a text file.
      """
  }

  private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
