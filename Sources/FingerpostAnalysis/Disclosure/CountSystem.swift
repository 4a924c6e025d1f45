import FingerpostModel

/// The numbers of one element of a map, and which of them are stated to add up to which.
///
/// Numbers are read in a fixed order, that in which `ShownCounts` writes them back. What is stated
/// twice, under the same words and with the same figure, is one number.
struct CountSystem {
  /// A number as the map states it.
  struct Number {
    /// What is stated; `nil` where the map does not say.
    var stated: Quantity?
    /// Whether a source that is cited has published it.
    var isPublished: Bool
  }

  /// Numbers that add up to another, but for a difference.
  struct Sum: Hashable {
    /// What they add up to.
    var total: Int
    /// The numbers.
    var terms: [Int]
    /// By how much the total is more than the terms, where all are exact: people that the source
    /// leaves unaccounted for, or a slip in the map.
    var difference = 0

    /// The total and the terms.
    var numbers: [Int] { [total] + terms }
  }

  private(set) var numbers: [Number] = []
  private(set) var sums: [Sum] = []
  /// Numbers of people who are counted among others.
  private(set) var subsets: [(part: Int, whole: Int)] = []
  /// Those whom a flow leaves unaccounted for, and the first stage before which they can be missing.
  private(set) var unaccounted: (number: Int, first: Int)?
  /// The number of each place that was read, in order.
  private(set) var places: [Int] = []

  private var twins: [Twin: Int] = [:]
  private var wholes: [String: Int] = [:]

  /// What two places have in common that state the same number.
  private struct Twin: Hashable {
    /// What is counted, within what but not in which order: girls in the north are the north's girls.
    var labels: Set<String>
    var number: Int
    var date: CalendarDate?
  }

  // MARK: - Reading

  /// Reads a number that stands by itself.
  mutating func read(_ quantity: Quantity?, isPublished: Bool) {
    _ = add(quantity, isPublished, [], nil)
  }

  /// Reads counts and their parts.
  mutating func read(_ counts: [Count]?, isPublished: Bool) {
    for count in counts ?? [] { _ = add(count, isPublished, within: nil) }
  }

  /// Reads the number of an evaluation and its parts.
  mutating func read(_ evaluation: Evaluation, isPublished: Bool) {
    let isPublished = isPublished || evaluation.origin.isPublished
    let total = add(evaluation.number, isPublished, [], nil)
    add(evaluation.parts ?? [], of: total, isPublished, within: [])
  }

  /// Reads the number of a cohort, of which counts that are read later can be some.
  mutating func read(_ cohort: Cohort, isPublished: Bool) {
    wholes[cohort.id] = add(
      cohort.participants, isPublished || cohort.origin.isPublished, [cohort.name], nil)
  }

  /// Reads the stages of a flow, whom it leaves unaccounted for, and its counts.
  ///
  /// A stage that says who left is taken to say all of it, as the rules do.
  mutating func read(_ flow: Flow) {
    let stages = flow.stages ?? []
    let isLeavingSaid = stages.dropFirst().contains { $0.left != nil }
    let unaccounted = flow.unaccounted.value
    var balances: [Int] = []
    var before: Int?
    for stage in stages {
      let isPublished = flow.origin.isPublished || stage.origin.isPublished
      let count = add(stage.count, isPublished, [stage.name], nil)
      wholes[stage.id] = count
      var terms = [count]
      if let still = stage.stillBefore { terms.append(add(still, isPublished, [], nil)) }
      terms += (stage.left ?? []).map { departure in
        add(departure.count, isPublished || departure.origin.isPublished, [], nil)
      }
      if let before, stage.left != nil || (unaccounted != nil && !isLeavingSaid) {
        balances.append(sums.count)
        sums.append(Sum(total: before, terms: terms))
      }
      before = count
    }
    if let unaccounted {
      let number = add(unaccounted, flow.origin.isPublished, [], nil)
      // Those missing at other stages are taken as they are: what can be so with them fixed can be
      // so at all.
      func missing(_ sum: Int) -> Int { exactDifference(of: sums[sum]) ?? -1 }
      if let most = balances.map(missing).max(),
        let sum = balances.first(where: { missing($0) == most })
      {
        sums[sum].terms.append(number)
        self.unaccounted = (number, sums[balances[0]].total)
      }
    }
    read(flow.counts, isPublished: flow.origin.isPublished)
  }

  private mutating func add(
    _ count: Count, _ isPublished: Bool, within labels: Set<String>?
  ) -> Int {
    let isPublished = isPublished || count.origin.isPublished
    let own = (labels ?? []).union([count.of])
    let number = add(count.number, isPublished, own, count.on)
    if let whole = count.outOf.flatMap({ wholes[$0] }) { subsets.append((number, whole)) }
    add(count.parts ?? [], of: number, isPublished, within: labels == nil ? [] : own)
    return number
  }

  private mutating func add(
    _ parts: [Count], of total: Int, _ isPublished: Bool, within labels: Set<String>
  ) {
    guard !parts.isEmpty else { return }
    let sum = sums.count
    sums.append(Sum(total: total, terms: []))
    let terms = parts.map { add($0, isPublished, within: labels) }
    sums[sum].terms = terms
  }

  private mutating func add(
    _ quantity: Quantity?, _ isPublished: Bool, _ labels: Set<String>, _ date: CalendarDate?
  ) -> Int {
    var place = numbers.count
    if let exact = quantity?.exact, exact > 0, !labels.isEmpty {
      let twin = Twin(labels: labels, number: exact, date: date)
      place = twins[twin] ?? place
      twins[twin] = place
    }
    places.append(place)
    if place < numbers.count {
      numbers[place].isPublished = numbers[place].isPublished || isPublished
    } else {
      numbers.append(Number(stated: quantity, isPublished: isPublished))
    }
    return place
  }

  // MARK: - When all is read

  /// Takes sums that are stated twice once, and notes by how much they do not add up.
  mutating func finish() {
    var seen: Set<Sum> = []
    sums = sums.compactMap { sum in
      let key = Sum(total: sum.total, terms: sum.terms.sorted())
      guard seen.insert(key).inserted else { return nil }
      return Sum(
        total: sum.total, terms: sum.terms, difference: exactDifference(of: sum) ?? 0)
    }
  }

  private func exactDifference(of sum: Sum) -> Int? {
    guard var difference = numbers[sum.total].stated?.exact else { return nil }
    for term in sum.terms {
      guard let number = numbers[term].stated?.exact else { return nil }
      difference -= number
    }
    return difference
  }
}
