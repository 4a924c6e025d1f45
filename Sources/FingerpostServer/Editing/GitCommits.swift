import FingerpostPublishing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Commits of files of maps, where their folder is kept with git.
struct GitCommits {
  private let git: GitProgram

  /// How long a commit may take, with whatever the repository has git do then.
  private static let patience = Duration.seconds(60)

  /// Names the folder of the maps.
  init(folder: String) { git = GitProgram(folder: folder) }

  /// Whether the folder is kept with git.
  var isRepository: Bool {
    get async {
      let answer = try? await git.ask(["rev-parse", "--is-inside-work-tree"])
      return answer.map { $0.isFine && $0.text.hasPrefix("true") } ?? false
    }
  }

  /// Why a commit of files would hold more than one change; `nil` when they are as the last commit has
  /// them.
  func obstacle(for files: [String]) async -> String? {
    let paths = Self.whole(files)
    let known = try? await git.ask(["ls-files", "--error-unmatch", "--"] + paths)
    guard let known, known.isFine else {
      return "git does not keep this file yet; add and commit it first, or save without a commit."
    }
    let state = try? await git.ask(["status", "--porcelain", "--"] + paths)
    guard let state, state.isFine, state.output.isEmpty else {
      return
        "The file has changes that are not committed yet, which the commit would hold as well; commit "
        + "them first, or save without a commit."
    }
    return nil
  }

  /// Makes a commit of files, and of nothing else that is staged.
  ///
  /// - Returns: The short id of the commit, or why there is none.
  func commit(_ files: [String], saying message: String) async -> (id: String?, problem: String?) {
    let arguments =
      ["commit", "--quiet", "--only", "--message=\(message)", "--"] + Self.whole(files)
    let git = git
    let answer = await withTaskGroup(of: Result<GitProgram.Answer, any Error>.self) { group in
      group.addTask {
        do { return .success(try await git.ask(arguments, runsHooks: true)) } catch {
          return .failure(error)
        }
      }
      group.addTask {
        try? await Task.sleep(for: Self.patience)
        return .failure(GitError.failed("the commit took longer than a minute"))
      }
      defer { group.cancelAll() }
      return await group.next() ?? .failure(GitError.notInstalled)
    }
    switch answer {
    case .failure(let error): return (nil, "\(error)")
    case .success(let answer) where !answer.isFine:
      return (nil, answer.complaint.isEmpty ? "git refused it." : "git says: \(answer.complaint)")
    case .success:
      let id = try? await git.ask(["rev-parse", "--short", "HEAD"])
      return (id?.text.split(separator: "\n").first.map(String.init) ?? "", nil)
    }
  }

  private static func whole(_ files: [String]) -> [String] {
    files.map { URL(filePath: $0).standardizedFileURL.path }
  }
}
