public import ArgumentParser
public import FingerpostDiagrams

extension ViewName: ExpressibleByArgument {
  /// The name and what the view answers, for the help.
  var help: String { "\(rawValue) (\(view.question))" }
}
