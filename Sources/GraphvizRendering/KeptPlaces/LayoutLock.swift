public import FingerpostDiagrams

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The places of a map's pictures, as a file that is kept beside the map and committed with it.
///
/// One line of the file is one box, group or line, in the order of ids, so that a change of a picture
/// is a short change of the file.
public struct LayoutLock: Hashable, Sendable {
  /// The ending of its file's name.
  public static let fileEnding = "layout"

  private var pictures: [String: KeptPlaces] = [:]

  /// Makes a lock that holds no picture.
  public init() {}

  /// Whether it holds no picture.
  public var isEmpty: Bool { pictures.isEmpty }

  /// Keeps the places of a drawing in place of those that its picture had.
  public mutating func keep(_ drawing: Drawing) {
    if let places = drawing.places { pictures[drawing.name] = places }
  }

  /// The part of the lock that is about a picture and its pages.
  public func only(_ picture: String) -> LayoutLock {
    var lock = LayoutLock()
    lock.pictures = pictures.filter { Self.picture(of: $0.key) == Self.picture(of: picture) }
    return lock
  }

  /// The same places for a picture of another name.
  public func renamed(_ picture: String, to other: String) -> LayoutLock {
    var lock = LayoutLock()
    for (name, places) in only(picture).pictures {
      lock.pictures[other + name.dropFirst(picture.count)] = places
    }
    return lock
  }

  /// The places for a diagram: those of the picture of its name, or of the page of the same picture
  /// with which it shares the most boxes; `nil` when there is nothing to hold to.
  public func places(for diagram: Diagram) -> KeptPlaces? {
    let picture = Self.picture(of: diagram.name)
    let candidates = pictures.filter { Self.picture(of: $0.key) == picture }.sorted { a, b in
      if a.key == diagram.name || b.key == diagram.name { return a.key == diagram.name }
      return a.key < b.key
    }.map(\.value).filter { $0.isAbout(diagram) }
    let most = candidates.map { $0.shared(with: diagram) }.max()
    return candidates.first { $0.shared(with: diagram) == most }
  }

  /// The name of the picture that a page belongs to.
  private static func picture(of name: String) -> Substring {
    name.firstRange(of: "-page-").map { name[..<$0.lowerBound] } ?? name[...]
  }
}

extension LayoutLock {
  /// Why a file holds no lock.
  public struct ReadingError: Error, Hashable, Sendable {}

  /// Reads a lock.
  ///
  /// A box or a line whose place makes no sense is left out.
  public init(json: [UInt8]) throws(ReadingError) {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(json)),
      file.version == File.version
    else { throw ReadingError() }
    pictures = file.pictures.compactMapValues { KeptPlaces($0) }
  }

  /// The lock as the text of its file; the same lock gives the same bytes.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let file = File(version: File.version, pictures: pictures.mapValues { File.Picture($0) })
    return (try? encoder.encode(file)).map { Array($0) + [UInt8(ascii: "\n")] } ?? []
  }

  /// The file as it is written: places are numbers of points, separated by spaces.
  fileprivate struct File: Codable {
    static let version = 1

    struct Picture: Codable {
      var direction: String
      var drawn: String
      /// Between boxes, between ranks, the widest line of a name.
      var room: String
      var arrangement: String
      /// Left, bottom, right, top of the whole; a file may do without.
      var whole: String?
      /// Left, bottom, right, top.
      var boxes: [String: String]
      /// Left, bottom, right, top, and the middle of the heading.
      var groups: [String: String]
      /// The curve as Graphviz writes it.
      var lines: [String: String]
      /// The middle of the text.
      var texts: [String: String]
    }

    var version: Int
    var pictures: [String: Picture]

    enum CodingKeys: String, CodingKey {
      case version = "fingerpost-layout"
      case pictures
    }
  }
}

/// How ranks are arranged, as a word of the file.
private enum RankOrder: String {
  case levelsApart = "levels-apart"
  case levelsOverlap = "levels-overlap"
  case levelsAsColumns = "levels-as-columns"

