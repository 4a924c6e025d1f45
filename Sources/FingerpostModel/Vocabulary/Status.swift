/// Whether something is in use on a date.
public enum Status: String, Word {
  /// In use.
  case active
  /// Not yet in use.
  case planned
  /// Not in use for now; families cannot be referred to it.
  case paused
  /// No longer in use.
  case closed
}
