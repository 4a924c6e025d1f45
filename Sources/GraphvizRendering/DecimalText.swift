/// A number as Graphviz and SVG read it: a point, no exponent, no needless zeros.
///
/// C functions would follow the locale of the process, which Graphviz changes while it draws.
package func decimal(_ number: Double, places: Int = 2) -> String {
  guard number.isFinite, abs(number) < 1e12 else { return "0" }
  let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
  let scaled = Int((number * Double(unit)).rounded())
  let (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: unit)
  var text = "\(scaled < 0 ? "-" : "")\(whole)"
  guard rest > 0 else { return text }
  let digits = String(rest)
  text += "." + String(repeating: "0", count: places - digits.count) + digits
  while text.hasSuffix("0") { text.removeLast() }
  return text
}

/// A length in points as Graphviz's inches.
func inches(_ points: Double) -> String {
  decimal(points / 72, places: 5)
}
