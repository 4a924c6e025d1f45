import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let arithmetic: [PlantedFault] = []
}
