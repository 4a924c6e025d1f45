import FingerpostModel

extension SystemMap {
  /// Hides the small counts of people that no source has published, and those from which one of them
  /// follows.
  mutating func hideSmallCounts(under limit: Int) {
    services.updateEach { service in
      let isPublished = service.origin.isPublished
      var system = CountSystem()
      system.read(service.referralsReceived, isPublished: isPublished)
      system.read(service.counts, isPublished: isPublished)
      var shown = ShownCounts(system, limit)
      shown.write(&service.referralsReceived)
      shown.write(&service.counts)
    }
    routes.updateEach { $0.counts.hideSmall(under: limit, isPublished: $0.origin.isPublished) }
    links.updateEach { $0.counts.hideSmall(under: limit, isPublished: $0.origin.isPublished) }
    programmes.updateEach { $0.hideSmallCounts(under: limit) }
    flows.updateEach { $0.hideSmallCounts(under: limit) }
  }
}

extension [Count]? {
  fileprivate mutating func hideSmall(under limit: Int, isPublished: Bool) {
    guard self != nil else { return }
    var system = CountSystem()
    system.read(self, isPublished: isPublished)
    var shown = ShownCounts(system, limit)
    shown.write(&self)
  }
}

extension Programme {
  fileprivate mutating func hideSmallCounts(under limit: Int) {
    guard cohorts != nil || counts != nil || evaluations != nil else { return }
    var system = CountSystem()
    for cohort in cohorts ?? [] { system.read(cohort, isPublished: origin.isPublished) }
    system.read(counts, isPublished: origin.isPublished)
    for evaluation in evaluations ?? [] { system.read(evaluation, isPublished: origin.isPublished) }
    var shown = ShownCounts(system, limit)
    cohorts?.updateEach { shown.write(&$0.participants) }
    shown.write(&counts)
    evaluations?.updateEach { evaluation in
      if shown.write(&evaluation.number) {
        shown.skip(evaluation.parts)
        evaluation.parts = nil
      } else {
        shown.write(&evaluation.parts)
      }
    }
  }
}

extension Flow {
  fileprivate mutating func hideSmallCounts(under limit: Int) {
    var system = CountSystem()
    system.read(self)
    var shown = ShownCounts(system, limit)
    var isCutOff = false
    stages?.updateEach { stage in
      isCutOff = shown.write(&stage.count) || isCutOff
      if stage.stillBefore != nil { shown.write(&stage.stillBefore) }
      stage.left?.updateEach { shown.write(&$0.count) }
    }
    if case .stated(let number) = unaccounted {
      var number: Quantity? = number
      shown.write(&number)
      unaccounted = number.map { .stated($0) } ?? .notStated
    }
    shown.write(&counts)
    guard isCutOff else { return }
    // Nothing adds up any more where nobody is said to have left.
    unaccounted = .notStated
    stages?.updateEach { stage in
      stage.stillBefore = nil
      stage.left = nil
    }
  }
}

/// Writes what is shown of the numbers of an element, in the order in which they were read.
private struct ShownCounts {
  private let protection: CountProtection
  private var places: IndexingIterator<[Int]>

  init(_ system: CountSystem, _ limit: Int) {
    var system = system
    system.finish()
    protection = CountProtection(system, limit: limit)
    places = system.places.makeIterator()
  }

  /// Writes a number.
  ///
  /// - Returns: Whether the sums that it stands in must not be shown.
  @discardableResult
  mutating func write(_ quantity: inout Quantity?) -> Bool {
    guard let number = places.next() else { return false }
    quantity = protection.shown(number)
    return protection.isCutOff(number)
  }

  /// Writes counts and their parts.
  ///
  /// Of a share only the bound is left where it is hidden: 2 in 40
  /// would be `under 5`, and among 40.
  mutating func write(_ counts: inout [Count]?) {
    counts?.updateEach { count in
      var number: Quantity? = count.number
      let isCutOff = write(&number)
      if let number, number != count.number {
        count.number = number
        count.per = nil
      }
      if isCutOff {
        skip(count.parts)
        count.parts = nil
      } else {
        write(&count.parts)
      }
    }
  }

  /// Passes over counts that are not shown.
  mutating func skip(_ counts: [Count]?) {
    for count in counts ?? [] {
      _ = places.next()
      skip(count.parts)
    }
  }
}
