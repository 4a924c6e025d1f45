/// Whether families pay (toolkit E47, E48).
public enum Charge: String, Word {
  /// Nothing to pay.
  case free
  /// The same for everybody.
  case flatRate = "flat-rate"
  /// By income.
  case meansTested = "means-tested"
}
