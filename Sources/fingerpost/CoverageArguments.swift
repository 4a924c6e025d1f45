public import ArgumentParser
public import FingerpostModel
public import FingerpostReports

extension CoverageFormat: ExpressibleByArgument {}

extension TimeSpan: ExpressibleByArgument {
  /// Reads a length of time, such as `6 weeks`, from the command line.
  public init?(argument: String) { self.init(argument) }
}

extension Age: ExpressibleByArgument {
  /// Reads an age, such as `9 months`, from the command line.
  public init?(argument: String) { self.init(argument) }
}
