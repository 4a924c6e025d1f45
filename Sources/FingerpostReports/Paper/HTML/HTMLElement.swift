import FingerpostModel

/// A piece of an HTML page, well formed by the way it is made: text is escaped where it is written,
/// and what opens closes.
indirect enum HTMLElement {
  /// Text.
  case text(String)
  /// An element with what stands in it.
  case element(HTMLTag, [HTMLAttribute], [HTMLElement])
  /// Markup that is finished: a picture, or styles of our own.
  case finished(String)

  /// Writes it at the end of a text.
  func write(to page: inout String) {
    switch self {
    case .text(let text): page += text.inHTML
    case .finished(let markup): page += markup
    case .element(let tag, let attributes, let content):
      page += "<\(tag.rawValue)"
      for attribute in attributes { page += " \(attribute.name)=\"\(attribute.value.inHTML)\"" }
      page += ">"
      if !tag.isVoid {
        for piece in content { piece.write(to: &page) }
        page += "</\(tag.rawValue)>"
      }
      // Line ends only where they are never seen.
      if !tag.isWithinLine { page += "\n" }
    }
  }
}

/// The elements that papers and sites are written with.
enum HTMLTag: String {
  case html, head, body, title, meta, style
  case header, nav, main, section, div, figure, figcaption, footer
  case h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd
  case table, caption, thead, tbody, tr, th, td
  case details, summary
  case a, span, strong, code
  case aside, script, noscript, link, form, fieldset, legend, label, select, option, input, button
  case output

  /// Whether it has no end.
  var isVoid: Bool { [.meta, .link, .input].contains(self) }

  /// Whether it stands within a line of text.
  var isWithinLine: Bool {
    switch self {
    case .a, .span, .strong, .code, .label, .select, .input, .button, .output: true
    default: false
    }
  }

  /// Makes an element.
  func callAsFunction(
    _ attributes: HTMLAttribute..., @HTMLBuilder content: () -> [HTMLElement] = { [] }
  ) -> HTMLElement {
    .element(self, attributes, content())
  }
}

/// An attribute of an element.
struct HTMLAttribute {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  static func id(_ id: String) -> Self { Self("id", id) }
  static func style(class name: String) -> Self { Self("class", name) }
  static func label(_ text: String) -> Self { Self("aria-label", text) }
  static func labelled(by id: String) -> Self { Self("aria-labelledby", id) }
  static func role(_ role: String) -> Self { Self("role", role) }
  static let focusable = Self("tabindex", "0")
  static let english = Self("lang", "en")
  static let hidden = Self("aria-hidden", "true")
  static func leads(to address: PaperAddress) -> Self { Self("href", address.href) }
}

/// Lets elements and text stand one after another.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ element: HTMLElement) -> [HTMLElement] { [element] }
  static func buildExpression(_ elements: [HTMLElement]) -> [HTMLElement] { elements }
  static func buildExpression(_ text: String) -> [HTMLElement] { [.text(text)] }
  static func buildBlock(_ parts: [HTMLElement]...) -> [HTMLElement] { parts.flatMap(\.self) }
  static func buildOptional(_ part: [HTMLElement]?) -> [HTMLElement] { part ?? [] }
  static func buildEither(first part: [HTMLElement]) -> [HTMLElement] { part }
  static func buildEither(second part: [HTMLElement]) -> [HTMLElement] { part }
  static func buildArray(_ parts: [[HTMLElement]]) -> [HTMLElement] { parts.flatMap(\.self) }
}

extension String {
  /// As text or the value of an attribute in HTML.
  ///
  /// It goes by scalars: a quotation mark and an accent after it are one character, and the mark
  /// would end an attribute all the same. What HTML allows nowhere becomes `�`.
  /// Source: HTML Living Standard, section 13.2.3.5, "Preprocessing the input stream".
  var inHTML: String {
    var text = ""
    for scalar in onOneLine.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case _ where scalar.properties.isNoncharacterCodePoint: text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
