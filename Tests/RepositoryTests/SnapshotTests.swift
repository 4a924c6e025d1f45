import FingerpostTestSupport
import Testing

struct `A snapshot` {
  @Test func `agrees with the text that was recorded`() {
    #expect(snapshotDifference(between: "one\ntwo\n", and: "one\ntwo\n") == nil)
  }

  @Test func `differs by a line, by a missing line and by the newline at its end`() throws {
    let line = try #require(snapshotDifference(between: "one\ntwo\n", and: "one\nthree\n"))
    #expect(line.contains("line 2") && line.contains("two") && line.contains("three"))
    let missing = try #require(snapshotDifference(between: "one\ntwo", and: "one"))
    #expect(missing.contains("line 2") && missing.contains("the text ends here"))
    #expect(snapshotDifference(between: "one\n", and: "one") != nil)
  }
}
