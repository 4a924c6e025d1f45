import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

/// Maps that were damaged at random, from a fixed seed.
private struct DamagedMaps {
  private let originals: [[UInt8]]
  private var random: SeededGenerator

  private static let tokens =
    [
      "\t", "{{{", "*a", "&a ", "!!x ", "\"", "'", "\0", "\u{2028}", "\u{85}", "\u{FEFF}", "\r",
      "\n- ", ": ", "? ", "| ", "> ", "[", "]", "}", "<<: ", "none", "~", "%TAG ! a\n", "---\n",
      "#",
      "2026-99-99", "families", "\n  ",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  init(seed: UInt64) throws {
    let folders = ["Maps", "Examples/atlas", "Examples/brackenshire"]
    originals = try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: PackageRoot.path(of: folder)).sorted()
        .filter { $0.hasSuffix(".yaml") }
        .map {
          [UInt8](try Data(contentsOf: URL(filePath: PackageRoot.path(of: "\(folder)/\($0)"))))
        }
    }
    random = SeededGenerator(seed: seed)
  }

  /// A part of a map with one to four faults: bytes changed, cut, doubled or strewn in, and lines
  /// moved, indented or taken from another map.
  mutating func next() -> [UInt8] {
    guard var bytes = originals.randomElement(using: &random) else { return [] }
    // Long maps are cut at a line, so that many can be tried.
    if bytes.count > 12_000, let end = bytes[8_000...].firstIndex(of: 10) {
      bytes = Array(bytes[..<end])
    }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      case 1:
        bytes.removeSubrange(
          place..<min(bytes.count, place + Int.random(in: 1...80, using: &random)))
      case 2:
        let piece = bytes[place..<min(bytes.count, place + Int.random(in: 1...400, using: &random))]
        bytes.insert(contentsOf: Array(piece), at: Int.random(in: 0...bytes.count, using: &random))
      case 3:
        bytes.insert(contentsOf: Self.tokens.randomElement(using: &random) ?? [], at: place)
      default:
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
        let line = Int.random(in: 0..<lines.count, using: &random)
        let other = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: lines.swapAt(line, other)
        case 1: lines.insert(lines[line], at: other)
        case 2: lines.remove(at: line)
        case 3: lines[line] = Array("  ".utf8) + lines[line]
        default:
          lines[line] =
            lines[line].split(separator: 58).first.map { Array($0) + Array(": [".utf8) } ?? []
        }
        bytes = Array(lines.joined(separator: [10]))
      }
      if bytes.isEmpty { bytes = [10] }
    }
    return bytes
  }
}

struct `A damaged map` {
  @Test func `never ends the program, and is either read or explained`() throws {
    let count = isSoak ? 20_000 : 2_000
    var maps = try DamagedMaps(seed: 2026)
    var read = 0
    for number in 0..<count {
      let document = MapReader().read(maps.next(), file: "damaged.yaml")
      if document.isReadable { read += 1 }
      let isExplained = document.diagnostics.contains { $0.severity == .error }
      #expect(document.isReadable || isExplained, "number \(number)")
      for diagnostic in document.diagnostics {
        #expect(diagnostic.location?.line ?? 1 >= 1 && !diagnostic.message.isEmpty)
      }
    }
    // The damage is neither so slight nor so great that one outcome is never seen.
    #expect(read > count / 50 && read < count * 49 / 50, "\(read) of \(count) could be read")
  }
}
