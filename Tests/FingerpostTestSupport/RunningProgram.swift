import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An executable file that tests run.
public struct Program: Sendable {
  /// The path of the executable file.
  public let path: String

  /// A program at a path, or with a name that is looked up on the `PATH`.
  public init(path: String) {
    self.path = path
  }

  /// The command line tool, as built for the tests that are running.
  public static let fingerpost = Program.built("fingerpost")

  /// Python with the packages of `Scripts/python-requirements.txt`, which `make test` installs.
  public static let python = Program(path: PackageRoot.path(of: ".build/python/bin/python3"))

  /// Graphviz's own program, for comparison.
  public static let dot = Program(path: "dot")

  /// An executable of this package, in the folder that the running tests were built into.
  public static func built(_ name: String) -> Program {
    let manager = FileManager.default
    let starts =
      CommandLine.arguments.filter { $0.contains(".xctest") } + CommandLine.arguments.prefix(1)
      + [Bundle.main.executablePath ?? ""]
    for start in starts where !start.isEmpty {
      var folder = URL(filePath: start).deletingLastPathComponent().standardizedFileURL
      while folder.path.count > 1 {
        let candidate = folder.appending(path: name).path
        var isFolder: ObjCBool = false
        if manager.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue,
          manager.isExecutableFile(atPath: candidate)
        {
          return Program(path: candidate)
        }
        folder.deleteLastPathComponent()
      }
    }
    return Program(path: PackageRoot.path(of: ".build/debug/\(name)"))
  }

  /// Runs the program to its end.
  ///
  /// What it writes goes through files, so that neither side can wait for the other.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - environment: Variables to set beside those of the tests; `nil` removes one.
  ///   - input: What the program reads from its standard input; nothing by default.
  ///   - folder: The folder it runs in; the package's root by default.
  ///   - memoryLimitInMegabytes: The most address space it may have. Beyond it allocations fail.
  ///   - timeLimit: How long it may run before it is killed with all it started.
  /// - Returns: How it ended and what it wrote.
  /// - Throws: `ProgramNotStarted` when there is no such program; what the system says when the
  ///   files for its input and output cannot be made.
  public func run(
    _ arguments: [String] = [],
    environment: [String: String?] = [:],
    input: [UInt8] = [],
    in folder: String = PackageRoot.path,
    memoryLimitInMegabytes: Int? = nil,
    timeLimit: Duration = .seconds(120)
  ) async throws -> ProgramRun {
    try await start(
      arguments, environment: environment, input: input, in: folder,
      memoryLimitInMegabytes: memoryLimitInMegabytes
    ).end(within: timeLimit)
  }

  /// Starts the program, which has to be waited for by `StartedProgram.end(within:)`.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - environment: Variables to set beside those of the tests; `nil` removes one.
  ///   - input: What the program reads from its standard input; nothing by default.
  ///   - folder: The folder it runs in; the package's root by default.
  ///   - memoryLimitInMegabytes: The most address space it may have.
  /// - Returns: The program, which runs.
  /// - Throws: As `run` does.
  public func start(
    _ arguments: [String] = [],
    environment: [String: String?] = [:],
    input: [UInt8] = [],
    in folder: String = PackageRoot.path,
    memoryLimitInMegabytes: Int? = nil
  ) throws -> StartedProgram {
    if path.contains("/"), !FileManager.default.isExecutableFile(atPath: path) {
      throw ProgramNotStarted(path: path, code: ENOENT)
    }
    let scratch = try TemporaryFolder()
    try Data(input).write(to: URL(filePath: scratch.path(of: "input")))

    // The shell sets the folder and the limit, and then becomes the program.
    let limit = memoryLimitInMegabytes.map { "ulimit -v \($0 * 1024) && " } ?? ""
    let script = "cd \"$0\" && \(limit)exec \"$@\""
    let words = ["/bin/sh", "-c", script, folder, path] + arguments
    let started = ContinuousClock.now
    let running = try spawn(words, environment: environment, scratch: scratch)
    return StartedProgram(running: running, scratch: scratch, started: started)
  }
}

/// A program that runs beside the test.
public struct StartedProgram: Sendable {
  fileprivate let running: RunningProgram
  fileprivate let scratch: TemporaryFolder
  fileprivate let started: ContinuousClock.Instant

  /// The number of the process, and of the group of all that it starts.
  public var identifier: Int32 { running.identifier }

  /// What it has written to standard output so far.
  public var output: String {
    String(decoding: (try? scratch.contents(of: "output")) ?? [], as: UTF8.self)
  }

  /// What it has written to standard error so far.
  public var errorOutput: String {
    String(decoding: (try? scratch.contents(of: "error")) ?? [], as: UTF8.self)
  }

  /// Sends it a signal.
  public func send(_ signal: Int32) { kill(running.identifier, signal) }

