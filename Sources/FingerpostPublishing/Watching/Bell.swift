import Synchronization

/// A bell that is rung when something may have happened, and that somebody waits for.
///
/// Rings that nobody has heard yet become one.
package final class Bell: Sendable {
  /// What is heard.
  package let rings: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let count = Atomic(0)

  package init() {
    (rings, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Rings it; from any thread.
  package func ring() {
    count.add(1, ordering: .relaxed)
    continuation.yield()
  }

  /// Waits until it has not been rung for a time.
  ///
  /// - Parameters:
  ///   - quiet: For how long it must not be rung.
  ///   - longest: How long to wait altogether, however often it is rung.
  /// - Throws: When the task is cancelled.
  package func settle(quiet: Duration, longest: Duration) async throws {
    let start = ContinuousClock.now
    var heard: Int
    repeat {
      heard = count.load(ordering: .relaxed)
      try await Task.sleep(for: quiet)
    } while count.load(ordering: .relaxed) != heard && ContinuousClock.now - start < longest
  }
}
