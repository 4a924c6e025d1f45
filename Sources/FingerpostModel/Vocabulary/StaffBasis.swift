/// On what footing somebody works.
public enum StaffBasis: String, Word {
  /// Employed without an end.
  case permanent
  /// Employed until a date.
  case fixedTerm = "fixed-term"
  /// Standing in for a while.
  case locum
  /// Lent by another organisation.
  case seconded
  /// Unpaid.
  case volunteer
}
