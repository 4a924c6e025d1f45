import FingerpostModel

/// Which numbers of an element have to be hidden so that no small one can be worked out.
///
/// Hidden first is each small number that nobody has published. From what is then shown, the sums
/// leave each of them a range of values; where that is not the whole range that `under 5` leaves,
/// the smallest number that is still shown beside it is hidden too (those that a source has
/// published last), until all are safe. Where hiding numbers does not do, the sums are not shown.
///
/// The ranges are exact where no two sums share two numbers, as in counts with parts of parts and in
/// flows. Sums that do (a table of counts cut in two ways) are not shown if a number in them has
/// to be hidden. Somebody who knows which numbers are hidden, and that zeros are not, learns no more.
struct CountProtection {
  private let system: CountSystem
  private let limit: Int
  /// Whether a number is shown as a bound.
  private var isHidden: [Bool]
  /// Whether a hidden number may be a zero, because zeros beside it are hidden too.
  private var mayBeZero: [Bool]
  /// Whether the sums with a number are not shown.
  private var isCutOff: [Bool]
  /// The sums that a number stands in.
  private var sumsOf: [[Int]]
  /// The pairs of people counted among others that a number stands in.
  private var subsetsOf: [[Int]]
  private var ranges: [CountRange]

  /// How often more is hidden around a number before its sums are not shown.
  private static let mostRounds = 32

  /// Decides what to hide.
  ///
  /// - Parameters:
  ///   - system: The numbers and sums, all read.
  ///   - limit: The smallest number of people that may be shown.
  /// - Complexity: O(*n*) for *n* numbers and terms of sums.
  init(_ system: CountSystem, limit: Int) {
    self.system = system
    self.limit = limit
    isHidden = system.numbers.map { !$0.isPublished && $0.stated?.isSmall(under: limit) == true }
    mayBeZero = Array(repeating: false, count: system.numbers.count)
    isCutOff = mayBeZero
    sumsOf = Array(repeating: [], count: system.numbers.count)
    subsetsOf = sumsOf
    ranges = Array(repeating: .unknown, count: system.numbers.count)
    for (place, sum) in system.sums.enumerated() {
      for number in sum.numbers { sumsOf[number].append(place) }
    }
    for (place, subset) in system.subsets.enumerated() {
      subsetsOf[subset.part].append(place)
      subsetsOf[subset.whole].append(place)
    }
    hideZerosBelowHiddenTotals()
    for component in components() { protect(component) }
  }

  /// What is shown in the place of a number.
  func shown(_ number: Int) -> Quantity? {
    let stated = system.numbers[number].stated
    return isHidden[number] ? stated?.hidden(under: limit) : stated
  }

  /// Whether the sums that a number stands in must not be shown.
  func isCutOff(_ number: Int) -> Bool { isCutOff[number] }

  /// The parts of a hidden number are all hidden: were their zeros shown, three parts of a hidden
  /// number that are not zero would be 1 or 2 each.
  private mutating func hideZerosBelowHiddenTotals() {
    for sum in system.sums where isHidden[sum.total] {
      for term in sum.terms {
        let number = system.numbers[term]
        guard !number.isPublished, let exact = number.stated?.exact, exact < limit else { continue }
        isHidden[term] = true
        mayBeZero[term] = true
      }
    }
    // That nobody is unaccounted for is shown unless the first stage is hidden.
    if let (number, first) = system.unaccounted, !isHidden[first] { mayBeZero[number] = false }
  }

  // MARK: - Sums that hang together

  private struct Component {
    /// The sums, each after the one that it shares a number with.
    var sums: [Int]
    var numbers: [Int]
    /// Whether there are two ways from one number to another.
    var isTangled: Bool
  }

  private func components() -> [Component] {
    var isSeen = Array(repeating: false, count: system.numbers.count)
    var isTaken = Array(repeating: false, count: system.sums.count)
    var components: [Component] = []
    for start in system.sums.indices where !isTaken[start] {
      var component = Component(sums: [start], numbers: [], isTangled: false)
      var entries: [Int?] = [nil]
      isTaken[start] = true
      var place = 0
      while place < component.sums.count {
        var isAtEntry = false
        for number in system.sums[component.sums[place]].numbers {
          if number == entries[place], !isAtEntry {
            isAtEntry = true
            continue
          }
          if isSeen[number] {
            component.isTangled = true
            continue
          }
          isSeen[number] = true
          component.numbers.append(number)
          for other in sumsOf[number] where other != component.sums[place] {
            if isTaken[other] {
              component.isTangled = true
            } else {
              isTaken[other] = true
              component.sums.append(other)
              entries.append(number)
            }
          }
        }
        place += 1
      }
      components.append(component)
    }
    return components
  }

  // MARK: - Protecting

  private mutating func protect(_ component: Component) {
    if component.isTangled {
      if component.numbers.contains(where: isSecret) { cutOff(component) }
      return
    }
    for _ in 0..<Self.mostRounds {
      let exposed = exposedNumbers(of: component)
      if exposed.isEmpty { return }
      guard hideMore(around: exposed) else { break }
    }
    cutOff(component)
  }

  /// Whether a number must not become known.
  private func isSecret(_ number: Int) -> Bool {
    guard !system.numbers[number].isPublished, let stated = system.numbers[number].stated else {
      return false
    }
    return stated.exact == nil || stated.isSmall(under: limit)
  }

