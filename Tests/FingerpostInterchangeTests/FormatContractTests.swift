import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

/// What every format promises, whoever adds it.
struct `Every format` {
  static let writable = InterchangeFormat.allCases.filter(\.isWritable)
  static let readable = InterchangeFormat.allCases.filter(\.isReadable)

  @Test(arguments: writable)
  func `writes every map, and the same map as the same bytes`(_ format: InterchangeFormat) throws {
    for map in ExportedMaps.all + [ExportedMaps.hostile] {
      let files = try format.write(map)
      #expect(!files.isEmpty)
      #expect(format.isFolder || files.count == 1)
      #expect(Set(files.map(\.name)).count == files.count)
      for file in files {
        #expect(!file.name.isEmpty && !file.name.contains("/") && !file.name.hasPrefix("."))
      }
      let again = try format.write(map)
      #expect(again.map(\.name) == files.map(\.name))
      #expect(again.map(\.bytes) == files.map(\.bytes), "\(map.id)")
    }
  }

  @Test(arguments: readable.filter(\.isWritable))
  func `reads what it wrote`(_ format: InterchangeFormat) throws {
    for map in ExportedMaps.all {
      let folder = try TemporaryFolder()
      let read = format.read(try write(try format.write(map), of: format, to: folder))
      // What the random maps name is in no map, which is an error and stops nothing.
      let errors = read.problems.filter {
        $0.severity == .error && $0.category != .unknownReference
      }
      #expect(errors.isEmpty, "\(map.id): \(errors.prefix(3))")
      let services = try #require(read.map).services
      #expect(Set(services.map(\.name)).isSuperset(of: map.services.map(\.name)), "\(map.id)")
    }
  }

  @Test(.timeLimit(.minutes(10)), arguments: readable)
  func `explains what it cannot read, and never stops the program`(
    _ format: InterchangeFormat
  ) throws {
    var inputs = DamagedFiles(of: format)
    var counts = (read: 0, refused: 0)
    let folder = try TemporaryFolder()
    for number in 0..<(isSoak ? 20_000 : 2_000) {
      let read = format.read(try write(try inputs.next(), of: format, to: folder))
      let errors = read.problems.filter { $0.severity == .error }
      #expect(read.map != nil || !errors.isEmpty, "number \(number)")
      for problem in read.problems {
        let line = problem.description
        #expect(!problem.message.isEmpty && line == line.onOneLine)
      }
      if read.map != nil { counts.read += 1 } else { counts.refused += 1 }
    }
    // The damage is neither so slight nor so great that one outcome is never seen.
    #expect(counts.refused > 20 && (counts.read > 20 || !format.isWritable), "\(counts)")
  }

  /// Writes files as the format has them; returns the path by which it is read.
  private func write(
    _ files: [ExportedFile], of format: InterchangeFormat, to folder: TemporaryFolder
  ) throws -> String {
    for file in files { try folder.write(file.bytes, to: file.name) }
    return format.isFolder ? folder.path : folder.path(of: files.first?.name ?? "")
  }
}

/// Files of a format that were damaged at random, from a fixed seed.
private struct DamagedFiles {
  private let originals: [[ExportedFile]]
  private let ending: String
  private var random = SeededGenerator(seed: 2026)

  private static let tokens =
    [
      "\"", "'", ",", ";", "\n", "\r\n", "\t", "\0", "{", "}", "[", "]", ":", "<", ">", "&", "]]>",
      "\u{FEFF}", "\u{2028}", "none", "families", "null", "1e999", "-", "a::b", "../../x", "%",
      "\\u0000", "\\",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE]]

  /// Takes a short map, so that many can be tried.
  init(of format: InterchangeFormat) {
    ending = format.fileEndings.first ?? "txt"
    originals = [ExportedMaps.short].compactMap { try? format.write($0) }.filter { !$0.isEmpty }
  }

  mutating func next() throws -> [ExportedFile] {
    guard var files = originals.randomElement(using: &random) else {
      return [ExportedFile(name: "damaged.\(ending)", bytes: noise())]
    }
    let place = Int.random(in: 0..<files.count, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0: files[place].bytes = noise()
    case 1:
      files[place].bytes = Array(
        files[place].bytes.prefix(Int.random(in: 0...files[place].bytes.count, using: &random)))
    default:
      for _ in 0..<Int.random(in: 1...4, using: &random) { damage(&files[place].bytes) }
    }
    return files
  }

  private mutating func noise() -> [UInt8] {
    (0..<Int.random(in: 0...600, using: &random)).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...80, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: bytes.removeSubrange(place..<end)
    case 3:
      bytes.insert(
        contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &random))
    default:
      bytes.insert(contentsOf: Self.tokens.randomElement(using: &random) ?? [], at: place)
    }
  }
}
