import FingerpostAnalysis
import FingerpostModel

extension DataCrossing {
  /// The crossing of a route of the map; `nil` when it is not in use or no identifiable data pass.
  init?(_ route: Route, _ context: RuleContext) {
    self.init(route, of: context.map, on: context.date)
  }

  /// The crossing of a link of the map; `nil` when it is not in use or no identifiable data pass.
  init?(_ link: Link, _ context: RuleContext) { self.init(link, of: context.map) }
}

extension RuleContext {
  /// Whether a link is in use; one without a status is, because the map lists it.
  func isInUse(_ link: Link) -> Bool { link.status.map { $0 == .active } ?? true }

  /// Whether an agreement is in force on the date; one without a status is, because the map lists it.
  func isInForce(_ agreement: Agreement) -> Bool {
    guard agreement.status.map({ $0 == .active }) ?? true else { return false }
    if let until = agreement.until, isPast(until) { return false }
    return true
  }
}
