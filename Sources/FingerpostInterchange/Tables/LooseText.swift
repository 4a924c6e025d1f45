import FingerpostModel

extension StringProtocol {
  /// The text as it is compared when case, spaces, punctuation, accents and the American spelling do not
  /// matter.
  ///
  /// - Complexity: O(*n*), once through the text: every cell that may hold a name is compared so.
  var loose: String {
    var lower = lowercased()
    let ascii: LooseLetters? = lower.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      var letters = LooseLetters()
      for byte in bytes { letters.append(ascii: byte) }
      return letters
    }
    if let ascii { return ascii.text }
    var letters = LooseLetters()
    for scalar in lower.unicodeScalars {
      if scalar.isASCII {
        letters.append(ascii: UInt8(scalar.value))
      } else if let plain = scalar.plainLetters {
        for byte in plain.utf8 { letters.append(ascii: byte) }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        letters.bytes += Character(scalar).utf8
      }
    }
    return letters.text
  }
}

/// Letters and digits, spelled as in Britain: organise, centre; and program for both spellings.
private struct LooseLetters {
  var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "y"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      bytes.append(byte)
      if byte == UInt8(ascii: "r"), ends("center") {
        bytes.swapAt(bytes.count - 1, bytes.count - 2)
      } else if byte == UInt8(ascii: "e"), ends("programme") {
        bytes.removeLast(2)
      }
    case UInt8(ascii: "z"):
      bytes.append(ends("organi") ? UInt8(ascii: "s") : byte)
    default: break
    }
  }

  private func ends(_ word: StaticString) -> Bool {
    guard bytes.count >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      var place = bytes.count - letters.count
      for letter in letters {
        if bytes[place] != letter { return false }
        place += 1
      }
      return true
    }
  }
}
