import FingerpostModel

/// The codes of areas have the form of codes, and say the same as the areas around them.
struct AreaCodeInvalid: Rule {
  let id = RuleID.areaCodeInvalid
  let group = RuleGroup.coverage
  let summary =
    "Every code of an area has the form that the Office for National Statistics gives it, stands at one "
    + "area only, and fits the areas in which that area lies."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .ons, "standard names and codes",
      says:
        "A code has nine characters; the first three say what sort of place it is, such as E10 for "
        + "a county and E09 for a London borough.")
  ]
  let remedy =
    "Look the place up in the register of the Office for National Statistics and write its code, such "
    + "as `E09000028`. An invented place has none."
  let examples = RuleExamples(
    passing: """
      areas:
        exampleton: {name: Exampleton, code: E09000028}
      """,
    failing: """
      areas:
        exampleton: {name: Exampleton, code: E0900028}  # here
        district: {name: Exampleton district, code: E07000037}
        county: {name: Exampleshire, code: E10000007, within: district}  # here
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    var areaByCode: [String: Area] = [:]
    for area in map.areas.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
      let subject = Subject(area)
      guard let text = area.code else {
        if map.isInvented { answers.pass() } else { answers.ask(.code, about: subject) }
        continue
      }
      guard let code = AreaCode(text) else {
        answers.fail(
          "The code of “\(area.name)”, `\(text)`, is none of the Office for National Statistics: those "
            + "have a capital letter and eight digits.",
          remedy: "Look the place up in its register and write the code as it stands there.",
          about: subject)
        continue
      }
      if let other = areaByCode[text] {
        answers.fail(
          "“\(area.name)” has the same code as “\(other.name)”, `\(text)`.",
          remedy: "Correct one of the two codes, or keep one entry if it is the same place.",
          detail: "same code", about: subject)
        continue
      }
      areaByCode[text] = area
      if let register = context.areaRegister,
        let problem = register.problem(with: text, of: area, on: context.date)
      {
        answers.fail(
          problem.message, remedy: problem.remedy, detail: "register", about: subject)
        continue
      }
      if let around = map.areaAndThoseAround(area.id).dropFirst().first(where: { around in
        around.code.flatMap(AreaCode.init).map { code.cannotLie(within: $0) } ?? false
      }) {
        answers.fail(
          "“\(area.name)” (`\(text)`) cannot lie within “\(around.name)” (`\(around.code ?? "")`): the "
            + "codes are of another country, or of places that do not lie within one another.",
          remedy: "Correct `within:`, or the code of one of the two.", detail: "level",
          about: subject)
        continue
      }
      if code.sort == nil { answers.ask(.prefix, about: subject) } else { answers.pass() }
    }
  }
}

extension AreaCode {
  /// Whether a place with this code can surely not lie within one with another.
  fileprivate func cannotLie(within other: AreaCode) -> Bool {
    guard let sort, let outer = other.sort else { return false }
    if country != other.country { return true }
    // The areas of care boards follow other borders than those of councils.
    guard sort != .careBoard, outer != .careBoard else { return false }
    return !(sort == .districtOfCounty && outer == .county)
  }
}

extension AreaRegister {
  /// What is wrong with a code on a day; `nil` when the register knows it and it is in use.
  fileprivate func problem(
    with code: String, of area: Area, on date: CalendarDate
  ) -> (message: String, remedy: String)? {
    guard let entry = entries[code] else {
      return (
        "The code of “\(area.name)”, `\(code)`, is not in the register `\(file)`.",
        "Look the place up in the register, or ask for a newer one."
      )
    }
    if entry.isToCome(on: date), let from = entry.from {
      return (
        "The code of “\(area.name)”, `\(code)`, is in use from \(from.inWords) on, and not yet.",
        "Write the code that is in use now, and this one when it is."
      )
    }
    guard entry.isOver(on: date) else {
      guard !entry.mayBeCalled(area.name) else { return nil }
      return (
        "The code of “\(area.name)”, `\(code)`, is that of “\(entry.name)” in the register `\(file)`.",
        "Write the code of the place that is meant; if it is the same place, call it as the register "
          + "does."
      )
    }
    let successors = entry.successors.map { code in
      entries[code].map { "“\($0.name)” (`\(code)`)" } ?? "`\(code)`"
    }
    return (
      "The code of “\(area.name)”, `\(code)`, belonged to “\(entry.name)”, which ended"
        + (entry.until.map { " on \($0.inWords)" } ?? "") + ".",
      successors.isEmpty
        ? "Find out which place took over, and write its code."
        : "Write the code of what took over: \(successors.joined(separator: ", "))."
    )
  }
}

extension AreaRegister.Entry {
  /// Whether a name can be that of the place, because a word of it is in one of those that the register
  /// has, such as `Southwark` in `London Borough of Southwark`.
  fileprivate func mayBeCalled(_ name: String) -> Bool {
    let words = Set(ComparableName(name).words)
    return words.isEmpty
      || ([self.name] + otherNames).contains { !words.isDisjoint(with: ComparableName($0).words) }
  }
}

extension Question {
  fileprivate static let code = Question(
    "which code the Office for National Statistics gives it",
    many: "which code the Office for National Statistics gives them", key: "code")
  fileprivate static let prefix = Question(
    "what sort of place its code stands for", many: "what sort of place their codes stand for",
    key: "code")
}
