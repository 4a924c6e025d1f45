import FingerpostModel

extension PageFrame {
  /// A box for anything that links and reporting lines can join, with its legend.
  mutating func node(for id: NodeID) -> Diagram.Node {
    var lines = [map.name(of: id) ?? words(.notOnThisMapNamed, ["name": id.rawValue])]
    let style: Diagram.NodeStyle
    let what: String
    if let service = map.services[id.named()] {
      let sector = service.organisation.flatMap { map.organisations[$0]?.sector }
      style = theme.box(for: sector, status: service.status)
      what = words(.aService)
      useBox(for: sector)
      if let sector { lines.append(words.shortLabel(sector)) }
      if let mark = words.mark(service.status) {
        lines.append(mark)
        use(9, .node(theme.box(for: nil, status: service.status)), mark.capitalisedFirst)
      }
    } else if let body = map.organisations[id.named()] {
      style = theme.box(for: body.sector)
      what = words(.anOrganisation)
      useBox(for: body.sector)
      if let sector = body.sector { lines.append(words.shortLabel(sector)) }
    } else if map.boards[id.named()] != nil {
      style = theme.board
      what = words(.aBoard)
      use(3, .node(style), words(.board))
    } else if let programme = map.programmes[id.named()] {
      style = theme.programme(programme.status)
      what = words(.aProgramme)
      useBox(forProgramme: programme.status)
      if let mark = words.mark(programme.status) { lines.append(mark) }
    } else if let document = map.documents[id.named()] {
      style = theme.document
      what = document.kind.map { words.label($0) } ?? words(.aDocument)
      use(5, .node(style), words(.document))
      if let mark = words.mark(document.status) { lines.append(mark) }
    } else {
      style = theme.ghost
      what = words(.notOnThisMap)
      use(6, .node(style), words(.notOnThisMapLegend))
    }
    return Diagram.Node(
      id: id.rawValue, label: lines, style: style,
      title: words(.titled, ["name": lines[0], "what": what]), link: setting.card(id.named()))
  }

  /// Explains the look of a programme.
  mutating func useBox(forProgramme status: Status?) {
    let mark = words.mark(status)
    use(
      mark == nil ? 0 : 1, .node(theme.programme(status)),
      mark.map { words(.programmeOfStatus, ["status": $0]) } ?? words(.programme))
  }

  /// Explains the colour of a service or an organisation.
  mutating func useBox(for sector: Sector?) {
    use(
      2, .node(theme.box(for: sector)),
      sector.map {
        words(
          .named, ["name": words(.serviceOrOrganisation), "value": words.shortLabel($0)])
      } ?? words(.serviceOrOrganisation))
  }
}
