extension StringProtocol {
  /// The text as it is compared when case, spaces, punctuation and the American spelling do not matter.
  var loose: String {
    var text = String.UnicodeScalarView()
    for scalar in lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      text.append(scalar)
    }
    return String(text).replacing("organiz", with: "organis")
      .replacing("programme", with: "program").replacing("center", with: "centre")
  }
}
