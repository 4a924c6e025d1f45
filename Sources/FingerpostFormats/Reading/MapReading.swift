import FingerpostModel

/// What is gathered while the files of one map are read: problems, and references to look up at the
/// end, when everything that they can name is known.
final class MapReading {
  /// A reference that stands somewhere in the files.
  struct Reference {
    let id: String
    let targets: [ReferenceTarget]
    let file: Int
    let offset: Int
  }

  /// Whether what is read changes a map that is there, so that an id it holds is no clash.
  let isChange: Bool
  private(set) var diagnostics: [Diagnostic] = []
  /// How many problems were found beyond those that are kept.
  private var more = 0
  /// The sort of problem that the most serious of those is.
  private var moreCategory = Diagnostic.Category.unknownReference

  /// The most problems that are told, so that a file of another kind does not bury its reader.
  private static let most = 1000
  /// How many words may still be compared for suggestions, which takes long in a large map.
  private var comparisonsLeft = 300_000

  init(isChange: Bool = false) { self.isChange = isChange }

  /// How many problems were found.
  var problems: Int { diagnostics.count + more }

  /// The word that was probably meant; `nil` when none is near, or too many would be compared.
  func suggestion(for word: String, among words: [String]) -> String? {
    guard words.count <= comparisonsLeft else { return nil }
    comparisonsLeft -= words.count
    return word.nearest(in: words)
  }
  private(set) var references: [Reference] = []
  /// Names of things that stand in no map, such as rules, with what they are to be.
  private(set) var names: [(name: String, noun: String, location: SourceLocation)] = []
  /// How many elements the files of the map hold under each key, so that room for them is made once.
  var room: [String: Int] = [:]
  /// The trees read so far; references say which one they stand in.
  private(set) var trees: [YAMLTree] = []

  /// Begins another file; what is reported next stands in it.
  func begin(_ tree: YAMLTree) { trees.append(tree) }

  /// Notes a problem at a node.
  func report(
    _ category: Diagnostic.Category, _ message: String, at node: YAMLNode,
    severity: Severity = .error, besides other: SourceLocation? = nil
  ) {
    report(category, message, at: node.location, severity: severity, besides: other)
  }

  /// Notes a problem at a place.
  func report(
    _ category: Diagnostic.Category, _ message: String, at location: SourceLocation?,
    severity: Severity = .error, besides other: SourceLocation? = nil
  ) {
    guard diagnostics.count < Self.most else {
      more += 1
      if severity == .error, !category.isAboutSense { moreCategory = .limit }
      return
    }
    diagnostics.append(Diagnostic(severity, category, message, at: location, besides: other))
  }

  /// The problems, and a last line for those that are not told.
  var told: [Diagnostic] {
    guard more > 0 else { return diagnostics }
    return diagnostics + [
      Diagnostic(
        .error, moreCategory,
        "\(more) more problems are not listed; mend those above and check again", at: nil)
    ]
  }

  /// Takes over problems that were found elsewhere.
  func take(_ more: [Diagnostic]) { diagnostics += more }

  /// Notes a reference, to be looked up when the whole map is read.
  func note(_ id: String, targets: [ReferenceTarget], at node: YAMLNode) {
    references.append(
      Reference(
        id: id, targets: targets, file: trees.count - 1, offset: node.byteRange.lowerBound))
  }

  /// Notes the name of something that stands in no map.
  func note(name: String, of noun: String, at node: YAMLNode) {
    names.append((name, noun, node.location))
  }

  /// Where a reference stands.
  func location(of reference: Reference) -> SourceLocation {
    trees[reference.file].location(of: reference.offset)
  }

  /// Notes a key that a record does not have.
  func reportUnknownKey(_ key: YAMLNode, of record: String, known: [String]) {
    guard diagnostics.count < Self.most else {
      more += 1
      moreCategory = .limit
      return
    }
    let text = key.text
    if Self.caseLevelKeys.contains(text.lowercased().filter { $0.isLetter }) {
      report(
        .caseLevelData,
        "`\(text)` looks like something about one family or one person. A map describes services "
          + "and never families; take it out of this file", at: key)
      return
    }
    let record = "a \(record)".withRightArticle
    if let near = suggestion(for: text, among: known) {
      report(.unknownKey, "\(record) has no key `\(text)`; did you mean `\(near)`?", at: key)
    } else {
      report(
        .unknownKey,
        "\(record) has no key `\(text)`; it has: \(known.joined(separator: ", "))", at: key)
    }
  }

  /// Keys, in lower case and without punctuation, under which people keep data about one person.
  private static let caseLevelKeys: Set<String> = [
    "nhsnumber", "dateofbirth", "dob", "birthdate", "patient", "patientid", "patientname",
    "childname", "clientname", "clientid", "familyname", "mothername", "parentname", "caseid",
    "casenotes", "homeaddress", "ethnicity", "diagnosisofchild", "socialcarenumber",
  ]
}

extension YAMLNode {
  /// Whether the value is the word `none`: stated that there is none.
  var isNone: Bool { style == .plain && isEqual(to: "none") }

  /// What sort of value it is, for a message.
  var inWords: String {
    switch kind {
    case .scalar: isNull ? "nothing" : "`\(text.shortened)`"
    case .sequence: "a list"
    case .mapping: "a set of keys and values"
    }
  }
}
