import FingerpostModel

/// A route or a link along which identifiable data pass, and the bodies at its ends.
///
/// Data that stay within one organisation are not shared, and families who refer themselves give
/// their own; so only what passes between two organisations needs an agreement.
struct DataCrossing {
  /// Whose data they are before and after.
  enum Ends: Hashable {
    /// One body has them before and after, or an end is no body: a family, a board, a paper.
    case noOther
    /// The map does not say who runs a service.
    case unstated(Service.ID)
    /// Two organisations.
    case between(Organisation.ID, Organisation.ID)
  }

  /// Whose they are.
  let ends: Ends
  /// The agreement that covers them.
  let agreement: Stated<Agreement.ID>

  /// The crossing of a route; `nil` when it is not in use or no identifiable data pass.
  init?(_ route: Route, _ context: RuleContext) {
    guard route.shares == .identifiable, context.isInUse(route) else { return nil }
    ends = Self.ends(
      Self.holder(of: route.from.named(), context), Self.holder(of: route.to.named(), context))
    agreement = route.agreement
  }

  /// The crossing of a link; `nil` when it is not in use or no identifiable data pass.
  init?(_ link: Link, _ context: RuleContext) {
    guard link.shares == .identifiable, context.isInUse(link) else { return nil }
    ends = Self.ends(Self.holder(of: link.from, context), Self.holder(of: link.to, context))
    agreement = link.agreement
  }

  private enum Holder {
    case nobody
    case unstated(Service.ID)
    case organisation(Organisation.ID)
  }

  private static func holder(of node: NodeID, _ context: RuleContext) -> Holder {
    if let service = context.map.services[node.named()] {
      return service.organisation.map { .organisation($0) } ?? .unstated(service.id)
    }
    let id: Organisation.ID = node.named()
    return context.map.organisations[id] == nil ? .nobody : .organisation(id)
  }

  private static func ends(_ from: Holder, _ to: Holder) -> Ends {
    switch (from, to) {
    case (.nobody, _), (_, .nobody): .noOther
    case (.unstated(let service), _), (_, .unstated(let service)): .unstated(service)
    case (.organisation(let a), .organisation(let b)): a == b ? .noOther : .between(a, b)
    }
  }
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
