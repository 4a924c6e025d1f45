#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of the pages of a picture, such as `system-3.svg`.
struct PageFiles {
  /// The name of the picture.
  let picture: String
  /// Where the files are.
  let folder: String
  /// The names of all pictures of the map; some look like those of pages, such as `pathway-need-2`.
  let pictures: Set<String>

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
      parts[0].hasPrefix("\(picture)-"),
      let number = Int(parts[0].dropFirst(picture.count + 1)), number > 0,
      parts[0] == "\(picture)-\(number)", !pictures.contains(String(parts[0]))
    else { return nil }
    return number
  }
}