  /// Waits for its end.
  ///
  /// - Parameter limit: How long it may go on before it is killed with all it started.
  /// - Returns: How it ended and what it wrote.
  /// - Throws: What the system says when its output cannot be read.
  public func end(within limit: Duration = .seconds(120)) async throws -> ProgramRun {
    let ending = await running.end(within: limit)
    return ProgramRun(
      outcome: ending.outcome,
      outputBytes: try scratch.contents(of: "output"),
      errorBytes: try scratch.contents(of: "error"),
      peakMemoryInBytes: ending.peakMemoryInBytes,
      elapsed: ContinuousClock.now - started)
  }
}

/// What a program did when a test ran it.
public struct ProgramRun: Sendable {
  /// How a program came to its end.
  public enum Outcome: Hashable, Sendable {
    /// It ended by itself with this exit code.
    case exited(Int32)
    /// It was ended by this signal, as in a crash.
    case signalled(Int32)
    /// It ran past its time limit and was killed.
    case timedOut
  }

  /// How it ended.
  public let outcome: Outcome

  /// What it wrote to standard output.
  public let outputBytes: [UInt8]

  /// What it wrote to standard error.
  public let errorBytes: [UInt8]

  /// The most memory that it had at one time.
  ///
  /// On Linux it is looked up every 20 milliseconds while the program runs, because what `wait4`
  /// tells there holds what the tests themselves had when they started it; of a program that ends
  /// sooner it is that upper bound.
  public let peakMemoryInBytes: Int

  /// How long it ran.
  public let elapsed: Duration

  /// The exit code, or `nil` when a signal or the time limit ended it.
  public var exitCode: Int32? {
    guard case .exited(let code) = outcome else { return nil }
    return code
  }

  /// What it wrote to standard output, as text.
  public var output: String { String(decoding: outputBytes, as: UTF8.self) }

  /// What it wrote to standard error, as text.
  public var errorOutput: String { String(decoding: errorBytes, as: UTF8.self) }
}

/// A program could not be started at all.
public struct ProgramNotStarted: Error, CustomStringConvertible {
  /// The path or name of the program.
  public let path: String

  /// The system's error number.
  public let code: Int32

  /// A sentence for a test's report.
  public var description: String {
    "'\(path)' could not be started: \(String(cString: strerror(code)))"
  }
}

/// Starts a program in a group of its own, with its three streams on files.
private func spawn(
  _ words: [String], environment changes: [String: String?], scratch: TemporaryFolder
) throws -> RunningProgram {
  var environment = ProcessInfo.processInfo.environment
  // Tests work everything out, unless they are about what is kept.
  environment["FINGERPOST_CACHE"] = "/dev/null/none"
  for (name, value) in changes { environment[name] = value }

  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  let write = O_WRONLY | O_CREAT | O_TRUNC
  posix_spawn_file_actions_addopen(&actions, 0, scratch.path(of: "input"), O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, scratch.path(of: "output"), write, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, scratch.path(of: "error"), write, 0o600)

  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var defaults = sigset_t()
  sigemptyset(&defaults)
  for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGXCPU] { sigaddset(&defaults, signal) }
  posix_spawnattr_setsigdefault(&attributes, &defaults)
  posix_spawnattr_setpgroup(&attributes, 0)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))

  let argumentPointers = words.map { strdup($0) } + [nil]
  let environmentPointers = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }

  var identifier = pid_t()
  let code = posix_spawn(
    &identifier, words[0], &actions, &attributes, argumentPointers, environmentPointers)
  guard code == 0 else { throw ProgramNotStarted(path: words[0], code: code) }
  return RunningProgram(identifier: identifier)
}

/// A program that was started and not yet waited for.
private struct RunningProgram {
  let identifier: pid_t

  /// Waits for the end without blocking a thread, and kills the whole group at the time limit.
  func end(
    within limit: Duration
  ) async -> (outcome: ProgramRun.Outcome, peakMemoryInBytes: Int) {
    let deadline = ContinuousClock.now + limit
    var pause = Duration.milliseconds(1)
    var isKilled = false
    var status: Int32 = 0
    var usage = rusage()
    var peak = 0
    while wait4(identifier, &status, WNOHANG, &usage) == 0 {
      if !isKilled, ContinuousClock.now >= deadline || Task.isCancelled {
        kill(-identifier, SIGKILL)
        isKilled = true
      }
      peak = max(peak, peakMemorySoFar)
      // A cancelled task does not sleep; by then the program is as good as gone.
      try? await Task.sleep(for: pause)
      pause = min(pause * 2, .milliseconds(20))
    }
    kill(-identifier, SIGKILL)  // What it started and left behind.

    #if canImport(Darwin)
      peak = usage.ru_maxrss
    #else
      // It ended before anybody looked.
      if peak == 0 { peak = usage.ru_maxrss * 1024 }
    #endif
    let signal = status & 0x7f
    if isKilled, signal == SIGKILL { return (.timedOut, peak) }
    return (signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal), peak)
  }

  /// The most memory that the running program has held, in bytes; 0 where the system does not tell.
  private var peakMemorySoFar: Int {
    let status = try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) * 1024
  }
}
