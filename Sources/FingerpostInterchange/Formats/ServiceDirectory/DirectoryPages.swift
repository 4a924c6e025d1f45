/// What the pages of a directory's interface say of how much there is, beside what was read.
///
/// Source: Open Referral HSDS 3.0, API reference, "Pagination".
struct DirectoryPages {
  /// A file, which may be a page of a list.
  private struct Page {
    var total: Int?
    var pages: Int?
    var number: Int?
    /// How many elements of a list without a name it has.
    var elements = 0
    /// What the first of them is.
    var entity: DirectoryEntity?
  }

  private var pages: [Page] = [Page()]

  /// Says that what comes next stands in another file.
  mutating func turn() { pages.append(Page()) }

  /// Counts an element of the page.
  mutating func addElement() { pages[pages.count - 1].elements += 1 }

  /// Notes what the elements of the page are.
  mutating func note(_ entity: DirectoryEntity) {
    if pages[pages.count - 1].entity == nil { pages[pages.count - 1].entity = entity }
  }

  /// Takes a number that the page states.
  mutating func take(_ number: Int, of name: String) {
    switch name {
    case "total_items": pages[pages.count - 1].total = number
    case "total_pages": pages[pages.count - 1].pages = number
    case "page_number": pages[pages.count - 1].number = number
    default: break
    }
  }

  /// What is missing, a sentence for each list.
  var gaps: [String] {
    // Lists of services and of organisations have pages of their own, with the same numbers.
    let lists = Dictionary(grouping: pages.filter { $0.total != nil || $0.pages != nil }) {
      $0.entity?.list ?? ""
    }
    return lists.sorted { $0.key < $1.key }.compactMap { list, pages in
      let name = list.isEmpty ? "elements" : list.replacing("_", with: " ")
      let read = pages.reduce(0) { $0 + $1.elements }
      let total = pages.compactMap(\.total).max()
      // Whatever numbers the pages have, nothing is missing.
      if read == total { return nil }
      let seen = Set(pages.compactMap(\.number))
      // Some count from 0.
      let first = seen.contains(0) ? 0 : 1
      let count = pages.compactMap(\.pages).max() ?? 0
      let missing = count - seen.count { (first..<(first + max(count, 0))).contains($0) }
      if !seen.isEmpty, missing > 0 {
        let named = (first..<(first + count)).lazy.filter { !seen.contains($0) }.prefix(10)
          .map(String.init)
        return "of \(count) pages of \(name) \(missing) \(missing == 1 ? "is" : "are") missing: "
          + "page " + named.joined(separator: ", ") + (missing > named.count ? " and more" : "")
          + "; put all pages into one folder and import that"
      }
      guard let total else { return nil }
      return "the pages say that there are \(total) \(name), and \(read) were read; put all pages "
        + "into one folder and import that"
    }
  }
}
