/// Two ways of doing the same, measured in turn so that both meet the same machine.
struct Pair {
  /// The median time of the one.
  let first: Duration
  /// The median time of the other.
  let second: Duration

  /// How many times as long the second takes as the first.
  var ratio: String {
    let ratio = second / first
    return "\((ratio * 100).rounded() / 100)"
  }

  /// Runs both once unmeasured, then alternately, and takes medians.
  init(
    _ firstName: String, times: Int = 5, _ firstWork: () -> Void, _ secondName: String,
    _ secondWork: () -> Void
  ) {
    firstWork()
    secondWork()
    var firsts: [Duration] = []
    var seconds: [Duration] = []
    let clock = ContinuousClock()
    for _ in 0..<times {
      firsts.append(clock.measure(firstWork))
      seconds.append(clock.measure(secondWork))
    }
    first = firsts.sorted()[times / 2]
    second = seconds.sorted()[times / 2]
  }
}

extension Duration {
  /// Whole milliseconds.
  var inMilliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
