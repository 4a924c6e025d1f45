/// Who a service works with.
public enum Client: String, Word {
  /// The baby or child.
  case infant
  /// A parent or carer.
  case parent
  /// Somebody who looks after a relative or friend, in their own right (D01).
  case carer
  /// The relationship between infant and parent (toolkit E55).
  case relationship
}
