import FingerpostFormats
import FingerpostModel

extension SystemMap {
  /// Hands out the elements that stand under ids, each with the key of its collection and its name, in
  /// the order of the format and of the map.
  func forEachName(_ body: (_ collection: String, _ id: String, _ name: String) -> Void) {
    for entry in written.entries {
      guard case .mapping(let elements) = entry.value else { continue }
      for element in elements {
        body(
          entry.key, element.key, (element.value["name"] ?? element.value["title"])?.text ?? "")
      }
    }
  }
}
