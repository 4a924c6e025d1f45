import FingerpostDiagrams
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

/// Words that show which of them come from the table: each of its texts stands in ⟦brackets⟧.
private let marked: Words = {
  var words = Words()
  for phrase in Phrase.allCases {
    words.phrases[phrase] = [.other: bracketed(phrase.rawValue.split(separator: "|").last ?? "")]
  }
  for vocabulary in Words.vocabularies {
    for (key, english) in Words.labels(of: vocabulary) {
      words.labels["\(Words.kind(of: vocabulary)).\(key)"] = "⟦\(english)⟧"
    }
  }
  return words
}()

/// A template with brackets around all but its gaps.
private func bracketed(_ template: Substring) -> String {
  "⟦" + template.replacing("{", with: "⟧{").replacing("}", with: "}⟦") + "⟧"
}

/// What stands outside brackets.
private func outside(_ text: String) -> String {
  var depth = 0
  var rest = ""
  for letter in text {
    if letter == "⟦" { depth += 1 }
    if depth == 0 { rest.append(letter) }
    if letter == "⟧" { depth -= 1; rest.append("|") }
  }
  return rest
}

extension Diagram {
  /// Every text that somebody reads or hears.
  fileprivate var texts: [String] {
    [title, subtitle ?? "", summary] + notes + groups.map(\.label) + legend.map(\.label)
      + nodes.flatMap { $0.label + [$0.title] } + edges.flatMap { [$0.label ?? "", $0.title] }
  }
}

struct `Every word of a picture` {
  /// The texts of all kept maps, in small letters on one line.
  private static let written: String = {
    let folder = URL(filePath: PackageRoot.path(of: ""))
    var text = ""
    for name in ["Maps", "Examples"] {
      let files = FileManager.default.enumerator(
        at: folder.appending(path: name), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "yaml" {
        text += (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      }
    }
    let names = Intensity.defaultScale.map(\.name) + ServiceKind.known.map(\.name)
    let lines = (text + names.joined(separator: "\n")).lowercased()
    return lines.split { $0.isWhitespace }.joined(separator: " ").replacing("\"", with: "")
  }()

  @Test(arguments: KeptMaps.all, ViewName.allCases)
  func `comes from the table, or from the map`(_ map: SystemMap, _ name: ViewName) {
    var setting = KeptMaps.setting(for: map)
    setting.words = marked
    for diagram in name.view.pages(of: map, in: setting).diagrams {
      for text in diagram.texts {
        // Words of a map can hang together by punctuation of ours; ids are shown with spaces.
        let pieces = outside(text).lowercased().split { "|·;,:()•→".contains($0) }
        for piece in pieces {
          let words = piece.split { $0.isWhitespace }.joined(separator: " ")
          guard words.contains(where: \.isLetter) else { continue }
          #expect(
            Self.written.contains(words) || Self.written.contains(words.replacing(" ", with: "-")),
            "“\(words)” in “\(text)” of \(map.id)/\(diagram.name)")
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
