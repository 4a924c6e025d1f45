import FingerpostDiagrams

extension DOTAttributes {
  /// The looks of a node.
  mutating func add(_ style: Diagram.NodeStyle) {
    var words: [String] = []
    switch style.shape {
    case .box: add(.shape, written: "box")
    case .roundedBox:
      add(.shape, written: "box")
      words.append("rounded")
    case .ellipse: add(.shape, written: "ellipse")
    case .hexagon: add(.shape, written: "hexagon")
    case .note: add(.shape, written: "note")
    case .tab: add(.shape, written: "tab")
    case .doubleBox:
      add(.shape, written: "box")
      add(.peripheries, 2)
    case .signpost:
      add(.shape, written: "cds")
      add(.margin, "0.25,0.15")
    case .plain: add(.shape, written: "plaintext")
    }
    add(.fontcolor, style.text.rawValue)
    guard style.shape != .plain else { return }
    words.append("filled")
    if style.hasCornerStrokes { words.append("diagonals") }
    words += style.stroke.words
    add(.style, words.joined(separator: ","))
    add(.fillcolor, style.fill.rawValue)
    add(.color, style.outline.rawValue)
    add(.penwidth, style.width)
  }

  /// The looks of a line; `reversed` when its statement runs from head to tail.
  mutating func add(_ style: Diagram.EdgeStyle, reversed: Bool) {
    let color = style.color.rawValue
    add(.color, style.isDouble ? "\(color):invis:\(color)" : color)
    if let word = style.stroke.words.first { add(.style, written: word) }
    add(.penwidth, style.width)
    // Graphviz draws the outline of a head as wide as the line, so that heads grow with it.
    if style.width > 4 { add(.arrowsize, ArrowSize.standard * 4 / style.width) }
    let atHead = (reversed ? style.tail : style.head).dotName
    let atTail = (reversed ? style.head : style.tail).dotName
    switch (atTail, atHead) {
    case (nil, nil): add(.dir, written: "none")
    case (nil, let head?):
      add(.dir, written: "forward")
      add(.arrowhead, written: head)
    case (let tail?, nil):
      add(.dir, written: "back")
      add(.arrowtail, written: tail)
    case (let tail?, let head?):
      add(.dir, written: "both")
      add(.arrowhead, written: head)
      add(.arrowtail, written: tail)
    }
  }

  /// The looks of a box around nodes.
  mutating func add(_ group: Diagram.Group) {
    add(.style, (["rounded", "filled"] + group.stroke.words).joined(separator: ","))
    add(.fillcolor, group.fill.rawValue)
    add(.color, group.outline.rawValue)
    add(.fontcolor, group.text.rawValue)
  }
}

extension Diagram.Stroke {
  /// What Graphviz calls it; nothing for an unbroken line.
  var words: [String] {
    switch self {
    case .solid: []
    case .dashed: ["dashed"]
    case .dotted: ["dotted"]
    }
  }
}

extension Diagram.Arrow {
  /// What Graphviz calls it; `nil` for none.
  var dotName: String? {
    switch self {
    case .none: nil
    case .filled: "normal"
    case .doubled: "normalnormal"
    case .hollow: "empty"
    case .open: "vee"
    case .diamond: "diamond"
    case .dot: "dot"
    case .hollowDot: "odot"
    case .hollowSquare: "obox"
    case .bar: "tee"
    case .barred: "teenormal"
    }
  }

  /// How long it is, as a multiple of its size; Graphviz ends a line that much before the node.
  ///
  /// Source: `lib/common/arrows.c` of Graphviz.
  var length: Double {
    switch self {
    case .none: 0
    case .filled, .hollow, .open: 10
    case .doubled: 20
    case .diamond: 12
    case .dot, .hollowDot: 8
    case .hollowSquare: 7.5
    case .bar: 2.5
    case .barred: 12.5
    }
  }
}
