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

  @Test(arguments: 0..<60)
  func `says what it said when it says anything at all`(_ seed: Int) throws {
    let map = try #require(MapReader().read(text: RandomMap(seed: seed).text).map)
    try Self.expectSame(map)
  }

  private static func expectSame(_ map: SystemMap) throws {
    let again = MapReader().read(text: map.written.fileText)
    let read = try #require(again.map, "\(again.diagnostics.prefix(5))")
    #expect(StatedMap(of: read) == StatedMap(of: map))
    #expect(read.id == map.id)
  }
}
