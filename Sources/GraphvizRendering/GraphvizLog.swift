import CGraphviz
import Synchronization

/// Collects what Graphviz says while it exists; the messages would otherwise go to standard error.
///
/// The handler is a C function without a context, called three times a message, so the text is kept
/// for the whole process. Only code that holds the lock of `GraphvizLibrary` may make one.
struct GraphvizLog: ~Copyable {
  private let previous: agusererrf?

  init() {
    collected.withLock { $0 = "" }
    agreseterrors()
    previous = agseterrf { text in
      guard let text else { return 0 }
      let piece = String(cString: text)
      collected.withLock { $0 += piece }
      return 0
    }
  }

  /// Everything said so far, a message a line.
  var messages: String {
    collected.withLock { text in
      text.split(separator: "\n").joined(separator: "\n")
    }
  }

  deinit {
    agseterrf(previous)
  }
}

private let collected = Mutex("")
