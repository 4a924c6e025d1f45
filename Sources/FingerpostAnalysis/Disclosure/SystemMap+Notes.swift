import FingerpostModel

extension SystemMap {
  /// Takes out the remarks for the people who keep the map, of every element and all its parts.
  mutating func hideNotes() {
    origin.note = nil
    scope?.origin.note = nil
    kinds.updateEach { $0.origin.note = nil }
    needs.updateEach { $0.origin.note = nil }
    conditions.updateEach { $0.origin.note = nil }
    areas.updateEach { $0.origin.note = nil }
    sources.updateEach { $0.origin.note = nil }
    organisations.updateEach { $0.origin.note = nil }
    services.updateEach { $0.hideNotes() }
    routes.updateEach { route in
      route.origin.note = nil
      route.transition?.origin.note = nil
      route.counts?.hideNotes()
    }
    boards.updateEach { $0.hideNotes() }
    programmes.updateEach { $0.hideNotes() }
    agreements.updateEach { $0.origin.note = nil }
    flows.updateEach { flow in
      flow.origin.note = nil
      flow.counts?.hideNotes()
      flow.stages?.updateEach { stage in
        stage.origin.note = nil
        stage.left?.updateEach { $0.origin.note = nil }
      }
    }
    documents.updateEach { $0.origin.note = nil }
    links.updateEach { link in
      link.origin.note = nil
      link.counts?.hideNotes()
    }
    exceptions.updateEach { $0.origin.note = nil }
    views.updateEach { $0.origin.note = nil }
  }
}

extension Service {
  fileprivate mutating func hideNotes() {
    origin.note = nil
    excludes?.updateEach { $0.origin.note = nil }
    onlyFor?.updateEach { $0.origin.note = nil }
    referral?.origin.note = nil
    referral?.selfReferral?.origin.note = nil
    differsFrom?.updateEach { $0.origin.note = nil }
    tools?.updateEach { $0.origin.note = nil }
    venues?.updateEach { $0.origin.note = nil }
    counts?.hideNotes()
    contact?.origin.note = nil
    staff?.updateEach { $0.origin.note = nil }
    setup?.origin.note = nil
    reporting?.origin.note = nil
  }
}

extension Board {
  fileprivate mutating func hideNotes() {
    origin.note = nil
    if case .stated(var terms) = termsOfReference {
      terms.origin.note = nil
      termsOfReference = .stated(terms)
    }
    if case .stated(var line) = risk {
      line.origin.note = nil
      risk = .stated(line)
    }
    seats?.updateEach { $0.origin.note = nil }
  }
}

extension Programme {
  fileprivate mutating func hideNotes() {
    origin.note = nil
    trainers?.updateEach { $0.origin.note = nil }
    counts?.hideNotes()
    cohorts?.updateEach { cohort in
      cohort.origin.note = nil
      cohort.after?.origin.note = nil
      cohort.trainers?.updateEach { $0.origin.note = nil }
    }
    evaluations?.updateEach { evaluation in
      evaluation.origin.note = nil
      evaluation.parts?.hideNotes()
    }
  }
}

extension [Count] {
  fileprivate mutating func hideNotes() {
    updateEach { count in
      count.origin.note = nil
      count.parts?.hideNotes()
    }
  }
}

extension Array {
  /// Changes every item.
  mutating func updateEach(_ change: (inout Element) -> Void) {
    for index in indices { change(&self[index]) }
  }
}
