/// How far what a map states lets a family through.
enum Certainty: UInt8, Comparable {
  /// What is stated keeps the family out.
  case never
  /// It depends on something that the map does not say.
  case possible
  /// What is stated lets the family through.
  case sure

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
