/// Several values in one cell: with semicolons or line ends between them, those that hold one
/// themselves in quotation marks.
enum CellList {
  /// A cell with these values.
  static func text(of items: [String]) -> String {
    items.map { item in
      let isPlain =
        !item.isEmpty && item != "none" && !item.contains(where: { ";\n\r\"".contains($0) })
        && item.first?.isWhitespace == false && item.last?.isWhitespace == false
      return isPlain ? item : "\"\(item.replacing("\"", with: "\"\""))\""
    }.joined(separator: "; ")
  }

  /// The values of a cell; what stands between two separators and holds nothing is none.
  static func items(of text: String) -> [String] {
    var items: [String] = []
    var item = ""
    var isQuoted = false
    var wasQuoted = false
    var characters = Array(text)[...]
    func end() {
      let trimmed = item.trimmed
      if wasQuoted { items.append(item) } else if !trimmed.isEmpty { items.append(trimmed) }
      item = ""
      wasQuoted = false
    }
    while let character = characters.popFirst() {
      switch character {
      case "\"" where isQuoted:
        if characters.first == "\"" {
          characters.removeFirst()
          item.append(character)
        } else {
          isQuoted = false
        }
      case "\"" where item.trimmed.isEmpty && !wasQuoted:
        item = ""
        isQuoted = true
        wasQuoted = true
      case ";" where !isQuoted, "\n" where !isQuoted, "\r\n" where !isQuoted, "\r" where !isQuoted:
        end()
      default:
        if isQuoted || !wasQuoted || !character.isWhitespace { item.append(character) }
      }
    }
    end()
    return items
  }
}
