import FingerpostModel

/// Which cells are served, surely and possibly, in every layer at once.
///
/// A data-flow problem of the kind that compilers solve: the value at a node is the set of cells
/// with which a family can be there, as a bit set; a route passes on those that it and the service
/// at its end admit; values grow until nothing changes. The sets of all layers and of both degrees
/// of certainty stand side by side, so one pass answers for all of them. Needs that all routes treat
/// alike share a set.
///
/// Reference: G. A. Kildall, "A unified approach to global program optimization", *Proceedings of
/// the 1st ACM Symposium on Principles of Programming Languages*, 1973, pages 194–206.
struct CoverageFlow: Sendable {
  private let grid: CoverageGrid
  private let layerCount: Int
  /// How many words hold one bit for each band and area.
  private let width: Int
  /// For each need and layer, the cells that are surely served and then those that are possibly.
  private var served: [UInt64]

  /// Solves a network.
  ///
  /// - Complexity: O(*r* · *c* · *l* / 64) words are combined for each time that a set grows, which
  ///   is rarely more than a few times; *r* is the number of routes, *c* of cells and *l* of layers.
  init(_ network: CoverageNetwork) {
    let grid = network.grid
    self.grid = grid
    layerCount = network.layerCount
    width = (grid.bands.count * grid.areas.count + 63) / 64
    served = [UInt64](repeating: 0, count: grid.needs.count * layerCount * 2 * width)
    let lanes = Lanes(network, width: width)
    let reached = Self.fixedPoint(of: network, lanes)
    for node in network.isKnown.indices {
      let serving = node * grid.needs.count
      for need in grid.needs.indices where network.serving[serving + need] != .never {
        let isSure = network.serving[serving + need] == .sure
        for layer in 0..<layerCount {
          let from = node * lanes.stride + lanes.lane(ofNeed: need, layer: layer)
          let to = (need * layerCount + layer) * 2 * width
          for word in 0..<width {
            if isSure { served[to + word] |= reached[from + word] }
            served[to + width + word] |= reached[from + width + word]
          }
        }
      }
    }
  }

  /// How surely a cell is served.
  func certainty(need: Int, band: Int, area: Int, layer: Int) -> Certainty {
    let bit = band * grid.areas.count + area
    let word = (need * layerCount + layer) * 2 * width + bit / 64
    let mask: UInt64 = 1 << UInt64(bit % 64)
    if served[word] & mask != 0 { return .sure }
    return served[word + width] & mask != 0 ? .possible : .never
  }

  /// How the sets at a node are laid out: one lane for each class of needs and layer.
  private struct Lanes {
    /// The words of one set, sure and possible.
    let size: Int
    /// The words at a node.
    let stride: Int
    let layerCount: Int
    let classOfNeed: [Int]
    /// For each restriction, where the lanes start that it leaves open; `nil` for all.
    let open: [[Int]?]

    init(_ network: CoverageNetwork, width: Int) {
      layerCount = network.layerCount
      let byNeed = network.restrictions.compactMap(\.needs)
      var classes: [[Bool]: Int] = [:]
      var examples: [Int] = []
      classOfNeed = network.grid.needs.indices.map { need in
        let treatment = byNeed.map { $0.contains(need) }
        if let known = classes[treatment] { return known }
        classes[treatment] = examples.count
        examples.append(need)
        return examples.count - 1
      }
      size = 2 * width
      stride = examples.count * layerCount * size
      let (size, layerCount) = (size, layerCount)
      open = network.restrictions.enumerated().map { place, rule in
        guard place > 0 else { return nil }
        var starts: [Int] = []
        for (number, need) in examples.enumerated() {
          for layer in 0..<layerCount where rule.admits(need: need, layer: layer) {
            starts.append((number * layerCount + layer) * size)
          }
        }
        return starts
      }
    }

    func lane(ofNeed need: Int, layer: Int) -> Int {
      (classOfNeed[need] * layerCount + layer) * size
    }
  }

