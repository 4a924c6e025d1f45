/// Finds the line and column of a byte, as editors count them.
///
/// Only LF, CR and CR LF end a line; libyaml also ends lines at U+0085, U+2028 and U+2029, which
/// editors do not.
struct TextPositions: Sendable {
  /// A line and column at the start of a block of bytes.
  struct Checkpoint: Sendable {
    var line: UInt32
    var column: UInt32
  }

  /// How many bytes lie between two checkpoints.
  static let blockSize = 256

  /// The state at every multiple of `blockSize`.
  var checkpoints: [Checkpoint] = []

  /// How many bytes the byte order mark at the start takes: 0 or 3.
  var byteOrderMarkLength = 0

  /// The line and column, both from 1, of the byte at `offset`.
  ///
  /// - Complexity: O(1): at most `blockSize` bytes are looked at.
  func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let offset = min(max(offset, byteOrderMarkLength), bytes.count)
    guard !checkpoints.isEmpty else { return (1, 1) }
    let block = min(offset / Self.blockSize, checkpoints.count - 1)
    var line = Int(checkpoints[block].line)
    var column = Int(checkpoints[block].column)
    var index = max(block * Self.blockSize, byteOrderMarkLength)
    while index < offset {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
