/// How often something happens.
public enum Frequency: String, Word {
  /// Every week.
  case weekly
  /// Every month.
  case monthly
  /// Every three months.
  case quarterly
  /// Every six months.
  case twiceAYear = "twice-a-year"
  /// Every year.
  case yearly
  /// Regularly; how often is not stated.
  case regularly
}
