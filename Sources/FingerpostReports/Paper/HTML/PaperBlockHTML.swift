import FingerpostModel

/// Writes the blocks of papers and of sites as HTML.
struct PaperBlockHTML {
  let words: Words
  /// Where an address leads.
  var href: (PaperAddress) -> String = \.href
  /// Whether a picture may say by a style of its own how large it is and prints.
  var isInlineStyled = true
  /// How many tables have been written, from which their ids are made.
  private var tables = 0

  init(words: Words) { self.words = words }

  /// Writes a block.
  mutating func block(_ block: PaperBlock) -> [HTMLElement] {
    switch block {
    case .paragraph(let line): return [HTMLTag.p { inline(line) }]
    case .remark(let line): return [HTMLTag.p(.style(class: "remark")) { inline(line) }]
    case .heading(let text): return [HTMLTag.h3 { text }]
    case .figures(let figures): return [self.figures(figures)]
    case .list(let items, let isOrdered): return [list(items, isOrdered)]
    case .table(let table): return [self.table(table)]
    case .picture(let picture): return self.picture(picture)
    case .folded(let heading, let blocks):
      let content = blocks.map { self.block($0) }.flatMap(\.self)
      return [
        HTMLTag.details {
          HTMLTag.summary { heading }
          content
        }
      ]
    }
  }

  /// Writes a line.
  func inline(_ line: PaperLine) -> [HTMLElement] {
    line.parts.map { part in
      switch part {
      case .text(let text): .text(text)
      case .english(let text): HTMLTag.span(.english) { text }
      case .strong(let text): HTMLTag.strong { text }
      case .code(let text): HTMLTag.code { text }
      case .link(let text, let address): HTMLTag.a(HTMLAttribute("href", href(address))) { text }
      }
    }
  }

  private func figures(_ figures: [PaperFigure]) -> HTMLElement {
    HTMLTag.dl(.style(class: "figures")) {
      for figure in figures {
        HTMLTag.div {
          HTMLTag.dt { figure.label }
          HTMLTag.dd { figure.value }
        }
      }
    }
  }

  private func list(_ items: [PaperItem], _ isOrdered: Bool) -> HTMLElement {
    (isOrdered ? HTMLTag.ol : .ul)() {
      for item in items {
        HTMLTag.li {
          inline(item.line)
          for detail in item.details { HTMLTag.p(.style(class: "detail")) { inline(detail) } }
        }
      }
    }
  }

  /// Writes a table.
  mutating func table(_ table: PaperTable) -> HTMLElement {
    tables += 1
    let caption = "table-\(tables)"
    return HTMLTag.div(
      .style(class: "wide"), .role("region"), .labelled(by: caption), .focusable
    ) {
      HTMLTag.table(.style(class: "columns-\(min(table.columns.count, 4))")) {
        HTMLTag.caption(.id(caption), .style(class: table.isHeaded ? "unseen" : "seen")) {
          table.caption
        }
        HTMLTag.thead {
          HTMLTag.tr {
            for column in table.columns {
              HTMLTag.th(HTMLAttribute("scope", "col")) { column }
            }
          }
        }
        HTMLTag.tbody {
          for row in table.rows {
            HTMLTag.tr {
              for (place, cell) in row.enumerated() { self.cell(cell, isHead: place == 0) }
            }
          }
        }
      }
    }
  }

  private func cell(_ cell: PaperTable.Cell, isHead: Bool) -> HTMLElement {
    var attributes: [HTMLAttribute] = isHead ? [HTMLAttribute("scope", "row")] : []
    if let mark = cell.mark { attributes.append(.style(class: mark.rawValue)) }
    var content: [HTMLElement] = []
    if let mark = cell.mark {
      content += [
        HTMLTag.span(.style(class: "mark"), .hidden) { mark.symbol }, .text(" "),
      ]
    }
    if cell.lines.count == 1 {
      content += inline(cell.lines[0])
    } else {
      content += cell.lines.map { line in HTMLTag.p { inline(line) } }
    }
    return .element(isHead ? .th : .td, attributes, content)
  }

  // MARK: - Pictures

  /// What a picture is called, with its number.
  func title(of picture: PaperPicture) -> String {
    words(
      .pictureNumbered, ["number": String(picture.number), "title": picture.heading])
  }

  private func picture(_ picture: PaperPicture) -> [HTMLElement] {
    let title = title(of: picture)
    let heading = "heading-\(picture.anchor)"
    let inWords = self.inWords(picture)
    guard case .drawn(let file, let ground, let width, let height, let sheet) = picture.drawing,
      let svg = Self.svg(in: file)
    else {
      let reason: String =
        if case .failed(let reason) = picture.drawing { reason } else { words(.fileUnreadable) }
      return [
        HTMLTag.div(.style(class: "undrawn"), .id(picture.anchor)) {
          HTMLTag.h3(.id(heading)) { title }
          HTMLTag.p { words(.pictureNotDrawn, ["reason": reason]) }
        },
        HTMLTag.details(HTMLAttribute("open", ""), .style(class: "words")) { inWords },
      ]
    }
    // Rounded down, so that it never needs a second sheet.
    let printed = Int(width * sheet.scale(width: width, height: height))
    return [
      HTMLTag.figure(
        .id(picture.anchor), .style(class: sheet.rawValue), .labelled(by: heading)
      ) {
        HTMLTag.figcaption { HTMLTag.h3(.id(heading)) { title } }
        HTMLTag.div(
          .style(class: "canvas"), .role("region"),
          .label(words(.scrollable, ["name": title])), .focusable,
          isInlineStyled
            ? HTMLAttribute(
              "style",
              "--width: \(Int(width.rounded(.up)))pt; --printed: \(printed)pt; "
                + "background: \(ground)")
            : HTMLAttribute("data-width", "\(Int(width.rounded(.up)))")
        ) {
          HTMLElement.finished(isInlineStyled ? svg : Self.withoutStyles(svg))
        }
      },
      HTMLTag.details(.style(class: "words")) { inWords },
    ]
  }

  /// The picture in words, below its heading.
  func inWords(_ picture: PaperPicture) -> [HTMLElement] {
    let text = picture.inWords
    @HTMLBuilder func content() -> [HTMLElement] {
      HTMLTag.summary { words(.pictureInWords, ["number": String(picture.number)]) }
      HTMLTag.p { text.summary }
      for part in text.parts {
        if let heading = part.heading { HTMLTag.h4 { heading } }
        if !part.items.isEmpty {
          HTMLTag.ul {
            for item in part.items {
              HTMLTag.li {
                item.text
                if !item.details.isEmpty {
                  HTMLTag.ul { for detail in item.details { HTMLTag.li { detail } } }
                }
              }
            }
          }
        }
      }
      for note in text.notes {
        if text.foreignNotes.contains(note) {
          HTMLTag.p(.english) { note }
        } else {
          HTMLTag.p { note }
        }
      }
    }
    return content()
  }

  /// A picture without the styles that it has for the keyboard, which a page with a strict policy has in
  /// its own.
  private static func withoutStyles(_ svg: String) -> String {
    guard let start = svg.firstRange(of: "<style>")?.lowerBound,
      let end = svg[start...].firstRange(of: "</style>")?.upperBound
    else { return svg }
    return String(svg[..<start] + svg[end...])
  }

  /// The element of an SVG file, without what stands before it.
  static func svg(in file: String) -> String? {
    guard let start = file.firstRange(of: "<svg")?.lowerBound else { return nil }
    return String(file[start...])
  }
}
