import FingerpostDiagrams
import FingerpostSamples
import GraphvizRendering

/// How much of a picture moves when a route or a service is added: with its places kept, and arranged
/// afresh by `dot` from the same networks written plainly.
struct HoldingStillBenchmark {
  private static let networks: Range<UInt64> = 0..<15

  func run() async throws {
    let renderer = WorkerRenderer(path: "/proc/self/exe")
    for services in [40, 120] {
      for (name, change) in [("route", withRoute), ("service", withService)] {
        var ours: [Double] = []
        var theirs: [Double] = []
        var keptLines = (kept: 0, all: 0)
        var lost = 0
        var time = Duration.zero
        for seed in Self.networks {
          let before = RandomNetworks.diagram(
            services: services, routes: services * 9 / 5, groups: services / 20, grouping: .areas,
            labels: false, seed: seed)
          let after = change(before)
          let first = try await renderer.draw(before, as: [])
          var lock = LayoutLock()
          lock.keep(first)
          let clock = ContinuousClock()
          let start = clock.now
          let second = try await renderer.draw(after, as: [], arranged: .held(lock))
          time += clock.now - start
          lost += after.edges.count { second.layout.edges[$0.id] == nil }
          ours.append(OrderFlips(from: first.layout.nodes, to: second.layout.nodes).percent)
          keptLines.all += before.edges.count
          keptLines.kept += before.edges.count {
            first.layout.edges[$0.id]?.points.count == second.layout.edges[$0.id]?.points.count
          }
          let plain = [PlainDOT(of: before), PlainDOT(of: after)]
          guard
            let old = try? await renderer.pool.layout(of: plain[0].text, names: plain[0].names),
            let new = try? await renderer.pool.layout(of: plain[1].text, names: plain[1].names)
          else { continue }
          theirs.append(OrderFlips(from: old.nodes, to: new.nodes).percent)
        }
        print(
          "a \(name) added to \(Self.networks.count) networks of \(services) services: "
            + "pairs of services in another order \(words(ours)), \(lost) lines lost, "
            + "\(keptLines.kept) of \(keptLines.all) lines as they were, "
            + "\(time.inMilliseconds / Int64(Self.networks.count)) ms each with a fresh picture to "
            + "compare; dot plainly \(words(theirs)), \(Self.networks.count - theirs.count) failed")
      }
    }
  }

  private func words(_ percents: [Double]) -> String {
    let sorted = percents.sorted()
    guard let most = sorted.last else { return "unknown" }
    func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }
    return "median \(rounded(sorted[sorted.count / 2])) %, most \(rounded(most)) %"
  }

  private func withRoute(_ diagram: Diagram) -> Diagram {
    var result = diagram
    result.edges.append(
      Diagram.Edge(
        id: "new", tail: diagram.nodes[0].id, head: diagram.nodes[diagram.nodes.count / 2].id,
        title: "New"))
    return result
  }

  private func withService(_ diagram: Diagram) -> Diagram {
    var result = diagram
    result.nodes.append(
      Diagram.Node(
        id: "new", label: ["A new service"], group: diagram.groups[0].id, title: "A new service"))
    for (number, place) in [3, diagram.nodes.count / 3].enumerated() {
      result.edges.append(
        Diagram.Edge(
          id: "new-\(number)", tail: number == 0 ? "new" : diagram.nodes[place].id,
          head: number == 0 ? diagram.nodes[place].id : "new", title: "New"))
    }
    return result
  }
}
