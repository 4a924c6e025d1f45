import FingerpostFormats
import FingerpostModel

/// Makes ids of names, each once.
struct ElementNaming {
  private var used: Set<String>
  private var last: [String: Int] = [:]

  init(used: Set<String>) { self.used = used }

  /// Takes an id that somebody gave; `nil` when another has it.
  mutating func claim(_ id: String) -> String? { used.insert(id).inserted ? id : nil }

  /// A new id, and whether it had to be told from another.
  mutating func id(for name: String, or noun: String) -> (id: String, isShared: Bool) {
    let base = name.asID(or: noun)
    if used.insert(base).inserted { return (base, false) }
    var number = last[base, default: 1]
    repeat { number += 1 } while !used.insert("\(base)-\(number)").inserted
    last[base] = number
    return ("\(base)-\(number)", true)
  }
}

extension String {
  /// An id made of a name; for a name in another script of a noun and the numbers that its letters have
  /// in Unicode, so that every import gives it the same.
  func asID(or noun: String) -> String {
    let id = asID
    guard id.isEmpty || !id.contains(where: \.isLetter) && contains(where: \.isLetter) else {
      return id
    }
    let numbers = unicodeScalars.filter { !$0.properties.isWhitespace }
      .map { String($0.value, radix: 16) }
    return String(([noun] + numbers).joined(separator: "-").prefix(80))
  }
}
