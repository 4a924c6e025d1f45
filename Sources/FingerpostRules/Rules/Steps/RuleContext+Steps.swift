import FingerpostModel

extension RuleContext {
  /// The routes on which families step to or from a focal service, as the map states them, in use
  /// or not.
  func steps(of service: Service) -> [Route] {
    (routes(to: service.id) + routes(from: service.id))
      .filter { $0.step != nil && $0.kind.movesFamily }
  }

  /// Whether a route that is called a step up is none for sure: it leaves the focal service, or leads
  /// to no higher level.
  func isNoStepUp(_ route: Route) -> Bool {
    if focalServiceIDs.contains(route.from), !focalServiceIDs.contains(route.to) { return true }
    func ranks(of id: Service.ID) -> [Int]? {
      guard let levels = map.services[id]?.intensity, !levels.isEmpty else { return nil }
      let known = levels.compactMap { level in map.intensities.firstIndex { $0.id == level } }
      return known.count == levels.count ? known : nil
    }
    guard let lowest = ranks(of: route.from)?.min(), let highest = ranks(of: route.to)?.max() else {
      return false
    }
    return lowest >= highest
  }

  /// Whether families step one way at a focal service; asks when the map states no step there.
  func expectStep(
    _ direction: StepDirection, at service: Service, _ answers: inout Answers,
    orFail message: String, remedy: String, orAsk question: Question
  ) {
    guard isInUse(service) else { return }
    let steps = steps(of: service)
    // One step is enough to say that the map states them.
    guard !steps.isEmpty else { return answers.ask(question) }
    let found = steps.filter {
      $0.step == direction && (direction == .up ? $0.to : $0.from) == service.id
    }
    if found.contains(where: { isInUse($0) }) { return answers.pass() }
    answers.fail(
      message,
      evidence: found.map { route in
        "The \(route.kind.label) from “\(map.name(ofEnd: route.from))” to "
          + "“\(map.name(ofEnd: route.to))” is not in use."
      }.sorted(), remedy: remedy)
  }
}
