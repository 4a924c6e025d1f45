import Foundation
public import Testing

/// Whether this run of the tests writes the snapshots anew: `RECORD_SNAPSHOTS=1`.
public let isRecordingSnapshots = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

/// Compares `text` with the file `Snapshots/<name>` beside the test that calls it.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the file is written, and the test fails once, so
/// that a recording is never mistaken for a comparison.
public func expectSnapshot(
  _ text: String,
  named name: String,
  sourceFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: sourceFile).deletingLastPathComponent()
    .appending(path: "Snapshots").appending(path: name)

  if isRecordingSnapshots {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("Recorded Snapshots/\(name); look at it.", sourceLocation: sourceLocation)
    return
  }

  guard let recorded = try? Data(contentsOf: file) else {
    Issue.record(
      "There is no Snapshots/\(name) yet; RECORD_SNAPSHOTS=1 writes it.",
      sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: recorded, as: UTF8.self)
  if let difference = snapshotDifference(between: expected, and: text) {
    Issue.record("Snapshots/\(name) differs\n\(difference)", sourceLocation: sourceLocation)
  }
}

/// Says on which line two texts part, with that line of each; `nil` when they are the same.
public func snapshotDifference(between expected: String, and actual: String) -> String? {
  guard !expected.utf8.elementsEqual(actual.utf8) else { return nil }
  let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(expectedLines, actualLines).prefix { $0 == $1 }.count
  func line(of lines: [Substring]) -> Substring {
    same < lines.count ? lines[same] : "(the text ends here)"
  }
  return """
    at line \(same + 1)
    recorded: \(line(of: expectedLines))
         now: \(line(of: actualLines))
    """
}
