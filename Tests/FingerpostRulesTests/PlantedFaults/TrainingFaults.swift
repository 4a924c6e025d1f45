import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let training: [PlantedFault] = []
}
