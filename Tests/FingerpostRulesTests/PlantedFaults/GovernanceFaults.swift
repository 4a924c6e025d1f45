import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let governance = [
    PlantedFault(
      .commissionerUnknown, "nobody commissions or funds the baby massage", at: "baby-massage:"
    ) { map in
      try map.set(["services", "baby-massage", "commissioned-by"], to: "none")
      try map.set(["services", "baby-massage", "funded-by"], to: "none")
    }
  ]
}
