import FingerpostFormats
import FingerpostModel

extension TableHeadings {
  /// Why a column is left out, and what to do about it.
  func advice(onColumn place: Int) -> String {
    let heading = headings[place]
    if let column = leftOut[place] {
      return "its cells take `none`, `yes` or nothing, and " + column.whereItsFactsGo
    }
    let words = Set(heading.lowercased().split { !$0.isLetter })
    if !words.isDisjoint(with: ["age", "ages", "aged"]),
      let ages = table.columns.first(where: { $0.path == ["ages"] })
    {
      return ages.whereItsFactsGo + ", such as `birth` and `5 years`"
    }
    let near = heading.loose.nearest(in: table.columns.map { $0.heading.loose })
    let meant = table.columns.first { $0.heading.loose == near }?.heading
    return "\(("a " + table.noun).withRightArticle) has nothing called so"
      + (meant.map { "; did you mean `\($0)`?" } ?? "")
      + (heading.isEmpty
        ? "; give it a heading" : "; say what it is for with --column '\(heading)=…'")
  }
}

extension MapColumn {
  /// In which columns the facts stand that one belongs to which holds only whether there are any.
  var whereItsFactsGo: String {
    "\(heading) \(heading.hasSuffix("s") ? "go" : "goes") into "
      + (parts.count == 2 ? "two columns, " : "columns such as ")
      + parts.prefix(2).map { "`\($0)`" }.joined(separator: " and ")
  }
}
