import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

struct `Workers` {
  private static let path = Program.fingerpost.path
  private static let picture = GraphvizJob(
    dot: "digraph \"ok\" { a -> b }", engine: .dot, formats: [.positions])

  /// Legal graphs on which Graphviz 2.42 fails an assertion: SIGABRT.
  private static let crashing = [
    """
    digraph g {
      newrank=true; subgraph cluster_0 { n0; n1; n5; n6; n7; n9 }
      subgraph cluster_1 { n2; n3; n4; n8; n10; n11 }
      { rank=same; n3; n9; n1 } { rank=same; n7; n9; n5 } { rank=same; n3; n6; n0 }
      { rank=same; n3; n10; n2; n11 }
      n7 -> n2; n4 -> n1 [label=x]; n7 -> n2 [label=x]; n7 -> n7 [label=x]; n1 -> n2 [label=x]
      n7 -> n2; n11 -> n9 [label=x]; n11 -> n10 [label=x]; n7 -> n10 [label=x]; n9 -> n0; n1 -> n2
      n11 -> n4 [label=x]; n9 -> n8; n6 -> n1; n7 -> n3; n0 -> n0; n7 -> n0 [label=x]
      n9 -> n8 [label=x]; n7 -> n1; n9 -> n4; n8 -> n9
    }
    """,
    """
    digraph g {
      subgraph cluster_0 { n0 } subgraph cluster_1 { n2; n3; n4; n5 } subgraph cluster_2 { n1; n6 }
      { rank=same; n6; n5 } { rank=same; n4; n4 } { rank=same; n3; n3; n0 }
      { rank=same; n5; n4; n5; n3 }
      n4 -> n2; n4 -> n1; n3 -> n4; n6 -> n4 [label=x]; n4 -> n6; n4 -> n3 [label=x]; n4 -> n4
      n1 -> n6 [label=x]; n3 -> n5; n3 -> n3; n5 -> n3 [label=x]; n0 -> n3
    }
    """,
  ]

  private static func slow(services: Int) -> GraphvizJob {
    let diagram = RandomNetworks.diagram(
      services: services, routes: services * 5 / 2, groups: services / 20, grouping: .areas,
      labels: true, seed: 11)
    return GraphvizJob(
      dot: RandomNetworks.plainDOT(of: diagram, newRank: true), engine: .dot,
      formats: [.positions])
  }

  @Test(arguments: [0, 1])
  func `lose one picture when Graphviz crashes`(_ number: Int) async throws {
    let pool = WorkerPool(path: Self.path, workers: 1, limits: WorkerLimits())
    let job = GraphvizJob(dot: Self.crashing[number], engine: .dot, formats: [.positions])
    for _ in 0..<3 {
      let error = await #expect(throws: GraphvizError.self) { try await pool.result(of: job) }
      #expect(error?.description.contains("signal") == true)
      _ = try await pool.result(of: Self.picture)
    }
  }

