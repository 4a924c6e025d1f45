import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Testing

/// The maps that every format is tried with.
enum ExportedMaps {
  /// Maps that use every key at random.
  static let random: [SystemMap] = (0..<20).compactMap {
    MapReader().read(text: RandomMap(seed: $0).text).map
  }

  /// All maps that the project holds, and the random ones.
  static let all: [SystemMap] = KeptMaps.all + random

  /// A short map with something of most kinds in it.
  static let short: SystemMap = {
    let read = MapReader().read(
      text: """
        fingerpost: 1
        title: Exampleton
        areas: {town: {name: The town, code: E09000028}}
        organisations: {trust: {name: Exampleton Trust, sector: nhs, ods: RX0}}
        needs: {bond: {name: The bond with the baby}}
        conditions: {illness: {name: Acute illness}}
        services:
          visiting: {name: Health visiting, serves: [bond], areas: [town], entry: open}
          team:
            name: Parent-infant team
            organisation: trust
            ages: {from: conception, to: 2 years}
            excludes: [{condition: illness, onward: visiting}]
            contact: {phone: "+44 20 7946 0000"}
        routes: [{from: visiting, to: team, kind: referral, step: up}]
        boards: {board: {name: The board, seats: [{represents: midwifery, member: Head of midwifery}]}}

        """)
    return read.map ?? SystemMap(id: "short", title: "Exampleton")
  }()

  /// A map whose texts try to be part of every language that it is written in.
  static let hostile: SystemMap = {
    var map = SystemMap(id: "hostile", title: hostileText + "%%{init: {'theme': 'dark'}}%%")
    let texts = [
      "end", "1. first", "- item", "A & B &amp; C", "<b>bold</b><script>alert(1)</script>",
      "]]) --> n9[\"x\"]", "\\N \\l \\n \\", "#quot; #35; `code`", "%% comment", "two\nlines",
      "\u{0}\u{8}\u{FFFF}", "=1+1", hostileText,
    ]
    for (number, text) in texts.enumerated() {
      var service = Service(id: Identifier("s\(number)"), name: text)
      service.intensity = [Intensity.defaultScale[number % 4].id]
      service.description = text
      service.contact = Contact()
      service.contact?.phone = text
      service.alsoKnownAs = [text, "none", "a;b"]
      map.services.append(service)
    }
    map.organisations.append(Organisation(id: "end", name: hostileText))
    // Two routes of one kind between the same ends.
    map.routes.append(Route(from: "s0", to: "s1", kind: .transfer, id: "one"))
    map.routes.append(Route(from: "s0", to: "s1", kind: .transfer, id: "two"))
    map.routes.append(Route(from: .families, to: "s1", kind: .selfReferral))
    map.links.append(Link(from: "end", to: "s0", kind: .worksWith, id: "one"))
    return map
  }()

  private static let hostileText = "q\"u'o`t]e[s](x){y}<z>&\\|;,\r\n\t#é🧸%"

  /// The one file of a format that has one.
  static func text(of map: SystemMap, in format: InterchangeFormat) throws -> String {
    let files = try format.write(map)
    try #require(files.count == 1)
    return String(decoding: files[0].bytes, as: UTF8.self)
  }
}
