import FingerpostModel

/// The key under which a property of the model is written in a map.
enum WrittenKey {
  /// The keys of lists whose order means something: the scale of intensity, the stages of a flow, and
  /// where a family is sent, the preferred service first.
  static let ordered: Set<String> = ["intensities", "stages", "onward"]

  /// The key of a property: its name with hyphens (`fundedUntil` is `funded-until`), except where
  /// maps say it in another way.
  static func key(of property: String, in type: Any.Type) -> String {
    switch property {
    case "name" where type == FlowStage.self: "stage"
    case "purpose" where type == Exclusion.self: "for"
    case "reasons": "reason"
    case "trainingNeeds": "training-need"
    case "wholeTimeEquivalent": "posts"
    case "firstThousandDays": "first-1001-days"
    case "isInvented": "invented"
    case "isUrgent": "urgent"
    case "isLegalContract": "legal-contract"
    case "isMandatory": "mandatory"
    case "hasDiary": "diary"
    case "wasPlanned": "planned"
    case "isAfterApproximate": "after-is-approximate"
    default: hyphenated(property)
    }
  }

  private static func hyphenated(_ property: String) -> String {
    var key = ""
    var wasCapital = true
    for letter in property {
      if letter.isUppercase, !wasCapital { key.append("-") }
      wasCapital = letter.isUppercase
      key += letter.lowercased()
    }
    return key
  }
}
