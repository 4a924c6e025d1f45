import FingerpostModel

/// What a map says of one service, under the headings of its card, and what it does not say.
///
/// Each fact is one small function, so that what is not for everybody is left out in one place.
struct CardFacts {
  /// The facts under their headings; a heading without facts is not there.
  private(set) var sections: [Diagram.Section] = []
  /// What the map does not say, in the order in which people miss it.
  private(set) var questions: [String] = []

  private let service: Service
  private let takesSelfReferral: Bool
  private let frame: PageFrame

  init(of service: Service, routes: [Route], in frame: PageFrame) {
    self.service = service
    takesSelfReferral =
      service.referral?.selfReferral != nil
      || routes.contains { $0.kind == .selfReferral && $0.to == service.id }
    self.frame = frame
    add(
      .cardForWhom,
      [needs, ages, areas, people, eligibility, diagnosis, onlyFor, childProtection, alongside])
    add(.cardNotFor, [exclusions])
    add(.cardHowToRefer, [entry, methods, request, consent, selfReferral, aids])
    add(.cardReachTheTeam, [contact])
    add(.cardWhatHappens, [assessment, interventions, discharge])
    add(.cardHowLong, [wait, capacity, referrals])
    add(.cardWhere, [venues, access, charge])
    add(.cardWhoAnswers, [provider, staff, commissioners, funding, owner])
    ask()
  }

  private var map: SystemMap { frame.map }
  private var words: Words { frame.words }
  private var audience: Audience { frame.setting.audience }

  private mutating func add(_ heading: Phrase, _ facts: [[String]]) {
    let lines = facts.flatMap(\.self)
    if !lines.isEmpty { sections.append(Diagram.Section(words(heading), lines)) }
  }

  private func line(_ phrase: Phrase, _ items: [String]?) -> [String] {
    guard let items, !items.isEmpty else { return [] }
    return [words(phrase, ["what": items.joined(separator: "; ")])]
  }

  private func line(_ phrase: Phrase, _ text: String?) -> [String] {
    line(phrase, text.map { [$0] })
  }

  private func line(_ answer: Bool?, yes: Phrase, no: Phrase? = nil) -> [String] {
    switch answer {
    case true?: [words(yes)]
    case false?: no.map { [words($0)] } ?? []
    case nil: []
    }
  }

  private func names(_ services: [Service.ID]) -> [String] { services.map { frame.name(of: $0) } }

  private func names(_ bodies: [Organisation.ID]?) -> [String]? {
    bodies?.map { map.organisations[$0]?.name ?? $0.rawValue.asWords }
  }

  // MARK: - For whom

  private var needs: [String] {
    line(.cardNeeds, service.serves?.map { map.needs[$0]?.name ?? $0.rawValue.asWords })
  }

  private var ages: [String] {
    var lines = line(.cardAges, service.ages.map { words.ages(from: $0.from, to: $0.to) })
    if let seen = service.actualAges, seen != service.ages {
      lines += line(.cardAgesSeen, words.ages(from: seen.from, to: seen.to))
    }
    return lines
  }

  private var areas: [String] {
    let names = service.areas?.map { map.areas[$0]?.name ?? $0.rawValue.asWords }
    guard let basis = service.areaBasis, let names, !names.isEmpty else {
      return line(.cardAreas, names)
    }
    return [
      words(
        .cardAreasFor,
        ["areas": names.joined(separator: "; "), "whom": words.label(basis)])
    ]
  }

  private var people: [String] {
    line(.cardClients, service.clients.map { [words.list($0.map { words.label($0) })] })
      + line(.cardParents, service.parents.map { [words.list($0.map { words.label($0) })] })
  }

  private var eligibility: [String] {
    switch service.eligibility {
    case .stated(let text): [text.capitalisedFirst]
    case .none: [words(.cardNoCriteria)]
    case .notStated: []
    }
  }

  private var diagnosis: [String] {
    line(service.needsDiagnosis, yes: .cardDiagnosis, no: .cardNoDiagnosis)
      + line(service.acceptsCumulativeRisk, yes: .cardCumulativeRisk)
      + line(service.asksForStrainOnRelationship, yes: .cardAsksForStrain)
  }

