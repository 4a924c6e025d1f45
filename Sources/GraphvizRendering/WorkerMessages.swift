/// How a job and its result travel between a program and its worker: each message is its length as
/// four bytes, lowest first, and then its fields in order.
enum WorkerMessages {
  /// What a worker says first, so that a program that is no worker is recognised.
  static let greeting = Array("fingerpost graphviz worker 1".utf8)
  /// The longest message that is believed, in bytes.
  static let longest = 1 << 30

  static func encoded(_ job: GraphvizJob) -> [UInt8] {
    var writer = FieldWriter()
    writer.add(job.engine.rawValue)
    writer.add(job.dot)
    writer.add(number: job.formats.count)
    for format in job.formats { writer.add(format.rawValue) }
    return writer.bytes
  }

  static func job(from bytes: [UInt8]) -> GraphvizJob? {
    var reader = FieldReader(bytes)
    guard let engine = reader.text().flatMap(GraphvizEngine.init(rawValue:)),
      let dot = reader.text(), let count = reader.number()
    else { return nil }
    var formats: [GraphvizFormat] = []
    for _ in 0..<count {
      guard let format = reader.text().flatMap(GraphvizFormat.init(rawValue:)) else { return nil }
      formats.append(format)
    }
    return GraphvizJob(dot: dot, engine: engine, formats: formats)
  }

  /// What came of a job, and the most memory that the worker has held, in megabytes.
  struct Answer {
    var result: Result<GraphvizResult, GraphvizError>
    var megabytes: Int
  }

  static func encoded(_ answer: Answer) -> [UInt8] {
    var writer = FieldWriter()
    writer.add(number: answer.megabytes)
    switch answer.result {
    case .success(let result):
      writer.add("result")
      writer.add(result.messages)
      writer.add(number: result.files.count)
      for file in result.files { writer.add(file) }
    case .failure(let error):
      for field in fields(of: error) { writer.add(field) }
    }
    return writer.bytes
  }

  static func answer(from bytes: [UInt8]) -> Answer? {
    var reader = FieldReader(bytes)
    guard let megabytes = reader.number(), let kind = reader.text() else { return nil }
    guard kind == "result" else {
      return error(kind, first: reader.text() ?? "", second: reader.text() ?? "")
        .map { Answer(result: .failure($0), megabytes: megabytes) }
    }
    guard let messages = reader.text(), let count = reader.number() else { return nil }
    var files: [[UInt8]] = []
    for _ in 0..<count {
      guard let file = reader.blob() else { return nil }
      files.append(file)
    }
    return Answer(
      result: .success(GraphvizResult(files: files, messages: messages)), megabytes: megabytes)
  }

  private static func fields(of error: GraphvizError) -> [String] {
    switch error {
    case .invalidGraph(let messages): ["invalid graph", messages]
    case .engineMissing(let engine): ["engine missing", engine]
    case .formatMissing(let format): ["format missing", format]
    case .layoutFailed(let messages): ["layout failed", messages]
    case .renderingFailed(let format, let messages): ["rendering failed", format, messages]
    case .contextUnavailable, .timedOut, .workerDied, .workerUnavailable, .cancelled:
      ["context unavailable"]
    }
  }

  private static func error(_ kind: String, first: String, second: String) -> GraphvizError? {
    switch kind {
    case "invalid graph": .invalidGraph(messages: first)
    case "engine missing": .engineMissing(first)
    case "format missing": .formatMissing(first)
    case "layout failed": .layoutFailed(messages: first)
    case "rendering failed": .renderingFailed(format: first, messages: second)
    case "context unavailable": .contextUnavailable
    default: nil
    }
  }
}

/// Puts fields behind each other.
struct FieldWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(number: Int) {
    withUnsafeBytes(of: UInt32(clamping: number).littleEndian) { bytes += $0 }
  }

  mutating func add(_ blob: [UInt8]) {
    add(number: blob.count)
    bytes += blob
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }
}

/// Takes fields off one after another; `nil` when the bytes end too soon.
struct FieldReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func number() -> Int? {
    guard rest.count >= 4 else { return nil }
    defer { rest = rest.dropFirst(4) }
    return rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func blob() -> [UInt8]? {
    guard let count = number(), rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func text() -> String? {
    blob().map { String(decoding: $0, as: UTF8.self) }
  }
}
