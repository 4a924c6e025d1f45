import FingerpostModel

extension RuleContext {
  /// Whether a programme is offered on the date; one without a status is, because the map lists it.
  func isInUse(_ programme: Programme) -> Bool {
    if let until = programme.until, until.isSurelyBefore(date) { return false }
    if let from = programme.from, date.isSurelyBefore(from) { return false }
    return programme.status.map { $0 == .active } ?? true
  }

  /// Whether a service is a specialised parent-infant relationship team: by its kind, or because the
  /// system is seen from it.
  func isParentInfantTeam(_ service: Service) -> Bool {
    service.kind == "parent-infant-team" || map.focus?.contains(service.id) == true
  }
}
