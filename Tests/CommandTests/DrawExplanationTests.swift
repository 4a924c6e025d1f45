import FingerpostTestSupport
import Testing

struct `Drawing with an explanation` {
  @Test func `says how well each picture can be read, after the files, in the order of the views`()
    async throws
  {
    let folder = try TemporaryFolder()
    let run = try await Program.fingerpost.run([
      "draw", PackageRoot.path(of: "Examples/brackenshire"), "--output", folder.path(of: "out"),
      "--format", "svg", "--explain",
    ])
    #expect(run.exitCode == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    let explained = lines.drop { !$0.hasPrefix("brackenshire/") }
    #expect(explained.allSatisfy { !$0.hasSuffix(".svg") })
    let pictures = explained.filter { $0.hasPrefix("brackenshire/") }
    // The first page of each of the first views.
    let order = [
      "system", "view-around-the-team", "view-voluntary-wexmoor", "overview",
      "pathway-parent-infant-relationship", "steps", "board",
    ].map { "brackenshire/\($0)" }
    let names = pictures.map { String($0.prefix { $0 != ":" }) }
    #expect(names.filter { order.contains($0) } == order)
    #expect(names.first == order.first)
    #expect(pictures.count == lines.count - explained.count)
    for words in [
      "31 boxes, 64 lines", "smallest text prints at ", "0 labels overlap",
      "0 lines run through labels, 0 through boxes", " crossings", " of the sheet",
      "drawn as asked",
    ] {
      #expect(pictures.first?.contains(words) == true, "\(words)")
    }
    #expect(explained.dropFirst().first?.hasPrefix("  not taken: With each level in one") == true)
  }

  @Test func `says it of the overview and of every page of a picture that a page does not hold`()
    async throws
  {
    let folder = try TemporaryFolder()
    let services = (0..<120).map { "  s\($0): {name: Service number \($0)}\n" }.joined()
    let routes = (0..<119).map {
      "  - {from: s\($0), to: s\(($0 * 7 + 1) % 120), kind: referral}\n"
    }.joined()
    let map = try folder.write(
      "fingerpost: 1\ntitle: Large\nservices:\n\(services)routes:\n\(routes)", to: "large.yaml")
    let arguments = [
      "draw", map, "--output", folder.path(of: "out"), "--view", "system", "--format", "svg",
    ]
    let run = try await Program.fingerpost.run(arguments + ["--explain"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let lines = run.output.split(separator: "\n").map(String.init)
    let pages = lines.count { $0.hasSuffix(".svg") } - 1
    #expect(pages > 2)
    let pictures = lines.filter { $0.hasPrefix("large/system") }
    #expect(
      pictures.map { String($0.prefix { $0 != ":" }) }
        == ["large/system"] + (1...pages).map { "large/system-page-\($0)" })
    #expect(
      pictures.allSatisfy { $0.contains(" boxes, ") && $0.contains("smallest text prints at ") })
    let without = try await Program.fingerpost.run(arguments).output
    #expect(without.split(separator: "\n").allSatisfy { $0.hasSuffix(".svg") })
  }
}
