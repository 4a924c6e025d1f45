import FingerpostAnalysis
import FingerpostModel

/// Whether what comes into each stage of a flow is what goes on, what left and what is still to come.
///
/// A stage that says who left is taken to say all of it: who is still in the stage before counts as
/// nobody unless the map says otherwise. One that does not say who left leaves that open.
struct FlowAccount {
  /// What can be said of one stage.
  enum Answer: Hashable, Sendable {
    /// It adds up.
    case addsUp
    /// It adds up but for these, and the flow states as many whom it does not account for.
    case addsUpButForUnaccounted
    /// However the counts are read, these many are missing.
    case lacks(CountRange)
    /// However the counts are read, these many are too many.
    case hasTooMany(CountRange)
    /// The map does not say how many reached it, or the stage before it.
    case withoutCount
    /// The map does not say who left before it, or how many.
    case withoutDepartures
    /// It depends on what counts stand for that are not exact.
    case dependsOnBounds
  }

  /// What can be said of each stage after the first, in their order.
  let answers: [Answer]
  /// Whether the stages together are short of as many as the flow states; `nil` when it states
  /// nothing, or when that depends on counts that are not exact or not stated.
  let agreesWithUnaccounted: Bool?

  /// Adds up the stages of a flow.
  init(of flow: Flow) {
    let stages = flow.stages ?? []
    var answers: [Answer] = []
    // What the stage before can stand for, given all stages before it.
    var before = CountRange(stages.first?.count)
    // What the stages are short of, those that say who left apart from those that do not.
    var missing = CountRange.zero
    var open = CountRange.zero
    for (previous, stage) in zip(stages, stages.dropFirst()) {
      let own = CountRange(stage.count)
      let left = stage.left.map { CountRange.sum(of: $0.map { CountRange($0.count) }) }
      // Where the map does not say who left, the unknown stands for who is still there as well.
      let known = (stage.stillBefore.map { CountRange($0) } ?? .zero) + (left ?? .zero)
      let gone = left == nil ? known + .unknown : known
      let isCounted = previous.count != nil && stage.count != nil
      let saysWhoLeft = stage.left?.allSatisfy { $0.count != nil } ?? false
      let goingOn = before.takingOut(gone)
      let reaching = goingOn.flatMap { $0.shared(with: own) }
      let residue = before.takingOut(own + gone)
      let answer: Answer =
        if (own + known).equals(CountRange(previous.count)) == true {
          .addsUp
        } else if residue == nil, let excess = (own + gone).takingOut(before) {
          .hasTooMany(excess)
        } else if reaching == nil, let residue {
          .lacks(residue)
        } else if !isCounted {
          .withoutCount
        } else if !saysWhoLeft {
          .withoutDepartures
        } else {
          .dependsOnBounds
        }
      answers.append(answer)
      if flow.unaccounted.isStated {
        // Some may be missing, as long as they are as many as stated; never too many.
        if let residue {
          if left == nil { open = open + residue } else { missing = missing + residue }
        }
        before = own
      } else {
        before = reaching ?? own
      }
    }
    // Where some stages say who left, the flow's own number is about those; otherwise about all.
    let isAnywhereSaid = stages.dropFirst().contains { $0.left != nil }
    let short = isAnywhereSaid ? missing : open
    let stated: CountRange? =
      switch flow.unaccounted {
      case .notStated: nil
      case .none: .zero
      case .stated(let number): CountRange(number)
      }
    let agrees = stated.map { short.equals($0) } ?? nil
    agreesWithUnaccounted = agrees
    if stated != nil, agrees != false {
      answers = answers.map { answer in
        guard case .lacks = answer else { return answer }
        return agrees == true ? .addsUpButForUnaccounted : .dependsOnBounds
      }
    }
    self.answers = answers
  }
}
