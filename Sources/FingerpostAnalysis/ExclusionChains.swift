public import FingerpostModel

/// Where families are sent whom a service does not see because of a condition, and where the ones
/// who receive them send them in turn.
///
/// A *station* is a service in use that is closed for a condition. Each of its alternatives, the
/// preferred one first, leads to help, to a further station, to a service that is not in use, or to
/// one of which the map does not say whether it sees such families. A station is *stuck* when none
/// of the ways on from it can lead to help.
///
/// An alternative is bad when the station it leads to is stuck, or when families sent there can come
/// back to where they were; that is a fault even where another alternative would help, because
/// families are sent round. One that is not in use is bad when the station is stuck.
///
/// All conditions are looked at together, each station once, so that the work is linear in the
/// services and the exclusions.
public struct ExclusionChains: Sendable {
  /// How a chain ends.
  public enum End: Hashable, Sendable {
    /// The last service states that it sends families nowhere.
    case nowhere
    /// The last service sends them back to a service of the chain.
    case back(to: Service.ID)
    /// The last service sends them to one that is not in use.
    case notInUse(Service.ID)
  }

  /// The way of a family that no service of it sees.
  public struct Chain: Hashable, Sendable {
    /// The services in turn; each sends the family on to the next.
    public var services: [Service.ID]
    /// How many services of the chain are left out after these.
    public var omitted: Int
    /// How it ends.
    public var end: End

    /// Makes a chain.
    ///
    /// - Complexity: O(1).
    public init(services: [Service.ID], omitted: Int, end: End) {
      self.services = services
      self.omitted = omitted
      self.end = end
    }
  }

  /// A service in use that is closed for a condition.
  public struct Station: Hashable, Sendable {
    /// The service.
    public let service: Service.ID
    /// The condition.
    public let condition: Condition.ID
    /// The first of the service's exclusions for the condition.
    public let exclusion: String
    /// Whether every way on is known to lead to no help.
    public let isStuck: Bool
    /// Whether it is stated that families are sent nowhere.
    public let sendsNowhere: Bool
    /// Whether the map does not say where families are sent.
    public let isOnwardUnstated: Bool
    /// The services that it sends families to which see them, the preferred one first.
    public let helpers: [Service.ID]
    /// The services that it sends families to of which the map does not say whom they exclude.
    public let unknown: [Service.ID]
  }

  /// The stations, in the order of the map.
  public let stations: [Station]

  /// The place of the bad alternative that families are sent to first; `-1` where there is none, and
  /// `-2` where a service that is not in use comes first.
  private let next: [Int]
  /// The first service not in use, where `next` says so.
  private let notInUse: [Int: Service.ID]
  /// How many further services a chain has after each station.
  private let further: [Int]
  /// The station with which the chain from each ends.
  private let last: [Int]

  /// Follows every exclusion of a map.
  ///
  /// - Parameters:
  ///   - map: The map.
  ///   - isInUse: Whether families can be sent to a service.
  /// - Complexity: O(*s* + *e* log *e*), where *s* is the number of services and *e* of the places
  ///   that their exclusions send families to, all conditions together. The logarithm is for
  ///   sorting within loops.
  public init(of map: SystemMap, where isInUse: (_ service: Service) -> Bool = { _ in true }) {
    var drafts: [Draft] = []
    var places: [Place: Int] = [:]
    for service in map.services {
      guard let exclusions = service.excludes, !exclusions.isEmpty, isInUse(service) else {
        continue
      }
      for exclusion in exclusions {
        let place = Place(service: service.id, condition: exclusion.condition)
        if let known = places[place] {
          drafts[known].add(exclusion)
        } else {
          places[place] = drafts.count
          drafts.append(Draft(place, exclusion))
        }
      }
    }

    var edges: [(tail: Int, head: Int)] = []
    var mayHelp = [Bool](repeating: false, count: drafts.count)
    for index in drafts.indices {
      let condition = drafts[index].place.condition
      for id in drafts[index].onward {
        if let head = places[Place(service: id, condition: condition)] {
          drafts[index].alternatives.append(.station(head))
          edges.append((index, head))
        } else if let service = map.services[id] {
          if !isInUse(service) {
            drafts[index].alternatives.append(.notInUse(id))
          } else if service.excludes == nil || service.isKeptForOthers(than: condition) {
            drafts[index].unknown.append(id)
          } else {
            drafts[index].helpers.append(id)
          }
        } else {
          drafts[index].unknown.append(id)
        }
      }
      mayHelp[index] =
        drafts[index].isOnwardUnstated || !drafts[index].helpers.isEmpty
        || !drafts[index].unknown.isEmpty
    }

    let graph = DirectedGraph(nodeCount: drafts.count, edges: edges)
    let canHelp = graph.reachable(
      from: mayHelp.indices.filter { mayHelp[$0] }, direction: .incoming)
    let components = graph.stronglyConnectedComponents().componentOfNode

    var next = [Int](repeating: -1, count: drafts.count)
    var notInUse: [Int: Service.ID] = [:]
    for index in drafts.indices {
      for alternative in drafts[index].alternatives {
        switch alternative {
        case .notInUse(let id) where !canHelp[index]:
          next[index] = -2
          notInUse[index] = id
        case .station(let head) where !canHelp[head] || components[head] == components[index]:
          next[index] = head
        case .station, .notInUse: continue
        }
        break
      }
    }
    self.next = next
    self.notInUse = notInUse
    (further, last) = Self.lengths(along: next)
    stations = drafts.indices.map { index in
      let draft = drafts[index]
      return Station(
        service: draft.place.service, condition: draft.place.condition,
        exclusion: draft.exclusion, isStuck: !canHelp[index],
        sendsNowhere: draft.onward.isEmpty && !draft.isOnwardUnstated,
        isOnwardUnstated: draft.isOnwardUnstated, helpers: draft.helpers, unknown: draft.unknown)
    }
  }

