import FingerpostFormats

extension String {
  /// The name of a file or folder as a title: `our_services-2026.xlsx` is `Our services 2026`.
  var fileTitle: String {
    let words = fileStem.replacing(/[-_]+/, with: " ").trimmed
    return words.isEmpty ? "Imported map" : words.prefix(1).uppercased() + words.dropFirst()
  }
}
