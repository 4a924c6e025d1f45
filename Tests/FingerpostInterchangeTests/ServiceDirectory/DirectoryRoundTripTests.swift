import FingerpostAnalysis
import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

/// Both formats of service directories.
let directoryFormats: [InterchangeFormat] = [.hsds, .openReferralUK]

struct `A map that goes to a service directory and comes back` {
  @Test(arguments: KeptMaps.all, directoryFormats)
  func `says what it said`(_ map: SystemMap, _ format: InterchangeFormat) throws {
    try Self.expectSame(map, format)
  }

  @Test(arguments: 0..<60)
  func `says what it said when it says anything at all`(_ seed: Int) throws {
    let map = try #require(MapReader().read(text: RandomMap(seed: seed).text).map)
    for format in directoryFormats { try Self.expectSame(map, format) }
  }

  private static func expectSame(_ map: SystemMap, _ format: InterchangeFormat) throws {
    let folder = try TemporaryFolder()
    let first = try written(map, in: format)
    let document = format.read(try folder.write(first, to: "services.json"))
    // References to nothing were there before.
    let surprises = document.problems.filter {
      $0.category != .unknownReference && $0.severity != .note
    }
    let before = MapReader().read(text: map.written.fileText).diagnostics
      .filter { $0.category != .unknownReference && $0.severity != .note }
    #expect(surprises.map(\.message) == before.map(\.message))
    let read = try #require(document.map, "\(document.problems.prefix(5))")
    #expect(StatedMap(of: read) == StatedMap(of: map))
    #expect(read.id == map.id)
    // What was kept beside it changes nothing.
    let again = try written(read, in: format, kept: document.kept)
    #expect(try parsed(again) == parsed(first))
  }
}

/// JSON without the order of its members.
func parsed(_ json: String) throws -> NSDictionary {
  try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSDictionary)
}

/// What a format makes of files; of a folder when there are several.
func imported(
  _ files: [String: String], as format: InterchangeFormat = .hsds
) throws -> ImportedDocument {
  let folder = try TemporaryFolder()
  for (name, text) in files { try folder.write(text, to: name) }
  return format.read(files.count == 1 ? folder.path(of: files.keys.first ?? "") : folder.path)
}

/// The services of a directory, as JSON.
func services(of directory: String) throws -> [NSDictionary] {
  try #require(try parsed(directory)["contents"] as? [NSDictionary])
}

/// The text of the directory that a map makes.
func written(
  _ map: SystemMap, in format: InterchangeFormat, kept: [KeptStatement] = []
) throws -> String {
  let files = try format.write(map, kept: kept)
  return String(decoding: try #require(files.first).bytes, as: UTF8.self)
}
