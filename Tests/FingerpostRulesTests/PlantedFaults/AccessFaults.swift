import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let access: [PlantedFault] = []
}
