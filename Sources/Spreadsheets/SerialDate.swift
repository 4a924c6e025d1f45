/// Dates as workbooks keep them: days since the end of 1899.
enum SerialDate {
  /// Whether numbers in a format are dates.
  ///
  /// - Parameters:
  ///   - format: The number of the format; those from 14 to 22 and some of East Asia are dates.
  ///   - code: The format itself, where the workbook defines it.
  /// - Returns: Whether days, months or years are shown. Source: ECMA-376, part 1, 18.8.30.
  static func isDate(format: String, code: String?) -> Bool {
    guard let code else {
      return Int(format).map {
        (14...17).contains($0) || $0 == 22 || (27...36).contains($0)
          || (50...58).contains($0)
      } ?? false
    }
    // Quoted text, colours and conditions in brackets, and escaped letters are no part of it.
    let plain = code.replacing(/"[^"]*"|\[[^\]]*\]|\\./, with: "").lowercased()
    return plain.contains { "dy".contains($0) } || plain.contains("mmm")
  }

  /// A day as ISO 8601 has it, with the time of day where there is one; `nil` beyond the year 9999.
  ///
  /// Workbooks count 29 February 1900, which never was, as day 60.
  static func text(of number: Double, from1904: Bool) -> String? {
    guard number.isFinite, number >= 0, number < 2_958_466 else { return nil }
    let whole = Int(number)
    let seconds = Int(((number - Double(whole)) * 86_400).rounded())
    // Days since 1 March 0000 of the calendar carried back.
    let days = whole + (from1904 ? 695_361 : whole < 60 ? 693_900 : 693_899)
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(year)-\(two(month >= 10 ? month - 9 : month + 3))-\(two(day))"
    guard seconds > 0, seconds < 86_400 else { return date }
    return "\(date)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