  private var onlyFor: [String] {
    guard let conditions = service.onlyFor, !conditions.isEmpty else { return [] }
    return [
      words(.onlyFor, ["what": words.alternatives(conditions.map { frame.name(of: $0.condition) })])
    ]
  }

  // MARK: - Not for

  private var exclusions: [String] {
    guard let exclusions = service.excludes else { return [] }
    if exclusions.isEmpty { return [words(.closedForNoCondition)] }
    return exclusions.map { exclusion in
      var sentences = [frame.name(of: exclusion.condition) + "."]
      switch exclusion.onward {
      case nil: sentences.append(words(.insteadUnsaid) + ".")
      case let onward? where onward.isEmpty: sentences.append(words(.noServiceInstead) + ".")
      case let onward?:
        let ends = words.alternatives(names(onward))
        sentences.append(
          exclusion.purpose.map {
            words(.cardInsteadFor, ["where": ends, "what": $0])
          } ?? words(.cardInstead, ["where": ends]))
      }
      switch exclusion.resume {
      case .stated(let when):
        sentences.append(words(.canComeBack, ["when": when.lowercasedFirst]) + ".")
      case .none: sentences.append(words(.cannotComeBack) + ".")
      case .notStated: break
      }
      return sentences.joined(separator: " ")
    }
  }

  private var childProtection: [String] {
    switch service.childProtection {
    case .accept: [words(.cardPlanAccepted)]
    case .acceptIfKeptOpen: [words(.cardPlanIfKeptOpen)]
    case .notDuringPlan: [words(.cardNotDuringPlan)]
    case nil: []
    }
  }

  private var alongside: [String] {
    line(
      .cardFirstOrAlongside,
      service.firstOrAlongside?.map { map.services[Identifier($0)]?.name ?? $0 })
  }

  // MARK: - How to refer

  private var entry: [String] {
    switch service.entry {
    case .open: [words(.cardOpenEntry)]
    case .byReferral: [words(takesSelfReferral ? .cardByReferralOrSelf : .cardByReferral)]
    case nil: []
    }
  }

  private var methods: [String] {
    guard let referral = service.referral else { return [] }
    var lines = line(
      .cardMethods,
      referral.methods.map { [words.alternatives($0.map { words.label($0) })] })
    if let pages = referral.formPages { lines.append(words(.cardFormPages, pages)) }
    lines += line(.cardCalled, referral.called)
    return lines
  }

  private var request: [String] {
    line(.cardMustSay, service.referral?.mustSay.map { $0.map { words.label($0) } })
  }

  private var consent: [String] {
    line(service.referral?.consent, yes: .cardConsent, no: .cardNoConsent)
  }

  private var selfReferral: [String] {
    guard let process = service.referral?.selfReferral, let notified = process.notify else {
      return []
    }
    guard !notified.isEmpty else { return [words(.cardSelfReferralNobody)] }
    return [
      words(
        process.consent == true ? .cardSelfReferralWithConsent : .cardSelfReferral,
        ["who": words.list(names(notified))])
    ]
  }

  private var aids: [String] {
    line(.cardAids, service.referral?.aids?.map { map.documents[$0]?.name ?? $0.rawValue.asWords })
  }

  // MARK: - The team, never a person

  private var contact: [String] {
    let contact = service.contact
    return line(.cardMailbox, contact?.mailbox) + line(.cardPhone, contact?.phone)
      + line(.cardForm, contact?.form) + line(.cardHours, contact?.hours)
      + line(.cardUrgent, contact?.urgent) + line(.cardOutOfHours, contact?.outOfHours)
      + line(.cardAskFor, contact?.role?.lowercasedFirst)
  }

  // MARK: - What happens

  private var assessment: [String] {
    line(.cardAssesses, service.assesses.map { $0.map { words.label($0) } })
  }

  private var interventions: [String] {
    line(.cardOffers, service.interventions) + line(service.usesVideo, yes: .cardUsesVideo)
  }

  private var discharge: [String] {
    switch service.discharge {
    case .stated(let text): line(.cardDischarge, text.lowercasedFirst)
    case .none, .notStated: []
    }
  }

  // MARK: - How long, and how many

  private var wait: [String] {
    switch service.wait {
    case .stated(let span): [words(.cardWait, ["span": words.span(span)])]
    case .none: [words(.cardNoWait)]
    case .notStated: []
    }
  }

