import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import Testing

extension MapDifference {
  fileprivate init(_ from: String, _ to: String) throws {
    self.init(from: try readMap(from), to: try readMap(to))
  }

  /// Kind, address and fields of each change, for comparison.
  fileprivate var told: [String] {
    changes.map { change in
      let fields = change.fields.map {
        " \($0.key): \($0.before) -> \($0.after)"
      }
      let old = change.kind == .renamed ? "\(change.before?.description ?? "") = " : ""
      return "\(change.kind) \(old)\(change.element)" + fields.joined(separator: ",")
    }
  }
}

struct `The difference of two versions of a map` {
  @Test func `is the one key that differs, under the key as it is written`() throws {
    #expect(OneKeyChange.all.count > 500)
    for change in OneKeyChange.all {
      let difference = MapDifference(
        from: try readVersion(change.before), to: try readVersion(change.after))
      let told = difference.told
      try #require(difference.changes.count == 1, "\(change): \(told)")
      let found = difference.changes[0]
      try #require(found.fields.count == 1, "\(change): \(told)")
      let field = found.fields[0]
      let path =
        (found.element.collection == .map ? [] : [found.element.collection.rawValue])
        + found.element.path + field.key.split(separator: "/").map(String.init)
      // A difference names items by their ids, which the keys alone do not hold.
      #expect(path.filter { !$0.hasPrefix("some-") } == change.path, "\(told)")
      #expect(field.before != field.after)
      #expect((field.before == .notStated) == change.isFirstStatement, "\(change): \(told)")
    }
  }

  private func readVersion(_ text: String) throws -> SystemMap {
    try #require(MapReader().read(text: text).map, "\(text)")
  }

  @Test func `keeps not stated apart from none`() throws {
    let silent = "services: {a: {name: A}}"
    let none = "services: {a: {name: A, wait: none, counts: none, excludes: none}}"
    let told = try MapDifference(silent, none).told
    #expect(
      told == [
        "changed services/a excludes: not stated -> none, wait: not stated -> none, "
          + "counts: not stated -> none"
      ])
  }

  @Test func `tells a collection that is stated to be empty from one that is not stated`() throws {
    #expect(
      try MapDifference("", "routes: none").told == ["changed map routes: not stated -> none"])
    #expect(
      try MapDifference("needs: {a: A}", "needs: none").told == ["removed needs/a"])
  }

  @Test func `says the items of a list by their ids`() throws {
    let difference = try MapDifference(
      "services: {a: {name: A, counts: [{of: Calls, number: 3}, {of: Visits, number: 5}]}}",
      "services: {a: {name: A, counts: [{of: Visits, number: 6}, {of: Letters, number: 2}]}}")
    #expect(
      difference.told == [
        "changed services/a counts/calls: of Calls; number 3 -> not in the list, "
          + "counts/visits/number: 5 -> 6, counts/letters: not in the list -> of Letters; number 2"
      ])
  }

  @Test func `minds the order of a scale, of stages and of onward services only`() throws {
    #expect(
      try MapDifference("intensities: [low, high]", "intensities: [high, low]").told
        == ["changed map intensities: name Low, name High -> name High, name Low"])
    #expect(
      try MapDifference(
        "services: {a: {name: A, serves: [x, y], policies: [whistleblowing, supervision]}}",
        "services: {a: {name: A, serves: [y, x], policies: [supervision, whistleblowing]}}"
      ).isEmpty)
    #expect(
      try MapDifference(
        "services: {a: {name: A, excludes: [{condition: c, onward: [x, y]}]}}",
        "services: {a: {name: A, excludes: [{condition: c, onward: [y, x]}]}}"
      ).told == ["changed services/a/excludes/c onward: x, y -> y, x"])
    #expect(
      try MapDifference(
        "flows: {a: {name: A, stages: [{stage: One}, {stage: Two}]}}",
        "flows: {a: {name: A, stages: [{stage: Two}, {stage: One}]}}"
      ).told.count == 1)
  }

  @Test func `takes one age in two wordings for the same`() throws {
    #expect(
      try MapDifference(
        "services: {a: {name: A, ages: {from: birth, to: 12 months}}}",
        "services: {a: {name: A, ages: {from: birth, to: 1 year}}}"
      ).isEmpty)
  }

  @Test func `has citations and notes as a sort of their own`() throws {
    let difference = try MapDifference(
      "services: {a: {name: A, source: [s 1, s 2]}, b: {name: B, wait: 1 week, note: one}}",
      "services: {a: {name: A, source: [s 3, s 2]}, b: {name: B, wait: 2 weeks, note: two}}")
    #expect(difference.changes.map { $0.fields.map(\.isRemark) } == [[true], [false, true]])
    #expect(
      difference.withoutRemarks.told == ["changed services/b wait: 1 week -> 2 weeks"])
    #expect(
      try MapDifference("needs: {a: {name: A, source: s}}", "needs: {a: {name: A}}")
        .withoutRemarks.isEmpty)
  }

  @Test func `has seats and exclusions as elements within their board or service`() throws {
    let difference = try MapDifference(
      """
      boards: {b: {name: B, seats: [{represents: midwifery}, {represents: camhs, member: Head}]}}
      services: {a: {name: A, excludes: [{condition: c}]}}
      """,
      """
      boards: {b: {name: B, seats: [{represents: camhs, member: none}, {represents: education}]}}
      services: {a: {name: A, excludes: [{condition: d}]}}
      """)
    #expect(
      difference.told == [
        "removed services/a/excludes/c", "added services/a/excludes/d",
        "changed boards/b/seats/camhs member: Head -> none", "added boards/b/seats/education",
        "removed boards/b/seats/midwifery",
      ])
  }

  @Test func `has no new seats on a board of which nobody said who sits there`() throws {
    let told = try MapDifference(
      "boards: {b: {name: B}}", "boards: {b: {name: B, seats: [{represents: camhs}]}}"
    ).told
    #expect(told == ["changed boards/b seats: not stated -> represents camhs"])
    #expect(
      try MapDifference(
        "boards: {b: {name: B, seats: none}}",
        "boards: {b: {name: B, seats: [{represents: camhs}]}}"
      ).told == ["added boards/b/seats/camhs"])
  }
}

