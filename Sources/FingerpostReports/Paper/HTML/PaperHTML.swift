import FingerpostModel

/// Writes a paper as one HTML file.
///
/// Everything is in the file: styles, pictures as SVG, and no script; it asks for nothing from
/// elsewhere.
struct PaperHTML {
  private let paper: Paper
  private var writer: PaperBlockHTML

  init(_ paper: Paper) {
    self.paper = paper
    writer = PaperBlockHTML(words: paper.words)
  }

  private var words: Words { paper.words }

  /// The whole file.
  var text: String {
    var copy = self
    let body = copy.body()
    let head = HTMLTag.head {
      HTMLTag.meta(HTMLAttribute("charset", "utf-8"))
      HTMLTag.meta(
        HTMLAttribute("name", "viewport"),
        HTMLAttribute("content", "width=device-width, initial-scale=1"))
      HTMLTag.meta(
        HTMLAttribute("name", "color-scheme"), HTMLAttribute("content", "light dark"))
      HTMLTag.meta(
        HTMLAttribute("http-equiv", "Content-Security-Policy"),
        HTMLAttribute(
          "content",
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"))
      HTMLTag.title { "\(paper.title): \(paper.subtitle)" }
      HTMLTag.style { HTMLElement.finished(PaperStyles.text) }
    }
    var text = "<!DOCTYPE html>\n"
    HTMLElement.element(.html, [HTMLAttribute("lang", words.language)], [head, body])
      .write(to: &text)
    return text
  }

  private mutating func body() -> HTMLElement {
    let sections = paper.parts.map { section($0) }
    return HTMLTag.body {
      HTMLTag.a(.style(class: "skip"), .leads(to: .anchor("paper"))) { words(.skipToPaper) }
      HTMLTag.header {
        HTMLTag.p(.style(class: "kind")) { paper.subtitle }
        HTMLTag.h1 { paper.title }
        for line in paper.introduction { HTMLTag.p { line } }
      }
      contents
      HTMLTag.main(.id("paper"), HTMLAttribute("tabindex", "-1")) { sections }
    }
  }

  private var contents: HTMLElement {
    HTMLTag.nav(.labelled(by: "contents")) {
      HTMLTag.h2(.id("contents")) { words(.contents) }
      HTMLTag.ul {
        for part in paper.parts {
          let pictures = part.blocks.flatMap(\.pictures)
          HTMLTag.li {
            link(part.heading, part.section.rawValue)
            if !pictures.isEmpty {
              HTMLTag.ul {
                for picture in pictures {
                  HTMLTag.li { link(writer.title(of: picture), picture.anchor) }
                }
              }
            }
          }
        }
      }
    }
  }

  private func link(_ text: String, _ anchor: String) -> HTMLElement {
    HTMLTag.a(.leads(to: .anchor(anchor))) { text }
  }

  private mutating func section(_ part: Paper.Part) -> HTMLElement {
    let heading = "heading-\(part.section.rawValue)"
    let blocks = part.blocks.map { writer.block($0) }
    // On paper a heading before a picture would be alone on a sheet.
    let isPictured = if case .picture = part.blocks.first { true } else { false }
    return HTMLTag.section(
      .id(part.section.rawValue), .labelled(by: heading),
      .style(class: isPictured ? "pictured" : "told")
    ) {
      HTMLTag.h2(.id(heading)) { part.heading }
      blocks.flatMap(\.self)
    }
  }
}

extension PaperBlock {
  /// The pictures in it.
  fileprivate var pictures: [PaperPicture] {
    switch self {
    case .picture(let picture): [picture]
    case .folded(_, let blocks): blocks.flatMap(\.pictures)
    default: []
    }
  }
}
