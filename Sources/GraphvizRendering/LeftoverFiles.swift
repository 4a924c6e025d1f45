#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension AtomicFile {
  /// Removes what `write` left in a folder when the program was killed in the middle of it.
  ///
  /// Only files with a name as `write` makes it are removed, and only when the process that it names
  /// runs no more or the file is older than an hour: another one may be writing at this moment.
  ///
  /// - Parameters:
  ///   - folder: The folder; nothing happens when it cannot be read.
  ///   - isOurs: Whether a file of this name, without what `write` adds, is one that may be removed.
  public static func removeLeftovers(in folder: String, of isOurs: (String) -> Bool) {
    let folder = folder.isEmpty ? "." : folder
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard let (whole, process) = writer(of: name), isOurs(whole) else { continue }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      #if canImport(Darwin)
        let written = status.st_mtimespec.tv_sec
      #else
        let written = status.st_mtim.tv_sec
      #endif
      let isGone = kill(process, 0) != 0 && errno == ESRCH
      if isGone || time(nil) - written > 3600 { unlink(path) }
    }
  }

  /// Removes what earlier writes of this file left, as `removeLeftovers(in:of:)` does.
  public func removeLeftovers() {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init)
    let folder =
      parts.count == 2 && parts[0].isEmpty ? "/" : parts.dropLast().joined(separator: "/")
    Self.removeLeftovers(in: folder) { $0 == name }
  }

  /// The name of the file that was to be written, and the process that wrote it; `nil` for a name of
  /// any other form than that of `write`.
  private static func writer(of name: String) -> (name: String, process: pid_t)? {
    guard name.hasSuffix(".part") else { return nil }
    let stem = name.dropLast(5)
    guard let dot = stem.lastIndex(of: "."), dot > stem.startIndex else { return nil }
    let numbers = stem[stem.index(after: dot)...].split(
      separator: "-", omittingEmptySubsequences: false)
    guard numbers.count == 2, numbers.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let process = pid_t(numbers[0]), process > 0, UInt32(numbers[1]) != nil
    else { return nil }
    return (String(stem[..<dot]), process)
  }
}
