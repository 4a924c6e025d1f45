import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
@testable import FingerpostReports
import FingerpostTestSupport
import Testing

private func read(_ keys: String) throws -> SystemMap {
  try #require(MapReader().read(text: "fingerpost: 1\ntitle: Exampleton\n" + keys).map)
}

private func lines(_ from: String, _ to: String) throws -> [String] {
  DifferenceWording(MapDifference(from: try read(from), to: try read(to))).lines
}

struct `What changed, in words` {
  @Test func `says what is new and what is gone`() throws {
    #expect(
      try lines(
        """
        services: {a: {name: A}, b: {name: B}, old: {name: Old group}}
        routes: [{from: a, to: b, kind: referral}]
        organisations: {o: {name: Trust}}
        """,
        """
        services: {a: {name: A}, b: {name: B}, c: {name: Crisis line}}
        routes: [{from: families, to: c, kind: self-referral}]
        links: [{from: a, to: b, kind: co-located}]
        exceptions: [{rule: some-rule, element: services/a, reason: x, owner: y, until: 2030}]
        """) == [
          "Organisation “Trust” is gone",
          "New service: Crisis line",
          "Service “Old group” is gone",
          "Route from A to B (referral) is gone",
          "New route from families to Crisis line (self-referral)",
          "New link: A is in the same building as B",
          "New accepted exception: `some-rule` for “A”",
        ])
  }

  @Test func `says what a field was and what it is now`() throws {
    #expect(
      try lines(
        """
        organisations: {o: {name: Trust}}
        services:
          hv:
            name: Health visiting
            wait: 2 weeks
            serves: [bond, mood]
            contact: {phone: 1, hours: 9 to 5}
            ages: {from: birth, to: 2 years}
        """,
        """
        organisations: {o: {name: Trust}}
        services:
          hv:
            name: Health visiting
            organisation: o
            wait: 3 weeks
            serves: [bond, sleep]
            funded-until: 2027-03
            contact: {phone: 2, hours: 9 to 5}
            capacity: none
            ages: {from: conception, to: 2 years}
            counts: [{of: Visits in May, number: over 20}]
        """) == [
          "Organisation of “Health visiting”: not stated before, Trust now",
          "End of funding of “Health visiting”: not stated before, March 2027 now",
          "Needs in the remit of “Health visiting”: `sleep` added; `mood` gone",
          "Age range of “Health visiting”: birth to 2 years before, conception to 2 years now",
          "Capacity of “Health visiting”: not stated before, none now",
          "Wait of “Health visiting”: 2 weeks before, 3 weeks now",
          "Counts of “Health visiting”: not stated before, Visits in May (number over 20) now",
          "Contact of “Health visiting”, phone: 1 before, 2 now",
        ])
  }

  @Test func `says the items of a list by what they are called`() throws {
    #expect(
      try lines(
        """
        services:
          a:
            name: A
            counts: [{of: Visits in Leeds, number: 3, parts: [{of: At home, number: 1}]}]
            venues: [{kind: clinic}, {kind: home, name: At home}]
        """,
        """
        services:
          a:
            name: A
            counts: [{of: Visits in Leeds, number: 3, parts: [{of: At home, number: 2}]}]
            venues: [{kind: clinic}, {kind: online}]
        """) == [
          "Venues of “A”: At home (kind home) gone", "Venues of “A”: online added",
          "Counts of “A”, “Visits in Leeds”, parts, “At home”, number: 1 before, 2 now",
        ])
  }

  @Test func `says what something is called now, and what its id was`() throws {
    #expect(
      try lines(
        """
        services:
          gp: {name: GP, kind: general-practice, entry: open, wait: 1 week}
          hv: {name: HV}
          old-id: {name: Midwives}
        """,
        """
        services:
          general-practice: {name: General practice, kind: general-practice, entry: open, wait: 1 week}
          hv: {name: Health visiting}
          new-id: {name: Midwives}
        """) == [
          "“GP” is now called “General practice” (was `gp`)",
          "“HV” is now called “Health visiting”",
          "“Midwives” has a new id: `new-id` (was `old-id`)",
        ])
  }

  @Test func `says who sits on a board, and whom a service no longer sees`() throws {
    #expect(
      try lines(
        """
        conditions: {c: An acute illness, d: Age under 20}
        services: {a: {name: A, excludes: [{condition: c}]}}
        boards: {b: {name: The board, seats: [{represents: midwifery, member: Head}, {represents: camhs}]}}
        """,
        """
        conditions: {c: An acute illness, d: Age under 20}
        services: {a: {name: A, excludes: [{condition: d}]}}
        boards: {b: {name: The board, seats: [{represents: midwifery, member: none}, {represents: education}]}}
        """) == [
          "“A” is no longer closed to families with this condition: An acute illness",
          "“A” is now closed to families with this condition: Age under 20",
          "Seat for Child and adolescent mental health service on “The board” is gone",
          "New seat for Education on “The board”",
          "Holder of the seat for Midwifery on “The board”: Head before, none now",
        ])
  }

  @Test func `does not take a need under a new id for another need`() throws {
    #expect(
      try lines(
        """
        needs: {bond: A strained bond}
        organisations: {o: {name: Trust, sector: nhs}, p: {name: Trust, sector: voluntary}}
        services: {a: {name: A, organisation: o, serves: [bond, mood]}}
        """,
        """
        needs: {tie: A strained bond}
        organisations: {o: {name: Trust, sector: nhs}, p: {name: Trust, sector: voluntary}}
        services: {a: {name: A, organisation: p, serves: [tie, sleep]}}
        """) == [
          "“A strained bond” has a new id: `tie` (was `bond`)",
          "Organisation of “A”: `o` before, `p` now",
          "Needs in the remit of “A”: `sleep` added; `mood` gone",
        ])
  }

  @Test func `does not show long texts side by side`() throws {
    let long = String(repeating: "word ", count: 40)
    #expect(
      try lines(
        "services: {a: {name: A, description: \(long)one}}",
        "services: {a: {name: A, description: \(long)two}}")
        == ["Description of “A”: in other words than before"])
  }

  @Test func `says where it does not know`() throws {
    #expect(
      try lines("services: {a: {name: Group}, b: {name: Group}}", "services: {c: {name: Group}}")
        .last
        == "“Group” (`a`) and “Group” (`b`) are gone and “Group” (`c`) is new; the map does not say "
        + "whether they are the same")
  }

  @Test func `is one line a change without the words of the code, whatever the maps`() throws {
    let maps =
      try (0..<20).map { try #require(MapReader().read(text: RandomMap(seed: $0).text).map) }
      + MapReader().read(path: PackageRoot.path(of: "Maps")).compactMap(\.map)
    let codeWords = #/\b(cell|witness|frontier|ghost|waiver|node|edge|graph|rank|cluster|nil)\b/#
    for (one, other) in zip(maps, maps.dropFirst()) {
      let difference = MapDifference(from: one, to: other)
      let lines = DifferenceWording(difference).lines
      #expect(lines.count >= difference.changes.count)
      for line in lines {
        #expect(!line.contains { $0.isNewline })
        #expect(!line.contains("Optional(") && !line.contains("Statement"), "\(line)")
        #expect(line.firstMatch(of: codeWords) == nil, "\(line)")
        #expect(line.last != ":" && !line.contains(": ;"), "\(line)")
      }
    }
  }

  @Test func `has a noun for every key that “of” can follow`() {
    let unfit: Set<Substring> = [
      "after", "by", "for", "from", "of", "on", "over", "to", "until", "with", "within", "is",
    ]
    for key in Set(MapFormat.keys.map(\.key)).sorted() {
      let words = Words.english.field(key).split(separator: " ")
      #expect(words.last.map { !unfit.contains($0) } ?? false, "\(key)")
      #expect(words.first.map { !unfit.contains(Substring($0.lowercased())) } ?? false, "\(key)")
      #expect(words.first?.first?.isLowercase == false || key == "thrive", "\(key)")
    }
  }
}

