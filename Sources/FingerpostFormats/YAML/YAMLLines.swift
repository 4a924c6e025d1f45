/// Finds line ends, comments and indentation in the bytes of a YAML file.
struct YAMLLines {
  let bytes: [UInt8]
  /// The first byte after a byte order mark.
  let start: Int

  /// Looks at `bytes` from `start` on.
  init(_ bytes: [UInt8], start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// The first line end of the file, or LF where there is none.
  var lineEnd: String {
    guard let index = bytes.firstIndex(where: \.isYAMLBreak) else { return "\n" }
    guard bytes[index] == 0x0D else { return "\n" }
    return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// The first byte of the line that holds `offset`.
  func lineStart(of offset: Int) -> Int {
    var index = offset
    while index > start, !bytes[index - 1].isYAMLBreak { index -= 1 }
    return index
  }

  /// The line end at or after `offset`, or the end of the file.
  func lineEnd(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count, !bytes[index].isYAMLBreak { index += 1 }
    return index
  }

  /// The byte after the line end at `offset`; `offset` itself when there is none.
  func skipBreak(at offset: Int) -> Int {
    guard offset < bytes.count, bytes[offset].isYAMLBreak else { return offset }
    let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }

  /// The byte before which the line end directly before `offset` begins.
  func dropBreak(before offset: Int) -> Int {
    guard offset > start, bytes[offset - 1].isYAMLBreak else { return offset }
    let isPair = bytes[offset - 1] == 0x0A && offset - 1 > start && bytes[offset - 2] == 0x0D
    return offset - (isPair ? 2 : 1)
  }

  /// The first byte of the next line, or the end of the file.
  func nextLine(after offset: Int) -> Int { skipBreak(at: lineEnd(from: offset)) }

  /// The first byte at or after `offset` that is no space or tab.
  func skipBlanks(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index].isYAMLBlank { index += 1 }
    return index
  }

  /// The first byte at or after `offset` that is no space, line end or comment.
  func skipToToken(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count {
      if bytes[index].isYAMLBlankOrBreak {
        index += 1
      } else if bytes[index] == UInt8(ascii: "#") {
        index = lineEnd(from: index)
      } else {
        break
      }
    }
    return index
  }

  /// How many bytes stand before `offset` on its line.
  func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  /// Whether nothing but spaces stands before `offset` on its line.
  func isFirstOnLine(_ offset: Int) -> Bool { isBlank(lineStart(of: offset)..<offset) }

  /// The spaces at the start of the line of `offset`.
  func indentation(of offset: Int) -> String {
    let line = lineStart(of: offset)
    return String(decoding: bytes[line..<skipBlanks(from: line)], as: UTF8.self)
  }

  /// Whether the range holds nothing but spaces and tabs.
  func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(\.isYAMLBlank) }

  /// Whether the range, which ends with its line, holds nothing but spaces and a comment.
  func isBlankOrComment(_ range: Range<Int>) -> Bool {
    let index = skipBlanks(from: range.lowerBound)
    return index >= range.upperBound || bytes[index] == UInt8(ascii: "#")
  }

  /// The comma that follows an element in brackets, if one does before `limit`.
  func comma(after offset: Int, before limit: Int) -> Int? {
    token(UInt8(ascii: ","), after: offset, before: limit)
  }

  /// The colon that follows a key, if one does before `limit`.
  func colon(after offset: Int, before limit: Int) -> Int? {
    token(UInt8(ascii: ":"), after: offset, before: limit)
  }

  private func token(_ byte: UInt8, after offset: Int, before limit: Int) -> Int? {
    let index = skipToToken(from: offset)
    return index < limit && bytes[index] == byte ? index : nil
  }

  /// The first byte of the line of `offset`, or of the comment lines directly above that are
  /// indented like it.
  ///
  /// Lines that begin before `limit` belong to something else, and so does a comment with a ruled line in
  /// it, which heads all that follows.
  func startWithComments(of offset: Int, notBefore limit: Int) -> Int {
    let column = column(of: offset)
    var first = lineStart(of: offset)
    while first > start {
      let line = lineStart(of: dropBreak(before: first))
      let token = skipBlanks(from: line)
      guard line >= limit, token - line == column, bytes[token] == UInt8(ascii: "#"),
        !isRuled(from: token + 1)
      else { break }
      first = line
    }
    return first
  }

  /// Whether the rest of a line has four or more of one of the signs that lines are drawn with.
  private func isRuled(from offset: Int) -> Bool {
    var (last, run) = (UInt8(0), 0)
    for index in offset..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") { break }
      (last, run) = (byte, byte == last ? run + 1 : 1)
      if run == 4, "-=#*~_".utf8.contains(byte) { return true }
    }
    return false
  }
}
