public import FingerpostModel

/// What stands behind the pages of a site.
public enum SiteHost: Sendable {
  /// Nothing: they are files, which a double click or any web server shows.
  case files
  /// A server that tells them of changes, so that they load themselves anew.
  case server
  /// A server that takes changes as well.
  case editing

  /// The page with forms, in the folder of every map.
  public static let editPage = "edit.html"

  /// What is shown where there is no page: that of something which was renamed or taken out, and may come
  /// back.
  public func missingPage(in words: Words = .english) -> String {
    let frame = SiteFrame(words: words, root: "/", host: self)
    let header = HTMLTag.header { HTMLTag.h1 { words(.pageMissing) } }
    let content = [
      HTMLTag.p { words(.pageMissingHelp) },
      HTMLTag.p { HTMLTag.a(HTMLAttribute("href", "/index.html")) { words(.allMaps) } },
    ]
    return frame.page(words(.pageMissing), header: [header], content: content)
  }

  /// Whether pages listen for changes.
  var isLive: Bool { self != .files }

  /// The address of the form of an element, from the pages of its map; `nil` where there are no forms.
  ///
  /// - Parameters:
  ///   - collection: The collection, such as `services`.
  ///   - id: The id of the element; empty for a new one.
  ///   - more: A path within the element, or what a new one is to say.
  /// - Returns: The address.
  func form(_ collection: String, _ id: String = "", _ more: String = "") -> String? {
    self == .editing ? "\(Self.editPage)#\(collection)/\(id)\(more)" : nil
  }
}
