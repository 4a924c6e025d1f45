import FingerpostModel

extension SystemMap {
  /// Takes out who holds the seats, and puts "a named person" where a person is named and a role was
  /// asked for.
  ///
  /// An id that holds a part of such a name gives way to another; exceptions for what had it are
  /// taken out with it.
  mutating func hideNames() {
    var names = NameHiding()
    services.updateEach { names.hide(in: &$0) }
    routes.updateEach { route in
      names.hide(&route.transition, \.lead)
      names.hide(&route.transition, \.disagreement)
    }
    boards.updateEach { names.hide(in: &$0) }
    programmes.updateEach { programme in
      names.hide(&programme.coordinator)
      names.hide(in: &programme.trainers)
      programme.cohorts?.updateEach { names.hide(in: &$0.trainers) }
    }
    exceptions = Elements(exceptions.filter { names.replaced.isDisjoint(with: $0.element.path) })
    exceptions.updateEach { names.hide(&$0.owner) }
  }
}

/// Puts other words for names.
private struct NameHiding {
  /// The ids that held a part of a name.
  private(set) var replaced: Set<String> = []

  // MARK: - Elements

  mutating func hide(in service: inout Service) {
    hide(&service.owner)
    if let contact = service.contact, contact.role?.beginsWithTitle == true {
      service.contact?.role = .somebody
    }
    if let setup = service.setup, setup.lead?.beginsWithTitle == true {
      service.setup?.lead = .somebody
    }
    if let agreed = service.referral?.guidanceAgreedWith {
      service.referral?.guidanceAgreedWith = agreed.map { $0.beginsWithTitle ? .somebody : $0 }
    }
    var number = 0
    service.staff?.updateEach { group in
      guard group.role.beginsWithTitle else { return }
      number += 1
      hide(&group.role, id: &group.id, number)
    }
  }

  mutating func hide(in board: inout Board) {
    hide(&board.chair)
    hide(&board.accountableLead)
    if case .stated(var risk) = board.risk, risk.from?.beginsWithTitle == true {
      risk.from = .somebody
      board.risk = .stated(risk)
    }
    var number = 0
    board.seats?.updateEach { seat in
      number += 1
      let named = [seat.person, seat.member.value, seat.deputy.value].compactMap(\.self)
      for name in named where name == seat.person || name.beginsWithTitle {
        replace(&seat.id, ofNamed: name, "seat", number)
      }
      seat.person = nil
      hide(&seat.member)
      hide(&seat.deputy)
      seat.alsoHeldBy = seat.alsoHeldBy?.map { $0.beginsWithTitle ? .somebody : $0 }
    }
  }

  mutating func hide(in trainers: inout [Trainer]?) {
    var number = 0
    trainers?.updateEach { trainer in
      guard trainer.role.beginsWithTitle else { return }
      number += 1
      hide(&trainer.role, id: &trainer.id, number)
    }
  }

  // MARK: - Texts

  mutating func hide(_ text: inout String) {
    if text.beginsWithTitle { text = .somebody }
  }

  mutating func hide(_ text: inout Stated<String>) {
    if text.value?.beginsWithTitle == true { text = .stated(.somebody) }
  }

  mutating func hide<Part>(
    _ part: inout Part?, _ text: WritableKeyPath<Part, Stated<String>>
  ) {
    guard var changed = part else { return }
    hide(&changed[keyPath: text])
    part = changed
  }

  private mutating func hide(_ role: inout String, id: inout String, _ number: Int) {
    replace(&id, ofNamed: role, "person", number)
    role = .somebody
  }

  private mutating func replace(
    _ id: inout String, ofNamed name: String, _ word: String, _ number: Int
  ) {
    guard id.holdsPart(ofName: name) else { return }
    replaced.insert(id)
    id = "\(word)-\(number)"
  }
}
