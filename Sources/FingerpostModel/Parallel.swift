import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What becomes of each element, worked out side by side, one a core, in the order of the array.
  ///
  /// - Parameter transform: Must not wait for another element.
  /// - Returns: The results.
  package func inParallel<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > 1 else { return map(transform) }
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
