import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let board: [PlantedFault] = []
}
