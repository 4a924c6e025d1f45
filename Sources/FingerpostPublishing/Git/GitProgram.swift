import Subprocess

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The `git` program, asked in a folder.
package struct GitProgram: Sendable {
  /// The folder.
  package let folder: String

  /// Names a folder.
  package init(folder: String) { self.folder = folder }

  /// What git answered.
  package struct Answer: Sendable {
    /// Whether git ended well.
    package let isFine: Bool
    /// What it wrote.
    package let output: [UInt8]
    /// The first line of what it complained of.
    package let complaint: String

    /// What it wrote, as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Asks git something.
  ///
  /// - Parameters:
  ///   - arguments: What git is asked.
  ///   - input: What it reads.
  ///   - runsHooks: Whether programs are run that the repository's settings name, as for a commit; otherwise
  ///     nothing is run that a repository holds or names.
  /// - Returns: What it answered.
  /// - Throws: ``GitError/notInstalled`` or ``GitError/failed(_:)``.
  package func ask(
    _ arguments: [String], input: String = "", runsHooks: Bool = false
  ) async throws(GitError) -> Answer {
    let settings =
      ["core.fsmonitor=false", "log.showSignature=false"]
      + (runsHooks ? [] : ["core.hooksPath=/dev/null"])
    let all =
      ["-C", folder, "--no-pager", "--literal-pathspecs"] + settings.flatMap { ["-c", $0] }
      + arguments
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(all), environment: Self.environment,
        input: .string(input), output: .bytes(limit: .max), error: .string(limit: .max))
      let complaint = result.standardError.split(separator: "\n").first ?? ""
      return Answer(
        isFine: result.terminationStatus.isSuccess, output: result.standardOutput,
        complaint: String(complaint))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .notInstalled
    } catch {
      throw .failed("\(error)")
    }
  }

  /// The variables of this process without those by which git, when it runs a hook or a program that
  /// shows differences, tells which repository and index it means: the path tells ours.
  private static let environment: Environment = {
    var changes: [Environment.Key: String?] = [
      "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
      "GIT_NO_REPLACE_OBJECTS": "1",
    ]
    for name in ProcessInfo.processInfo.environment.keys
    where name.hasPrefix("GIT_") && !name.isKeptForGit && changes[.init(stringLiteral: name)] == nil
    {
      changes[.init(stringLiteral: name)] = .some(nil)
    }
    return .inherit.updating(changes)
  }()
}

extension String {
  /// Whether a variable says where settings and repositories are looked for, whichever is meant, or who
  /// makes a commit.
  fileprivate var isKeptForGit: Bool {
    hasPrefix("GIT_CONFIG_") && self != "GIT_CONFIG_PARAMETERS"
      || hasPrefix("GIT_AUTHOR_") || hasPrefix("GIT_COMMITTER_")
      || ["GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM"].contains(self)
  }
}
