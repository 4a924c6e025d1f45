import FingerpostModel
import FingerpostTestSupport
import Testing

struct `A date` {
  @Test(arguments: ["2024-02-29", "2000-02-29", "2019-10", "2009", "9999-12-31"])
  func `is written as it was read`(_ text: String) throws {
    #expect(try #require(CalendarDate(text)).description == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13", "2024-00", "2024-04-31", "24-01-01", "2024-1-1", "",
    "2024-01-01T00:00", "+2024", "0000",
  ])
  func `is none when there is no such day`(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `is surely before another only when every day it can mean is`() throws {
    let year = try #require(CalendarDate("2019"))
    let march = try #require(CalendarDate("2019-03"))
    let next = try #require(CalendarDate("2020-01-01"))
    #expect(!year.isSurelyBefore(march))
    #expect(year.isSurelyBefore(next))
    #expect(march.isSurelyBefore(next))
    #expect(next.firstDay == year.lastDay + 1)
  }
}

struct `An age` {
  @Test(arguments: [
    ("12 months", "1 year"), ("2 weeks", "14 days"), ("birth", "0 days"),
    ("conception", "0 weeks of pregnancy"), ("40 weeks of pregnancy", "birth"),
  ])
  func `is the same however it is written`(_ one: String, _ other: String) throws {
    #expect(try #require(Age(one)) == #require(Age(other)))
  }

  @Test func `runs from conception onwards`() throws {
    let ages = try [
      "conception", "20 weeks of pregnancy", "birth", "6 weeks", "9 months", "1 year", "no limit",
    ].map { try #require(Age($0)) }
    #expect(ages == ages.shuffled().sorted())
  }

  @Test(arguments: ["2", "two years", "-1 days", "41 weeks of pregnancy", "2years", ""])
  func `is none when people would not write it so`(_ text: String) {
    #expect(Age(text) == nil)
  }
}

struct `A count` {
  @Test(arguments: ["9", "over 2500", "at least 3", "about 18", "up to 40", "under 5"])
  func `keeps its bound`(_ text: String) throws {
    #expect(try #require(Quantity(text)).description == text)
  }

  @Test func `is exact only without a bound`() {
    #expect(Quantity("over 2500")?.exact == nil)
    #expect(Quantity("9")?.exact == 9)
    #expect(Quantity("-1") == nil)
    #expect(Quantity("1.5") == nil)
  }

  @Test(arguments: ["0.5", "0.5 to 0.7", "1", "0.05", "2.25 to 3"])
  func `of posts is written as it was read`(_ text: String) throws {
    #expect(try #require(WholeTimeEquivalent(text)).description == text)
  }
}

struct `What a map states` {
  @Test func `has three outcomes`() {
    #expect(Stated<Int>.notStated.value == nil && !Stated<Int>.notStated.isStated)
    #expect(Stated<Int>.none.value == nil && Stated<Int>.none.isStated && Stated<Int>.none.isNone)
    #expect(Stated.stated(3).value == 3 && !Stated.stated(3).isNone)
  }

  @Test(arguments: ["services/health-visiting", "boards/strategic/seats/midwifery", "map"])
  func `has an address that is written as it was read`(_ text: String) throws {
    #expect(try #require(ElementID(text)).description == text)
  }

  @Test(arguments: ["service/x", "services//x", "", "services/"])
  func `has no other address`(_ text: String) { #expect(ElementID(text) == nil) }

  @Test func `takes a route's id from its ends and kind`() {
    #expect(Route(from: "a", to: "b", kind: .jointWork).id == "a-to-b-joint-work")
    #expect(Link(from: "a", to: "b", kind: .funds).id == "a-funds-b")
  }

  @Test func `keeps the first of two with one id`() {
    var services: Elements<Service> = [Service(id: "a", name: "A"), Service(id: "a", name: "B")]
    #expect(services.map(\.name) == ["A"])
    let isAdded = services.append(Service(id: "a", name: "C"))
    #expect(!isAdded)
    #expect(services["a"]?.name == "A")
  }

  @Test func `is in use only between its dates`() throws {
    var service = Service(id: "a", name: "A")
    service.status = .active
    service.from = CalendarDate("2026-03")
    service.until = CalendarDate("2027-06-30")
    let dates = ["2026-02-28", "2026-03-15", "2027-06-30", "2027-07-01"]
    let statuses = try dates.map { service.status(on: try #require(CalendarDate($0))) }
    #expect(statuses == [.planned, .active, .active, .closed])
    #expect(Service(id: "b", name: "B").status(on: try #require(CalendarDate("2026"))) == nil)
  }
}

struct `A finding for people who do not edit the map` {
  private func finding(_ message: String, _ remedy: String) -> Finding {
    Finding(
      rule: "r", severity: .error, element: ElementID(.services, "a"), message: message,
      remedy: remedy)
  }

  @Test(arguments: [
    (
      "Agree how families come back, and add the route with `step: down`.",
      "Agree how families come back."
    ),
    (
      "Settle it between the two, and write it under `transition: {lead: ...}`.",
      "Settle it between the two."
    ),
    ("Agree the terms, and write them under `terms:`.", "Agree the terms."),
    ("Agree the terms and write them under `terms:`.", "Agree the terms."),
    ("Write the reasons under `reason:`.", ""),
    ("Ask the chair. Then write `member:`. Tell the board.", "Ask the chair. Tell the board."),
    ("Agree how the referrer is told.", "Agree how the referrer is told."),
  ])
  func `says what to do without the keys of the map`(_ remedy: String, _ told: String) {
    #expect(finding("", remedy).remedyWithoutKeys == told)
  }

  @Test func `keeps all of what is the matter`() {
    #expect(
      finding("No route leaves it with `step: down`, and `follow-up:` is empty.", "")
        .messageWithoutKeys == "No route leaves it with step down, and follow up is empty.")
  }
}
