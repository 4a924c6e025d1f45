/// Turns libyaml's character counts into byte offsets.
///
/// Counts that rise, as those of events do, are followed in one pass over the bytes.
struct ByteOffsets {
  private let text: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private let base: Int
  private var character = 0
  private var byte = 0

  /// Starts at the first of `text`, which lies `base` bytes into the file.
  init(of text: UnsafeBufferPointer<UInt8>, isASCII: Bool, base: Int) {
    self.text = text
    self.isASCII = isASCII
    self.base = base
  }

  /// The offset in the file of the character that libyaml counts as `target`.
  ///
  /// - Complexity: O(1) in an ASCII file, else O(*d*) for a distance of *d* from the last one.
  @inline(__always)
  mutating func byte(atCharacter target: Int) -> Int {
    isASCII ? base + target : base + seek(target)
  }

  private mutating func seek(_ target: Int) -> Int {
    if target < character {
      while character > target, byte > 0 {
        byte -= 1
        if text[byte] & 0xC0 != 0x80 { character -= 1 }
      }
      return byte
    }
    let bytes = UnsafeRawBufferPointer(text)
    while character < target, byte < text.count {
      if target - character >= 8, byte + 8 <= text.count,
        bytes.loadUnaligned(fromByteOffset: byte, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        character += 8
        byte += 8
        continue
      }
      switch text[byte] {
      case ..<0x80: byte += 1
      case ..<0xE0: byte += 2
      case ..<0xF0: byte += 3
      default: byte += 4
      }
      character += 1
    }
    return byte
  }
}
