/// What was counted while a directory was read.
struct DirectoryCounts {
  /// Elements of one sort; what was read is what was taken and what was left out.
  struct Sort {
    var read = 0
    var taken = 0
    var repeated = 0
    var nameless = 0

    func all(_ noun: String) -> [ImportCount] {
      guard read > 0 else { return [] }
      return [
        ImportCount(read, of: "\(noun) read"), ImportCount(taken, of: "\(noun) taken"),
        ImportCount(repeated, of: "\(noun) left out because of an id that another has"),
        ImportCount(nameless, of: "\(noun) kept and not taken for want of a name"),
      ]
    }
  }

  /// Elements of lists in JSON.
  var elements = 0
  var unreadable = 0
  var others = 0
  var services = Sort()
  var organisations = Sort()

  var all: [ImportCount] {
    var counts = services.all("services") + organisations.all("organisations")
    if unreadable > 0 { counts.append(ImportCount(unreadable, of: "elements that cannot be read")) }
    if others > 0 { counts.append(ImportCount(others, of: "other elements kept")) }
    return counts
  }
}
