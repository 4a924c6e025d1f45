import FingerpostModel
import Testing

struct `The pattern of a sentence` {
  @Test(arguments: [
    ("Nobody keeps “Hub” true.", "Nobody keeps “{1}” true."),
    ("“A”, “B” and “C” wait 20 weeks.", "“{1}” wait {2} weeks."),
    ("“A” or “B”, and “C”", "“{1}”, and “{2}”"),
    ("“The “old” hub” has E73 and `funded-until`.", "“{1}” has E73 and `{2}`."),
    (
      "By 1 May 2026, or in May 2026; it may be 1,024 of 2.5.",
      "By {1}, or in {2}; it may be {3} of {4}."
    ),
    ("“Open", "“Open"), ("`x", "`x"), ("", ""), ("{", "{"), ("3", "{1}"),
  ])
  func `has a gap for all that goes by the map`(_ sentence: String, _ pattern: String) {
    #expect(SentencePattern(of: sentence).text == pattern)
    #expect(SentencePattern(of: pattern).text == pattern)
  }

  @Test func `is found in a text sentence by sentence`() {
    #expect(
      SentencePattern.sentences(of: "Is “A. B” it? Ask `c. D`, e.g. here. “E” is. 3 are.") == [
        "Is “A. B” it?", "Ask `c. D`, e.g. here.", "“E” is.", "3 are.",
      ])
  }
}

struct `A sentence of a rule` {
  private let welsh = Words(
    language: "cy", phrases: [.and: [.other: "{first} a {last}"], .may: [.other: "Mai"]],
    sentences: [
      "“{1}” wait {2} weeks.": "Mae “{1}” yn aros {2} wythnos.",
      "Ask by {1}. Or now.": "Gofynnwch erbyn {1}.",
    ])

  @Test func `is said as the words have it, whole or sentence by sentence`() {
    #expect(
      welsh.said("“A”, “B” and “C” wait 20 weeks.") == "Mae “A”, “B” a “C” yn aros 20 wythnos.")
    #expect(welsh.said("Ask by 1 May 2026. Or now.") == "Gofynnwch erbyn 1 Mai 2026.")
  }

  @Test func `that they have not is English, and known to be`() {
    #expect(
      welsh.passages(of: "“A” wait 3 weeks. Ask them. And others.") == [
        .init("Mae “A” yn aros 3 wythnos."), .init(" Ask them. And others.", isForeign: true),
      ])
    #expect(Words.english.passages(of: "Ask them.") == [.init("Ask them.")])
  }

  @Test func `stands within a phrase with its own language`() {
    #expect(
      welsh.passages(.asksOne, nil, ["name": [.init("A")], "what": [.init("x", isForeign: true)]])
        == [.init("“A” does not say "), .init("x", isForeign: true), .init(".")])
  }
}