  @Test func `lose one picture when Graphviz takes too long`() async throws {
    let pool = WorkerPool(
      path: Self.path, workers: 1, limits: WorkerLimits(secondsPerStep: 1))
    await #expect(throws: GraphvizError.timedOut(seconds: 1)) {
      try await pool.result(of: Self.slow(services: 400))
    }
    _ = try await pool.result(of: Self.picture)
  }

  @Test func `lose one picture when it takes more memory than it may`() async throws {
    let pool = WorkerPool(
      path: Self.path, workers: 1, limits: WorkerLimits(megabytes: 256))
    let huge = GraphvizJob(
      dot: "digraph \"huge\" { graph [dpi=2000]; a [width=12, height=12] }", engine: .dot,
      formats: [.png])
    await #expect(throws: GraphvizError.self) { try await pool.result(of: huge) }
    _ = try await pool.result(of: Self.picture)
  }

  @Test func `that are killed in the middle of a picture are replaced once`() async throws {
    let pool = WorkerPool(path: Self.path, workers: 1, limits: WorkerLimits(secondsPerStep: 120))
    let drawing = Task { try await pool.result(of: Self.slow(services: 100)) }
    let first = try await busyProcess(of: pool, otherThan: nil)
    kill(first, SIGKILL)
    let result = try await drawing.value
    #expect(!result.files[0].isEmpty)
  }

  @Test func `that are killed twice fail the picture and say so`() async throws {
    let pool = WorkerPool(path: Self.path, workers: 1, limits: WorkerLimits(secondsPerStep: 120))
    let drawing = Task { try await pool.result(of: Self.slow(services: 400)) }
    let first = try await busyProcess(of: pool, otherThan: nil)
    kill(first, SIGKILL)
    let second = try await busyProcess(of: pool, otherThan: first)
    kill(second, SIGKILL)
    let error = await #expect(throws: GraphvizError.self) { try await drawing.value }
    #expect(error?.description.contains("it was killed") == true)
    _ = try await pool.result(of: Self.picture)
  }

  @Test func `that are killed while they wait are replaced`() async throws {
    let pool = WorkerPool(path: Self.path, workers: 1, limits: WorkerLimits())
    for _ in 0..<20 {
      _ = try await pool.result(of: Self.picture)
      kill(try #require(await pool.idleProcesses.first), SIGKILL)
    }
    _ = try await pool.result(of: Self.picture)
  }

  @Test func `are stopped when nobody wants the picture any more`() async throws {
    let pool = WorkerPool(path: Self.path, workers: 1, limits: WorkerLimits(secondsPerStep: 120))
    let drawing = Task { try await pool.result(of: Self.slow(services: 400)) }
    _ = try await busyProcess(of: pool, otherThan: nil)
    drawing.cancel()
    await #expect(throws: GraphvizError.cancelled) { try await drawing.value }
    _ = try await pool.result(of: Self.picture)
  }

  @Test func `end with the renderer`() async throws {
    var process: Int32 = 0
    do {
      let pool = WorkerPool(path: Self.path, workers: 1, limits: WorkerLimits())
      _ = try await pool.result(of: Self.picture)
      process = try #require(await pool.idleProcesses.first)
    }
    for _ in 0..<1000 where kill(process, 0) == 0 { try await Task.sleep(for: .milliseconds(10)) }
    // Gone, and waited for: a process that nobody waits for would still be found.
    #expect(kill(process, 0) != 0)
  }

  @Test func `are not taken for worn because the program that starts them is large`() async throws {
    let ballast = [UInt8](repeating: 1, count: 500 << 20)
    let pool = WorkerPool(
      path: Self.path, workers: 1, limits: WorkerLimits(megabytesPerWorker: 384))
    _ = try await pool.result(of: Self.picture)
    #expect(await pool.idleProcesses.count == 1)
    #expect(ballast.last == 1)
  }

  @Test func `are replaced when they have drawn enough`() async throws {
    let pool = WorkerPool(
      path: Self.path, workers: 1, limits: WorkerLimits(stepsPerWorker: 2))
    var processes: [Int32] = []
    for _ in 0..<4 {
      _ = try await pool.result(of: Self.picture)
      processes += await pool.idleProcesses
    }
    #expect(Set(processes).count == 2)
  }

  @Test func `draw 200 pictures that are asked for at once, each as asked`() async throws {
    let renderer = WorkerRenderer(path: Self.path)
    try await withThrowingTaskGroup(of: (Int, Drawing).self) { group in
      for number in 0..<200 {
        group.addTask {
          let diagram = OneBox.diagram(labelled: ["Picture \(number)."], named: "p\(number)")
          return (number, try await renderer.draw(diagram, as: [.svg]))
        }
      }
      var count = 0
      for try await (number, drawing) in group {
        let text = String(decoding: try #require(drawing.files[.svg]), as: UTF8.self)
        #expect(text.contains(">Picture \(number).<"))
        count += 1
      }
      #expect(count == 200)
    }
    #expect(await renderer.pool.workers <= 2)
  }

  @Test(arguments: [
    ("/nonexistent/fingerpost", "could not be started"), ("/bin/true", "ended at once"),
    ("/bin/echo", "does not answer as a worker does"), ("/etc/hostname", "could not be started"),
  ])
  func `that cannot be started are named`(_ path: String, _ words: String) async throws {
    let renderer = WorkerRenderer(path: path)
    let error = await #expect(throws: DrawingError.self) {
      try await renderer.draw(SampleDiagrams.board, as: [.svg])
    }
    #expect(error?.description.contains("'board'") == true)
    #expect(error?.description.contains("'\(path)'") == true)
    #expect(error?.description.contains(words) == true)
  }

  @Test func `without plug-ins say what to install`() {
    #expect(GraphvizError.engineMissing("dot").description.contains("apt-get install graphviz"))
  }

  private func busyProcess(of pool: WorkerPool, otherThan old: Int32?) async throws -> Int32 {
    for _ in 0..<3000 {
      if let process = await pool.busyProcesses.first, process != old { return process }
      try await Task.sleep(for: .milliseconds(10))
    }
    return try #require(await pool.busyProcesses.first)
  }
}

struct `Every engine and format that we name` {
  @Test(arguments: GraphvizEngine.allCases, GraphvizFormat.allCases)
  func `is installed`(_ engine: GraphvizEngine, _ format: GraphvizFormat) async throws {
    let dot =
      "digraph \"x\" { a [pos=\"0,0\"]; b [pos=\"90,0\"]; a -> b [pos=\"0,0 30,0 60,0 90,0\"] }"
    let result = try await LibraryHost().result(
      of: GraphvizJob(dot: dot, engine: engine, formats: [format]))
    #expect(!result.files[0].isEmpty)
  }
}
