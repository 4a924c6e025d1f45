public import ArgumentParser
public import FingerpostDiagrams
import FingerpostModel

extension ViewName: ExpressibleByArgument {
  /// The name and what the view answers, for the help.
  var help: String { "\(rawValue) (\(Words.english(view.question)))" }
}

/// What somebody asks to see: all pages of a view, or one view that the map defines.
struct ViewArgument: ExpressibleByArgument, Hashable {
  let name: ViewName
  /// The page; `nil` for all of them.
  let page: String?

  init(_ name: ViewName, page: String? = nil) {
    self.name = name
    self.page = page
  }

  init?(argument: String) {
    if let name = ViewName(rawValue: argument) {
      self.init(name)
    } else if argument.hasPrefix("view-") {
      self.init(.own, page: argument)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { ViewName.allCases.map(\.rawValue) }
}
