import CGraphviz

/// The font that Graphviz has measured text in last.
///
/// It keeps the name of that font by its address and compares the next one with it, also when the
/// graph that the name belonged to is gone and something else stands at that address. Then text is now
/// and then measured in the wrong font. Source: `plugin/pango/gvgetfontlist_pango.c` and
/// `gvtextlayout_pango.c` of Graphviz, `pango_textlayout`. So after each graph, while it is still
/// there, a text is measured whose graph stays, in a size that no other text has.
enum MeasuredFont {
  /// Where the graph is that stays; only ever used under the lock of the library.
  private struct Kept: @unchecked Sendable {
    let context: OpaquePointer
    let graph: UnsafeMutablePointer<Agraph_t>
  }

  private static let kept: Kept? = {
    guard let context = gvContext(),
      let graph = fingerpost_read(
        "graph { a [label=x, shape=none, fontname=\"Liberation Sans\", fontsize=3] }")
    else { return nil }
    while let leftover = agmemread("") { agclose(leftover) }
    return Kept(context: context, graph: graph)
  }()

  /// Lets Graphviz forget the fonts of the graph at hand, which must still be there.
  static func forget() {
    guard let kept, gvLayout(kept.context, kept.graph, GraphvizEngine.dot.rawValue) == 0 else {
      return
    }
    gvFreeLayout(kept.context, kept.graph)
  }
}
