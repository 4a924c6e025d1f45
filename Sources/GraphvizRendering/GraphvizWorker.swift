#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The part of a program that draws for another process.
///
/// Graphviz can abort, hang and take all memory; in a process of its own it costs one picture only.
/// A program whose path is given to `WorkerRenderer` must call `runIfAsked()` before anything else.
public enum GraphvizWorker {
  /// The first argument of a process that is started as a worker.
  package static let argument = "--fingerpost-graphviz-worker"

  /// The signal that ends a worker which has computed for too long.
  static let signalOfTimeUsedUp = SIGPROF

  /// Draws until its standard input ends, and then ends the process, if the process was started as a
  /// worker; returns at once if it was not.
  public static func runIfAsked() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, arguments[1] == argument else { return }
    limit(megabytes: Int(arguments[2]) ?? 1024)
    let seconds = Double(arguments[3]) ?? 30

    // Plug-ins may print: nothing but answers may reach the program that asked.
    let answers = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard answers >= 0, nowhere >= 0, dup2(nowhere, STDOUT_FILENO) >= 0 else { exit(71) }
    close(nowhere)

    guard send(WorkerMessages.greeting, to: answers) else { exit(0) }
    while let bytes = receive(from: STDIN_FILENO) {
      guard let job = WorkerMessages.job(from: bytes) else { exit(65) }
      allow(seconds: seconds)
      let result: Result<GraphvizResult, GraphvizError>
      do throws(GraphvizError) {
        result = .success(try GraphvizLibrary.result(of: job))
      } catch {
        result = .failure(error)
      }
      allow(seconds: 0)
      let answer = WorkerMessages.Answer(result: result, megabytes: peakMegabytes())
      guard send(WorkerMessages.encoded(answer), to: answers) else { break }
    }
    exit(0)
  }

  /// Has the process end by `SIGPROF` when it has computed for so long; 0 for no limit.
  ///
  /// The clock on the wall would stop good pictures on a busy machine. It ends one that waits for nothing
  /// all the same, should the program that asked be gone.
  private static func allow(seconds: Double) {
    var timer = itimerval()
    timer.it_value.tv_sec = .init(seconds)
    timer.it_value.tv_usec = .init((seconds - seconds.rounded(.down)) * 1_000_000)
    #if os(Linux)
      setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    #else
      setitimer(ITIMER_PROF, &timer, nil)
    #endif
    alarm(seconds > 0 ? UInt32(seconds * 8) + 5 : 0)
  }

  private static func limit(megabytes: Int) {
    #if os(Linux)
      let memory = __rlimit_resource_t(RLIMIT_DATA.rawValue)
      let core = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    #else
      let (memory, core) = (RLIMIT_DATA, RLIMIT_CORE)
    #endif
    var most = rlimit()
    most.rlim_cur = rlim_t(megabytes) << 20
    most.rlim_max = most.rlim_cur
    setrlimit(memory, &most)
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(core, &none)
  }

  /// The most memory that this process has held.
  private static func peakMegabytes() -> Int {
    #if os(Linux)
      // What `getrusage` counts outlives `exec`: it would hold the memory of the program that started
      // this one. Source: proc_pid_status(5), VmHWM.
      guard let file = fopen("/proc/self/status", "r") else { return 0 }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 256)
      while fgets(&line, Int32(line.count), file) != nil {
        let text = String(
          decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard text.hasPrefix("VmHWM:") else { continue }
        return (Int(text.filter(\.isNumber)) ?? 0) / 1024
      }
      return 0
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss >> 20
    #endif
  }

  /// Writes a message; `false` when nobody reads any more.
  private static func send(_ message: [UInt8], to descriptor: Int32) -> Bool {
    var writer = FieldWriter()
    writer.add(message)
    var rest = writer.bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Reads a message; `nil` when there will be no more.
  private static func receive(from descriptor: Int32) -> [UInt8]? {
    guard let length = bytes(4, from: descriptor) else { return nil }
    var reader = FieldReader(length)
    guard let count = reader.number(), count <= WorkerMessages.longest else { return nil }
    return bytes(count, from: descriptor)
  }

  private static func bytes(_ count: Int, from descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = buffer.withUnsafeMutableBytes { space in
        read(descriptor, space.baseAddress.map { $0 + filled }, count - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      filled += got
    }
    return buffer
  }
}
