import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

/// The columns are those of the real files, the places invented.
struct `A register of areas` {
  private static let councils = """
    local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by
    OLD,Oldham Marsh District Council,Oldham Marsh,E07000901,,2023-04-01,NEW
    NEW,Newmarsh Council,Newmarsh,E06000901,2023-04-01,,
    WOOD,Woodside Council,Woodside,E06000902,2009-04-01,,

    """
  private static let history = """
    GEOGCD,GEOGNM,GEOGNMW,SI_ID,SI_TITLE,OPER_DATE,TERM_DATE,PARENTCD,ENTITYCD,OWNER,STATUS
    E07000901,Oldham Marsh,,1111/1001,GSS re-coding strategy,01/01/2009,31/03/2023,E10000901,E07,LGBC,terminated
    E06000901,Newmarsh,,1/2022,The Order,01/04/2023,,,E06,LGBC,live

    """
  private static let changes = """
    GEOGCD,GEOGNM,GEOGNMW,GEOGCD_P,GEOGNM_P
    E06000901,Newmarsh,,E07000901,Oldham Marsh

    """

  @Test func `of councils knows what ended and what took over`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.councils, to: "councils.csv")
    let register = try #require(AreaRegisterReader().read(path).register)
    try Self.expect(register, until: "2023-04-01")
  }

  @Test func `of the statistics office takes what took over from the file beside it`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.history, to: "ChangeHistory.csv")
    let alone = try #require(AreaRegisterReader().read(path).register)
    #expect(alone.entries["E07000901"]?.successors == [])
    try folder.write(Self.changes, to: "Changes.csv")
    try Self.expect(
      try #require(AreaRegisterReader().read(path).register), until: "2023-03-31")
  }

  private static func expect(_ register: AreaRegister, until: String) throws {
    let day = try #require(CalendarDate("2026-11-01"))
    let old = try #require(register.entries["E07000901"])
    #expect(old.name == "Oldham Marsh")
    #expect(old.until == CalendarDate(until))
    #expect(old.isOver(on: day))
    #expect(old.successors == ["E06000901"])
    #expect(register.entries["E06000901"]?.isOver(on: day) == false)
  }

  @Test func `knows all names of a place, and its first day under any of them`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      GEOGCD,GEOGNM,GEOGNMW,OPER_DATE,TERM_DATE,STATUS
      W06000901,Old Marsh,,01/01/2009,31/03/2020,terminated
      W06000901,Newmarsh,Y Gors Newydd,01/04/2020,,live

      """, to: "ChangeHistory.csv")
    let entry = try #require(AreaRegisterReader().read(path).register?.entries["W06000901"])
    #expect(entry.name == "Newmarsh")
    #expect(entry.otherNames == ["Y Gors Newydd", "Old Marsh"])
    #expect(entry.from == CalendarDate("2009-01-01"))
    #expect(!entry.hasEnded)
  }

  @Test(arguments: ["name,code\nA,B\n", "", "GEOGCD,GEOGCD_P\nE06000901,E07000901\n"])
  func `is refused with a sentence when it is none`(_ text: String) throws {
    let folder = try TemporaryFolder()
    let read = AreaRegisterReader().read(try folder.write(text, to: "x.csv"))
    #expect(read.register == nil)
    #expect(read.diagnostics.count == 1)
  }

  @Test func `says of a map which codes are unknown or over`() async throws {
    let folder = try TemporaryFolder()
    let register = try folder.write(Self.councils, to: "councils.csv")
    let map = try folder.write(
      """
      fingerpost: 1
      title: T
      areas:
        a: {name: The marsh, code: E07000901}
        b: {name: Newmarsh, code: E06000901}
        c: {name: Elsewhere, code: E06000999}
        d: {name: Hillside, code: E06000902}

      """, to: "map.yaml")
    let run = try await Program.fingerpost.run([
      "check", map, "--area-register", register, "--only", "area-code-invalid", "--on",
      "2026-11-01",
    ])
    #expect(run.output.contains("which ended on 1 April 2023"), "\(run.output)")
    #expect(run.output.contains("“Newmarsh” (`E06000901`)"))
    #expect(run.output.contains("`E06000999`, is not in the register"))
    #expect(
      run.output.contains(
        "The code of “Hillside”, `E06000902`, is that of “Woodside” in the register"))
    #expect(run.output.components(separatedBy: "[area-code-invalid]").count == 4)
    let before = try await Program.fingerpost.run([
      "check", map, "--area-register", register, "--only", "area-code-invalid", "--on",
      "2022-11-01",
    ])
    #expect(
      before.output.contains("`E06000901`, is in use from 1 April 2023 on"), "\(before.output)")
    let missing = try await Program.fingerpost.run([
      "check", map, "--area-register", folder.path(of: "none.csv"),
    ])
    #expect(missing.exitCode == 2)
  }
}
