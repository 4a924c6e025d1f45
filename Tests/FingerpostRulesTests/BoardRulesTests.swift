import FingerpostFormats
import FingerpostModel
import FingerpostRules
import FingerpostTestSupport
import Testing

struct `The six functions of a board` {
  /// A board of the six functions, the lines of some seats replaced.
  private func board(_ more: String = "", _ seats: [Int: String] = [:]) -> String {
    let usual = [
      "{represents: [health-visiting], member: Head of health visiting}",
      "{represents: [midwifery], member: Head of midwifery}",
      "{represents: [childrens-centre], member: Manager of the children's centres}",
      "{represents: [childrens-social-care], member: Head of children's social care}",
      "{represents: [specialist-perinatal-mental-health], member: Perinatal psychiatrist}",
      "{represents: [camhs], member: Manager of the clinic}",
    ]
    let lines = usual.enumerated().compactMap { index, line in
      seats[index] == "" ? nil : "      - \(seats[index] ?? line)"
    }
    return mapText(
      of: """
        boards:
          infant-board:
            name: Infant board
            kind: strategic
        \(more)
            seats:
        \(lines.joined(separator: "\n"))
        """)
  }

  private func checkMinimum(_ text: String) throws -> CheckResult {
    try check(text, only: [.boardMinimumFunctions])
  }

  @Test func `of the reference map are there, and only who holds the seats is asked`() throws {
    let document = try #require(
      MapReader().read(path: PackageRoot.path(of: "Maps/parent-infant-reference.yaml")).first)
    let result = RuleChecker(
      profiles: everyProfile, on: sampleDate, only: [.boardMinimumFunctions]
    ).check(try #require(document.map))
    #expect(result.findings == [])
    #expect(result.tallies[.boardMinimumFunctions]?.passes == 1)
    #expect(result.questions.count == 6)
    for question in result.questions { #expect(question.question.key == "member") }
  }

  @Test func `are asked for when the map does not say who sits on the board`() throws {
    let result = try checkMinimum(
      mapText(of: "boards:\n  infant-board: {name: Infant board, kind: strategic}"))
    #expect(result.findings == [])
    #expect(result.questions.map(\.message) == ["“Infant board” does not say who sits on it."])
  }

  @Test func `are each missing from a board that nobody sits on`() throws {
    let result = try checkMinimum(
      mapText(of: "boards:\n  infant-board: {name: Infant board, kind: strategic, seats: none}"))
    #expect(result.findings.count == 6)
    #expect(Set(result.findings.map(\.detail)).contains("early-help-or-childrens-centre"))
  }

  @Test func `may be a seat of which the map does not say what it represents`() throws {
    let result = try checkMinimum(board("", [1: "{member: Head of nursing}"]))
    #expect(result.findings == [])
    #expect(result.questions.map(\.question.key) == ["represents"])
    #expect(result.tallies[.boardMinimumFunctions]?.passes == 0)
  }

  @Test func `do not hold a member whose term has yet to begin`() throws {
    let result = try checkMinimum(
      board("", [1: "{represents: [midwifery], member: Head of midwifery, from: 2027-01-01}"]))
    #expect(
      result.findings.map(\.message) == [
        "The term of the seat for “Midwifery” on “Infant board” begins only on 1 January 2027. "
          + "Nobody else sits there for “Midwifery”."
      ])
  }

  @Test func `are filled by whoever comes from such a service, when a seat says no more`() throws {
    let text =
      board("", [1: "{member: Head of nursing, service: midwives}"])
      + "services:\n  midwives: {name: Midwives, kind: midwifery}\n"
    let result = try checkMinimum(text)
    #expect(result.findings == [])
    #expect(result.questions.isEmpty)
  }

  @Test func `are not filled by a general mental health team`() throws {
    let result = try checkMinimum(
      board("", [4: "{represents: [adult-mental-health], member: Manager of the adult team}"]))
    #expect(result.findings.map(\.detail) == ["specialist-perinatal-mental-health"])
    #expect(result.findings[0].evidence.count == 1)
  }

  @Test func `may have one member where the board says so, or the profile`() throws {
    let nurse = [
      0: "{represents: [health-visiting], member: Nurse}",
      1: "{represents: [midwifery], member: Nurse}",
    ]
    #expect(try checkMinimum(board("", nurse)).findings == [])
    #expect(
      try checkMinimum(board("    one-member-several-functions: yes", nurse)).findings == [])
    let result = try checkMinimum(board("    one-member-several-functions: no", nurse))
    #expect(
      result.findings.map(\.message) == [
        "On “Infant board” one member may not represent several functions, and “Health visiting” "
          + "and “Midwifery” have only one member between them: “Nurse”."
      ])
    #expect(result.findings.map(\.detail) == ["health-visiting midwifery"])
  }

  @Test func `compete in each of two independent ways, and both are told`() throws {
    let result = try checkMinimum(
      board(
        "    one-member-several-functions: no",
        [
          0: "{represents: [health-visiting], member: Nurse}",
          1: "{represents: [midwifery], member: Nurse}",
          4: "{represents: [specialist-perinatal-mental-health, camhs], member: Psychiatrist}",
          5: "",
        ]))
    #expect(
      result.findings.map(\.detail) == [
        "health-visiting midwifery", "specialist-perinatal-mental-health camhs",
      ])
  }

  @Test func `do not compete for whoever holds a seat when the map does not say who`() throws {
    let result = try checkMinimum(
      board(
        "    one-member-several-functions: no",
        [
          0: "{represents: [health-visiting], member: Nurse}",
          1: "{id: a, represents: [midwifery], member: Nurse}",
          2: "{id: b, represents: [midwifery, childrens-centre]}",
          3: "{represents: [childrens-social-care, childrens-centre], member: Head of care, "
            + "also-held-by: [Deputy]}",
        ]))
    #expect(result.findings == [])
  }

  @Test func `are the members' own when roles are the same and people come from elsewhere`() throws
  {
    let result = try checkMinimum(
      board(
        "    one-member-several-functions: no",
        [
          0: "{represents: [health-visiting], member: Team manager, service: visitors}",
          1: "{represents: [midwifery], member: Team manager, service: midwives}",
        ]) + "services:\n  visitors: Health visitors\n  midwives: Midwives\n")
    #expect(result.findings == [])
  }

  @Test func `cite the clause that asks for a seat`() throws {
    let text =
      board("", [1: "{represents: [midwifery], member: none, source: terms clause 4}"])
      + "sources:\n  terms: {title: Terms of reference}\n"
    let result = try checkMinimum(text)
    #expect(result.findings.map(\.evidence) == [["Stated in “Terms of reference”, clause 4"]])
  }
}

