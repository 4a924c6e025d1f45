import FingerpostFormats
public import FingerpostModel
import Foundation

/// Words that show which of them come from the table: each of its texts stands in ⟦brackets⟧.
public enum MarkedWords {
  /// Every phrase, label and field in brackets.
  public static let all: Words = {
    var words = Words()
    for phrase in Phrase.allCases {
      words.phrases[phrase] = [.other: bracketed(phrase.rawValue.split(separator: "|").last ?? "")]
    }
    for vocabulary in Words.vocabularies {
      for (key, english) in Words.labels(of: vocabulary) {
        words.labels["\(Words.kind(of: vocabulary)).\(key)"] = "⟦\(english)⟧"
      }
    }
    for key in MapFormat.keys.map(\.key) {
      words.labels["\(Words.fields).\(key)"] = "⟦\(Words.english.field(key))⟧"
    }
    return words
  }()

  /// A template with brackets around all but its gaps.
  public static func bracketed(_ template: some StringProtocol) -> String {
    "⟦" + String(template).replacing("{", with: "⟧{").replacing("}", with: "}⟦") + "⟧"
  }

  /// What stands outside brackets, in small letters, a piece for each stretch of a map's words: words
  /// of a map can hang together by punctuation of ours.
  public static func pieces(outsideBracketsOf text: String) -> [String] {
    var depth = 0
    var rest = ""
    for letter in text {
      if letter == "⟦" { depth += 1 }
      if depth == 0 { rest.append(letter) }
      if letter == "⟧" { depth -= 1; rest.append("|") }
    }
    return rest.lowercased().split { "|·;,:()•→“”.".contains($0) }
      .map { $0.split { $0.isWhitespace }.joined(separator: " ") }
      .filter { $0.contains(where: \.isLetter) }
  }

  /// Whether somebody wrote the words in a map that is kept here; ids are shown with spaces.
  public static func isWritten(_ words: String) -> Bool {
    written.contains(words) || written.contains(words.replacing(" ", with: "-"))
  }

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
}
