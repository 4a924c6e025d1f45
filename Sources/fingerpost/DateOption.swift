public import ArgumentParser
public import FingerpostModel
import FingerpostPublishing

extension CalendarDate: ExpressibleByArgument {
  /// Reads a whole date, or `today`, from the command line.
  public init?(argument: String) {
    if argument == "today" {
      self = .today
    } else {
      guard let date = CalendarDate(argument), date.day != nil else { return nil }
      self = date
    }
  }
}
