public import ArgumentParser
public import FingerpostInterchange

extension InterchangeFormat: ExpressibleByArgument {
  /// The format that a file is probably in, by how its name ends; `nil` when several are, or none.
  ///
  /// - Parameters:
  ///   - path: The name of a file or a folder.
  ///   - isWritten: Whether it is going to be written, and not read.
  /// - Returns: The format.
  static func of(_ path: String, isWritten: Bool) -> InterchangeFormat? {
    let name = path.lowercased()
    let candidates = allCases.filter { format in
      (isWritten ? format.isWritable : format.isReadable)
        && format.fileEndings.contains { name.hasSuffix(".\($0)") }
    }
    return candidates.count == 1 ? candidates[0] : nil
  }
}
