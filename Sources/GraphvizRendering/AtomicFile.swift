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

/// A file that is replaced as a whole or stays as it was.
public struct AtomicFile: Hashable, Sendable {
  /// Where the file is.
  public let path: String

  /// Names a file; it need not exist.
  public init(path: String) { self.path = path }

  /// Why a file could not be written.
  public struct WritingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file that was to be written.
    public var path: String
    /// The reason, in plain English.
    public var reason: String

    /// Makes an error.
    public init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }

    /// What happened and what is left, in plain English.
    public var description: String {
      "'\(path)' could not be written: \(reason). What was there before is as it was."
    }
  }

  /// Puts bytes in place of what the file held.
  ///
  /// They go to a file with another name in the same folder, to the disk, and then the name is
  /// changed, so that nobody ever finds half a file.
  public func write(_ bytes: [UInt8]) throws(WritingError) {
    try write(parts: CollectionOfOne(bytes))
  }

  /// Puts bytes that are made as they are written in place of what the file held, as `write(_:)` does.
  public func write(parts: some Sequence<[UInt8]>) throws(WritingError) {
    let temporary = "\(path).\(getpid())-\(UInt32.random(in: .min ... .max)).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { throw error(errno) }

    var problem: Int32?
    for part in parts where problem == nil { problem = fill(descriptor, with: part) }
    if problem == nil, fsync(descriptor) != 0, errno != EINVAL { problem = errno }
    if close(descriptor) != 0, problem == nil { problem = errno }
    if problem == nil, rename(temporary, path) != 0 { problem = errno }
    guard let problem else { return }
    unlink(temporary)
    throw error(problem)
  }

  /// Puts bytes in place of what the file held when it was read, unless somebody has changed it since.
  ///
  /// - Parameters:
  ///   - bytes: What it is to hold.
  ///   - known: What it held when it was read.
  /// - Throws: When it has been changed, or cannot be written.
  public func write(_ bytes: [UInt8], inPlaceOf known: [UInt8]) throws(WritingError) {
    guard let now = try? Data(contentsOf: URL(filePath: path)), now.elementsEqual(known) else {
      throw WritingError(
        path: path,
        reason: "it has been changed since it was read; look at it, and do this again")
    }
    try write(bytes)
  }

  /// The permissions that the file has, or those of a new one.
  private var permissions: mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
  }

  /// Writes all bytes; the system's error number when it cannot.
  private func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        #if canImport(Glibc)
          Glibc.write(descriptor, $0.baseAddress, $0.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, $0.baseAddress, $0.count)
        #else
          Darwin.write(descriptor, $0.baseAddress, $0.count)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  private func error(_ number: Int32) -> WritingError {
    let reason =
      switch number {
      case ENOSPC, EDQUOT: "the disk is full"
      case EACCES, EPERM: "you may not write in that folder"
      case EROFS: "the disk is read-only"
      case ENOENT: "the folder does not exist"
      case ENOTDIR: "a part of its path is a file and not a folder"
      case EISDIR: "there is a folder of that name"
      case ENAMETOOLONG: "its name is too long"
      default: String(cString: strerror(number)).lowercased()
      }
    return WritingError(path: path, reason: reason)
  }
}
