import Subprocess
import Synchronization

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// One running worker: takes one job at a time.
///
/// The process lives as long as this object: without it, its standard input closes and it ends.
final class WorkerProcess: Sendable {
  /// How a worker failed to answer.
  enum Failure: Error {
    /// It could not be started, or is no worker.
    case unavailable(reason: String)
    /// It took too long and was killed.
    case timedOut
    /// Whoever asked no longer wants the answer, so it was killed.
    case cancelled
    /// It ended by itself or was killed by somebody else; `fromOutside` when the signal is one that
    /// a program does not send itself.
    case died(reason: String, fromOutside: Bool)
  }

  private struct Errand {
    let message: [UInt8]
    let answer: CheckedContinuation<Result<WorkerMessages.Answer, Failure>, Never>
  }

  private struct State {
    var kill: (@Sendable () -> Void)?
    var reasonOfKill: Failure?
    var identifier: Int32?
  }

  private let errands: AsyncStream<Errand>.Continuation
  private let state = Shared()

  /// What the object and its task share.
  private final class Shared: Sendable {
    let mutex = Mutex(State())

    func kill(because reason: Failure) {
      mutex.withLock { state in
        guard state.reasonOfKill == nil else { return }
        state.reasonOfKill = reason
        state.kill?()
      }
    }
  }

  init(path: String, limits: WorkerLimits) {
    let (stream, continuation) = AsyncStream<Errand>.makeStream()
    errands = continuation
    let state = state
    Task.detached {
      await Self.serve(
        stream, path: path, limits: limits, state: state, finish: { continuation.finish() })
    }
  }

  deinit { errands.finish() }

  /// The number of the process; `nil` before it runs.
  var identifier: Int32? { state.mutex.withLock { $0.identifier } }

  /// Has the worker do a job.
  func answer(to job: GraphvizJob) async throws(Failure) -> WorkerMessages.Answer {
    var writer = FieldWriter()
    writer.add(WorkerMessages.encoded(job))
    let message = writer.bytes
    let state = state
    return try await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let errand = Errand(message: message, answer: continuation)
        if case .terminated = errands.yield(errand) {
          continuation.resume(returning: .failure(Self.gone))
        }
      }
    } onCancel: {
      state.kill(because: .cancelled)
    }.get()
  }

  private static let gone = Failure.died(reason: "it had ended before", fromOutside: true)

  /// Runs the process and hands it one errand after another until it ends or nobody asks any more.
  private static func serve(
    _ errands: AsyncStream<Errand>, path: String, limits: WorkerLimits, state: Shared,
    finish: @Sendable () -> Void
  ) async {
    var inHand: Errand?
    var hasGreeted = false
    var end: Failure
    do {
      let outcome = try await Subprocess.run(
        .path(FilePath(path)),
        arguments: [
          GraphvizWorker.argument, "\(limits.megabytes)", "\(limits.secondsPerStep)",
        ],
        environment: .inherit.updating(["TZ": "UTC"]), input: .inputWriter, output: .sequence,
        error: .discarded
      ) { execution in
        state.mutex.withLock {
          $0.identifier = execution.processIdentifier.value
          $0.kill = { try? execution.send(signal: .kill) }
          if $0.reasonOfKill != nil { $0.kill?() }
        }
        defer { state.mutex.withLock { $0.kill = nil } }
        var frames = FrameReader(execution.standardOutput.makeAsyncIterator())
        for await errand in errands {
          inHand = errand
          let timer = Task {
            try await Task.sleep(for: .seconds(limits.secondsPerStep * 4))
            state.kill(because: .timedOut)
          }
          defer { timer.cancel() }
          do {
            if !hasGreeted {
              guard let greeting = try await frames.next() else { return }
              guard greeting == WorkerMessages.greeting else { throw NotAWorker() }
              hasGreeted = true
            }
            _ = try await execution.standardInputWriter.write(errand.message)
            guard let frame = try await frames.next(),
              let answer = WorkerMessages.answer(from: frame)
            else {
              try? execution.send(signal: .kill)
              return
            }
            inHand = nil
            errand.answer.resume(returning: .success(answer))
          } catch is NotAWorker {
            state.kill(because: .unavailable(reason: "it does not answer as a worker does"))
            return
          } catch {
            try? execution.send(signal: .kill)
            return
          }
        }
      }
      end = Self.failure(outcome.terminationStatus, hasGreeted: hasGreeted)
    } catch {
      end = .unavailable(reason: Self.sentence(error))
    }
    end = state.mutex.withLock { $0.reasonOfKill } ?? end
    inHand?.answer.resume(returning: .failure(end))
    finish()
    for await errand in errands { errand.answer.resume(returning: .failure(end)) }
  }

  private static func failure(_ status: TerminationStatus, hasGreeted: Bool) -> Failure {
    switch status {
    case .exited(let code) where !hasGreeted:
      .unavailable(reason: "it ended at once with code \(code)")
    case .exited(let code):
      .died(reason: "it ended with code \(code)", fromOutside: false)
    case .signaled(GraphvizWorker.signalOfTimeUsedUp): .timedOut
    case .signaled(let signal):
      .died(
        reason: "signal \(signal), \(Self.meaning(of: signal))",
        fromOutside: [1, 2, 9, 15].contains(signal))
    }
  }

  private static func meaning(of signal: Int32) -> String {
    switch signal {
    case 6: "Graphviz met a fault of its own or ran out of memory"
    case 9: "it was killed, perhaps for want of memory"
    case 11: "Graphviz met a fault of its own or ran out of memory"
    case 14: "it took too long"
    case 1, 2, 15: "it was asked to stop"
    default: "Graphviz met a fault of its own"
    }
  }

  private static func sentence(_ error: any Error) -> String {
    var text = "\(error)"
    while text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

/// A program wrote something that no worker writes.
private struct NotAWorker: Error {}

/// Cuts the output of a worker into messages.
private struct FrameReader {
  private var chunks: SubprocessOutputSequence.Iterator
  private var buffer: [UInt8] = []

  init(_ chunks: SubprocessOutputSequence.Iterator) { self.chunks = chunks }

  /// The next message; `nil` when the worker has ended.
  mutating func next() async throws -> [UInt8]? {
    while true {
      var reader = FieldReader(Array(buffer.prefix(4)))
      if let count = reader.number() {
        guard count <= WorkerMessages.longest else { throw NotAWorker() }
        if buffer.count >= count + 4 {
          let message = Array(buffer[4..<(count + 4)])
          buffer.removeFirst(count + 4)
          return message
        }
      }
      guard let chunk = try await chunks.next() else { return nil }
      chunk.withUnsafeBytes { buffer += $0 }
    }
  }
}
