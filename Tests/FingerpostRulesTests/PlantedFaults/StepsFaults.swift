import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let steps: [PlantedFault] = []
}
