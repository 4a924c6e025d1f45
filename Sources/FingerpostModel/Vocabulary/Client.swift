/// Who a service works with.
public enum Client: String, Word {
  /// The baby or child.
  case infant
  /// A parent or carer.
  case parent
  /// The relationship between them (toolkit E55).
  case relationship
}
