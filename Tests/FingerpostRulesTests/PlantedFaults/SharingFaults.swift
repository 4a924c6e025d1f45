import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let sharing: [PlantedFault] = []
}
