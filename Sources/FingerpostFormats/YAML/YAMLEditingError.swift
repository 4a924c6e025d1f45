package import FingerpostModel

/// Why a file was left as it was instead of being edited.
package enum YAMLEditingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file has no such key or element.
  case noSuchPlace(YAMLPath)
  /// A value is in the way that is no list or mapping.
  case notACollection(YAMLPath)
  /// A key that was to be added is there already.
  case keyExists(YAMLPath)
  /// The place is reached through an alias, or another place repeats it through one.
  case repeated(YAMLPath)
  /// The text around the place is written in a way that cannot be edited safely.
  case unsupported(YAMLPath)
  /// The edited text would not be a file that can be read.
  case unreadable([Diagnostic])

  /// What went wrong, and what to do next.
  package var description: String {
    switch self {
    case .noSuchPlace(let path): "The file has no place '\(path)'."
    case .notACollection(let path):
      "The value at '\(path)' is no list or mapping that this could be added to or taken from."
    case .keyExists(let path): "The key '\(path)' is there already."
    case .repeated(let path):
      """
      The value at '\(path)' is repeated elsewhere with an alias (`*name`). Write the repeated \
      values out first.
      """
    case .unsupported(let path):
      "The text at '\(path)' cannot be changed without changing more. Edit the file by hand."
    case .unreadable(let diagnostics):
      "The edited file could not be read again: "
        + (diagnostics.first?.message ?? "it is not YAML.")
    }
  }
}
