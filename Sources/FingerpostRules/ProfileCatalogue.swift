public import FingerpostModel

/// The written standards that maps can name: those that come with the program, and a locality's own.
public struct ProfileCatalogue: Sendable {
  private var profiles: [Profile.ID: Profile]

  /// Those that come with the program, and others; one of the same id replaces.
  public init(adding others: [Profile] = []) {
    profiles = Dictionary(
      uniqueKeysWithValues: ProfileName.allCases.map { ($0.profile.id, $0.profile) })
    for profile in others { profiles[profile.id] = profile }
  }

  /// The profiles of these ids and what they build on, each after those that it builds on.
  ///
  /// - Returns: The profiles, each once, and the ids that nothing has.
  /// - Complexity: O(*n*) for *n* profiles; profiles that build on one another in a circle are taken
  ///   once each.
  public func profiles(named ids: [Profile.ID]) -> (profiles: [Profile], unknown: [Profile.ID]) {
    var found: [Profile] = []
    var unknown: [Profile.ID] = []
    var seen: Set<Profile.ID> = []
    func take(_ id: Profile.ID) {
      guard seen.insert(id).inserted else { return }
      guard let profile = profiles[id] else {
        unknown.append(id)
        return
      }
      for base in profile.extends { take(base) }
      found.append(profile)
    }
    for id in ids { take(id) }
    return (found, unknown)
  }

  /// A circle of profiles that build on one another, from the first of these ids that is on one or
  /// leads to one; `nil` where there is none.
  ///
  /// - Returns: Each profile of the circle once, and each builds on the next; the last builds on the
  ///   first.
  public func circle(from ids: [Profile.ID]) -> [Profile.ID]? {
    var done: Set<Profile.ID> = []
    func follow(_ id: Profile.ID, _ way: [Profile.ID]) -> [Profile.ID]? {
      if let start = way.firstIndex(of: id) { return Array(way[start...]) }
      guard !done.contains(id), let profile = profiles[id] else { return nil }
      for base in profile.extends {
        if let circle = follow(base, way + [id]) { return circle }
      }
      done.insert(id)
      return nil
    }
    for id in ids { if let circle = follow(id, []) { return circle } }
    return nil
  }
}
