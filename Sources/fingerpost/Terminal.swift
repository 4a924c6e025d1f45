import FingerpostModel
import FingerpostPublishing
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the program writes: results to standard output, everything else to standard error.
struct Terminal: Sendable {
  private let hasColour: Bool
  private let isWatched: Bool
  /// Whether results may be coloured.
  let hasColouredResults: Bool
  private let memory: Memory?

  /// Looks at who reads.
  ///
  /// Colour and progress are for people at a terminal; a `NO_COLOR` variable and a dumb terminal
  /// switch colour off. Source: <https://no-color.org>.
  ///
  /// - Parameter keepsWhatItSays: Whether what is written can be asked for afterwards.
  init(keepsWhatItSays: Bool = false) {
    memory = keepsWhatItSays ? Memory() : nil
    isWatched = isatty(STDERR_FILENO) == 1
    let noColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    hasColour = isWatched && !noColour && !isDumb
    hasColouredResults = isatty(STDOUT_FILENO) == 1 && !noColour && !isDumb
  }

  private static let lostResults = Atomic(false)

  /// Whether a result could not be written, as on a full disk.
  static var hasLostResults: Bool { lostResults.load(ordering: .relaxed) }

  /// Writes a line of results.
  func result(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

  /// Writes a piece of a result, which may have many lines or none.
  func text(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes a result that may be no text.
  func bytes(_ bytes: [UInt8]) { send(bytes, to: STDOUT_FILENO) }

  /// Writes the whole result of a command, and ends it.
  func show(_ result: String) throws {
    text(result)
    try Ending.fine.end()
  }

  /// Writes a line about the work.
  func note(_ line: String) {
    clearProgress()
    write(line + "\n", to: STDERR_FILENO)
  }

  /// Writes a problem with its place.
  func report(_ diagnostic: Diagnostic) {
    guard hasColour else { return note(diagnostic.description) }
    let colour =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    let place = diagnostic.location.map { "\u{1B}[1m\($0):\u{1B}[0m " } ?? ""
    note(
      "\(place)\u{1B}[1;\(colour)m\(diagnostic.severity.rawValue):\u{1B}[0m \(diagnostic.message) "
        + "\u{1B}[2m[\(diagnostic.category.rawValue)]\u{1B}[0m")
  }

  /// Shows how far long work has come, on a line that the next one replaces; only to people.
  func progress(_ line: String) {
    guard isWatched else { return }
    send("\r\u{1B}[K" + line, to: STDERR_FILENO)
  }

  /// Tells what the preparation of a paper has to say.
  func tell(_ news: PaperPreparation.News) {
    switch news {
    case .problem(let diagnostic): report(diagnostic)
    case .remark(let text): note(text)
    case .progress(let text): progress(text)
    case .end: clearProgress()
    }
  }

  /// Takes the progress line away.
  func clearProgress() {
    guard isWatched else { return }
    send("\r\u{1B}[K", to: STDERR_FILENO)
  }

  /// Says once why results are lost.
  private func loseResults(_ number: Int32) {
    let reason = number == ENOSPC ? "the disk is full" : String(cString: strerror(number))
    guard !Self.lostResults.exchange(true, ordering: .relaxed) else { return }
    note("The results could not be written to where they were sent: \(reason).")
  }

  private func write(_ text: String, to descriptor: Int32) {
    memory?.add(Said(text: text, isResult: descriptor == STDOUT_FILENO))
    send(text, to: descriptor)
  }

  private func send(_ text: String, to descriptor: Int32) {
    send(Array(text.utf8), to: descriptor)
  }

  private func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      #elseif canImport(Musl)
        let count = rest.withUnsafeBytes { Musl.write(descriptor, $0.baseAddress, $0.count) }
      #else
        let count = rest.withUnsafeBytes { Darwin.write(descriptor, $0.baseAddress, $0.count) }
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        // Who closes the other end, as `head` does, has what they wanted.
        if descriptor == STDOUT_FILENO, errno != EPIPE { loseResults(errno) }
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}

extension Terminal {
  /// Something that was written.
  struct Said: Sendable, Codable {
    var text: String
    /// Whether it went to standard output.
    let isResult: Bool
  }

  /// What has been written so far, progress left out; `nil` when it was not kept, or is too much.
  var said: [Said]? { memory?.said }

  /// What decides how things are said to those who read.
  var readers: String { "\(hasColour) \(isWatched) \(hasColouredResults)" }

  /// Writes again what was written once.
  func say(again said: [Said]) {
    for piece in said { write(piece.text, to: piece.isResult ? STDOUT_FILENO : STDERR_FILENO) }
  }

  /// Keeps what is written.
  private final class Memory: Sendable {
    private struct State {
      var said: [Said] = []
      var bytes = 0
    }

    private let state = Mutex(State())
    private static let mostBytes = 64 << 20

    func add(_ piece: Said) {
      state.withLock { state in
        state.bytes += piece.text.utf8.count
        if state.bytes > Self.mostBytes {
          state.said = []
        } else if let last = state.said.last, last.isResult == piece.isResult {
          state.said[state.said.count - 1].text += piece.text
        } else {
          state.said.append(piece)
        }
      }
    }

    var said: [Said]? {
      state.withLock { $0.bytes > Self.mostBytes ? nil : $0.said }
    }
  }
}
