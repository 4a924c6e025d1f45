#if canImport(Darwin)
  import Darwin
#endif

/// The program that is running.
package enum OwnProgram {
  /// Where its file is, so that it can be started again as a worker.
  package static var path: String {
    #if os(Linux)
      "/proc/self/exe"
    #else
      var buffer = [CChar](repeating: 0, count: 4096)
      var size = UInt32(buffer.count)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return CommandLine.arguments[0] }
      return String(
        decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #endif
  }
}
