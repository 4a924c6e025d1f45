public import ArgumentParser
public import FingerpostReports
import FingerpostModel

extension DifferenceFormat: ExpressibleByArgument {}

/// An element that is the same under another id.
struct RenamedElement: Sendable {
  let old: ElementID
  let new: ElementID

  /// Reads `services/gp=services/surgery`.
  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let old = ElementID(String(parts[0])),
      let new = ElementID(String(parts[1])), old.collection == new.collection,
      !old.path.isEmpty, old.path.count == new.path.count
    else {
      throw ValidationError(
        "`\(argument)` is not two addresses of one sort with = between them, such as "
          + "services/gp=services/surgery.")
    }
    self.old = old
    self.new = new
  }
}
