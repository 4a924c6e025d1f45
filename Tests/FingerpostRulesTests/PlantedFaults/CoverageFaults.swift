import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let coverage: [PlantedFault] = []
}
