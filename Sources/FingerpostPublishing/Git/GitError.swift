package import FingerpostModel

/// Why a version of a map cannot be had from git.
package enum GitError: Error, CustomStringConvertible {
  /// There is no `git` program.
  case notInstalled
  /// The path lies in no repository.
  case noRepository(path: String)
  /// The repository has no such commit.
  case unknownRevision(String, didYouMean: String?)
  /// The current branch has no commit before a day.
  case nothingBefore(CalendarDate, first: CalendarDate?)
  /// What looks like a day is also the name of a branch or a tag.
  case dayAndName(String)
  /// The words on the command line name no versions.
  case wrongUsage(String)
  /// What git itself says.
  case failed(String)

  /// What is wrong, and what to do next.
  package var description: String {
    switch self {
    case .notInstalled:
      "earlier versions of a map are read with git, and there is no `git` program on the PATH; "
        + "install git, or compare two files"
    case .noRepository(let path):
      "\(path): this is in no folder that is kept with git, so that there are no earlier versions; "
        + "compare two files instead"
    case .unknownRevision(let name, let near):
      "git knows no commit, branch or tag `\(name)`"
        + (near.map { "; did you mean `\($0)`?" }
          ?? (name.contains("..")
            ? "; write the two with a space between them"
            : "; `git log --oneline` lists the commits"))
    case .nothingBefore(let day, let first):
      "the current branch has no commit before \(day.inWords)"
        + (first.map { "; its first is of \($0.inWords)" } ?? "; it has none at all")
    case .dayAndName(let name):
      "`\(name)` is a day, and a branch or a tag is called so too; write `refs/heads/\(name)` or "
        + "`refs/tags/\(name)` for that, or the id of the commit"
    case .wrongUsage(let message): message
    case .failed(let message): "git cannot read the repository: \(message)"
    }
  }
}
