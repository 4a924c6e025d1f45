import FingerpostTestSupport
import Testing

@Suite(.disabled(if: isRecordingSnapshots))
struct `A snapshot` {
  @Test func `passes when the text is as recorded`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one\ntwo\n", to: "Snapshots/numbers.txt")
    try expectSnapshot(
      "one\ntwo\n", named: "numbers.txt", sourceFile: folder.path(of: "SomeTests.swift"))
  }

  @Test func `fails with the first line that differs`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one\ntwo\n", to: "Snapshots/numbers.txt")
    try withKnownIssue {
      try expectSnapshot(
        "one\nthree\n", named: "numbers.txt", sourceFile: folder.path(of: "SomeTests.swift"))
    } matching: { issue in
      "\(issue)".contains("line 2") && "\(issue)".contains("three")
    }
  }

  @Test func `fails when nothing is recorded yet`() throws {
    let folder = try TemporaryFolder()
    withKnownIssue {
      try expectSnapshot("", named: "none.txt", sourceFile: folder.path(of: "SomeTests.swift"))
    }
  }
}
