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
    gvFreeLayout(context, graph)
  }
}
