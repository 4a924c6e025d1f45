package import FingerpostDiagrams
package import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Draws many pictures side by side, in worker processes.
package struct PictureQueue: Sendable {
  private let renderer: WorkerRenderer
  private let workers: Int
  private let cache: CacheFolder?

  /// How many pictures make another worker worth its start; measured, the figure is about 4.
  private static let picturesPerWorker = 4

  /// About how many boxes a page holds.
  private static let boxesPerPage = 40

  /// Makes a queue for some diagrams; workers start with the first picture that is not in the cache.
  package init(of diagrams: [Diagram], cache: CacheFolder?) {
    self.cache = cache
    let pictures = diagrams.reduce(0) { $0 + 1 + $1.nodes.count / Self.boxesPerPage }
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    workers = min(cores, 1 + pictures / (Self.picturesPerWorker + 1))
    renderer = WorkerRenderer(path: OwnProgram.path, workers: workers)
  }

  /// Draws pictures; begins no more of them once the task is cancelled.
  ///
  /// - Parameters:
  ///   - jobs: What to draw, with whatever belongs to it.
  ///   - formats: The kinds of file.
  ///   - arrangement: How the parts of a job's diagram find their places.
  ///   - diagram: The diagram of a job.
  ///   - tell: What to do with the pages of each, in the order in which they are done.
  package func draw<Job: Sendable>(
    _ jobs: [Job], as formats: [OutputFormat], arranged arrangement: (Job) -> Arrangement,
    _ diagram: (Job) -> Diagram,
    tell: (Job, Result<PictureSet, DrawingError>) -> Void
  ) async {
    await withTaskGroup(of: (Job, Result<PictureSet, DrawingError>).self) { group in
      // Twice as many at a time as there are workers, so that none waits while this program is at
      // work on its picture; not all, so that what is drawn does not pile up in memory.
      var waiting = jobs[...]
      func next() {
        guard !Task.isCancelled, let job = waiting.popFirst() else { return }
        let (diagram, arranged) = (diagram(job), arrangement(job))
        group.addTask { (job, await result(of: diagram, formats, arranged)) }
      }
      for _ in 0..<(2 * workers) { next() }
      for await (job, result) in group {
        next()
        tell(job, result)
      }
    }
  }
}

extension PictureQueue {
  /// The picture from the cache, or else a new one, which is kept there.
  package func result(
    of diagram: Diagram, _ formats: [OutputFormat], _ arranged: Arrangement
  ) async -> Result<PictureSet, DrawingError> {
    let kept = cache.flatMap {
      PictureCache(of: diagram, as: formats, arranged: arranged, in: $0)
    }
    if let set = kept?.set { return .success(set) }
    do throws(DrawingError) {
      let set = try await renderer.drawSet(diagram, as: formats, arranged: arranged)
      kept?.keep(set)
      return .success(set)
    } catch {
      return .failure(error)
    }
  }
}
