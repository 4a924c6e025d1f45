import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension String {
  /// The name of a file or folder to write to, from the command line; an empty one would lead to the
  /// folder of the whole system.
  init(path argument: String) throws {
    guard !argument.isEmpty else { throw ValidationError("it is empty; write a name") }
    self = argument
  }
}

extension Terminal {
  /// Whether a file may be written, because it is none of those that were read; says so otherwise.
  func mayWrite(_ path: String, besides read: [String]) -> Bool {
    func real(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }
    guard read.map(real).contains(real(path)) else { return true }
    note("\(path): this is the map itself, which would be lost; name another file with --output")
    return false
  }

  /// Makes a folder, unless it is there, or says why it cannot; whether it is there now.
  func makeFolder(_ path: String) -> Bool {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      return true
    } catch {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let file = parts.indices.map { parts[...$0].joined(separator: "/") }.first { part in
        let attributes = try? FileManager.default.attributesOfItem(atPath: part)
        return attributes?[.type] as? FileAttributeType == .typeRegular
      }
      note(
        "\(path): this folder cannot be made; "
          + (file.map { "\($0) is a file, so name another folder with --output" }
            ?? "check that you may write there, and that the disk is not full"))
      return false
    }
  }
}
