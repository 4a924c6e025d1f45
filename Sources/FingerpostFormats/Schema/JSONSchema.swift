import FingerpostModel

/// The schema of a map file, so that editors complete and check a map while it is typed.
///
/// It is made from the shapes that the reader uses. What only the whole map can tell, such as
/// whether a reference names anything, is left to the reader.
///
/// Source: JSON Schema 2020-12, <https://json-schema.org/draft/2020-12>.
public enum JSONSchema {
  /// The schema as JSON, the same text every time.
  ///
  /// - Throws: What the JSON encoder reports.
  public static func text() throws -> String { try SchemaWriter().schema().text() }
}

/// Turns shapes into JSON Schema; what several keys take is defined once, under `$defs`.
private struct SchemaWriter {
  private var definitions: [String: JSONValue] = [:]

  /// The schema of a whole map.
  func schema() -> JSONValue {
    var writer = self
    for shape in MapFormat.shapes.dropFirst() {
      writer.definitions[shape.definitionName] = .object(writer.record(shape))
    }
    var map = writer.record(MapFormat.shapes[0])
    map["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    map["title"] = "A Fingerpost system map"
    map["$defs"] = .object(writer.definitions)
    return .object(map)
  }

  /// A record: its keys, and no others.
  private mutating func record(_ shape: ShapeDescription) -> [String: JSONValue] {
    var properties: [String: JSONValue] = [:]
    var required: [JSONValue] = []
    for field in shape.fields() {
      var alternatives = alternatives(field.value)
      if field.isRequired {
        required.append(.string(field.key))
      } else {
        // A key with nothing after it: the map does not say.
        alternatives.append(["type": "null"])
      }
      var property = any(alternatives)
      if field.isRequired, case .text = field.value { property["minLength"] = .integer(1) }
      property["description"] = .string(field.summary)
      properties[field.key] = .object(property)
    }
    var schema: [String: JSONValue] = [
      "description": .string(shape.summary), "type": "object",
      "properties": .object(properties), "additionalProperties": false,
    ]
    if !required.isEmpty { schema["required"] = .array(required) }
    return schema
  }

  /// What a key may be followed by, the plainest first.
  private mutating func alternatives(_ value: ValueDescription) -> [JSONValue] {
    switch value {
    case .text: [text()]
    case .id: [id()]
    case .reference(let targets): [reference(to: targets)]
    case .word(let name, let words): [vocabulary(MapFormat.Vocabulary(name: name, words: words))]
    case .yesNo: [yesNo()]
    case .integer(let range): integer(range)
    case .pattern(let name, let expression, let examples, let numbers):
      [form(name, expression, examples, numbers)]
    case .list(let item): list(of: item)
    case .records(let shape): [array(of: .reference(shape.definitionName)), ["const": "none"]]
    case .record(let shape): [.reference(shape.definitionName)]
    case .keyed(let shape): keyed(shape)
    case .table(let words):
      [
        [
          "type": "object", "additionalProperties": false,
          "properties": .object(
            Dictionary(words.map { ($0.raw, .object(any(integer(0...100)))) }) { first, _ in first }
          ),
        ]
      ]
    case .orNone(let inner): alternatives(inner) + [["const": "none"]]
    }
  }

  // MARK: - Values

  /// Any text; what other programs take for a number or for true is text to a map.
  private mutating func text() -> JSONValue {
    define("text", ["type": ["string", "number", "boolean"]])
  }

  private static let idPattern = "^[a-z0-9._][a-z0-9._-]{0,99}$"

  private mutating func id() -> JSONValue {
    define(
      "id",
      [
        "description": "An id: lower case letters, digits and hyphens.",
        "anyOf": [
          ["type": "string", "pattern": .string(Self.idPattern)],
          ["type": "integer", "minimum": .integer(0)],
        ],
      ])
  }

  private mutating func reference(to targets: [ReferenceTarget]) -> JSONValue {
    let nouns = targets.filter { $0 != .families }.map(\.noun)
    let known = MapFormat.knownWords(of: targets).map { JSONValue.string($0.raw) }
    let id: [JSONValue] = [
      ["type": "string", "pattern": "^([a-z0-9._][a-z0-9._-]*:)?[a-z0-9._][a-z0-9._-]*$"],
      ["type": "integer", "minimum": .integer(0)],
    ]
    return define(
      "id-of-" + targets.map(\.noun.asID).joined(separator: "-or-"),
      [
        "description": .string("The id of: \(nouns.joined(separator: ", "))."),
        "anyOf": .array((known.isEmpty ? [] : [["enum": .array(known)]]) + id),
      ])
  }

  private mutating func yesNo() -> JSONValue {
    define(
      "yes-or-no",
      [
        "anyOf": [
          ["enum": ["yes", "no"]], ["type": "boolean"],
          ["type": "string", "pattern": "^(Yes|No|[Tt]rue|[Ff]alse)$"],
        ]
      ])
  }

  private func integer(_ range: ClosedRange<Int>) -> [JSONValue] {
    [
      [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ],
      ["type": "string", "pattern": "^[0-9]{1,12}$"],
    ]
  }

  private mutating func form(
    _ name: String, _ expression: String, _ examples: [String], _ numbers: ClosedRange<Int>?
  ) -> JSONValue {
    var alternatives: [JSONValue] = [["type": "string", "pattern": .string(expression)]]
    if let numbers {
      let type: JSONValue = examples.contains { $0.contains(".") } ? "number" : "integer"
      alternatives.append([
        "type": type, "minimum": .integer(numbers.lowerBound),
        "maximum": .integer(numbers.upperBound),
      ])
    }
    var schema = any(alternatives)
    schema["description"] = .string(
      "\(name.prefix(1).uppercased() + name.dropFirst()), such as "
        + examples.joined(separator: ", ") + ".")
    schema["examples"] = .array(examples.map { .string($0) })
    let words = name.split(separator: " ")
    return define(words.dropFirst().joined(separator: "-").asID, .object(schema))
  }

  private mutating func list(of item: ValueDescription) -> [JSONValue] {
    let one = alternatives(item)
    return [array(of: .object(any(one)))] + one + [["const": "none"]]
  }

  private mutating func keyed(_ shape: ShapeDescription) -> [JSONValue] {
    [
      [
        "type": "object", "propertyNames": ["pattern": .string(Self.idPattern)],
        "additionalProperties": .object(any([.reference(shape.definitionName), text()])),
      ],
      ["const": "none"],
    ]
  }

  /// A closed list of words; a word that is all digits may also stand as a number.
  private mutating func vocabulary(_ vocabulary: MapFormat.Vocabulary) -> JSONValue {
    let words = vocabulary.words
    let numbers = words.compactMap { Int($0.raw) }.map { JSONValue.integer($0) }
    return define(
      vocabulary.definitionName,
      [
        "enum": .array(words.map { .string($0.raw) } + numbers),
        "description": .string(words.map { "\($0.raw): \($0.label)" }.joined(separator: "; ")),
      ])
  }

  // MARK: - Parts

  private mutating func define(_ name: String, _ schema: JSONValue) -> JSONValue {
    definitions[name] = schema
    return .reference(name)
  }

  private func array(of item: JSONValue) -> JSONValue { ["type": "array", "items": item] }

  /// One of several alternatives; a single one stands by itself.
  private func any(_ alternatives: [JSONValue]) -> [String: JSONValue] {
    if alternatives.count == 1, case .object(let only) = alternatives[0] { return only }
    return ["anyOf": .array(alternatives)]
  }
}

extension JSONValue {
  /// A pointer to a definition.
  fileprivate static func reference(_ name: String) -> JSONValue {
    ["$ref": .string("#/$defs/\(name)")]
  }
}

extension ShapeDescription {
  /// The name of its definition in the schema, told apart from a value's.
  var definitionName: String { "record-" + name.asID }
}

extension MapFormat.Vocabulary {
  /// The name of its definition in the schema, told apart from a record's.
  var definitionName: String { "words-" + title.asID }

  /// The name in words: `AccessFeature` becomes `access feature`.
  var title: String {
    var words = ""
    for character in name {
      if character.isUppercase, !words.isEmpty { words.append(" ") }
      words += character.lowercased()
    }
    return words
  }
}
