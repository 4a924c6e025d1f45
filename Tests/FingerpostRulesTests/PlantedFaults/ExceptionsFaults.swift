import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let exceptions = [
    PlantedFault(
      .exceptionExpired, "the exception for the nurseries has ended",
      at: "- rule: assured-within-three-months"
    ) { map in
      try map.set(["exceptions", 0, "until"], to: "2026-06-30")
    },
    PlantedFault(
      .exceptionUnused, "the nurseries were confirmed, and the exception was left",
      at: "- rule: assured-within-three-months"
    ) { map in
      try map.set(["services", "nurseries", "assured"], to: "2026-10-06")
    },
  ]
}
