#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// How readers look at files and folders: every look can be told to somebody, who then knows all that
/// a result depends on.
public struct FileAccess: Sendable {
  /// Something that a reader found out about a path.
  public enum Look: Hashable, Sendable {
    /// What a file holds; `nil` when it cannot be read.
    case contents(Data?)
    /// The names in a folder, in no order; `nil` when it cannot be listed.
    case names([String]?)
    /// Whether there is a folder, or something else; `nil` when there is nothing.
    case isFolder(Bool?)
    /// The size of an ordinary file in bytes; `nil` when there is none.
    case size(Int?)
  }

  private let tell: (@Sendable (String, Look) -> Void)?

  /// Makes an access to the files of the disk.
  ///
  /// - Parameter tell: What to do with every look, on any thread; nothing by default.
  public init(tell: (@Sendable (String, Look) -> Void)? = nil) { self.tell = tell }

  /// What a file holds; `nil` when it cannot be read.
  public func contents(of path: String) -> Data? {
    let data = FileManager.default.contents(atPath: path)
    tell?(path, .contents(data))
    return data
  }

  /// The names in a folder, in no order; `nil` when it cannot be listed.
  public func names(in folder: String) -> [String]? {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    tell?(folder, .names(names))
    return names
  }

  /// Whether there is a folder at a path, or something else; `nil` when there is nothing.
  public func isFolder(_ path: String) -> Bool? {
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    tell?(path, .isFolder(exists ? isFolder : nil))
    return exists ? isFolder : nil
  }

  /// The size of an ordinary file in bytes; `nil` for a pipe, a device and whatever else never ends.
  public func size(of path: String) -> Int? {
    let whole = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: whole)
    let isOrdinary = attributes?[.type] as? FileAttributeType ?? .typeRegular == .typeRegular
    let size = (attributes?[.size] as? any BinaryInteger).map { Int(clamping: $0) } ?? 0
    tell?(path, .size(isOrdinary ? size : nil))
    return isOrdinary ? size : nil
  }
}
