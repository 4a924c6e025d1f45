import Synchronization

/// Finds out, once for a renderer, whether the font that everything is measured with is there.
///
/// Graphviz takes another font in silence. A line of known width gives it away.
package final class FontProbe: Sendable {
  private let answer = Mutex<[String]?>(nil)

  /// Makes a probe that has not yet looked.
  package init() {}

  /// What is known, or what a look through a host finds out.
  func warnings(_ host: any GraphvizHost) async throws(GraphvizError) -> [String] {
    if let known = answer.withLock({ $0 }) { return known }
    let line = "Hamburgefontsiv WiM 0123456789"
    let size = 40.0
    let job = GraphvizJob(
      dot: """
        digraph "probe" {
          probe [shape=none, margin=0, width=0, height=0, fontname="\(Typeface.regular)", \
        fontsize=\(decimal(size)), label=\(quoted(line))]
        }

        """, engine: .dot, formats: [.positions])
    let names = DOTNames(probe: "probe")
    guard let json = try await host.result(of: job).files.first,
      let measured = try Layout(json: json, names: names).nodes["probe"]?.width
    else { throw .layoutFailed(messages: "it gave no positions") }
    let expected = FontMetrics.width(of: line, size: size)
    let warnings =
      abs(measured - expected) < expected * 0.04
      ? []
      : [
        "The font 'Liberation Sans' is not installed, so text may not fit its box where Arial is "
          + "used. Install it; on Debian and Ubuntu run 'apt-get install fonts-liberation'."
      ]
    answer.withLock { $0 = warnings }
    return warnings
  }
}
