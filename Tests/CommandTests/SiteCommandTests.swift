import FingerpostTestSupport
import Foundation
import Testing

struct `fingerpost site` {
  private static func map(_ services: String) -> String {
    "fingerpost: 1\ntitle: Exampleton\nservices: \(services)\n"
  }

  @Test func `has a page for each service, and takes away those of services that are gone`()
    async throws
  {
    let folder = try TemporaryFolder()
    let map = try folder.write(
      Self.map("{visiting: {name: Health visiting}, clinic: {name: Clinic}}"), to: "map.yaml")
    let site = folder.path(of: "site")
    let run = try await Program.fingerpost.run(["site", map, "--output", site])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(run.output == "\(site)/index.html\n")
    #expect(try folder.names(in: site + "/map").contains("\(site)/map/service-clinic.html"))
    try folder.write("mine", to: "site/map/notes.html")
    let styles = folder.path(of: "site/site.css")
    let before =
      try FileManager.default.attributesOfItem(atPath: styles)[.modificationDate] as? Date
    try folder.write(Self.map("{visiting: {name: Health visiting}}"), to: "map.yaml")
    _ = try await Program.fingerpost.run(["site", map, "--output", site])
    let names = try folder.names(in: site + "/map")
    #expect(!names.contains("\(site)/map/service-clinic.html"))
    #expect(names.contains("\(site)/map/notes.html"), "what others put there stays")
    let after = try FileManager.default.attributesOfItem(atPath: styles)[.modificationDate] as? Date
    #expect(before != nil && before == after, "what is the same keeps its date")
  }

