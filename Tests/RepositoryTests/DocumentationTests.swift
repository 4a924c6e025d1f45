import FingerpostTestSupport
import Foundation
import Testing

struct `The pages` {
  static let files: [RepositoryFile] = {
    let inDocs = (try? RepositoryFile.all(in: "docs", endingIn: ".md")) ?? []
    return ["README.md", "CONTRIBUTING.md", "Maps/README.md"].map(RepositoryFile.init)
      + inDocs.filter { !$0.path.hasPrefix("docs/pictures/") }
  }()

  @Test(arguments: files)
  func `lead only to files that exist`(_ page: RepositoryFile) throws {
    let folder = URL(filePath: page.absolutePath).deletingLastPathComponent()
    for target in try page.text().linkTargets where !target.contains("://") {
      let path = target.prefix { $0 != "#" }
      guard !path.isEmpty else { continue }
      let file = folder.appending(path: String(path)).standardizedFileURL
      #expect(
        FileManager.default.fileExists(atPath: file.path),
        "\(page.path) leads to \(target), which does not exist")
    }
  }

  @Test(arguments: files)
  func `name only files of the project that exist`(_ page: RepositoryFile) throws {
    let folders = /(Sources|Tests|Scripts|Examples|docs)\/[A-Za-z0-9\/._-]+/
    for path in try page.text().inlineCode where path.wholeMatch(of: folders) != nil {
      #expect(
        FileManager.default.fileExists(atPath: RepositoryFile(path: path).absolutePath),
        "\(page.path) names \(path), which does not exist")
    }
  }

  @Test(arguments: files)
  func `lead only to headings that exist on the page itself`(_ page: RepositoryFile) throws {
    let text = try page.text()
    let headings = text.matches(of: /(?m)^#+ (.+)$/).map { String($0.output.1).asAnchor }
    let anchors = text.matches(of: /<a id="([^"]+)">/).map { String($0.output.1) }
    for target in text.linkTargets where target.hasPrefix("#") {
      let anchor = String(target.dropFirst())
      #expect(
        headings.contains(anchor) || anchors.contains(anchor), "\(page.path) has no \(target)")
    }
  }

  @Test(arguments: files)
  func `say in words what their pictures show`(_ page: RepositoryFile) throws {
    for picture in try page.text().matches(of: /!\[([^\]]*)\]\(/) {
      #expect(picture.output.1.count > 20, "\(page.path): a picture without words")
    }
  }

  @Test(arguments: files)
  func `name only targets of make that exist`(_ page: RepositoryFile) throws {
    let makefile = try RepositoryFile(path: "Makefile").text()
    let targets = makefile.firstMatch(of: /(?m)^\.PHONY: (.+)$/)?.output.1.split(separator: " ")
    let known = Set(try #require(targets))
    for command in try page.text().commands(of: "make") {
      let target = try #require(command.split(separator: " ").dropFirst().first)
      #expect(known.contains(target), "\(page.path): there is no `\(command)`")
    }
  }

  @Test(arguments: files)
  func `name only commands that the program has`(_ page: RepositoryFile) async throws {
    for command in Set(try page.text().commands(of: "fingerpost")).sorted() {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      let name = try #require(words.first { $0 != "help" }, "\(page.path): `\(command)`")
      let help = try await Program.fingerpost.run(["help", name])
      #expect(help.exitCode == 0)
      #expect(
        help.output.contains("USAGE: fingerpost \(name)"),
        "\(page.path): there is no command `\(command)`")
      var options = help.output
      if options.contains("(default)") {
        options += try await Program.fingerpost.run(["help", name, "list"]).output
      }
      for option in words where option.hasPrefix("--") {
        #expect(options.contains(option), "\(page.path): `\(command)`: no \(option)")
      }
    }
  }
}

struct `The README` {
  @Test func `takes a reader to a map of their own in commands that work`() async throws {
    let readme = try RepositoryFile(path: "README.md").text()
    let section = try #require(readme.section("Five minutes to a map of your own"))
    let lines = section.shellLines.filter { $0.hasPrefix("fingerpost ") }
    let inline = section.inlineCode.filter { $0.hasPrefix("fingerpost ") }
    #expect(lines.count >= 4)

    let folder = try TemporaryFolder()
    let programs = URL(filePath: Program.fingerpost.path).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for line in lines + inline {
      let run = try await Program(path: "/bin/sh").run(
        ["-c", line], environment: ["PATH": "\(programs):\(path)"], in: folder.path)
      #expect(run.exitCode == 0, "`\(line)`: \(run.errorOutput)")
    }

    // The files of which the section speaks are there afterwards.
    let files = section.inlineCode.filter {
      $0.contains(/^[^ ~.]+\.(yaml|svg|json)$/)
    }
    #expect(files.contains("Pictures/your-place/system.svg"))
    for file in files {
      #expect(try !folder.contents(of: file).isEmpty, "\(file) was not written")
    }
  }

  @Test func `lists every view with its question`() async throws {
    let readme = try RepositoryFile(path: "README.md").text()
    let help = try await Program.fingerpost.run(["help", "draw"]).output
    let oneLine = help.split { $0.isWhitespace }.joined(separator: " ")
    let views = try #require(oneLine.firstMatch(of: #/Views: (.*?\))\. /#)).output.1
    for view in views.split(separator: "; ") {
      let parts = try #require(String(view).wholeMatch(of: /(\w+) \((.+)\)/)).output
      #expect(readme.contains("| `\(parts.1)` | \(parts.2) |"), "\(view) is not in the table")
    }
  }
}

extension String {
  /// Where the links and pictures of a page in Markdown lead.
  fileprivate var linkTargets: [String] {
    withoutCode.matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
  }

  /// The page without its blocks of code, in which brackets mean something else.
  private var withoutCode: String { replacing(/(?ms)^```.*?^```/, with: "") }

  /// What GitHub calls a heading in links.
  fileprivate var asAnchor: String {
    String(
      lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
        .map { $0 == " " ? "-" : $0 })
  }

  /// The text below a heading of the second level, up to the next.
  fileprivate func section(_ heading: String) -> String? {
    let parts = split(separator: "\n## ").map(String.init)
    return parts.first { $0.hasPrefix(heading + "\n") }
  }

  /// The lines of the blocks of commands.
  fileprivate var shellLines: [String] {
    matches(of: /(?ms)^```sh\n(.*?)^```/).flatMap { $0.output.1.split(separator: "\n") }
      .map(String.init)
  }

  /// What stands between single backquotes.
  fileprivate var inlineCode: [String] {
    withoutCode.matches(of: /`([^`\n]+)`/).map { String($0.output.1) }
  }

  /// The commands of a program that a page shows, in blocks and in its text.
  fileprivate func commands(of program: String) -> [String] {
    (shellLines + inlineCode).filter { $0.hasPrefix(program + " ") }
  }
}
