/// The address of a file in formats that other programs read.
struct FileAddress {
  /// The file's path, relative to the folder of the check where it lies in there.
  let path: String
  /// Whether the path is relative.
  let isRelative: Bool

  init(_ file: String, from folder: String?) {
    var path = file
    if let folder, path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") {
      path = String(path.dropFirst(folder.count))
      while path.hasPrefix("/") { path.removeFirst() }
    }
    while path.hasPrefix("./") {
      path.removeFirst(2)
      while path.hasPrefix("/") { path.removeFirst() }
    }
    self.path = path
    isRelative = !path.hasPrefix("/")
  }

  /// As a URI, or a reference relative to one.
  ///
  /// Source: RFC 3986, sections 2.3 and 3.3; a colon is escaped, because in the first part of a
  /// relative reference it would end a scheme.
  var uri: String {
    var text = isRelative ? "" : "file://"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