  private var capacity: [String] {
    switch service.capacity {
    case .stated(let number): [words(.cardCapacity, ["number": words.quantity(number)])]
    case .none, .notStated: []
    }
  }

  private var referrals: [String] {
    line(.cardReceived, service.referralsReceived.map { words.quantity($0) })
      + line(.cardCommissionedReferrals, service.commissionedReferrals.map { words.quantity($0) })
  }

  // MARK: - Where, and what it costs

  private var venues: [String] {
    line(
      .cardVenues,
      service.venues.map { venues in
        venues.map { venue in
          venue.name.map { name in
            venue.kind == .other
              ? name : words(.cardVenue, ["name": name, "kind": words.label(venue.kind)])
          } ?? words.label(venue.kind)
        }
      })
  }

  private var access: [String] {
    var lines: [String] = []
    let venues = (service.venues ?? []).filter { $0.access?.isEmpty == false }
    let features = venues.map { $0.access ?? [] }
    if let first = features.first, features.allSatisfy({ Set($0) == Set(first) }) {
      // Said once where it is the same everywhere that says it.
      lines += line(.cardAccess, first.map { words.label($0) })
    } else {
      for venue in venues {
        lines.append(
          words(
            .named,
            [
              "name": venue.name ?? words.label(venue.kind).capitalisedFirst,
              "value": (venue.access ?? []).map { words.label($0) }.joined(separator: "; "),
            ]))
      }
    }
    return lines + line(service.interpreters, yes: .cardInterpreters, no: .cardNoInterpreters)
      + line(.cardPlannedFor, service.accessPlannedFor.map { $0.map { words.label($0) } })
  }

  private var charge: [String] {
    line(.cardCost, service.charge.map { words.label($0) })
      + line(.cardPoverty, service.povertyProvision.value)
  }

  // MARK: - Who answers for it

  private var provider: [String] {
    line(.cardRunBy, service.organisation.flatMap { names([$0]) })
      + line(.cardWith, names(service.partners))
  }

  private var staff: [String] { line(.cardStaff, service.staff?.map(\.role)) }

  private var commissioners: [String] {
    line(
      .cardCommissionedBy,
      service.commissionedBy?.map { map.name(of: $0) ?? $0.rawValue.asWords })
  }

  private var funding: [String] {
    let payers = names(service.fundedBy)
    return line(.cardPaidBy, payers) + fundingEnd
  }

  private var fundingEnd: [String] {
    switch service.fundedUntil {
    case .stated(let date): line(.cardPaidUntil, words.date(date))
    case .none: [words(.cardPaidWithoutEnd)]
    case .notStated: []
    }
  }

  private var owner: [String] {
    line(.cardOwner, service.owner.value)
      + line(.cardAssured, service.assured.map { words.date($0) })
  }

  // MARK: - What the map does not say

  /// In the order in which somebody who runs the service, or sends families to it, misses it.
  private mutating func ask() {
    let contact = service.contact
    let missing: [(Bool, Phrase)] = [
      (service.referral?.methods == nil && service.entry != .open, .askHowToRefer),
      (
        contact?.mailbox == nil && contact?.phone == nil && contact?.form == nil,
        .askHowToReachTheTeam
      ),
      (!service.wait.isStated && !audience.hides(.waits), .askWait),
      (service.serves == nil, .cardAskNeeds),
      (service.ages == nil, .cardAskAges),
      (service.areas == nil, .cardAskAreas),
      (service.excludes == nil, .cardAskExclusions),
      (contact?.urgent == nil, .askUrgent),
      (!service.discharge.isStated, .askDischarge),
      (!service.capacity.isStated && !audience.hides(.capacity), .askCapacity),
      (service.charge == nil, .askCost),
      (service.organisation == nil, .askProvider),
      (service.commissionedBy == nil, .askCommissioner),
      (!service.fundedUntil.isStated, .askFunding),
      (!service.owner.isStated, .askOwner),
      (service.assured == nil, .askAssured),
    ]
    let open = missing.filter(\.0).map { words($0.1) }
    questions = Array(open.prefix(Self.mostQuestions))
    if open.count > questions.count {
      questions.append(words(.askMore, open.count - questions.count))
    }
  }

  private static let mostQuestions = 8
}