  /// The secret numbers of which more follows from the sums than from what stands in their place.
  private mutating func exposedNumbers(of component: Component) -> [Int] {
    let secrets = component.numbers.filter(isSecret)
    guard !secrets.isEmpty else { return [] }
    for number in component.numbers { ranges[number] = rangeByItself(of: number) }
    for number in component.numbers {
      for subset in subsetsOf[number] { compare(system.subsets[subset]) }
    }
    leaveEnoughUnaccounted()
    let isPossible =
      component.sums.reversed().allSatisfy { tighten($0) }
      && component.sums.allSatisfy { tighten($0) }
    guard isPossible else { return secrets }
    return secrets.filter { number in
      let own = rangeByItself(of: number)
      if isHidden[number] { return ranges[number] != own }
      // A bound that is not small is no secret unless it turns out to stand for a few.
      guard let most = ranges[number].most, most > 0, most < limit else { return false }
      return own.most.map { most < $0 } ?? true
    }
  }

  /// What can be known of a number from what stands in its place.
  private func rangeByItself(of number: Int) -> CountRange {
    guard isHidden[number], let stated = system.numbers[number].stated else {
      return CountRange(system.numbers[number].stated)
    }
    let shown = CountRange(stated.hidden(under: limit))
    return CountRange(
      least: max(shown.least, mayBeZero[number] ? 0 : 1), most: shown.most)
  }

  /// Those who are counted among others are no more than these.
  ///
  /// Of what belongs to other sums it is enough that it can be as it is, or small where it is hidden.
  private mutating func compare(_ subset: (part: Int, whole: Int)) {
    guard let number = system.numbers[subset.part].stated?.exact,
      let all = system.numbers[subset.whole].stated?.exact, number <= all
    else { return }
    let most = isHidden[subset.whole] ? max(all, limit - 1) : all
    if let range = ranges[subset.part].shared(with: CountRange(least: 0, most: most)) {
      ranges[subset.part] = range
    }
    guard number >= limit || !isHidden[subset.part] else { return }
    if let range = ranges[subset.whole].shared(with: CountRange(least: number, most: nil)) {
      ranges[subset.whole] = range
    }
  }

  /// Those unaccounted for are at least as many as are missing at other stages than the one in whose
  /// sum they stand.
  private mutating func leaveEnoughUnaccounted() {
    guard let number = system.unaccounted?.number, let place = sumsOf[number].first else { return }
    let elsewhere = CountRange(least: max(0, -system.sums[place].difference), most: nil)
    if let range = ranges[number].shared(with: elsewhere) { ranges[number] = range }
  }

  /// Narrows the ranges of the numbers in a sum to what the others leave them.
  ///
  /// - Returns: `false` when nothing is left for one of them.
  private mutating func tighten(_ place: Int) -> Bool {
    let sum = system.sums[place]
    let terms = sum.terms.map { ranges[$0] }
    let least = terms.reduce(sum.difference) { $0 + $1.least }
    let open = terms.count { $0.most == nil }
    let most = terms.reduce(sum.difference) { $0 + ($1.most ?? 0) }
    let total = ranges[sum.total]
    func narrowed(_ range: CountRange, _ least: Int, _ most: Int?) -> CountRange? {
      range.shared(with: CountRange(least: max(0, least), most: most))
    }
    guard let narrowedTotal = narrowed(total, least, open == 0 ? most : nil) else { return false }
    ranges[sum.total] = narrowedTotal
    for (term, range) in zip(sum.terms, terms) {
      let isOnlyOpen = open == (range.most == nil ? 1 : 0)
      let lower = isOnlyOpen ? total.least - (most - (range.most ?? 0)) : 0
      let upper = total.most.map { $0 - (least - range.least) }
      guard let narrowedTerm = narrowed(range, lower, upper) else { return false }
      ranges[term] = narrowedTerm
    }
    return true
  }

  /// Hides the smallest number that is shown in the sums with each exposed number, and in those that
  /// lead on from there by what is hidden.
  ///
  /// - Returns: Whether there was any to hide.
  private mutating func hideMore(around exposed: [Int]) -> Bool {
    var seen: Set<Int> = []
    var chosen: [Int] = []
    for start in exposed {
      var waiting = sumsOf[start].filter { seen.insert($0).inserted }
      var candidates: Set<Int> = []
      while let sum = waiting.popLast() {
        for number in system.sums[sum].numbers {
          if isHidden[number] || system.numbers[number].stated?.exact == nil {
            waiting += sumsOf[number].filter { seen.insert($0).inserted }
          } else if system.numbers[number].stated?.exact != 0 {
            candidates.insert(number)
          }
        }
      }
      if let smallest = candidates.min(by: { rank($0) < rank($1) }) { chosen.append(smallest) }
    }
    for number in chosen { isHidden[number] = true }
    return !chosen.isEmpty
  }

  private func rank(_ number: Int) -> (Int, Int, Int) {
    let stated = system.numbers[number]
    return (stated.isPublished ? 1 : 0, stated.stated?.number ?? 0, number)
  }

  /// Shows no sum of a component, and therefore its large numbers again.
  private mutating func cutOff(_ component: Component) {
    for number in component.numbers {
      isCutOff[number] = true
      if !isSecret(number), !mayBeZero[number] { isHidden[number] = false }
    }
  }
}
