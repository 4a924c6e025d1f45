import FingerpostFormats
import FingerpostModel
import FingerpostPublishing

/// What map files can hold, as forms need to know it.
struct FormatAnswer: Encodable, Sendable {
  let collections: [Collection]
  let shapes: [String: Shape]
  /// What references can name though no map declares it, by collection: each an id and a name.
  let known: [String: [[String]]]
  /// The views that pictures are drawn in: each its name and its question.
  let views: [[String]]

  /// Elements that stand under a key of the map.
  struct Collection: Encodable, Sendable {
    let key: String
    let label: String
    let noun: String
    let shape: String
    /// Whether each element stands under its id, rather than in a list.
    let isKeyed: Bool
  }

  /// A kind of record.
  struct Shape: Encodable, Sendable {
    let name: String
    let summary: String
    let fields: [Field]
  }

  /// A key of a record.
  struct Field: Encodable, Sendable {
    let key: String
    let label: String
    let summary: String
    let required: Bool
    let value: Value
  }

  /// What a key takes.
  indirect enum Value: Encodable, Sendable {
    case plain(String)
    case reference([String])
    case words(takes: String, [[String]])
    case number(ClosedRange<Int>)
    case form([String])
    case inner(takes: String, Value)
    case shape(takes: String, String)

    private enum CodingKeys: String, CodingKey {
      case takes, of, words, from, to, examples, shape
    }

    init(_ description: ValueDescription) {
      switch description {
      case .text: self = .plain("text")
      case .id: self = .plain("id")
      case .yesNo: self = .plain("yes-no")
      case .reference(let targets): self = .reference(targets.map(\.key))
      case .word(_, let words): self = .words(takes: "word", FormatAnswer.pairs(words))
      case .table(let words): self = .words(takes: "table", FormatAnswer.pairs(words))
      case .integer(let range): self = .number(range)
      case .pattern(_, _, let examples, _): self = .form(examples)
      case .list(let item): self = .inner(takes: "list", Value(item))
      case .orNone(let inner): self = .inner(takes: "or-none", Value(inner))
      case .records(let shape): self = .shape(takes: "records", shape.name)
      case .record(let shape): self = .shape(takes: "record", shape.name)
      case .keyed(let shape): self = .shape(takes: "keyed", shape.name)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .plain(let takes): try container.encode(takes, forKey: .takes)
      case .reference(let targets):
        try container.encode("reference", forKey: .takes)
        try container.encode(targets, forKey: .of)
      case .words(let takes, let words):
        try container.encode(takes, forKey: .takes)
        try container.encode(words, forKey: .words)
      case .number(let range):
        try container.encode("number", forKey: .takes)
        try container.encode(range.lowerBound, forKey: .from)
        try container.encode(range.upperBound, forKey: .to)
      case .form(let examples):
        try container.encode("form", forKey: .takes)
        try container.encode(examples, forKey: .examples)
      case .inner(let takes, let inner):
        try container.encode(takes, forKey: .takes)
        try container.encode(inner, forKey: .of)
      case .shape(let takes, let shape):
        try container.encode(takes, forKey: .takes)
        try container.encode(shape, forKey: .shape)
      }
    }
  }

  /// The format of this program.
  static let current = FormatAnswer()

  private init() {
    let map = MapFormat.shapes[0].fields()
    let itself = Collection(
      key: "map", label: "The map itself", noun: "map", shape: "map", isKeyed: false)
    collections =
      [itself]
      + map.compactMap { field in
        let isKeyed: Bool
        switch field.value {
        case .keyed: isKeyed = true
        case .records: isKeyed = false
        default: return nil
        }
        guard let shape = field.value.shape else { return nil }
        return Collection(
          key: field.key, label: Self.label(field.key), noun: shape.name, shape: shape.name,
          isKeyed: isKeyed)
      }.sorted { Self.rank($0.key) < Self.rank($1.key) }
    shapes = Dictionary(
      MapFormat.shapes.map { shape in
        (
          shape.name,
          Shape(
            name: shape.name, summary: shape.summary,
            fields: shape.fields().filter {
              // The version of the format is no matter of the map's.
              shape.name != "map" || ($0.value.isOfMapItself && $0.key != "fingerpost")
            }.map {
              Field(
                key: $0.key, label: Self.label($0.key), summary: $0.summary,
                required: $0.isRequired, value: Value($0.value))
            })
        )
      }, uniquingKeysWith: { first, _ in first })
    known = Dictionary(
      [ReferenceTarget.kinds, .intensities, .families].map {
        ($0.key, Self.pairs(MapFormat.knownWords(of: [$0])))
      }, uniquingKeysWith: { first, _ in first })
    views = PaperPreparation.views(in: .english).map { [$0.name, $0.question] }
  }

  /// What people change most comes first.
  private static func rank(_ key: String) -> Int {
    ["services", "routes", "boards", "programmes"].firstIndex(of: key) ?? .max
  }

  private static func label(_ key: String) -> String { key.asWords.capitalisedFirst }

  private static func pairs(_ words: [(raw: String, label: String)]) -> [[String]] {
    words.map { [$0.raw, $0.label.capitalisedFirst] }
  }
}
