import FingerpostModel

/// The search of what is lost without each service and route, for all cells and layers of a coverage.
///
/// Cells and layers are numbered together, layer by layer in the order of `CoverageGrid.cells`:
/// their *places*. Services and routes are too: first the nodes of the network, then its edges, as
/// *steps*.
struct ImpactSearch {
  private let coverage: Coverage
  private let grid: CoverageGrid
  private let network: CoverageNetwork
  /// For each layer and then need, the class of those that all routes treat alike.
  private let treatment: [Int]
  /// For each class, the routes that let its families pass.
  private let passages: [Passages]

  /// What is lost without one step, as places in no order.
  struct Loss: Sendable {
    var toGap: [Int32] = []
    var toDoubt: [Int32] = []
    var ofHope: [Int32] = []
    var longer: [(place: Int32, before: Int32, after: Int32)] = []
  }

  init(_ coverage: Coverage) {
    self.coverage = coverage
    grid = coverage.grid
    network = coverage.network
    let network = coverage.network
    var classes: [[Bool]: Int] = [:]
    var passages: [Passages] = []
    var treatment: [Int] = []
    for layer in 0..<network.layerCount {
      for need in network.grid.needs.indices {
        let admitting = network.restrictions.map { $0.admits(need: need, layer: layer) }
        let known = classes[admitting] ?? passages.count
        if known == passages.count {
          classes[admitting] = known
          passages.append(Passages(of: network) { admitting[Int(network.restriction[$0])] })
        }
        treatment.append(known)
      }
    }
    self.treatment = treatment
    self.passages = passages
  }

  /// What is lost without each step.
  func losses() -> [Loss] {
    let graph = network.routes.graph
    var losses = [Loss](repeating: Loss(), count: graph.nodeCount + graph.edgeCount)
    let placeCount = network.layerCount * grid.cellCount
    // What no way passes by, not even one of which the map leaves something open.
    var unavoidable = [[Int32]](repeating: [], count: placeCount)
    for answer in answers(atLeast: .possible) {
      for place in answer.places { unavoidable[Int(place)] = answer.unavoidable }
    }
    var isSure = [Bool](repeating: false, count: placeCount)
    for answer in answers(atLeast: .sure) {
      for place in answer.places {
        isSure[Int(place)] = true
        for step in answer.unavoidable {
          if unavoidable[Int(place)].contains(step) {
            losses[Int(step)].toGap.append(place)
          } else {
            losses[Int(step)].toDoubt.append(place)
          }
        }
        for detour in answer.detours {
          losses[Int(detour.step)].longer.append((place, answer.handOffs, detour.handOffs))
        }
      }
    }
    for place in 0..<placeCount where !isSure[place] {
      for step in unavoidable[place] { losses[Int(step)].ofHope.append(Int32(place)) }
    }
    return losses
  }

  // MARK: - Groups

  /// The places with the same need in which the same services admit families and the same routes
  /// let them pass, and what is so of all of them.
  private struct Answer: Sendable {
    var places: [Int32]
    /// The steps that every way passes.
    var unavoidable: [Int32] = []
    /// The hand-offs of the shortest way.
    var handOffs: Int32 = 0
    /// The steps that every shortest way passes and some other does not, and the hand-offs of the
    /// shortest that does not.
    var detours: [(step: Int32, handOffs: Int32)] = []
  }

  /// What decides how families move.
  private struct Setting: Hashable, Sendable {
    let passages: Int
    /// The services that admit them, as a bit each.
    let admitted: [UInt64]
  }

  /// A setting and the places in which it holds, by need.
  private struct Group: Sendable {
    let setting: Setting
    var answers: [Int: Answer] = [:]
  }

  /// What is so of all places of some certainty at least.
  ///
  /// Where only what is possible is asked for, there are no detours.
  private func answers(atLeast certainty: Certainty) -> [Answer] {
    let serving = grid.needs.indices.map { need in
      network.isKnown.indices.filter {
        network.serving[$0 * grid.needs.count + need] >= certainty
      }
    }
    // Where routes are assumed, whatever admits a family may be where it is sent first.
    let assumesRoutes = network.isWithoutRoutes && certainty == .possible
    let entries = network.isKnown.indices.filter {
      assumesRoutes || network.entries[$0] >= certainty
    }
    let families = Int32(network.families)
    return groups(atLeast: certainty).inParallel { group in
      var ways = AdmittedWays(
        passages[group.setting.passages], entries: entries, admitted: group.setting.admitted)
      return group.answers.map { need, answer in
        var answer = answer
        let helpers = serving[need].filter { ways.isReached($0) }
        answer.unavoidable = ways.stepsOnEveryWay(to: helpers)
        if certainty == .sure {
          answer.handOffs = ways.fewestHandOffs(to: helpers)
          answer.detours = ways.stepsOnEveryShortestWay(to: helpers).compactMap { step in
            guard step != families, !answer.unavoidable.contains(step) else { return nil }
            return (step, ways.fewestHandOffs(to: helpers, without: step))
          }
        }
        return answer
      }
    }
    .flatMap(\.self)
  }

  private func groups(atLeast certainty: Certainty) -> [Group] {
    let inUse = nodes { network.isKnown[$0] && network.nodeStatus[$0] == .active }
    let byBand = grid.bands.indices.map { band in
      nodes { network.ageAdmission[$0 * grid.bands.count + band] >= certainty }
    }
    let byArea = grid.areas.indices.map { area in
      nodes { network.areaAdmission[$0 * grid.areas.count + area] >= certainty }
    }
    var groups: [Group] = []
    var known: [Setting: Int] = [:]
    for layer in 0..<network.layerCount {
      let byLayer = nodes { network.conditionAdmission(of: $0, layer: layer) >= certainty }
      for band in grid.bands.indices {
        for area in grid.areas.indices {
          let admitted = inUse.indices.map {
            inUse[$0] & byLayer[$0] & byBand[band][$0] & byArea[area][$0]
          }
          for need in grid.needs.indices
          where coverage.flow.certainty(need: need, band: band, area: area, layer: layer)
            >= certainty
          {
            let setting = Setting(
              passages: treatment[layer * grid.needs.count + need], admitted: admitted)
            let group = known[setting] ?? groups.count
            if group == groups.count {
              known[setting] = group
              groups.append(Group(setting: setting))
            }
            let cell = (need * grid.bands.count + band) * grid.areas.count + area
            groups[group].answers[need, default: Answer(places: [])].places
              .append(Int32(layer * grid.cellCount + cell))
          }
        }
      }
    }
    return groups
  }

  /// The nodes of which something is so, as a bit each.
  private func nodes(where isSo: (Int) -> Bool) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (network.isKnown.count + 63) / 64)
    for node in network.isKnown.indices where isSo(node) {
      bits[node / 64] |= 1 << UInt64(node % 64)
    }
    return bits
  }
}
