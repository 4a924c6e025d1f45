import FingerpostTestSupport
import Testing

struct `fingerpost fmt` {
  private static let messy =
    "title:  Exampleton # a town\nfingerpost: 1\nservices: {a: {name: A}}\n"
  private static let tidy = """
    fingerpost: 1
    title: Exampleton  # a town

    services:
      a:
        name: A

    """

  @Test func `writes files in their layout, and names those that it changed`() async throws {
    let folder = try TemporaryFolder()
    let messy = try folder.write(Self.messy, to: "messy.yaml")
    let tidy = try folder.write(Self.tidy, to: "tidy.yaml")
    let run = try await Program.fingerpost.run(["fmt", messy, tidy])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(run.output == messy + "\n")
    #expect(try folder.contents(of: "messy.yaml") == Array(Self.tidy.utf8))
    let again = try await Program.fingerpost.run(["fmt", "--check", messy, tidy])
    #expect(again.exitCode == 0)
    #expect(again.output.isEmpty)
  }

  @Test func `only names them when it checks`() async throws {
    let folder = try TemporaryFolder()
    let messy = try folder.write(Self.messy, to: "messy.yaml")
    let run = try await Program.fingerpost.run(["fmt", messy, "--check"])
    #expect(run.exitCode == 1)
    #expect(run.output == messy + "\n")
    #expect(try folder.contents(of: "messy.yaml") == Array(Self.messy.utf8))
  }

  @Test(arguments: [
    ("fingerpost: 1\nneeds: {a: &x A, b: *x}\n", Int32(70), "repeats values"),
    ("fingerpost: [\n", 2, "stays as it is; mend"), ("a: 1\n", 70, "no map file"),
  ])
  func `leaves a file as it is, and says why`(
    _ text: String, _ exitCode: Int32, _ message: String
  ) async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "map.yaml")
    let run = try await Program.fingerpost.run(["fmt", file])
    #expect(run.exitCode == exitCode)
    #expect(run.errorOutput.contains(message), "\(run.errorOutput)")
    #expect(try folder.contents(of: "map.yaml") == Array(text.utf8))
  }

  @Test func `says that there is no such file`() async throws {
    let folder = try TemporaryFolder()
    let missing = try await Program.fingerpost.run(["fmt", folder.path(of: "none.yaml")])
    #expect(missing.exitCode == 2)
    #expect(missing.errorOutput.contains("there is no file of that name"))
    let run = try await Program.fingerpost.run(["fmt", folder.path])
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("this is a folder; name the map files in it"))
  }
}
