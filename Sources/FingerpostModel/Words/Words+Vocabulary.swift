extension Words {
  /// The closed lists of words whose labels people are shown.
  public static let vocabularies: [any Word.Type] = [
    AccessFeature.self, AgreementKind.self, AreaBasis.self, Audience.self, BoardKind.self,
    BoardPurpose.self, Charge.self, ChildProtectionPolicy.self, Client.self, ConditionKind.self,
    DocumentKind.self, ElementID.Collection.self,
    Entry.self, Frequency.self, LinkKind.self, Measure.self, NeedLevel.self, ParentRole.self,
    PeopleGroup.self, PolicyKind.self, ProgrammeKind.self, ReferralMethod.self,
    RequestContent.self, RouteKind.self, Sector.self, SharedData.self, StaffBasis.self,
    Stakeholder.self, Status.self, StepDirection.self, StepOutReason.self, ThriveGroup.self,
    TrainingLevel.self, VenueKind.self, ViewColouring.self, ViewGrouping.self,
  ]

  /// What files call the labels of a closed list, each with its English text.
  public static func labels(of vocabulary: any Word.Type) -> [(key: String, english: String)] {
    func listed<Vocabulary: Word>(_ vocabulary: Vocabulary.Type) -> [(String, String)] {
      vocabulary.allCases.map { ($0.rawValue, $0.label) }
    }
    return listed(vocabulary)
  }
}

extension Phrase {
  /// What files call the phrase: `seatHeld` is `seat-held`.
  public var key: String {
    var key = ""
    for letter in String(describing: self) {
      if letter.isUppercase { key += "-" }
      key += letter.lowercased()
    }
    return key
  }

  /// The names of the gaps in it, `n` among them.
  public var gaps: Set<String> { Self.gaps(in: rawValue) }

  /// The names of the gaps in a text.
  public static func gaps(in text: String) -> Set<String> {
    Set(text.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) })
  }
}
