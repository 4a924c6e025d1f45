import FingerpostDiagrams
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

extension Diagram {
  /// Every text that somebody reads or hears.
  fileprivate var texts: [String] {
    [title, subtitle ?? "", summary] + notes + groups.map(\.label) + legend.map(\.label)
      + nodes.flatMap { $0.label + [$0.title] } + edges.flatMap { [$0.label ?? "", $0.title] }
  }
}

struct `Every word of a picture` {
  @Test(arguments: KeptMaps.all, ViewName.allCases)
  func `comes from the table, or from the map`(_ map: SystemMap, _ name: ViewName) {
    var setting = KeptMaps.setting(for: map)
    setting.words = MarkedWords.all
    for diagram in name.view.pages(of: map, in: setting).diagrams {
      for text in diagram.texts {
        for words in MarkedWords.pieces(outsideBracketsOf: text) {
          #expect(
            MarkedWords.isWritten(words), "“\(words)” in “\(text)” of \(map.id)/\(diagram.name)")
        }
      }
    }
  }

  @Test func `can be another`() {
    let words = Words(terms: [
      "referral": "recommendation", "self-referral": "asking for yourself",
      "referrals": "recommendations",
    ])
    #expect(words.label(RouteKind.referral) == "recommendation")
    #expect(words.label(RouteKind.selfReferral) == "asking for yourself")
    #expect(
      words.said("Referrals go to “Referral hub”; preferral stays.")
        == "Recommendations go to “Referral hub”; preferral stays.")
  }

  @Test func `has the form that the language wants`() {
    let welsh = Words(
      language: "cy",
      phrases: [.boards: [.two: "{n} fwrdd (two)", .many: "{n} (many)", .other: "{n} bwrdd"]])
    #expect(
      [1, 2, 6, 7].map { welsh(.boards, $0) } == [
        "1 bwrdd", "2 fwrdd (two)", "6 (many)", "7 bwrdd",
      ])
    #expect(Words.english(.boards, 1) == "1 board" && Words.english(.boards, 0) == "0 boards")
  }
}

struct `The table of phrases` {
  @Test func `has the same gaps in both forms, and a key of its own for each`() {
    #expect(Set(Phrase.allCases.map(\.key)).count == Phrase.allCases.count)
    for phrase in Phrase.allCases {
      let forms = phrase.rawValue.split(separator: "|")
      #expect(forms.count <= 2, "\(phrase.key)")
      for form in forms {
        #expect(
          Phrase.gaps(in: String(form)).subtracting(["n"]) == phrase.gaps.subtracting(["n"]),
          "\(phrase.key)")
      }
    }
  }

  @Test func `knows every closed list of words`() throws {
    let folder = URL(filePath: PackageRoot.path(of: "Sources/FingerpostModel"))
    let known = Set(Words.vocabularies.map { String(describing: $0) })
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8)
        .matches(of: /enum (\w+): String, Word\b/)
      {
        #expect(known.contains(String(match.output.1)), "\(match.output.1)")
      }
    }
  }

  @Test func `has no word that only programmers know`() {
    let texts =
      Phrase.allCases.map(\.rawValue)
      + Words.vocabularies.flatMap { Words.labels(of: $0).map(\.english) }
    for text in texts { #expect(CodeWords.found(in: text) == [], "\(text)") }
  }
}
