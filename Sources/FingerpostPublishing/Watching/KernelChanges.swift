import FingerpostFormats

#if os(Linux)
  import Dispatch

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// Changes as the Linux kernel tells of them, at once and without any work in between.
  ///
  /// It tells of what this computer does, and not of what another one does in a network folder. When
  /// more happens than it can tell, it says so, which rings as well.
  /// Source: inotify(7).
  package final class KernelChanges: FolderChanges {
    private let descriptor: Int32
    private let source: any DispatchSourceRead
    private var followed: Set<Int32> = []

    private static let events = UInt32(
      IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE
        | IN_DELETE_SELF | IN_MOVE_SELF)

    /// Begins; `nil` when the system has none of these left to give.
    package init?(ringing bell: Bell) {
      let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      self.descriptor = descriptor
      source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
      source.setEventHandler {
        if Self.hasHeard(descriptor) { bell.ring() }
      }
      source.setCancelHandler { close(descriptor) }
      source.activate()
    }

    deinit { source.cancel() }

    package func follow(_ folders: [String]) throws(TooManyFolders) -> Bool {
      var now: Set<Int32> = []
      for folder in folders {
        let watch = inotify_add_watch(descriptor, folder, Self.events)
        if watch >= 0 {
          now.insert(watch)
        } else if errno == ENOSPC || errno == ENOMEM {
          throw TooManyFolders()
        }
        // It is gone again or cannot be read: the folder that holds it tells when that changes.
      }
      for watch in followed.subtracting(now) { inotify_rm_watch(descriptor, watch) }
      let hasNew = !now.isSubset(of: followed)
      followed = now
      return hasNew
    }

    /// Reads all that is there to be read; whether any of it matters.
    private static func hasHeard(_ descriptor: Int32) -> Bool {
      var matters = false
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return matters }
        matters = buffer[..<count].withUnsafeBytes { Self.matters($0) } || matters
      }
    }

    /// Whether any of the events in what was read can have to do with maps.
    package static func matters(_ events: UnsafeRawBufferPointer) -> Bool {
      let head = MemoryLayout<inotify_event>.size
      var place = 0
      while place + head <= events.count {
        let event = events.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
        let end = min(events.count, place + head + Int(event.len))
        let name = events[(place + head)..<end].prefix { $0 != 0 }
        if matters(event.mask, String(decoding: name, as: UTF8.self)) { return true }
        place = end
      }
      return false
    }

    /// Whether an event can have to do with maps: pictures may be written into the same folder.
    ///
    /// One without a name is of a folder itself, or says that more happened than could be told.
    private static func matters(_ mask: UInt32, _ name: String) -> Bool {
      if mask & UInt32(IN_IGNORED) != 0 { return false }
      let isOfContents = mask & UInt32(IN_MODIFY | IN_CLOSE_WRITE) != 0
      return name.isEmpty || !isOfContents || name.isMapFile
    }
  }
#endif
