import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let safety: [PlantedFault] = []
}
