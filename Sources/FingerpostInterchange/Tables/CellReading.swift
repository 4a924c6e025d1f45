import FingerpostFormats
import FingerpostModel

/// Makes what a person wrote in a cell into what a map file says.
struct CellReading {
  /// What the file names, so that a cell may give a name where a map has an id.
  let names: NameIndex

  /// What a value is in a map file.
  ///
  /// What cannot be made out stays as it is, and is reported when the map is read.
  ///
  /// - Parameters:
  ///   - text: What the person wrote.
  ///   - value: What the key takes.
  /// - Returns: What the map file says, and a remark when it could have been meant otherwise.
  func scalar(_ text: String, as value: ValueDescription) -> (text: String, remark: String?) {
    switch value {
    case .text: return (text, nil)
    case .word(_, let words):
      let loose = text.loose
      let word = words.first { $0.raw.loose == loose } ?? words.first { $0.label.loose == loose }
      return (word?.raw ?? text.trimmed, nil)
    case .yesNo:
      switch text.loose {
      case "yes", "y", "true": return ("yes", nil)
      case "no", "n", "false": return ("no", nil)
      default: return (text.trimmed, nil)
      }
    case .reference(let targets): return (names.id(of: text.trimmed, among: targets), nil)
    case .pattern("a date", _, _, _): return Self.date(text.trimmed)
    case .pattern("an age", _, _, _): return (text.trimmed.lowercased(), nil)
    case .orNone(let inner): return scalar(text, as: inner)
    default: return (text.trimmed, nil)
    }
  }

  /// A date as ISO 8601 has it.
  ///
  /// `3/4/2026` is the third of April, as people write it in Britain.
  private static func date(_ text: String) -> (text: String, remark: String?) {
    guard let match = text.wholeMatch(of: /(\d{1,2})[\/.](\d{1,2})[\/.](\d{4})/),
      let day = Int(match.output.1), let month = Int(match.output.2)
    else {
      // A spreadsheet keeps a day with the time, mostly the midnight at which it begins.
      if let match = text.wholeMatch(
        of: /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(\.\d+)?)?Z?/)
      {
        let isMidnight = match.output.2 == "00:00"
        return (
          String(match.output.1),
          isMidnight ? nil : "the time of `\(text)` is left out; a map holds days"
        )
      }
      return (text, nil)
    }
    if month > 12, (1...12).contains(day) {
      return (text, "`\(text)` seems to have the month before the day; write the day first")
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(match.output.3)-\(two(month))-\(two(day))"
    let isClear = day > 12 || day == month
    return (
      date,
      isClear
        ? nil
        : "`\(text)` is taken for \(date), the day before the month; write \(date) if that is right"
    )
  }
}

/// The elements that a file names, found by id or by name.
struct NameIndex {
  private var ids: [String: Set<String>] = [:]
  private var byName: [String: [String: String]] = [:]

  /// Starts with the kinds of service and the levels that every map has.
  init() { self = Self.known }

  private static let known = NameIndex(known: ())

  private init(known: ()) {
    for kind in ServiceKind.known { add(kind.id.rawValue, kind.name, to: "kinds") }
    for level in Intensity.defaultScale { add(level.id.rawValue, level.name, to: "intensities") }
    add("families", "families", to: "families")
  }

  /// Adds an element; the first of several with one name is found by it.
  mutating func add(_ id: String, _ name: String, to collection: String) {
    ids[collection, default: []].insert(id)
    let loose = name.loose
    if !loose.isEmpty, byName[collection]?[loose] == nil {
      byName[collection, default: [:]][loose] = id
    }
  }

  /// Whether a collection holds an element of this id.
  func holds(_ id: String, in collection: String) -> Bool { ids[collection]?.contains(id) ?? false }

  /// Whether an element of a collection is called so.
  func isTaken(_ name: String, in collection: String) -> Bool {
    byName[collection]?[name.loose] != nil
  }

  /// The id of what a text names; the text itself when nothing is called so.
  func id(of text: String, among targets: [ReferenceTarget]) -> String {
    find(text, among: targets) ?? text
  }

  /// The id of what a text names; `nil` when nothing is called so.
  func find(_ text: String, among targets: [ReferenceTarget]) -> String? {
    let collections = targets.map(\.key)
    if collections.contains(where: { holds(text, in: $0) }) { return text }
    let loose = text.loose
    for collection in collections {
      if let id = byName[collection]?[loose] { return id }
    }
    return nil
  }
}
