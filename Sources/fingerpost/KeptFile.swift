import FingerpostFormats
import FingerpostInterchange
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file beside a map in which what an imported file said and a map does not is kept, a line a
/// statement, to be written back.
struct KeptFile {
  /// `brackenshire.kept.jsonl` for `brackenshire.yaml`.
  let path: String

  /// The file beside a map.
  init(of map: String) {
    let stem =
      map.isMapFile ? map.dropLast(map.hasSuffix(".yaml") ? 5 : 4) : map[...]
    path = stem + ".kept.jsonl"
  }
}

extension Terminal {
  /// What is kept beside a map; says which lines cannot be read.
  func kept(in file: KeptFile) -> [KeptStatement] {
    guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
    var statements: [KeptStatement] = []
    for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      if let statement = KeptStatement(line: [UInt8](line)) {
        statements.append(statement)
      } else {
        note(
          "\(file.path):\(index + 1): warning: this line cannot be read, and is left out of what is "
            + "written; take it out, or import again")
      }
    }
    return statements
  }
}