  init(_ style: LayoutStyle) {
    self =
      style.levelsAreColumns
      ? .levelsAsColumns : style.levelsOverlap ? .levelsOverlap : .levelsApart
  }
}

extension LayoutLock.File.Picture {
  init(_ places: KeptPlaces) {
    let (style, layout) = (places.style, places.layout)
    direction = places.direction.rawValue
    drawn = places.rung.rawValue
    room = written([style.nodeSeparation, style.rankSeparation, style.wrapWidth])
    arrangement = RankOrder(style).rawValue
    whole = written(layout.bounds.edges)
    boxes = layout.nodes.mapValues { written($0.edges) }
    groups = Dictionary(
      layout.groups.map { id, box in
        (id, written(box.edges + (layout.headings[id].map { [$0.x, $0.y] } ?? [])))
      }, uniquingKeysWith: { a, _ in a })
    lines = layout.edges.mapValues { $0.written(written) }
    texts = layout.edgeLabels.mapValues { written([$0.x, $0.y]) }
  }
}

extension KeptPlaces {
  fileprivate init?(_ picture: LayoutLock.File.Picture) {
    guard let direction = Diagram.Direction(rawValue: picture.direction),
      let rung = Rung(rawValue: picture.drawn), rung.engine == .dot, rung.hasGroups,
      let room = numbers(picture.room, 3), room.allSatisfy({ (1...1000).contains($0) }),
      let arrangement = RankOrder(rawValue: picture.arrangement)
    else { return nil }
    var layout = Layout(
      nodes: picture.boxes.compactMapValues { numbers($0, 4).flatMap(Rectangle.init(edges:)) },
      edges: picture.lines.compactMapValues { Layout.Curve(written: $0) }
        .filter { $0.value.isWhole },
      edgeLabels: picture.texts.compactMapValues {
        numbers($0, 2).map { Point(x: $0[0], y: $0[1]) }
      })
    for (id, text) in picture.groups {
      guard let values = numbers(text, 6) ?? numbers(text, 4),
        let box = Rectangle(edges: Array(values.prefix(4)))
      else { continue }
      layout.groups[id] = box
      if values.count == 6 { layout.headings[id] = Point(x: values[4], y: values[5]) }
    }
    layout = layout.withBoundsAroundAll
    if let whole = picture.whole.flatMap({ numbers($0, 4) }).flatMap(Rectangle.init(edges:)),
      (Array(layout.nodes.values) + layout.groups.values).allSatisfy({
        whole.union($0.grown(by: -1)) == whole
      })
    {
      layout.bounds = whole
    }
    self.init(
      direction: direction, rung: rung,
      style: LayoutStyle(
        nodeSeparation: room[0], rankSeparation: room[1], wrapWidth: room[2],
        levelsOverlap: arrangement == .levelsOverlap,
        levelsAreColumns: arrangement == .levelsAsColumns),
      layout: layout)
  }
}

/// A number so that the same one is read again, to the last bit: what differs by less than anybody sees
/// can still be rounded to another number in a picture.
private func written(_ number: Double) -> String {
  let short = decimal(number)
  return Double(short) == number ? short : "\(number)"
}

private func written(_ numbers: [Double]) -> String {
  numbers.map { written($0) }.joined(separator: " ")
}

/// So many finite numbers of a size that a drawing can have.
private func numbers(_ text: String, _ count: Int) -> [Double]? {
  let values = text.split(separator: " ").compactMap { Double($0) }
  return values.count == count && values.allSatisfy { abs($0) < 1e6 } ? values : nil
}

extension Rectangle {
  fileprivate var edges: [Double] { [left, bottom, right, top] }

  fileprivate init?(edges: [Double]) {
    guard edges.count == 4, edges[0] <= edges[2], edges[1] <= edges[3] else { return nil }
    self.init(left: edges[0], bottom: edges[1], right: edges[2], top: edges[3])
  }
}
