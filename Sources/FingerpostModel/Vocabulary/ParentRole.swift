/// Which parents a service works with.
public enum ParentRole: String, Word {
  /// Mothers.
  case mothers
  /// Fathers.
  case fathers
  /// Other carers.
  case otherCarers = "other-carers"
}
