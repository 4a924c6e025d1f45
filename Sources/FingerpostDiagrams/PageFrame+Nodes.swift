import FingerpostModel

extension PageFrame {
  /// A box for anything that links and reporting lines can join, with its legend.
  mutating func node(for id: NodeID) -> Diagram.Node {
    var lines = [map.name(of: id) ?? "not on this map: \(id)"]
    let style: Diagram.NodeStyle
    let what: String
    if let service = map.services[id.named()] {
      let sector = service.organisation.flatMap { map.organisations[$0]?.sector }
      style = theme.box(for: sector, status: service.status)
      what = "a service"
      useBox(for: sector)
      if let sector { lines.append(sector.shortLabel) }
      if let mark = service.status?.mark {
        lines.append(mark)
        use(9, .node(theme.box(for: nil, status: service.status)), mark.capitalisedFirst)
      }
    } else if let body = map.organisations[id.named()] {
      style = theme.box(for: body.sector)
      what = "an organisation"
      useBox(for: body.sector)
      if let sector = body.sector { lines.append(sector.shortLabel) }
    } else if map.boards[id.named()] != nil {
      style = theme.board
      what = "a board"
      use(3, .node(style), "Board")
    } else if let programme = map.programmes[id.named()] {
      style = theme.programme(programme.status)
      what = "a programme"
      useBox(forProgramme: programme.status)
      if let mark = programme.status?.mark { lines.append(mark) }
    } else if let document = map.documents[id.named()] {
      style = theme.document
      what = document.kind.map { $0.label } ?? "a document"
      use(5, .node(style), "Document")
      if let mark = document.status?.mark { lines.append(mark) }
    } else {
      style = theme.ghost
      what = "not on this map"
      use(6, .node(style), "Not on this map")
    }
    return Diagram.Node(
      id: id.rawValue, label: lines, style: style, title: "\(lines[0]), \(what)")
  }

  /// Explains the look of a programme.
  mutating func useBox(forProgramme status: Status?) {
    use(
      status?.mark == nil ? 0 : 1, .node(theme.programme(status)),
      "Programme" + (status?.mark.map { ", \($0)" } ?? ""))
  }

  /// Explains the colour of a service or an organisation.
  mutating func useBox(for sector: Sector?) {
    use(
      2, .node(theme.box(for: sector)),
      "Service or organisation" + (sector.map { ": \($0.shortLabel)" } ?? ""))
  }
}
