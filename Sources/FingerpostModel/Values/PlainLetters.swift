extension Unicode.Scalar {
  /// The letters from a to z that a small Latin letter is written with where marks cannot be: `e` for
  /// `é`, `ss` for `ß`; empty for a mark that stands beside its letter, and `nil` for all else.
  package var plainLetters: String? {
    switch value {
    case 0x61...0x7A: return String(self)
    case 0x300...0x36F: return ""
    // Only here are there Latin letters; the names of others need not be looked up.
    case 0xC0...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0xFB00...0xFB06: break
    default: return nil
    }
    let name = properties.name ?? ""
    guard let start = ["LATIN SMALL LETTER ", "LATIN SMALL LIGATURE "].first(where: name.hasPrefix)
    else { return nil }
    let letter = name.dropFirst(start.count).prefix(while: { $0 != " " })
    switch name.dropFirst(start.count) {
    case "SHARP S": return "ss"
    case "DOTLESS I": return "i"
    case "LONG S": return "s"
    case "ETH": return "d"
    case "THORN": return "th"
    case "ENG": return "ng"
    case "SCHWA": return "a"
    // `É` is E WITH ACUTE, `æ` is AE; what is called by a longer word is no letter of this alphabet.
    default: return letter.count <= 3 ? letter.lowercased() : nil
    }
  }
}
