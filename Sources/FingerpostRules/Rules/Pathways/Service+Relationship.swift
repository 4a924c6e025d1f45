import FingerpostModel

extension Service {
  /// Whether the map states that its work is the relationship between parent and baby.
  var worksOnRelationship: Bool {
    kind == "parent-infant-team" || clients?.contains(.relationship) == true
  }
}
