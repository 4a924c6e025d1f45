package import FingerpostModel

/// A code of the Office for National Statistics, such as `E09000028`: a prefix that says what sort of
/// place it is, and a number.
///
/// Only the sorts of place that councils and the NHS work in are known here.
struct AreaCode: Hashable {
  /// What sort of place a prefix stands for.
  enum Sort {
    /// A county, whose districts have councils of their own.
    case county
    /// A district within a county.
    case districtOfCounty
    /// A place with one council, which does the work of both.
    case oneCouncil
    /// The area of an integrated care board.
    case careBoard
  }

  /// As it is written.
  let text: String

  /// Reads a code; `nil` when it has not the form of one.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, (65...90).contains(bytes[0]),
      bytes.dropFirst().allSatisfy({ (48...57).contains($0) })
    else { return nil }
    self.text = text
  }

  /// What says which sort of place it is.
  var prefix: Substring { text.prefix(3) }

  /// The country.
  var country: Character { text.first ?? " " }

  /// Which sort of place it is; `nil` for a prefix that is not known here.
  var sort: Sort? {
    switch prefix {
    case "E10": .county
    case "E07": .districtOfCounty
    case "E06", "E08", "E09", "N09", "S12", "W06": .oneCouncil
    case "E54": .careBoard
    default: nil
    }
  }
}

extension SystemMap {
  /// An area and those in which it lies, from the inside out.
  ///
  /// - Complexity: O(*k*), where *k* is the number of areas returned; a circle is left after one round.
  package func areaAndThoseAround(_ id: Area.ID) -> [Area] {
    var found: [Area] = []
    var seen: Set<Area.ID> = []
    var next: Area.ID? = id
    while let id = next, seen.insert(id).inserted, let area = areas[id] {
      found.append(area)
      next = area.within
    }
    return found
  }
}
