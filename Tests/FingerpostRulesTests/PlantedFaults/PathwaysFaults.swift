import FingerpostFormats
import FingerpostRules

extension PlantedFault {
  static let pathways: [PlantedFault] = []
}
