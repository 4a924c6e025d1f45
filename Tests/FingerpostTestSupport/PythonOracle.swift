import Foundation

/// A Python script that knows the right answers, such as one that asks networkx.
///
/// The script reads one JSON value from its standard input and writes one to its standard output,
/// so that a whole batch of questions costs one process. The interpreter is the one that
/// `make test` installs under `.build/python`, or the one that `FINGERPOST_PYTHON` names.
public struct PythonOracle: Sendable {
  /// The script could not be run, or did not answer.
  public struct Failure: Error, CustomStringConvertible {
    /// What went wrong, and what to do about it.
    public let description: String
  }

  private let script: URL
  /// The path of the interpreter.
  private let interpreter: String

  /// Names a script that lies in the folder of the calling file.
  ///
  /// - Parameters:
  ///   - script: The name of the script's file.
  ///   - file: A file in the same folder; leave it out.
  public init(script: String, besides file: String = #filePath) {
    self.script = URL(filePath: file).deletingLastPathComponent().appending(path: script)
    if let path = ProcessInfo.processInfo.environment["FINGERPOST_PYTHON"], !path.isEmpty {
      interpreter = path
    } else {
      // Not the file behind the link: from there Python would not find its own environment.
      interpreter = PackageRoot.path(of: ".build/python/bin/python3")
    }
  }

  /// Runs the script on a question and waits for its answer.
  ///
  /// Question and answer go through files, so that neither side can block on a full pipe.
  ///
  /// - Parameters:
  ///   - question: What the script reads.
  ///   - type: The type of what it writes.
  /// - Returns: What it wrote.
  /// - Throws: `Failure` when the interpreter or one of its packages is missing or the script
  ///   fails, and the error of `JSONDecoder` when the answer has another shape.
  public func answer<Answer: Decodable>(
    to question: some Encodable, as type: Answer.Type = Answer.self
  ) async throws -> Answer {
    guard FileManager.default.isExecutableFile(atPath: interpreter) else {
      throw Failure(
        description: """
          There is no Python interpreter at \(interpreter). Run `make test`, which installs one \
          with the packages that the tests need, or set FINGERPOST_PYTHON.
          """)
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fingerpost-oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    let input = folder.appending(path: "question.json")
    let output = folder.appending(path: "answer.json")
    let complaints = folder.appending(path: "complaints.txt")
    try JSONEncoder().encode(question).write(to: input)
    try Data().write(to: output)
    try Data().write(to: complaints)

    let process = Process()
    process.executableURL = URL(filePath: interpreter)
    process.arguments = ["-B", script.path(percentEncoded: false)]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaints)
    let status = try await exitStatus(of: process)
    guard status == 0 else {
      let complaint = String(decoding: try Data(contentsOf: complaints), as: UTF8.self)
      if complaint.contains("ModuleNotFoundError") {
        throw Failure(
          description: """
            The Python interpreter at \(interpreter) lacks a package that the tests need. \
            Run `make test`, which installs it. Python said: \(complaint)
            """)
      }
      throw Failure(
        description: "\(script.lastPathComponent) failed with status \(status): \(complaint)")
    }
    return try JSONDecoder().decode(type, from: Data(contentsOf: output))
  }
}

/// Runs a process to its end without holding a thread.
private func exitStatus(of process: Process) async throws -> Int32 {
  try await withCheckedThrowingContinuation { continuation in
    process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
    do {
      try process.run()
    } catch {
      process.terminationHandler = nil
      continuation.resume(throwing: error)
    }
  }
}
