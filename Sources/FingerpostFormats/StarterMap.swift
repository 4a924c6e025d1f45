public import FingerpostModel

/// A map to start from.
public enum StarterMap {
  /// A small, sound map that explains itself.
  public static func text(place: String, asOf: CalendarDate) -> String { "" }
}
