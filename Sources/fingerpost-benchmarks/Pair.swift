/// Two ways of doing the same, measured in turn so that both meet the same machine.
struct Pair {
  /// The median time of the one.
  let first: Duration
  /// The median time of the other.
  let second: Duration

  /// How many times as long the second takes as the first, to two places.
  var ratio: Double { (second / first * 100).rounded() / 100 }

  /// Runs both once unmeasured, then alternately, and takes medians.
  init(
    times: Int = 5, _ firstWork: () async throws -> Void, _ secondWork: () async throws -> Void
  ) async rethrows {
    try await firstWork()
    try await secondWork()
    var firsts: [Duration] = []
    var seconds: [Duration] = []
    let clock = ContinuousClock()
    for _ in 0..<times {
      firsts.append(try await clock.measure { try await firstWork() })
      seconds.append(try await clock.measure { try await secondWork() })
    }
    first = firsts.sorted()[times / 2]
    second = seconds.sorted()[times / 2]
  }
}

extension Duration {
  /// Whole milliseconds.
  var inMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
