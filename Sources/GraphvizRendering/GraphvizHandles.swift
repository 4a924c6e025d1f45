import CGraphviz

/// Owns a `GVC_t` with the plug-ins that are installed.
struct GraphvizContext: ~Copyable {
  let pointer: OpaquePointer

  init?() {
    guard let pointer = gvContext() else { return nil }
    self.pointer = pointer
  }

  deinit { gvFreeContext(pointer) }
}

/// Owns an `Agraph_t` read from DOT text.
struct ParsedGraph: ~Copyable {
  let pointer: UnsafeMutablePointer<Agraph_t>

  init?(dot: String) {
    let first = fingerpost_read(dot)
    // The scanner keeps what follows the first graph and would give it to the next caller.
    while let leftover = agmemread("") { agclose(leftover) }
    guard let first else { return nil }
    pointer = first
  }

  deinit { agclose(pointer) }
}

/// Owns the positions that an engine has given to a graph; it must go before graph and context.
struct GraphLayout: ~Copyable {
  private let context: OpaquePointer
  private let graph: UnsafeMutablePointer<Agraph_t>
  /// Whether it cannot be freed.
  ///
  /// `dot` frees memory twice where text on a line has to go above the first rank; the next graphs of
  /// the process then abort or come out wrong. Left behind, such a layout costs some hundred kilobytes.
  /// Source: `lib/dotgen/flat.c` of Graphviz 2.42, `abomination`, and valgrind on two graphs in a row.
  private let stays: Bool

  init?(
    of graph: borrowing ParsedGraph, by engine: GraphvizEngine,
    in context: borrowing GraphvizContext
  ) {
    guard gvLayout(context.pointer, graph.pointer, engine.rawValue) == 0 else {
      MeasuredFont.forget()
      return nil
    }
    self.context = context.pointer
    self.graph = graph.pointer
    stays = engine == .dot && fingerpost_has_line_labels(graph.pointer) != 0
  }

  /// The laid-out graph in a format; `nil` when Graphviz could not write it.
  func bytes(as format: GraphvizFormat) -> [UInt8]? {
    var start: UnsafeMutablePointer<CChar>?
    var count = 0
    // After a failure the buffer must not be freed: it may have been moved.
    guard fingerpost_render_data(context, graph, format.rawValue, &start, &count) == 0, let start
    else { return nil }
    defer { gvFreeRenderData(start) }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  deinit {
    MeasuredFont.forget()
    if !stays { gvFreeLayout(context, graph) }
  }
}
