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

/// The views that somebody asks for by the ids that maps give them, looked for in all maps.
struct OwnViewSearch {
  private let asked: [String]
  private var defined: Set<String> = []

  /// Begins to look for those among some views that a map has to define.
  init(for views: [ViewArgument]) { asked = views.compactMap(\.page) }

  /// Adds what a map defines.
  mutating func add(_ names: [String]) { defined.formUnion(names) }

  /// - Throws: That no map defines a view, and which there are.
  func refuseUnknown() throws {
    guard let name = asked.first(where: { !defined.contains($0) }) else { return }
    throw ValidationError(
      "no map defines the view `\(name)`; "
        + (defined.isEmpty
          ? "define it under `views:` in the map, or ask for another with --view"
          : name.choices(among: Array(defined))))
  }
}
