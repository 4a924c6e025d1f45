import FingerpostDiagrams

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of the pages of a picture, such as `system-page-3.svg`.
struct PageFiles {
  /// The name of the picture.
  let picture: String
  /// Where the files are.
  let folder: String

  /// The endings of the files that pictures are written as.
  private static let endings: Set<String> = ["svg", "pdf", "png", "dot", "md"]

  /// Removes pages of an earlier drawing with more pages, which would pass for current.
  ///
  /// Only files whose names this program writes are touched.
  ///
  /// - Returns: The paths of those that could not be removed.
  func removeThose(after last: Int) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let surplus = names.filter { name in number(of: name).map { $0 > last } ?? false }.sorted()
    return surplus.map { "\(folder)/\($0)" }.filter { path in
      (try? FileManager.default.removeItem(atPath: path)) == nil
    }
  }

  /// The number of the page that a file holds; `nil` when its name is not one of a page.
  private func number(of name: String) -> Int? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, Self.endings.contains(String(parts[1])),
      let number = parts[0].split(separator: "-").last.flatMap({ Int($0) }), number > 0,
      parts[0] == Diagram.PageNaming.name(of: number - 1, of: picture)
    else { return nil }
    return number
  }
}
