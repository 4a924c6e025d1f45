/// Finds the keys that stand twice in one mapping.
///
/// Few keys are compared with each other, many through a hash table whose seed differs in every
/// run, so that no file can be made to collide.
struct YAMLDuplicateKeys {
  private struct Key {
    var text: UnsafeRawBufferPointer
    var node: Int
    /// The first eight bytes; keys that differ here differ.
    var digest: UInt64
  }

  private var keys: [Key] = []
  private var table: [Int32] = []

  /// Each key that stood before in the mapping, with the first node of its text.
  private(set) var duplicates: [(first: Int, again: Int)] = []

  /// Begins the next mapping.
  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    if !duplicates.isEmpty { duplicates.removeAll() }
  }

  /// Adds a key, whose bytes must stay where they are until `findDuplicates()`.
  @inline(__always)
  mutating func append(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, node: Int) {
    var digest: UInt64 = 0
    if range.lowerBound + 8 <= bytes.count {
      digest = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self))
      if range.count < 8 { digest &= (1 << (UInt64(range.count) * 8)) - 1 }
    } else {
      for byte in bytes[range].prefix(8).reversed() { digest = digest << 8 | UInt64(byte) }
    }
    keys.append(
      Key(text: UnsafeRawBufferPointer(rebasing: bytes[range]), node: node, digest: digest))
  }

  /// Fills `duplicates`.
  ///
  /// - Complexity: O(*k*) on average for *k* keys.
  mutating func findDuplicates() {
    if keys.count <= 8 {
      for again in keys.indices.dropFirst() {
        for first in 0..<again where isSame(first, again) {
          duplicates.append((keys[first].node, keys[again].node))
          break
        }
      }
    } else {
      findDuplicatesInTable()
    }
  }

  private mutating func findDuplicatesInTable() {
    var size = 32
    while size < keys.count * 2 { size *= 2 }
    if table.count > size * 4 || table.count < size {
      table = Array(repeating: -1, count: size)
    } else {
      size = table.count
      for index in table.indices { table[index] = -1 }
    }
    for again in keys.indices {
      var hasher = Hasher()
      hasher.combine(bytes: keys[again].text)
      var slot = hasher.finalize() & (size - 1)
      while table[slot] >= 0, !isSame(Int(table[slot]), again) { slot = (slot + 1) & (size - 1) }
      if table[slot] < 0 {
        table[slot] = Int32(again)
      } else {
        duplicates.append((keys[Int(table[slot])].node, keys[again].node))
      }
    }
  }

  @inline(__always)
  private func isSame(_ a: Int, _ b: Int) -> Bool {
    keys[a].digest == keys[b].digest && keys[a].text.count == keys[b].text.count
      && keys[a].text.elementsEqual(keys[b].text)
  }
}
