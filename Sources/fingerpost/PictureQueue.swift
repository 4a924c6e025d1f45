import FingerpostDiagrams
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Draws many pictures side by side, in worker processes.
struct PictureQueue: Sendable {
  private let renderer: WorkerRenderer
  private let workers: Int

  /// How many pictures make another worker worth its start; measured, the figure is about 4.
  private static let picturesPerWorker = 4

  /// About how many boxes a page holds.
  private static let boxesPerPage = 40

  /// Makes a queue for some diagrams; workers start with the first pictures.
  init(of diagrams: [Diagram]) {
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
  ///   - diagram: The diagram of a job.
  ///   - tell: What to do with the pages of each, in the order in which they are done.
  func draw<Job: Sendable>(
    _ jobs: [Job], as formats: [OutputFormat], _ diagram: (Job) -> Diagram,
    tell: (Job, Result<PictureSet, DrawingError>) -> Void
  ) async {
    await withTaskGroup(of: (Job, Result<PictureSet, DrawingError>).self) { group in
      // Twice as many at a time as there are workers, so that none waits while this program is at
      // work on its picture; not all, so that what is drawn does not pile up in memory.
      var waiting = jobs[...]
      func next() {
        guard !Task.isCancelled, let job = waiting.popFirst() else { return }
        let diagram = diagram(job)
        group.addTask { (job, await renderer.result(of: diagram, formats)) }
      }
      for _ in 0..<(2 * workers) { next() }
      for await (job, result) in group {
        next()
        tell(job, result)
      }
    }
  }
}

extension WorkerRenderer {
  fileprivate func result(
    of diagram: Diagram, _ formats: [OutputFormat]
  ) async -> Result<PictureSet, DrawingError> {
    do throws(DrawingError) {
      return .success(try await drawSet(diagram, as: formats))
    } catch {
      return .failure(error)
    }
  }
}
