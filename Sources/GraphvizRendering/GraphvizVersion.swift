import CGraphviz

#if canImport(Darwin)
  import Darwin
#elseif canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The Graphviz that this program is linked with.
public enum GraphvizVersion {
  /// Its version, such as `2.43.0`; `unknown` when it does not say.
  public static var linked: String { GraphvizLibrary.version }

  /// The file of the library that this program runs with, found without calling the library; `nil`
  /// when the system does not say.
  public static var libraryFile: String? {
    #if canImport(Darwin)
      guard let program = dlopen(nil, RTLD_LAZY), let symbol = dlsym(program, "gvContext") else {
        return nil
      }
      var place = Dl_info()
      guard dladdr(symbol, &place) != 0, let name = place.dli_fname else { return nil }
      return String(cString: name)
    #else
      guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else {
        return nil
      }
      return maps.split(separator: "\n").lazy.compactMap { line in
        line.firstIndex(of: "/").map { String(line[$0...]) }
      }.first { $0.contains("/libgvc.so") }
    #endif
  }
}
