import Synchronization

/// Tells browsers that maps have changed.
final class ChangeFeed: Sendable {
  /// What is told.
  struct Change: Sendable, Encodable {
    /// The map; `nil` when it concerns the list of maps.
    let map: String?
    /// What is wrong with its files, when its pages had to stay as they were.
    let problem: String?
  }

  private struct State {
    var listeners: [Int: AsyncStream<Change>.Continuation] = [:]
    var next = 0
  }

  private let state = Mutex(State())
  /// The most browsers that can listen at a time.
  static let mostListeners = 200

  /// Begins to listen; `nil` when too many do.
  func listen() -> AsyncStream<Change>? {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Change.self, bufferingPolicy: .bufferingNewest(64))
    let number: Int? = state.withLock { state in
      guard state.listeners.count < Self.mostListeners else { return nil }
      state.next += 1
      state.listeners[state.next] = continuation
      return state.next
    }
    guard let number else { return nil }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
    }
    return stream
  }

  /// Tells all who listen.
  func tell(_ change: Change) {
    let listeners = state.withLock { Array($0.listeners.values) }
    for listener in listeners { listener.yield(change) }
  }

  /// Has everybody stop listening.
  func end() {
    let listeners = state.withLock { Array($0.listeners.values) }
    for listener in listeners { listener.finish() }
  }
}
