import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `A file of words` {
  private func read(_ text: String) -> (words: Words?, told: [String]) {
    let (words, diagnostics) = WordsReader().read(
      Array(("fingerpost-words: 1\n" + text).utf8), file: "our.words.yaml")
    return (words, diagnostics.map { "\($0)" })
  }

  @Test func `gives terms, labels and phrases, each with its forms`() throws {
    let (words, told) = read(
      """
      terms: {referral: recommendation}
      labels: {status: {paused: closed to new families}}
      phrases:
        empty: nobody yet
        boards: {one: "{n} committee", other: "{n} committees"}
      """)
    let found = try #require(words)
    #expect(told.isEmpty)
    #expect(found.label(RouteKind.referral) == "recommendation")
    #expect(found.label(Status.paused) == "closed to new families")
    #expect(found(.empty) == "nobody yet")
    #expect([1, 2].map { found(.boards, $0) } == ["1 committee", "2 committees"])
    #expect(found(.seatHeld) == Words.english(.seatHeld))
  }

  @Test(arguments: [
    ("phrases: {emtpy: x}", "2:11: error:", "did you mean `empty`?"),
    ("labels: {route-kind: {refferal: x}}", "2:23: error:", "did you mean `referral`?"),
    ("labels: {rout-kind: {}}", "2:10: error:", "did you mean `route-kind`?"),
    ("phrases: {chair: \"{roll}\"}", "2:18: error:", "it can hold `{role}`"),
    ("phrases: {chair: Chair}", "2:18: warning:", "no longer says `{role}`"),
    ("phrases: {boards: {one: \"{n}\"}}", "2:19: error:", "has no form `other`"),
    ("phrases: [a]", "2:10: error:", "here stands a list of phrases"),
    ("terms: {a: [b]}", "2:12: error:", "here stands a text"),
    ("term: {}", "2:1: error:", "did you mean `terms`?"),
    ("language: cy", "1:1: note:", "stay English"),
    ("sentences: {\"Ask “Hub” by 1 May 2026.\": x}", "2:13: error:", "write `Ask “{1}” by {2}.`"),
    ("sentences: {\"Ask “{1}”.\": \"“{2}”?\"}", "2:27: error:", "it can hold `{1}`"),
    ("sentences: {\"Ask “{1}”.\": Ask.}", "2:27: warning:", "no longer says `{1}`"),
    ("labels: {field: {wiat: x}}", "2:18: error:", "did you mean `wait`?"),
  ])
  func `with a mistake says where and what to do`(_ text: String, _ place: String, _ says: String) {
    let told = read(text).told
    #expect(told.count == 1, "\(told)")
    #expect(told.first?.hasPrefix("our.words.yaml:\(place)") == true, "\(told)")
    #expect(told.first?.contains(says) == true, "\(told)")
  }

  @Test func `gives sentences of rules, and the names of fields`() throws {
    let (words, told) = read(
      """
      labels: {field: {wait: Waiting time}}
      sentences: {"Ask “{1}” by {2}.": "By {2}, ask “{1}”."}
      """)
    let found = try #require(words)
    #expect(told.isEmpty)
    #expect(found.field("wait") == "Waiting time")
    #expect(found.said("Ask “Hub” by 1 May 2026. Go.") == "By 1 May 2026, ask “Hub”. Go.")
  }

  @Test func `that is none says how one begins`() {
    let (words, diagnostics) = WordsReader().read(Array("a: b".utf8), file: "x")
    #expect(words == nil)
    #expect(diagnostics.contains { $0.message.contains("fingerpost-words: 1") })
  }

  @Test func `beside a map is not taken for a map`() {
    let examples = MapReader().read(path: PackageRoot.path(of: "Examples/words"))
    #expect(!examples.contains { $0.map != nil })
  }

  @Test func `in Examples is read without a word of complaint`() {
    let path = PackageRoot.path(of: "Examples/words/recommendation.words.yaml")
    let (words, diagnostics) = WordsReader().read(path: path)
    #expect(words?.terms["referral"] == "recommendation" && diagnostics.isEmpty)
  }

  @Test func `never crashes the reader, whatever it holds`() throws {
    let text = try String(
      contentsOfFile: PackageRoot.path(of: "Examples/words/recommendation.words.yaml"),
      encoding: .utf8)
    var generator = SeededGenerator(seed: 7)
    let bytes = Array((text + "\nphrases: {boards: {one: \"{n}\", other: \"{n}s\"}}\n").utf8)
    for _ in 0..<2000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<damaged.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: damaged[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: damaged.remove(at: place)
        default:
          damaged.insert(contentsOf: "{[:&*!\"'\n\t".utf8.shuffled(using: &generator), at: place)
        }
      }
      let (words, diagnostics) = WordsReader().read(damaged, file: "x")
      #expect(words != nil || diagnostics.contains { $0.severity == .error })
    }
  }
}
