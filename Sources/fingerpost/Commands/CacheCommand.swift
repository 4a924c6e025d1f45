import ArgumentParser
import FingerpostPublishing

/// Shows and clears what is kept between runs.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandName.cache.configuration(
    abstract: "Show or clear what is kept to save work.",
    discussion: """
      `check`, `draw` and `report` keep what they worked out, and `draw`, `report` and `watch` keep \
      pictures, so that only what changed is worked out again. What is kept is only used if nothing \
      that it was made from has changed: the maps, the words, the standards, the day, the program, \
      Graphviz and the font. It can be cleared at any time. The variable FINGERPOST_CACHE names \
      another folder for it.
      """)

  @Flag(help: "Clear it.") var clear = false

  func run() throws {
    let terminal = Terminal()
    let cache = CacheFolder()
    guard let path = cache.path else {
      return try terminal.show("Nothing is kept: there is no home folder to keep it in.\n")
    }
    let (files, bytes) = clear ? cache.clear() : cache.size
    let what = files == 1 ? "1 result" : "\(files) results"
    let size = bytes < 1 << 20 ? "\((bytes + 1023) / 1024) kB" : "\(bytes >> 20) MB"
    try terminal.show("\(path): \(clear ? "cleared " : "")\(what), \(size)\n")
  }
}
