import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let graph = [
    PlantedFault(
      .danglingReference, "the baby massage is run by a body that is not on the map",
      at: "organisation: voluntary-inaction"
    ) { map in
      try map.set(["services", "baby-massage", "organisation"], to: "voluntary-inaction")
    }
  ]
}
