public import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads written standards from files, such as a locality's own.
///
/// Rules and their groups are known to other modules; the reader is told their names, so that it can
/// report one that does not exist with the one that was probably meant.
public struct ProfileReader: Sendable {
  private let known: [String: [String]]
  private let files: FileAccess

  /// How the name of a file ends that holds a profile: `our-county.profile.yaml`.
  public static let fileEnding = ".profile.yaml"

  /// Makes a reader that knows these names.
  ///
  /// - Parameters:
  ///   - rules: The names of all rules.
  ///   - groups: The names of their groups.
  ///   - files: How it looks at files.
  public init(rules: [String], groups: [String], files: FileAccess = FileAccess()) {
    self.files = files
    known = ["a rule": rules, "a group of rules": groups]
  }

  /// Whether a file is there.
  public func exists(_ path: String) -> Bool { files.isFolder(path) != nil }

  /// Reads the profile of a file.
  ///
  /// - Returns: The profile, called as the file is, or `nil` when it cannot be read; and everything
  ///   that is wrong with it.
  public func read(path: String) -> (profile: Profile?, diagnostics: [Diagnostic]) {
    guard let data = files.contents(of: path) else {
      return (
        nil,
        [
          Diagnostic(
            .error, .file, "there is no profile `\(path)` that can be opened; check the name",
            at: nil)
        ]
      )
    }
    return read(Array(data), file: path)
  }

  /// Reads a profile from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: YAML in UTF-8.
  ///   - file: What to call the file in messages; the profile takes its id from it.
  /// - Returns: The profile, or `nil` when it cannot be read, and everything that is wrong with it.
  public func read(_ bytes: [UInt8], file: String) -> (
    profile: Profile?, diagnostics: [Diagnostic]
  ) {
    let (tree, problems) = YAMLTree.read(bytes, file: file, limits: YAMLLimits())
    let reading = MapReading()
    reading.take(problems)
    guard let tree else { return (nil, reading.told) }
    reading.begin(tree)
    var profile = Profile(id: Identifier(Self.id(of: file)), title: "")
    let isWhole = Shape<Profile>.profile.read(tree.root, into: &profile, reading)
    profile.sources = [Source(id: profile.id.named(), title: profile.title)]
    check(profile, reading)
    let diagnostics = reading.told.sorted {
      ($0.location.map { ($0.line, $0.column) } ?? (0, 0))
        < ($1.location.map { ($0.line, $0.column) } ?? (0, 0))
    }
    let isReadable = isWhole && !diagnostics.contains { $0.severity == .error }
    return (isReadable ? profile : nil, diagnostics)
  }

  /// The id of the profile that a file holds: its name without the ending.
  private static func id(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return stem.asID.isEmpty ? "profile" : stem.asID
  }

  /// Every name is one that exists, and settings say what they are for.
  private func check(_ profile: Profile, _ reading: MapReading) {
    let kinds = ServiceKind.known.map(\.id.rawValue) + profile.kinds.map(\.rawValue)
    let declared = Set(profile.kinds.map(\.rawValue))
    for (name, noun, location) in reading.names where !declared.contains(name) {
      let choices = known[noun] ?? kinds
      guard !choices.contains(name) else { continue }
      reading.report(
        .unknownWord,
        "there is no \(noun.dropFirst(2)) `\(name.shortened)`; "
          + (name.nearest(in: choices).map { "did you mean `\($0)`?" }
            ?? (known[noun] == nil
              ? "a kind of its own has to stand under `kinds:` of the profile"
              : "`fingerpost rules` lists them")),
        at: location)
    }
    for name in profile.extends where name == profile.id {
      reading.report(
        .wrongType, "the profile `\(name)` builds on itself; take that line out",
        at: reading.trees[0].root.location)
    }
    for setting in profile.settings {
      guard case .element("", _) = setting.scope else { continue }
      reading.report(
        .missingKey,
        "this setting names an element and no rule; add `rule:` and the rule it is for",
        at: setting.origin.location)
    }
    for setting in profile.settings where setting.severity == nil && setting.scope == .all {
      reading.report(
        .wrongType, "this setting turns every rule off; say for which `rule:` or `group:` it is",
        at: setting.origin.location)
    }
  }
}
