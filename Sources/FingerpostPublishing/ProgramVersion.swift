/// The version of the programs of this package.
package enum ProgramVersion {
  /// As people say it.
  package static let number = "0.1.0"
}
