import FingerpostModel

/// What is wrong with the contents of a directory, told by kind: the first places of each, then how
/// many more there are.
struct DirectoryProblems {
  /// A kind of problem.
  enum Kind: CaseIterable, Hashable {
    case unreadable
    case repeatedID
    case noName
    case noID
    case danglingID
    case belongsToNothing
    case wrongStatus
    case wrongDate
    case wrongAge
    case differing
    case sharedName

    /// What the others of its kind are called.
    var plural: String {
      switch self {
      case .unreadable: "elements that cannot be read"
      case .repeatedID: "elements with an id that another has"
      case .noName: "elements without a name"
      case .noID: "services without an id"
      case .danglingID: "ids of something that the directory does not hold"
      case .belongsToNothing: "rows that do not say what they belong to"
      case .wrongStatus: "words that are no status"
      case .wrongDate: "dates that are none"
      case .wrongAge: "ages that are none"
      case .differing: "organisations that are described in different ways"
      case .sharedName: "elements with the name of another"
      }
    }

    /// None is an error: the rest of a directory makes a map all the same.
    var severity: Severity { self == .sharedName ? .note : .warning }

    var category: Diagnostic.Category {
      switch self {
      case .unreadable: .syntax
      case .repeatedID, .sharedName: .clashingID
      case .noName, .noID: .missingKey
      case .danglingID, .belongsToNothing: .unknownReference
      case .wrongStatus: .unknownWord
      case .wrongDate: .badDate
      case .wrongAge: .badAge
      case .differing: .duplicateKey
      }
    }
  }

  /// How many places of each kind are named.
  static let places = 5

  private var counts: [Kind: Int] = [:]
  private var told: [ImportProblem] = []

  /// Counts a problem, and tells it if it is among the first of its kind.
  mutating func note(_ kind: Kind, _ message: @autoclosure () -> String, at place: ImportPlace) {
    counts[kind, default: 0] += 1
    guard counts[kind, default: 0] <= Self.places else { return }
    told.append(ImportProblem(kind.severity, kind.category, message(), at: place))
  }

  /// How many of a kind there are.
  func count(of kind: Kind) -> Int { counts[kind, default: 0] }

  /// The problems, those of a kind together, and after them how many more there are.
  func all(in file: ImportPlace) -> [ImportProblem] {
    told
      + Kind.allCases.compactMap { kind in
        let more = count(of: kind) - Self.places
        guard more > 0 else { return nil }
        return ImportProblem(
          kind.severity, kind.category, "and \(more) more \(kind.plural)", at: file)
      }
  }
}
