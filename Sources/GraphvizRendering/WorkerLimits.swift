/// What a worker may use before it is stopped or replaced.
public struct WorkerLimits: Hashable, Sendable {
  /// The most that Graphviz may compute for one step of one picture, in seconds of one processor.
  ///
  /// However busy the machine is, the same picture meets the same limit. A worker that computes nothing
  /// and does not answer is stopped after four times as long.
  public var secondsPerStep: Double
  /// The most memory that a worker may take, in megabytes; beyond it Graphviz fails.
  public var megabytes: Int
  /// The number of steps after which a worker is replaced: Graphviz leaks a little with each.
  public var stepsPerWorker: Int
  /// The memory after which a worker is replaced, in megabytes.
  public var megabytesPerWorker: Int

  /// Makes limits.
  public init(
    secondsPerStep: Double = 30, megabytes: Int = 1024, stepsPerWorker: Int = 400,
    megabytesPerWorker: Int = 384
  ) {
    self.secondsPerStep = secondsPerStep
    self.megabytes = megabytes
    self.stepsPerWorker = stepsPerWorker
    self.megabytesPerWorker = megabytesPerWorker
  }
}
