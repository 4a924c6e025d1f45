import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let freshness = [
    PlantedFault(
      .assuredWithinThreeMonths, "the entry of the baby massage is a year old", at: "baby-massage:"
    ) { map in
      try map.set(["services", "baby-massage", "assured"], to: "2025-09-14")
    }
  ]
}
