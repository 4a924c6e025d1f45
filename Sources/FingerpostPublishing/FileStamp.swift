#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What tells from outside whether a file has changed.
package struct FileStamp: Hashable, Sendable, Codable {
  /// Which file or folder it is, whatever it is called.
  package struct Identity: Hashable, Sendable, Codable {
    private let device: Int
    private let number: UInt64

    init(_ status: stat) {
      device = Int(truncatingIfNeeded: status.st_dev)
      number = UInt64(status.st_ino)
    }
  }

  package let identity: Identity
  /// In bytes.
  package let size: Int
  private let mode: UInt32
  /// When what it holds was last written, in seconds and nanoseconds.
  package let modified: [Int]
  private let changed: [Int]

  /// Within how many seconds two changes may get the same time, on the coarsest disks.
  private static let grain = 2

  /// Looks at a file or folder, links followed; `nil` when it is not there.
  package init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    identity = Identity(status)
    size = Int(status.st_size)
    mode = UInt32(status.st_mode)
    #if canImport(Darwin)
      modified = [status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
      changed = [status.st_ctimespec.tv_sec, status.st_ctimespec.tv_nsec]
    #else
      modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
      changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    #endif
  }

  private var kind: UInt32 { mode & UInt32(S_IFMT) }
  package var isFolder: Bool { kind == UInt32(S_IFDIR) }
  /// Whether it is a file that ends: no pipe, and no device.
  package var isOrdinary: Bool { kind == UInt32(S_IFREG) }
  /// Whether it was changed so lately that another change would look the same.
  package var isRecent: Bool { time(nil) - modified[0] <= Self.grain }
  /// Who may do what with it.
  package var permissions: UInt32 { mode & 0o7777 }
}
