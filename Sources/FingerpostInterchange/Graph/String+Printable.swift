extension String {
  /// The same with `�` for what XML 1.0 and FHIR cannot hold.
  ///
  /// That is control characters but tabs and line ends, and what is no character.
  ///
  /// Sources: <https://www.w3.org/TR/xml/#charsets>, <https://hl7.org/fhir/R4B/datatypes.html#string>.
  var printable: String {
    func isFit(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: true
      case 0..<0x20, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
    guard !unicodeScalars.allSatisfy(isFit) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(isFit(scalar) ? scalar : "\u{FFFD}") }
    return String(text)
  }

  /// The same with every line end a line feed.
  var withLineFeeds: String { replacing("\r\n", with: "\n").replacing("\r", with: "\n") }
}
