public import ArgumentParser
public import FingerpostDiagrams
import FingerpostModel

extension ViewName: ExpressibleByArgument {
  /// The name and what the view answers, for the help.
  var help: String { "\(rawValue) (\(Words.english(view.question)))" }
}