  @Test func `leaves the pages of a map as they were while it cannot be read`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.map("{visiting: {name: Health visiting}}"), to: "maps/one.yaml")
    try folder.write(Self.map("{clinic: {name: Clinic}}"), to: "maps/two.yaml")
    let arguments = ["site", folder.path(of: "maps"), "--output", folder.path(of: "site")]
    _ = try await Program.fingerpost.run(arguments)
    let before = try folder.contents(of: "site/two/service-clinic.html")
    try folder.write("fingerpost: 1\ntitle: [\n", to: "maps/two.yaml")
    let run = try await Program.fingerpost.run(arguments)
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("not on the site; mend the problems above"))
    #expect(try folder.contents(of: "site/two/service-clinic.html") == before)
    #expect(try !folder.contents(of: "site/one/index.html").isEmpty)
    // It is still listed, with what is wrong.
    let first = String(decoding: try folder.contents(of: "site/index.html"), as: UTF8.self)
    #expect(first.contains("two/index.html"))
    #expect(first.contains("This map cannot be shown before its files are mended"))
  }

  @Test func `leaves the pages of a map whose file has no id for a name, while it cannot be read`()
    async throws
  {
    let folder = try TemporaryFolder()
    try folder.write(Self.map("{a: {name: A}}"), to: "maps/one.yaml")
    try folder.write(Self.map("{b: {name: B}}"), to: "maps/Our Place.yaml")
    let arguments = ["site", folder.path(of: "maps"), "--output", folder.path(of: "site")]
    #expect(try await Program.fingerpost.run(arguments).exitCode == 0)
    let before = try folder.contents(of: "site/our-place/service-b.html")
    try folder.write("fingerpost: 1\ntitle: [\n", to: "maps/Our Place.yaml")
    #expect(try await Program.fingerpost.run(arguments).exitCode == 2)
    #expect(try folder.contents(of: "site/our-place/service-b.html") == before)
    #expect(try folder.names(in: folder.path(of: "site")).contains("Our Place") == false)
  }

  @Test func `says on a page of its own what is wrong with a map that never had others`()
    async throws
  {
    let folder = try TemporaryFolder()
    try folder.write(Self.map("{a: {name: A}}"), to: "maps/one.yaml")
    try folder.write("fingerpost: 1\ntitle: Two\nservices: {b: {}}\n", to: "maps/two.yaml")
    let run = try await Program.fingerpost.run([
      "site", folder.path(of: "maps"), "--output", folder.path(of: "site"),
    ])
    #expect(run.exitCode == 2)
    let page = String(decoding: try folder.contents(of: "site/two/index.html"), as: UTF8.self)
    #expect(page.contains("two.yaml:3:"))
  }

  @Test func `leads from a service to that of another map, where the site has it`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Self.map("{a: {name: A}}\nroutes:\n  - {from: a, to: \"two:b\", kind: referral}\n")
        + "  - {from: a, to: \"three:c\", kind: referral}\n", to: "maps/one.yaml")
    try folder.write(Self.map("{b: {name: B}}"), to: "maps/two.yaml")
    let run = try await Program.fingerpost.run([
      "site", folder.path(of: "maps"), "--output", folder.path(of: "site"),
    ])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let page = String(
      decoding: try folder.contents(of: "site/one/service-a.html"), as: UTF8.self)
    #expect(page.contains("href=\"../two/service-b.html\""))
    #expect(!page.contains("../three/"))
  }

  @Test func `says of a service what the map does not, and which date its pictures are of`()
    async throws
  {
    let folder = try TemporaryFolder()
    let map = try folder.write(
      "fingerpost: 1\ntitle: T\nas-of: 2019-10-01\nservices: {a: {name: A}}\n", to: "map.yaml")
    let run = try await Program.fingerpost.run([
      "site", map, "--on", "2026-11-21", "--output", folder.path(of: "site"),
    ])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let page = String(
      decoding: try folder.contents(of: "site/map/service-a.html"), as: UTF8.self)
    #expect(page.contains("What the map does not say of it"))
    let picture = String(decoding: try folder.contents(of: "site/map/explore.html"), as: UTF8.self)
    #expect(picture.contains("As of 1 October 2019; drawn for 21 November 2026"))
  }

  @Test func `has one map of an id`() async throws {
    let folder = try TemporaryFolder()
    let text = "fingerpost: 1\nid: same\ntitle: T\nservices: {a: {name: A}}\n"
    try folder.write(text, to: "one.yaml")
    try folder.write(text, to: "two.yaml")
    let run = try await Program.fingerpost.run([
      "site", folder.path(of: "one.yaml"), folder.path(of: "two.yaml"), "--output",
      folder.path(of: "site"),
    ])
    #expect(run.exitCode == 1)
    #expect(run.errorOutput.contains("has the id `same` too"))
  }

  @Test func `is not written over what others have put into its folder`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.map("{a: {name: A}}"), to: "map.yaml")
    try folder.write("mine", to: "own/index.html")
    let run = try await Program.fingerpost.run(["site", map, "--output", folder.path(of: "own")])
    #expect(run.exitCode == 70)
    #expect(run.errorOutput.contains("this folder holds other files, and nothing was written"))
    #expect(try folder.contents(of: "own/index.html") == Array("mine".utf8))
    #expect(try folder.names(in: folder.path(of: "own")).count == 1)
  }

  @Test func `never follows its own list out of its folder`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.map("{a: {name: A}}"), to: "map.yaml")
    let precious = try folder.write("precious", to: "precious.txt")
    try folder.write(
      "../precious.txt\n\(precious)\nmap/../../precious.txt\n", to: "site/.fingerpost-site")
    let run = try await Program.fingerpost.run(["site", map, "--output", folder.path(of: "site")])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(try folder.contents(of: "precious.txt") == Array("precious".utf8))
  }

  @Test func `leaves no gap of a phrase unfilled on any page`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(
      Self.map("{a: {name: A}, b: {name: B}}\nroutes: [{from: a, to: b, kind: referral}]"),
      to: "map.yaml")
    let run = try await Program.fingerpost.run(["site", map, "--output", folder.path(of: "site")])
    #expect(run.exitCode == 0)
    let pages = try FileManager.default.subpathsOfDirectory(atPath: folder.path(of: "site"))
      .filter { $0.hasSuffix(".html") && !$0.contains("report") }
    #expect(pages.count > 5)
    for path in pages {
      let text = String(decoding: try folder.contents(of: "site/\(path)"), as: UTF8.self)
      #expect(!text.contains(/\{[a-z]+\}/), "\(path)")
    }
  }
}
