/// Whom pictures and papers are for, which decides what of a map they show.
///
/// What each is shown is decided once, by making a map that holds nothing else; whatever is made of
/// that map needs to know of the audience only so that it does not say "the map does not say" of
/// what it merely does not show.
public enum Audience: String, Word {
  /// Anybody.
  case `public`
  /// Commissioners and boards.
  case commissioner
  /// The people who keep the map and work with it.
  case operational

  /// Whether something on a map is not shown to this audience.
  public func hides(_ field: HiddenField) -> Bool {
    switch self {
    case .operational: false
    case .commissioner:
      switch field {
      case .namesOfPeople, .notesForKeepers: true
      case .capacity, .waits, .smallCounts: false
      }
    case .public: true
    }
  }

}

extension Words {
  /// What a picture or a paper for an audience says of what it leaves out; `nil` when that is
  /// nothing.
  public func remark(for audience: Audience) -> String? {
    switch audience {
    case .operational: nil
    case .commissioner: self(.forCommissioners)
    case .public: self(.forThePublic)
    }
  }
}

/// What of a map is not for everybody.
public enum HiddenField: String, CaseIterable, Hashable, Sendable {
  /// Who holds a seat, and people who are named where a role is asked for.
  case namesOfPeople
  /// Remarks for the people who keep the map.
  case notesForKeepers
  /// How many a service can see, and how many it is commissioned for.
  case capacity
  /// How long families wait.
  case waits
  /// Counts of so few people that somebody might be recognised, and counts from which such a count
  /// follows.
  case smallCounts
}
