public import ArgumentParser
public import FingerpostModel

/// Whom a result is for, as it is asked for on the command line.
struct AudienceOption: ParsableArguments {
  @Option(
    help: """
      Whom the result is for: public (without names of people, capacity, waits and small counts), \
      commissioner (without names of people) or operational (everything).
      """)
  var audience = Audience.operational
}

extension Audience: ExpressibleByArgument {}