struct `An empty seat` {
  private let text = mapText(
    of: """
      boards:
        infant-board:
          name: Infant board
          kind: strategic
          seats:
            - {represents: [midwifery], member: none}
            - {stakeholder: [policing], member: none}
      """)

  @Test func `of a function that a board needs is told once, by the rule that needs it`() throws {
    let result = try check(text, only: [.boardMinimumFunctions, .seatVacant])
    let vacant = result.findings.filter { $0.rule == "seat-vacant" }
    #expect(vacant.map(\.element.description) == ["boards/infant-board/seats/policing"])
    #expect(result.findings.contains { $0.detail == "midwifery" })
  }

  @Test func `is told by the rule about seats when no other asks for it`() throws {
    let result = try check(text, only: [.seatVacant])
    #expect(result.findings.count == 2)
  }

  @Test func `may stay empty when the board says so`() throws {
    let result = try check(
      text.replacing("[policing], member: none", with: "[policing], member: none, minimum: 0")
        .replacing("[midwifery], member: none", with: "[midwifery], member: Head of midwifery"),
      only: [.seatVacant])
    #expect(result.findings == [])
    #expect(result.tallies[.seatVacant]?.passes == 2)
  }
}

struct `A quorum` {
  @Test func `may be reached by seats of which the map does not say who holds them`() throws {
    let text = mapText(
      of: """
        boards:
          infant-board:
            name: Infant board
            quorum: 2
            seats:
              - {represents: [midwifery], member: Head of midwifery}
              - {represents: [camhs]}
        """)
    let result = try check(text, only: [.boardQuorumReachable])
    #expect(result.findings == [])
    #expect(result.questions.map(\.question.key) == ["member"])
  }
}

struct `A reporting line` {
  @Test func `breaks off where the map does not say, and that is asked`() throws {
    let text = mapText(
      of: """
        focus: [team]
        services:
          team: {name: Team, reports-to: [group]}
        boards:
          group: {name: Group, kind: operational-steering}
        """)
    let result = try check(text, only: [.reportsToStrategicBoard])
    #expect(result.findings == [])
    #expect(result.questions.map(\.message) == ["“Group” does not say to whom it reports."])
  }

  @Test func `of a steering group reaches commissioners through the board above`() throws {
    let text = mapText(
      of: """
        organisations:
          council: Council
        services:
          hub: {name: Hub, commissioned-by: [council]}
        boards:
          board: {name: Board, kind: strategic, reports-to: [council]}
          group: {name: Group, kind: operational-steering, reports-to: [board],
                  reports-to-senior-managers: yes}
        """)
    let result = try check(text, only: [.steeringGroupReportingLine])
    #expect(result.findings == [])
    #expect(result.tallies[.steeringGroupReportingLine]?.passes == 1)
  }

  @Test(arguments: [("", 0), (", commissioned-by: [trust]", 1)])
  func `reaches no commissioner for sure only where the map says who commissions`(
    _ commissioners: String, _ count: Int
  ) throws {
    let text = mapText(
      of: """
        organisations: {council: Council, trust: Trust}
        services:
          hub: {name: Hub, organisation: trust\(commissioners)}
        boards:
          board:
            name: Board
            kind: strategic
            reports-to: [council]
            seats: [{represents: [midwifery], member: Head of midwifery}]
        """)
    let result = try check(text, only: [.boardCommissionerLink])
    #expect(result.findings.count == count)
    #expect(result.questions.count == 1 - count)
  }

  @Test func `that ends elsewhere does not say that there is no other`() throws {
    let text = mapText(
      of: """
        boards:
          group: {name: Group, kind: operational-steering, reports-to: none}
        """)
    let result = try check(text, only: [.steeringGroupReportingLine])
    #expect(result.findings == [])
    #expect(result.questions.count == 2)
  }
}

struct `A body that has ended` {
  @Test func `was at work on an earlier date`() throws {
    let text = mapText(of: "organisations:\n  group: Exampleton CCG")
    let document = MapReader().read(text: text)
    let map = try #require(document.map)
    for (day, count) in [("2022-06-30", 0), ("2022-07-01", 1)] {
      let date = try #require(CalendarDate(day))
      let result = RuleChecker(profiles: [], on: date, only: [.obsoleteBody]).check(map)
      #expect(result.findings.count == count, "\(day)")
    }
  }
}
