package import FingerpostFormats
package import FingerpostModel
import FingerpostRules

/// The written standards of one run: those asked for on the command line, and those that maps name,
/// with the files of localities' own.
package struct Standards: Sendable {
  /// What is wrong with the profiles asked for.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The profiles asked for on the command line and what they build on, each after those; empty when
  /// the maps decide.
  package private(set) var asked: [Profile] = []

  private let reader: ProfileReader

  /// Finds the profiles of the names, or files, on the command line.
  package init(asked names: [String], files: FileAccess = FileAccess()) {
    reader = ProfileReader(
      rules: RuleID.allCases.map(\.rawValue), groups: RuleGroup.allCases.map(\.rawValue),
      files: files)
    guard !names.isEmpty else { return }
    var own: [Profile.ID: Profile] = [:]
    var ids: [Profile.ID] = []
    for name in names {
      if Self.isFile(name) {
        let read = read(name, into: &own)
        diagnostics += read.diagnostics
        if let id = read.id { ids.append(id) }
      } else {
        ids.append(Identifier(name))
      }
    }
    let catalogue = ProfileCatalogue(adding: Array(own.values))
    let found = catalogue.profiles(named: ids)
    asked = found.profiles
    diagnostics += found.unknown.map { Self.unknown($0, at: nil) }
    diagnostics += Self.circle(in: catalogue, from: ids, at: nil)
  }

  /// Whether a name on the command line is that of a file.
  private static func isFile(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.contains("/")
  }

  /// What is wrong with a name that is neither of a profile that comes with the program nor of a
  /// file; `nil` for one that is.
  package static func misspelling(of name: String) -> String? {
    guard !isFile(name), ProfileName(rawValue: name) == nil else { return nil }
    let near = name.nearest(in: ProfileName.allCases.map(\.rawValue))
    return "there is no profile `\(name)`; "
      + (near.map { "did you mean `\($0)`?" }
        ?? "`fingerpost profiles` lists those that come with the program, and one of your own is "
        + "named by its file")
  }

  /// The profiles that a map is checked against: those asked for, or else those it names.
  ///
  /// A name that no built-in profile has is looked for beside the map, in `name.profile.yaml`.
  package func profiles(for document: MapDocument) -> (
    profiles: [Profile], diagnostics: [Diagnostic]
  ) {
    guard asked.isEmpty else { return (asked, []) }
    var own: [Profile.ID: Profile] = [:]
    var diagnostics: [Diagnostic] = []
    let ids = document.map?.profiles ?? []
    let folder =
      document.files.first?.split(
        separator: "/", omittingEmptySubsequences: false
      ).dropLast().map { $0 + "/" }.joined() ?? ""
    for id in ids where ProfileName(rawValue: id.rawValue) == nil {
      let path = folder + id.rawValue + ProfileReader.fileEnding
      guard reader.exists(path) else { continue }
      diagnostics += read(path, into: &own).diagnostics
    }
    let catalogue = ProfileCatalogue(adding: Array(own.values))
    let found = catalogue.profiles(named: ids)
    let place = document.map?.origin.location
    let readable = found.unknown.filter { id in !diagnostics.contains { $0.names(id) } }
    diagnostics += readable.map { Self.unknown($0, at: place) }
    return (found.profiles, diagnostics + Self.circle(in: catalogue, from: ids, at: place))
  }

  /// The files beside a map of the profiles that it names and of those that they build on, whether
  /// they are there or not; none where the command line names the standards.
  package func files(beside document: MapDocument) -> [String] {
    guard asked.isEmpty else { return [] }
    let folder =
      document.files.first?.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .map { $0 + "/" }.joined() ?? ""
    var files: [String] = []
    var ids = document.map?.profiles ?? []
    while let id = ids.popLast() {
      let path = folder + id.rawValue + ProfileReader.fileEnding
      guard ProfileName(rawValue: id.rawValue) == nil, !files.contains(path) else { continue }
      files.append(path)
      if reader.exists(path) { ids += reader.read(path: path).profile?.extends ?? [] }
    }
    return files
  }

  /// What is wrong where profiles build on one another in a circle.
  private static func circle(
    in catalogue: ProfileCatalogue, from ids: [Profile.ID], at location: SourceLocation?
  ) -> [Diagnostic] {
    // The reader reports a profile that builds on itself.
    guard let circle = catalogue.circle(from: ids), circle.count > 1 else { return [] }
    let way = (circle + [circle[0]]).map { "`\($0)`" }.joined(separator: " → ")
    return [
      Diagnostic(
        .error, .cycle,
        "these profiles build on one another in a circle: \(way); take a name out of `extends:`",
        at: location)
    ]
  }

  /// What is wrong with the settings of profiles for single elements of a map.
  package static func problems(of profiles: [Profile], for map: SystemMap) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for setting in profiles.flatMap(\.settings) {
      guard case .element(_, let element) = setting.scope, !map.holds(element) else { continue }
      problems.append(
        Diagnostic(
          .warning, .unknownReference,
          "this setting is for `\(element)`, and there is no such element on the map “\(map.title)”; "
            + (map.nearest(to: element).map { "did you mean `\($0)`?" }
              ?? "correct the address, or take the setting out"),
          at: setting.origin.location))
    }
    return problems
  }

  /// Reads a profile's file, and the files beside it of the profiles that it builds on.
  private func read(
    _ path: String, into own: inout [Profile.ID: Profile]
  ) -> (id: Profile.ID?, diagnostics: [Diagnostic]) {
    var (profile, diagnostics) = reader.read(path: path)
    guard let profile else { return (nil, diagnostics) }
    guard own.updateValue(profile, forKey: profile.id) == nil else { return (profile.id, []) }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .map { $0 + "/" }.joined()
    for base in profile.extends
    where ProfileName(rawValue: base.rawValue) == nil && own[base] == nil {
      let file = folder + base.rawValue + ProfileReader.fileEnding
      if reader.exists(file) { diagnostics += read(file, into: &own).diagnostics }
    }
    return (profile.id, diagnostics)
  }

  private static func unknown(_ id: Profile.ID, at location: SourceLocation?) -> Diagnostic {
    let names = ProfileName.allCases.map(\.rawValue)
    return Diagnostic(
      .error, .unknownReference,
      "there is no profile `\(id)`; "
        + (id.rawValue.nearest(in: names).map { "did you mean `\($0)`?" }
          ?? "`fingerpost profiles` lists those that come with the program, and one of your own "
          + "stands beside the map in `\(id)\(ProfileReader.fileEnding)`"),
      at: location)
  }
}

extension Diagnostic {
  /// Whether it is about the file of a profile.
  fileprivate func names(_ id: Profile.ID) -> Bool {
    location?.file.hasSuffix("\(id)\(ProfileReader.fileEnding)") ?? false
  }
}

extension [Profile] {
  /// The fewest people that these standards let the public be shown a count of: what the last of them
  /// says that says anything, as when a map is checked.
  package var smallestPublicCount: Int? { compactMap(\.limits.smallestPublicCount).last }
}
