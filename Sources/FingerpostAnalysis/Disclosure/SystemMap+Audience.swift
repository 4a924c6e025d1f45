public import FingerpostModel

extension SystemMap {
  /// The fewest people that the public is shown a count of.
  public static let smallestPublicCount = 5

  /// The map as an audience may know it: what is hidden from it is not there.
  ///
  /// Hidden numbers of people become `under 5` or `at least 5`; waits and capacity are not stated;
  /// a person who is named where a role was asked for becomes "a named person". Everything that an
  /// audience gets is made of this map and of nothing else.
  ///
  /// - Parameters:
  ///   - audience: Who will see it.
  ///   - smallestCount: The fewest people of whom a count may be shown to the public, where a local
  ///     standard asks for more than `smallestPublicCount`.
  /// - Returns: The map; the very same for operational readers.
  /// - Complexity: O(*n*) for all elements, their parts and the numbers in them.
  public func shown(to audience: Audience, smallestCount: Int? = nil) -> SystemMap {
    var map = self
    if audience.hides(.notesForKeepers) { map.hideNotes() }
    if audience.hides(.namesOfPeople) { map.hideNames() }
    if audience.hides(.capacity) {
      map.services.updateEach { service in
        service.capacity = .notStated
        // As many as a service is paid to see is what it can see.
        service.commissionedReferrals = nil
      }
    }
    if audience.hides(.waits) { map.services.updateEach { $0.wait = .notStated } }
    if audience.hides(.smallCounts) {
      map.hideSmallCounts(under: max(Self.smallestPublicCount, smallestCount ?? 0))
    }
    return map
  }
}