struct `What coverage became, in words` {
  private func map(_ routes: String, _ areas: String = "[east]") throws -> SystemMap {
    try read(
      """
      scope: {needs: [bond], ages: {from: conception, to: 2 years}, areas: \(areas)}
      needs: {bond: Bond}
      areas: {east: East, west: West}
      services:
        v: {name: V, entry: open, serves: none, ages: {from: conception, to: 5 years}, areas: [east]}
        t: {name: T, entry: by-referral, serves: [bond], ages: {from: birth, to: 1 year}, areas: [east]}
      routes: \(routes)
      """)
  }

  @Test func `puts ages together and says what was lost and gained`() throws {
    let with = try map("[{from: v, to: t, kind: referral}]")
    let without = try map("none", "[east, west]")
    func lines(_ from: SystemMap, _ to: SystemMap) throws -> [String] {
      let day = try #require(CalendarDate("2026-11-01"))
      let difference = CoverageDifference(
        from: try Coverage(of: from, on: day), to: try Coverage(of: to, on: day))
      return CoverageDifferenceWording(difference, from: from, to: to).lines
    }
    #expect(
      try lines(with, without) == [
        "Families no longer find help: Bond: birth to 1 year in East",
        "New in what the map must cover: Bond: conception to 2 years in West",
      ])
    #expect(
      try lines(without, with) == [
        "Families now find help: Bond: birth to 1 year in East",
        "No longer in what the map must cover: Bond: conception to 2 years in West",
      ])
  }
}