  /// The cells with which a family can be at each node.
  private static func fixedPoint(of network: CoverageNetwork, _ lanes: Lanes) -> [UInt64] {
    let graph = network.routes.graph
    let admission = admission(in: network, lanes)
    let admissionStride = network.layerCount * lanes.size
    var reached = [UInt64](repeating: 0, count: graph.nodeCount * lanes.stride)
    var waiting: [Int32] = []
    var isWaiting = [Bool](repeating: false, count: graph.nodeCount)
    for node in 0..<graph.nodeCount
    where network.entries[node] != .never || network.isWithoutRoutes {
      let isSure = network.entries[node] == .sure
      for word in 0..<lanes.stride
      where isSure || word % lanes.size >= lanes.size / 2 {
        reached[node * lanes.stride + word] =
          admission[node * admissionStride + word % admissionStride]
      }
      waiting.append(Int32(node))
      isWaiting[node] = true
    }
    let isPassable = network.kinds.indices.map {
      network.kinds[$0].movesFamily && network.edgeStatus[$0] == .active
    }

    var next = 0
    reached.withUnsafeMutableBufferPointer { reached in
      /// Passes on some words from one node to another; whether the other then holds more.
      func pass(_ words: Range<Int>, from tail: Int, to head: Int) -> Bool {
        var grown: UInt64 = 0
        var word = words.lowerBound
        var allowed = head * admissionStride + word % max(admissionStride, 1)
        while word < words.upperBound {
          let old = reached[head * lanes.stride + word]
          let new = old | (reached[tail * lanes.stride + word] & admission[allowed])
          grown |= new ^ old
          reached[head * lanes.stride + word] = new
          word += 1
          allowed += 1
          if allowed == (head + 1) * admissionStride { allowed = head * admissionStride }
        }
        return grown != 0
      }
      while next < waiting.count {
        let tail = Int(waiting[next])
        next += 1
        isWaiting[tail] = false
        for arc in graph.successors(of: tail) where isPassable[arc.edge] {
          var grows = false
          if let open = lanes.open[Int(network.restriction[arc.edge])] {
            for start in open where pass(start..<start + lanes.size, from: tail, to: arc.node) {
              grows = true
            }
          } else {
            grows = pass(0..<lanes.stride, from: tail, to: arc.node)
          }
          if grows, !isWaiting[arc.node] {
            isWaiting[arc.node] = true
            waiting.append(Int32(arc.node))
          }
        }
      }
    }
    return reached
  }

  /// The cells that each node admits, layer by layer, surely and then possibly.
  private static func admission(in network: CoverageNetwork, _ lanes: Lanes) -> [UInt64] {
    let grid = network.grid
    let width = lanes.size / 2
    let stride = network.layerCount * lanes.size
    let count = network.routes.graph.nodeCount
    var admission = [UInt64](repeating: 0, count: count * stride)
    var whole = [UInt64](repeating: 0, count: lanes.size)
    for node in 0..<count where network.isKnown[node] && network.nodeStatus[node] == .active {
      for word in whole.indices { whole[word] = 0 }
      var bit = 0
      for band in grid.bands.indices {
        let byAge = network.ageAdmission[node * grid.bands.count + band]
        for area in grid.areas.indices {
          let byArea = network.areaAdmission[node * grid.areas.count + area]
          let mask: UInt64 = 1 << UInt64(bit % 64)
          if byAge != .never, byArea != .never {
            whole[width + bit / 64] |= mask
            if byAge == .sure, byArea == .sure { whole[bit / 64] |= mask }
          }
          bit += 1
        }
      }
      for layer in 0..<network.layerCount {
        let certainty = network.conditionAdmission(of: node, layer: layer)
        let start = node * stride + layer * lanes.size
        for word in 0..<width where certainty != .never {
          if certainty == .sure { admission[start + word] = whole[word] }
          admission[start + width + word] = whole[width + word]
        }
      }
    }
    return admission
  }
}
