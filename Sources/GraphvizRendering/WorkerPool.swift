import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Workers that draw side by side.
package actor WorkerPool: GraphvizHost {
  private let path: String
  /// The most workers at a time.
  package nonisolated let most: Int
  private let limits: WorkerLimits
  private var idle: [Seat] = []
  private var count = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var busy: [ObjectIdentifier: WorkerProcess] = [:]

  /// A worker and what it has done so far.
  private struct Seat {
    let worker: WorkerProcess
    var steps = 0
    var megabytes = 0
  }

  /// Makes a pool; it starts workers when there is work for them.
  package init(path: String, workers: Int, limits: WorkerLimits) {
    self.path = path
    self.limits = limits
    most = max(1, workers)
    _ = brokenPipesAreErrors
  }

  package func result(of job: GraphvizJob) async throws(GraphvizError) -> GraphvizResult {
    let outcome: Result<GraphvizResult, GraphvizError>
    do {
      do {
        outcome = try await attempt(job)
      } catch .died(_, fromOutside: true) {
        // Somebody killed the worker, not the picture: another one gets a second chance.
        outcome = try await attempt(job)
      }
    } catch {
      throw graphvizError(error)
    }
    return try outcome.get()
  }

  /// The numbers of the processes that draw at the moment.
  package var busyProcesses: [Int32] { busy.values.compactMap(\.identifier) }
  /// The numbers of the processes that wait for a picture.
  package var idleProcesses: [Int32] { idle.compactMap(\.worker.identifier) }
  /// The number of workers that are idle or draw.
  package var workers: Int { count }

  private func attempt(
    _ job: GraphvizJob
  ) async throws(WorkerProcess.Failure) -> Result<GraphvizResult, GraphvizError> {
    var seat = await takeSeat()
    let key = ObjectIdentifier(seat.worker)
    busy[key] = seat.worker
    defer { busy[key] = nil }
    let answer: WorkerMessages.Answer
    do {
      answer = try await seat.worker.answer(to: job)
    } catch {
      giveBack(nil)
      throw error
    }
    seat.steps += 1
    seat.megabytes = answer.megabytes
    // After an error Graphviz may be in any state.
    if case .success(let result) = answer.result, !result.messages.contains("Error") {
      giveBack(seat)
    } else {
      giveBack(nil)
    }
    return answer.result
  }

  private func graphvizError(_ failure: WorkerProcess.Failure) -> GraphvizError {
    switch failure {
    case .unavailable(let reason): .workerUnavailable(path: path, reason: reason)
    case .timedOut: .timedOut(seconds: limits.secondsPerStep)
    case .cancelled: .cancelled
    case .died(let reason, _): .workerDied(reason: reason)
    }
  }

  /// An idle worker, or a new one, or the next that becomes idle.
  private func takeSeat() async -> Seat {
    while true {
      if let seat = idle.popLast() { return seat }
      if count < most {
        count += 1
        return Seat(worker: WorkerProcess(path: path, limits: limits))
      }
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  /// Makes a worker available again, or lets it go when it is worn or `nil`.
  private func giveBack(_ seat: Seat?) {
    if let seat, seat.steps < limits.stepsPerWorker, seat.megabytes < limits.megabytesPerWorker {
      idle.append(seat)
    } else {
      count -= 1
    }
    if !waiting.isEmpty { waiting.removeFirst().resume() }
  }
}

/// Writing to a worker that has died must be an error and not end this program.
private let brokenPipesAreErrors: Bool = {
  signal(SIGPIPE, SIG_IGN)
  return true
}()