  /// The chain from a station along its first bad alternative.
  ///
  /// - Parameters:
  ///   - position: The place of the station in `stations`.
  ///   - limit: How many services to name at most; the others are counted.
  /// - Returns: `nil` when no alternative of the station is bad. A station that sends families
  ///   nowhere is a chain of one service.
  /// - Complexity: O(*k*), where *k* is the limit.
  public func chain(from position: Int, naming limit: Int = 12) -> Chain? {
    guard next[position] != -1 || stations[position].sendsNowhere else { return nil }
    let length = further[position] + 1
    var services: [Service.ID] = []
    var station = position
    while services.count < min(length, limit) {
      services.append(stations[station].service)
      if services.count < length { station = next[station] }
    }
    let end = last[position]
    let ending: End =
      if let id = notInUse[end] {
        .notInUse(id)
      } else if next[end] >= 0 {
        .back(to: stations[next[end]].service)
      } else {
        .nowhere
      }
    return Chain(services: services, omitted: length - services.count, end: ending)
  }

  /// How many further services follow each station before one comes again or the chain ends, and
  /// the last of them.
  ///
  /// Each station has one successor, so a walk from it either ends or runs into a circle; a station
  /// is walked over once.
  private static func lengths(along next: [Int]) -> (further: [Int], last: [Int]) {
    var further = [Int](repeating: -1, count: next.count)
    var last = [Int](repeating: -1, count: next.count)
    var stepOnWalk = [Int](repeating: -1, count: next.count)
    for start in next.indices where further[start] < 0 {
      var walk: [Int] = []
      var station = start
      while station >= 0, further[station] < 0, stepOnWalk[station] < 0 {
        stepOnWalk[station] = walk.count
        walk.append(station)
        station = next[station]
      }
      if station >= 0, further[station] < 0 {
        // The walk has met itself: from here on it is a circle.
        let circle = walk[stepOnWalk[station]...]
        var before = walk[walk.count - 1]
        for member in circle {
          further[member] = circle.count - 1
          last[member] = before
          before = member
        }
        walk.removeSubrange(stepOnWalk[station]...)
      } else if station < 0, let end = walk.popLast() {
        further[end] = 0
        last[end] = end
        station = end
      }
      for member in walk.reversed() {
        further[member] = further[next[member]] + 1
        last[member] = last[next[member]]
      }
    }
    return (further, last)
  }

  /// A service and a condition that closes it.
  private struct Place: Hashable {
    let service: Service.ID
    let condition: Condition.ID
  }

  /// A station while the chains are being made.
  private struct Draft {
    let place: Place
    let exclusion: String
    var onward: [Service.ID]
    var isOnwardUnstated: Bool
    var alternatives: [Alternative] = []
    var helpers: [Service.ID] = []
    var unknown: [Service.ID] = []

    init(_ place: Place, _ exclusion: Exclusion) {
      self.place = place
      self.exclusion = exclusion.id
      onward = exclusion.onward ?? []
      isOnwardUnstated = exclusion.onward == nil
    }

    /// Takes in a further exclusion for the same condition.
    mutating func add(_ exclusion: Exclusion) {
      onward += exclusion.onward ?? []
      isOnwardUnstated = isOnwardUnstated || exclusion.onward == nil
    }
  }

  /// Where a station may send families that is no help.
  private enum Alternative {
    case station(Int)
    case notInUse(Service.ID)
  }
}

extension Service {
  /// Whether it sees only families with some condition other than this one.
  fileprivate func isKeptForOthers(than condition: Condition.ID) -> Bool {
    guard let onlyFor, !onlyFor.isEmpty else { return false }
    return !onlyFor.contains { $0.condition == condition }
  }
}
