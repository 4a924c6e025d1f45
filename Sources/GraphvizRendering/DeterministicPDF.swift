/// Takes the date out of a PDF that Cairo wrote, so that the same picture gives the same bytes.
///
/// The date's length depends on the time zone, so the places that are listed at the end of the file
/// are moved with it.
package enum DeterministicPDF {
  /// The file without its date.
  package static func removingDate(from bytes: [UInt8]) -> [UInt8] {
    let key = Array("/CreationDate (".utf8)
    guard let start = lastPosition(of: key, in: bytes),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")),
      let table = lastPosition(of: Array("\nxref\n".utf8), in: bytes),
      table > end,
      let tail = lastPosition(of: Array("startxref\n".utf8), in: bytes)
    else { return bytes }
    let removed = end + 1 - start

    var result = Array(bytes[..<start]) + bytes[(end + 1)...(table + 5)]
    for line in bytes[(table + 6)..<tail].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      result += shifted(Array(line), past: start, by: removed)
      result.append(UInt8(ascii: "\n"))
    }
    result.removeLast()
    result += "startxref\n\(table + 1 - removed)\n%%EOF\n".utf8
    return result
  }

  /// A line of the table, such as `0000012345 00000 n `, moved when its place lies after a place.
  private static func shifted(_ line: [UInt8], past place: Int, by removed: Int) -> [UInt8] {
    guard line.count == 19, line[17] == UInt8(ascii: "n"),
      let offset = Int(String(decoding: line[..<10], as: UTF8.self)), offset > place
    else { return line }
    let digits = String(offset - removed)
    let padded = String(repeating: "0", count: 10 - digits.count) + digits
    return Array(padded.utf8) + line[10...]
  }

  private static func lastPosition(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    return (0...(bytes.count - pattern.count)).last {
      bytes[$0] == pattern[0] && bytes[$0..<($0 + pattern.count)].elementsEqual(pattern)
    }
  }
}
