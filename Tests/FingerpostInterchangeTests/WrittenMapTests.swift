import FingerpostAnalysis
import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `A map that is written anew` {
  @Test(arguments: KeptMaps.all)
  func `says what it said`(_ map: SystemMap) throws {
    try Self.expectSame(map)
  }

  @Test(arguments: 0..<(isSoak ? 1_000 : 60))
  func `says what it said when it says anything at all`(_ seed: Int) throws {
    let map = try #require(MapReader().read(text: RandomMap(seed: seed).text).map)
    try Self.expectSame(map)
  }

  @Test func `says that percentages are of nothing`() throws {
    let text = "fingerpost: 1\ntitle: T\nservices: {a: {name: A, caseload-mix: {}}}\n"
    let map = try #require(MapReader().read(text: text).map)
    #expect(map.services["a"]?.caseloadMix == [:])
    try Self.expectSame(map)
    for format in `A map in tables`.formats { try `A map in tables`.expectWhole(map, format) }
  }

  private static func expectSame(_ map: SystemMap) throws {
    let again = MapReader().read(text: map.written.fileText)
    let read = try #require(again.map, "\(again.diagnostics.prefix(5))")
    #expect(StatedMap(of: read) == StatedMap(of: map))
    #expect(read.id == map.id)
  }
}
