package import FingerpostDiagrams
package import GraphvizRendering

/// How many pairs of boxes stand in another order in a later picture, from left to right or from
/// bottom to top.
package struct OrderFlips {
  /// Pairs of boxes that are in both pictures.
  package private(set) var pairs = 0
  /// Those of them that stand in another order.
  package private(set) var flips = 0

  /// Compares the places of boxes; half a point is no order.
  package init(
    from earlier: [Diagram.Node.ID: Rectangle], to later: [Diagram.Node.ID: Rectangle]
  ) {
    func order(_ a: Double, _ b: Double) -> Int { abs(a - b) < 0.5 ? 0 : a < b ? -1 : 1 }
    let boxes = earlier.keys.filter { later[$0] != nil }.sorted()
      .compactMap { id in earlier[id].flatMap { old in later[id].map { (old.center, $0.center) } } }
    for (index, a) in boxes.enumerated() {
      for b in boxes[(index + 1)...] {
        pairs += 1
        if order(a.0.x, b.0.x) * order(a.1.x, b.1.x) < 0
          || order(a.0.y, b.0.y) * order(a.1.y, b.1.y) < 0
        {
          flips += 1
        }
      }
    }
  }

  /// How much of all pairs flips, in percent.
  package var percent: Double { pairs == 0 ? 0 : Double(flips) / Double(pairs) * 100 }
}
