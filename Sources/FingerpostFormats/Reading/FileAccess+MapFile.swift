package import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FileAccess {
  /// What a map file holds, or why it is not read.
  package func mapFile(
    at path: String, limits: YAMLLimits = YAMLLimits()
  ) -> (bytes: [UInt8]?, problem: Diagnostic?) {
    func failure(
      _ message: String, _ category: Diagnostic.Category = .file
    ) -> (bytes: [UInt8]?, problem: Diagnostic?) {
      (
        nil,
        Diagnostic(.error, category, message, at: SourceLocation(file: path, line: 1, column: 1))
      )
    }
    // A pipe or a device may never end.
    guard let size = size(of: path) else {
      return failure("this is no ordinary file, and cannot be read; save the map as a file first")
    }
    guard size <= limits.bytes else {
      return failure(
        "this file has \(size / 1_048_576) MB, and a map file may have "
          + "\(limits.bytes / 1_048_576) MB; split it into several files in one folder", .limit)
    }
    guard let data = contents(of: path) else {
      return failure("this file cannot be opened; check that you may read it")
    }
    return ([UInt8](data), nil)
  }
}
