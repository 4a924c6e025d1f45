import FingerpostModel

/// Finds how much a rule matters for an element: the most specific setting of the profiles, or what
/// the rule's own obligation says.
struct RuleSettings: Sendable {
  private let byRule: [RuleID: Severity?]
  private let byElement: [RuleID: [(element: ElementID, severity: Severity?)]]

  init(_ profile: Profile) {
    var all: Severity?? = nil
    var groups: [String: Severity?] = [:]
    var rules: [String: Severity?] = [:]
    var elements: [RuleID: [(ElementID, Severity?)]] = [:]
    for setting in profile.settings {
      switch setting.scope {
      case .all: all = .some(setting.severity)
      case .group(let group): groups.updateValue(setting.severity, forKey: group)
      case .rule(let rule): rules.updateValue(setting.severity, forKey: rule)
      case .element(let rule, let element):
        guard let id = RuleID(rawValue: rule) else { continue }
        elements[id, default: []].append((element, setting.severity))
      }
    }
    var byRule: [RuleID: Severity?] = [:]
    for id in RuleID.allCases {
      let rule = id.rule
      let found = rules[id.rawValue] ?? groups[rule.group.rawValue] ?? all
      byRule.updateValue(found ?? rule.severity, forKey: id)
    }
    self.byRule = byRule
    byElement = elements
  }

  /// Whether the rule is asked of nothing.
  func isOff(_ rule: RuleID) -> Bool { (byRule[rule] ?? nil) == nil && byElement[rule] == nil }

  /// How much a failure matters; `nil` when the rule is not asked.
  ///
  /// - Complexity: O(1), and O(*k*) for the *k* settings of the rule for single elements.
  func severity(of rule: RuleID, about element: ElementID) -> Severity? {
    if let settings = byElement[rule] {
      // The longest address that the element lies within is the most specific; the last one wins.
      let found = settings.filter { element.lies(within: $0.element) }
        .enumerated().max {
          ($0.element.element.path.count, $0.offset) < ($1.element.element.path.count, $1.offset)
        }
      if let found { return found.element.severity }
    }
    return byRule[rule] ?? nil
  }
}

extension ElementID {
  /// Whether it is an element or stands within it.
  func lies(within other: ElementID) -> Bool {
    collection == other.collection && path.starts(with: other.path)
  }
}
