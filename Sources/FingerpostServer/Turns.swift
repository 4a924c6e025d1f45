/// Lets so many at a time go on, and the others in the order in which they came.
actor Turns {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Says how many may go on at a time.
  init(atOnce: Int) { free = atOnce }

  /// Waits for a turn, does something and gives the turn on.
  func take(for work: @Sendable () async -> Void) async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
    await work()
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