struct `An element under a new id` {
  @Test func `is renamed when its name, kind and organisation are the same`() throws {
    #expect(
      try MapDifference(
        "services: {gp: {name: GP, kind: general-practice, wait: 1 week}}",
        "services: {general-practice: {name: GP, kind: general-practice, wait: 2 weeks}}"
      ).told == ["renamed services/gp = services/general-practice wait: 1 week -> 2 weeks"])
  }

  @Test func `is renamed under another name when enough else is equal`() throws {
    let rest = "kind: general-practice, wait: 1 week, entry: open"
    #expect(
      try MapDifference(
        "services: {gp: {name: GP, \(rest)}}", "services: {surgery: {name: Surgery, \(rest)}}"
      ).told == ["renamed services/gp = services/surgery name: GP -> Surgery"])
    #expect(
      try MapDifference(
        "services: {gp: {name: GP, entry: open}}",
        "services: {surgery: {name: Surgery, entry: open}}"
      ).told == ["removed services/gp", "added services/surgery"])
  }

  @Test func `changes nothing of what refers to it`() throws {
    let difference = try MapDifference(
      """
      organisations: {o: {name: Trust, sector: nhs}}
      conditions: {c: {name: Illness}}
      services:
        gp: {name: GP, organisation: o, excludes: [{condition: c, onward: [gp]}]}
        b: {name: B, organisation: o, partners: [o, p], only-for: [{condition: c}]}
      routes: [{from: gp, to: b, kind: referral}, {from: families, to: gp, kind: self-referral}]
      links: [{from: o, to: gp, kind: hosts}]
      boards: {x: {name: X, oversees: [gp], seats: [{represents: camhs, service: gp}]}}
      exceptions: [{rule: r, element: services/gp, reason: x, owner: y, until: 2030}]
      """,
      """
      organisations: {z: {name: Trust, sector: nhs}}
      conditions: {i: {name: Illness}}
      services:
        a: {name: GP, organisation: z, excludes: [{condition: i, onward: [a]}]}
        b: {name: B, organisation: z, partners: [p, z], only-for: [{condition: i}]}
      routes: [{from: a, to: b, kind: referral}, {from: families, to: a, kind: self-referral}]
      links: [{from: z, to: a, kind: hosts}]
      boards: {x: {name: X, oversees: [a], seats: [{represents: camhs, service: a}]}}
      exceptions: [{rule: r, element: services/a, reason: x, owner: y, until: 2030}]
      """)
    #expect(
      difference.told == [
        "renamed conditions/c = conditions/i", "renamed organisations/o = organisations/z",
        "renamed services/gp = services/a",
      ])
  }

  @Test func `is not guessed where two could be meant`() throws {
    let difference = try MapDifference(
      "services: {a: {name: Group}, b: {name: Group}}", "services: {c: {name: Group}}")
    #expect(difference.told == ["removed services/a", "removed services/b", "added services/c"])
    #expect(
      difference.ambiguous.map { $0.gone.map(\.description) } == [["services/a", "services/b"]])
    #expect(difference.ambiguous.map { $0.new.map(\.description) } == [["services/c"]])
  }

  @Test func `is not guessed where only the name is the same`() throws {
    let difference = try MapDifference(
      "services: {a: {name: Group, kind: parenting-group}}",
      "services: {c: {name: Group, kind: community-group}}")
    #expect(difference.changes.map(\.kind) == [.removed, .added])
    #expect(difference.ambiguous.count == 1)
  }

  @Test func `may be the one service of the same kind and organisation that is gone`() throws {
    let same = "kind: crisis-service, organisation: o"
    let difference = try MapDifference(
      "services: {a: {name: Crisis line, \(same)}}", "services: {b: {name: Night line, \(same)}}")
    #expect(difference.changes.map(\.kind) == [.removed, .added])
    #expect(difference.ambiguous.map { $0.new.map(\.description) } == [["services/b"]])
    let several = try MapDifference(
      "services: {a: {name: Crisis line, \(same)}}",
      "services: {b: {name: Night line, \(same)}, c: {name: Day line, \(same)}}")
    #expect(several.ambiguous.isEmpty)
  }

  @Test func `is the same route when its ends and kind are the same`() throws {
    #expect(
      try MapDifference(
        "routes: [{id: one, from: a, to: b, kind: referral}]",
        "routes: [{id: two, from: a, to: b, kind: referral, urgent: yes}]"
      ).told == ["renamed routes/one = routes/two urgent: not stated -> yes"])
    #expect(
      try MapDifference(
        "routes: [{from: a, to: b, kind: referral, urgent: yes, step: up, status: active}]",
        "routes: [{from: a, to: c, kind: referral, urgent: yes, step: up, status: active}]"
      ).told == ["removed routes/a-to-b-referral", "added routes/a-to-c-referral"])
  }

  @Test func `is the same seat when it represents the same`() throws {
    #expect(
      try MapDifference(
        "boards: {b: {name: B, seats: [{id: one, represents: camhs, member: Head}]}}",
        "boards: {b: {name: B, seats: [{id: two, represents: camhs, member: Lead}]}}"
      ).told == ["renamed boards/b/seats/one = boards/b/seats/two member: Head -> Lead"])
  }
}
