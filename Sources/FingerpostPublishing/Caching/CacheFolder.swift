import GraphvizRendering

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where results are kept between runs: a folder of files of which each is checked when it is read.
///
/// Nothing in it is ever needed: what is missing, damaged or not this program's is worked out again.
package struct CacheFolder: Sendable {
  /// Where it is; `nil` when this person has no folder for such things.
  package let path: String?

  /// Larger than this, the cache drops what was written longest ago, in bytes.
  private static let mostBytes = 256 << 20
  private static let heading = Array("fingerpost cache 1\n".utf8)

  /// The folder that `FINGERPOST_CACHE` names, or the usual one of the person who runs the program.
  package init() {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    #if canImport(Darwin)
      let usual = variable("HOME").map { "\($0)/Library/Caches/fingerpost" }
    #else
      let usual =
        variable("XDG_CACHE_HOME").map { "\($0)/fingerpost" }
        ?? variable("HOME").map { "\($0)/.cache/fingerpost" }
    #endif
    path = variable("FINGERPOST_CACHE") ?? usual
  }

  /// What is kept under a name; `nil` when there is nothing, or it is not what was written.
  package func contents(of entry: Fingerprint) -> Data? {
    guard let path, isOwn(path), let data = FileManager.default.contents(atPath: "\(path)/\(entry)")
    else { return nil }
    // The heading, the fingerprint of the rest and of its name, the rest.
    let body = Self.heading.count + 65
    guard data.count > body, data.prefix(Self.heading.count).elementsEqual(Self.heading) else {
      return nil
    }
    let rest = data.dropFirst(body)
    let seal = data.dropFirst(Self.heading.count).prefix(64)
    return seal.elementsEqual(Self.seal(of: rest, as: entry).utf8) ? Data(rest) : nil
  }

  /// Keeps something under a name; that it cannot be kept is no failure.
  package func keep(_ data: Data, as entry: Fingerprint) {
    guard let path else { return }
    if !FileManager.default.fileExists(atPath: path) {
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      chmod(path, 0o700)
    }
    guard isOwn(path) else { return }
    let bytes =
      Self.heading + Array(Self.seal(of: data, as: entry).utf8) + [UInt8(ascii: "\n")]
      + Array(data)
    try? AtomicFile(path: "\(path)/\(entry)").write(bytes)
  }

  /// Drops what was written longest ago until the cache has its size again, and what a killed run left
  /// half written.
  package func trim() {
    guard let path, isOwn(path) else { return }
    AtomicFile.removeLeftovers(in: path) { Fingerprint($0) != nil }
    let files = self.files.sorted { $1.modified.lexicographicallyPrecedes($0.modified) }
    var total = 0
    for file in files {
      total += file.size
      if total > Self.mostBytes { unlink("\(path)/\(file.name)") }
    }
  }

  /// How many files are kept, and how many bytes they have.
  package var size: (files: Int, bytes: Int) {
    let files = self.files
    return (files.count, files.reduce(0) { $0 + $1.size })
  }

  /// Drops everything.
  ///
  /// - Returns: How many files were there, and how many bytes they had.
  package func clear() -> (files: Int, bytes: Int) {
    guard let path, isOwn(path) else { return (0, 0) }
    let files = self.files
    for file in files { unlink("\(path)/\(file.name)") }
    return (files.count, files.reduce(0) { $0 + $1.size })
  }

  private static func seal(of data: Data, as entry: Fingerprint) -> String {
    Fingerprint(of: [entry.description, Fingerprint(of: data).description]).description
  }

  /// The files that this program writes, and those that it was stopped while writing.
  private var files: [(name: String, size: Int, modified: [Int])] {
    guard let path else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().compactMap { name in
      guard Fingerprint(String(name.prefix(64))) != nil,
        name.utf8.count == 64 || name.hasSuffix(".part"),
        let stamp = FileStamp(of: "\(path)/\(name)")
      else { return nil }
      return (name, stamp.size, stamp.modified)
    }
  }

  /// Whether nobody else may write in the folder.
  private func isOwn(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }
}
