public import FingerpostDiagrams

extension Layout {
  /// How often two lines cross, touching ends of lines that share a node not counted.
  ///
  /// The lines become straight pieces of about 16 points, which are sorted into squares; only pieces
  /// that share a square are compared.
  ///
  /// - Complexity: O(*s*) in the number of straight pieces, where lines are spread evenly, and O(*s*²)
  ///   where all of them lie in one square; a few milliseconds for 300 lines.
  public func crossings(in diagram: Diagram) -> Int {
    var places: [Diagram.Node.ID: Int] = [:]
    for node in diagram.nodes { places[node.id] = places.count }
    var pieces: [StraightPiece] = []
    for (line, edge) in diagram.edges.enumerated() {
      let ends = (tail: places[edge.tail] ?? -1, head: places[edge.head] ?? -1)
      for curve in edges[edge.id]?.pieces ?? [] {
        let points = curve.sampled(every: 16)
        for index in points.indices.dropLast() {
          pieces.append(
            StraightPiece(line, ends.tail, ends.head, from: points[index], to: points[index + 1]))
        }
      }
    }
    return SquareGrid(of: pieces).crossings
  }
}

/// A short straight piece of a line.
private struct StraightPiece {
  let line: Int
  let tail: Int
  let head: Int
  let start: Point
  let end: Point
  let bounds: Rectangle

  init(_ line: Int, _ tail: Int, _ head: Int, from start: Point, to end: Point) {
    self.line = line
    self.tail = tail
    self.head = head
    self.start = start
    self.end = end
    bounds = Rectangle(
      left: min(start.x, end.x), bottom: min(start.y, end.y), right: max(start.x, end.x),
      top: max(start.y, end.y))
  }

  /// Whether the lines are the same one, or meet at a node.
  func isJoined(to other: StraightPiece) -> Bool {
    line == other.line || tail == other.tail || tail == other.head || head == other.tail
      || head == other.head
  }

  func crosses(_ other: StraightPiece) -> Bool {
    Self.side(start, end, other.start) * Self.side(start, end, other.end) < 0
      && Self.side(other.start, other.end, start) * Self.side(other.start, other.end, end) < 0
  }

  private static func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}

/// Pieces sorted into the squares that their bounds touch.
private struct SquareGrid {
  private let pieces: [StraightPiece]
  private let extent: Rectangle
  private let side: Double
  private let columns: Int
  /// Where the pieces of each square begin in `members`, and where the last one's end.
  private var starts: [Int] = []
  private var members: [Int] = []

  init(of pieces: [StraightPiece]) {
    self.pieces = pieces
    extent = pieces.dropFirst().reduce(
      pieces.first?.bounds ?? Rectangle(left: 0, bottom: 0, right: 0, top: 0)
    ) { $0.union($1.bounds) }
    // Never more squares along a side than there are pieces, however far apart these lie.
    let longest = max(extent.width, extent.height)
    side = max(16, longest / Double(max(1, min(pieces.count, 1000))))
    columns = Int(extent.width / side) + 1
    let squares = columns * (Int(extent.height / side) + 1)

    var counts = Array(repeating: 0, count: squares + 1)
    for piece in pieces {
      let (rows, across) = self.squares(of: piece)
      for row in rows {
        for column in across { counts[row * columns + column + 1] += 1 }
      }
    }
    for square in 0..<squares { counts[square + 1] += counts[square] }
    starts = counts
    members = Array(repeating: 0, count: starts[squares])
    for (index, piece) in pieces.enumerated() {
      let (rows, across) = self.squares(of: piece)
      for row in rows {
        for column in across {
          members[counts[row * columns + column]] = index
          counts[row * columns + column] += 1
        }
      }
    }
  }

  /// The number of pairs that cross, lines that are joined left out.
  var crossings: Int {
    var count = 0
    for square in starts.indices.dropLast() {
      for place in starts[square]..<starts[square + 1] {
        let piece = pieces[members[place]]
        for otherPlace in (place + 1)..<max(place + 1, starts[square + 1]) {
          let other = pieces[members[otherPlace]]
          guard !piece.isJoined(to: other) else { continue }
          let left = max(piece.bounds.left, other.bounds.left)
          let bottom = max(piece.bounds.bottom, other.bounds.bottom)
          // A pair that shares several squares counts in that of its lower left corner.
          if left <= min(piece.bounds.right, other.bounds.right),
            bottom <= min(piece.bounds.top, other.bounds.top),
            self.square(atX: left, y: bottom) == square, piece.crosses(other)
          {
            count += 1
          }
        }
      }
    }
    return count
  }

  private func square(atX x: Double, y: Double) -> Int {
    Int((y - extent.bottom) / side) * columns + Int((x - extent.left) / side)
  }

  /// The rows and columns of the squares that the bounds of a piece touch.
  private func squares(
    of piece: StraightPiece
  ) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    let first = square(atX: piece.bounds.left, y: piece.bounds.bottom)
    let last = square(atX: piece.bounds.right, y: piece.bounds.top)
    return (first / columns...last / columns, first % columns...last % columns)
  }
}
