/// What makes a venue usable for families (toolkit E89).
public enum AccessFeature: String, Word {
  /// Pushchairs and wheelchairs can get in.
  case stepFree = "step-free"
  /// An accessible toilet.
  case accessibleToilet = "accessible-toilet"
  /// A place to change a baby.
  case babyChange = "baby-change"
  /// A place to feed a baby.
  case babyFeeding = "baby-feeding"
  /// A floor clean enough to play on.
  case cleanFloor = "clean-floor"
  /// A comfortable room for groups.
  case comfortableGroupRoom = "comfortable-group-room"
  /// Close to a bus route.
  case busRoute = "bus-route"
  /// A room that is not interrupted.
  case privateRoom = "private-room"
}
