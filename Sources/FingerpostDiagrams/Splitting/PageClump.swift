import FingerpostModel

/// Pages that are shown as one box: on an overview, or where lines leave for them.
struct PageClump: Hashable, Sendable {
  /// The pages, from 0, in ascending order.
  var pages: [Int]
  /// What they share, such as `Wexmoor, specialist`.
  var name: String
  let words: Words

  /// `3`, or `3 to 5 and 7`.
  var numbers: String { Self.numbers(of: pages, in: words) }

  /// `page 3`, or `pages 3 to 5 and 7`.
  var address: String { Self.address(of: pages, in: words) }

  /// `page 3`, or `pages 3 to 5 and 7`.
  static func address(of pages: [Int], in words: Words) -> String {
    words(.pageAddress, pages.count, ["numbers": numbers(of: pages, in: words)])
  }

  private static func numbers(of pages: [Int], in words: Words) -> String {
    var runs: [ClosedRange<Int>] = []
    for page in pages {
      if let last = runs.last, last.upperBound == page - 1 {
        runs[runs.count - 1] = last.lowerBound...page
      } else {
        runs.append(page...page)
      }
    }
    return words.list(
      runs.flatMap { run in
        run.count < 3
          ? run.map { "\($0 + 1)" }
          : [
            words(
              .ageRange,
              ["from": "\(run.lowerBound + 1)", "to": "\(run.upperBound + 1)"])
          ]
      })
  }

  /// Pages each by itself while they are few; else those that share what they were split by first,
  /// and as the last resort neighbours.
  ///
  /// - Parameters:
  ///   - pages: The pages to show, in ascending order.
  ///   - partition: What stands on them.
  ///   - most: The most clumps; at least 1.
  /// - Returns: Each page in one clump, in order.
  static func clumps(of pages: [Int], in partition: Partition, atMost most: Int) -> [PageClump] {
    let names = partition.names
    if pages.count <= most {
      return pages.map {
        PageClump(
          pages: [$0], name: partition.shortName(of: $0) ?? names[$0], words: partition.words)
      }
    }
    var kindred: [PageClump] = []
    for page in pages {
      let name =
        partition.parts[page].path.first?.values.map(\.name).shortened(in: partition.words)
        .capitalisedFirst ?? ""
      if let last = kindred.last, last.name == name, !name.isEmpty {
        kindred[kindred.count - 1].pages.append(page)
      } else {
        kindred.append(
          PageClump(pages: [page], name: name.isEmpty ? names[page] : name, words: partition.words))
      }
    }
    if kindred.count <= most { return kindred }
    let length = (kindred.count + most - 1) / most
    return stride(from: 0, to: kindred.count, by: length).map { start in
      let run = kindred[start..<min(start + length, kindred.count)]
      return PageClump(
        pages: run.flatMap(\.pages), name: run.map(\.name).shortened(in: partition.words),
        words: partition.words)
    }
  }
}
