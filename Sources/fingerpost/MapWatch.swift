import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports
import FingerpostRules
import GraphvizRendering

/// Maps that are checked and drawn again when their files have changed.
struct MapWatch {
  /// The folder of maps, or the file of one.
  let path: String
  /// How pictures are asked for.
  let pictures: PictureOptions
  /// What maps are checked against.
  let rules: RuleOptions
  /// Whom the results are for.
  let audience: Audience
  /// The date to check and draw for, as it is asked for.
  let date: CheckingDate
  /// What is told of maps: after each change a line, and others that belong to it.
  let tell: ([String]) -> Void
  /// Where problems of drawing are told.
  let run: CachedRun

  /// What is remembered of a map.
  private struct Remembered {
    /// What the files that it depends on held, in short.
    var files: [String: Int?] = [:]
    /// Those of them that stand beside it and that only its own text names.
    var beside: [String] = []
    /// The id that it has unless it states one, which depends on what else is in the folder.
    var unstated = ""
    /// The last check of it that could be made.
    var report: MapReport?
    /// The folder of its pictures.
    var id: String?
    /// What its pictures show, by their names.
    var drawn: [String: Diagram] = [:]
    /// Whether it could be checked.
    var isWhole = true
    /// What was said of its words, its standards and the views asked for.
    var asides: [String] = []
    /// The map that has the same id, because of which this one is not drawn.
    var namesake: String?
  }

  private var terminal: Terminal { run.terminal }
  private var maps: [String: Remembered] = [:]
  private var seen: FolderContents?
  private var day: CalendarDate?
  private var warned: Set<String> = []

  init(
    path: String, pictures: PictureOptions, rules: RuleOptions, audience: Audience,
    date: CheckingDate, run: CachedRun, tell: @escaping ([String]) -> Void
  ) {
    (self.path, self.pictures, self.rules, self.audience) = (path, pictures, rules, audience)
    (self.date, self.run, self.tell) = (date, run, tell)
  }

  /// The files that were named on the command line and that all maps depend on.
  var named: [String] {
    rules.profile.filter(\.isMapFile) + [pictures.words].compactMap { $0 }
  }

  private var settings: ReportSettings { ReportSettings() }

  // MARK: - A look

  /// Checks and draws the maps whose files have changed since the last look; the first time all.
  ///
  /// - Parameters:
  ///   - contents: What the files hold.
  ///   - today: The day it is. When it is another one than at the last look, all maps are checked
  ///     again, unless a date was asked for.
  mutating func look(at contents: FolderContents, on today: CalendarDate) async {
    let isNewDay = day != nil && day != today && date.dependsOnToday
    guard let before = seen else { return await lookFirst(at: contents, on: today) }
    guard isNewDay || contents.differs(from: before) else { return }
    seen = contents
    guard let means = means(on: today) else { return }
    day = today
    if isNewDay { tell(["It is \(today.inWords): all maps are checked again."]) }
    let found = unread()
    forget(allBut: found, before)
    // Twice, since a change in a later map may be what an earlier one with the same id waits for.
    for map in found + (isNewDay ? [] : found) {
      let key = map.files[0]
      let old = maps[key]
      let files = contents.digests(of: map.files + (old?.beside ?? []) + named)
      guard
        isNewDay || files != old?.files || map.id != old?.unstated || old.map(isReleased) ?? true
      else { continue }
      let outcome = await process(map, means, contents)
      if Task.isCancelled { return }
      guard !isNewDay || outcome.hasNews else { continue }
      var remark = old == nil ? " (new)" : ""
      let changed = changedFiles(from: old?.files ?? files, to: files)
      if !changed.isEmpty, changed != [key] {
        remark = " (changed: \(changed.map { name(of: $0) }.joined(separator: ", ")))"
      }
      tell([name(of: key) + remark + ": " + outcome.sentence] + outcome.lines)
    }
  }

  private mutating func lookFirst(at contents: FolderContents, on today: CalendarDate) async {
    guard let means = means(on: today) else { return }
    let start = ContinuousClock.now
    var totals = CheckTotals()
    var drawn = 0
    var remarks: [[String]] = []
    let found = unread()
    for map in found {
      let outcome = await process(map, means, contents)
      if Task.isCancelled { return }
      drawn += outcome.drawn
      if let report = outcome.report { totals.add(CheckTotals(report, settings)) }
      if !outcome.isDrawn || !outcome.lines.isEmpty {
        remarks.append([name(of: map.files[0]) + ": " + outcome.sentence] + outcome.lines)
      }
    }
    (seen, day) = (contents, today)
    let counts = totals.inWords
    let number = found.count { contents.holds($0.files[0]) }
    tell([
      "\(path): \(Self.counted(number, "map")), \(counts.isEmpty ? "nothing to mend" : counts); "
        + Self.drawnInWords(drawn, since: start) + ", into \(pictures.output)"
    ])
    for remark in remarks { tell(remark) }
    tell(["Every save is checked and drawn from now on; Control-C stops it."])
  }

  /// Whether a map is not drawn because of another with its id, which has it no more.
  private func isReleased(_ map: Remembered) -> Bool {
    map.namesake.map { maps[$0]?.id != map.id } ?? false
  }

  /// The maps that are there.
  private func unread() -> [UnreadMap] {
    if FileStamp(of: path) == nil { return [] }
    return MapReader().maps(at: path)
  }

  /// Forgets maps that are gone, and says so.
  private mutating func forget(allBut found: [UnreadMap], _ before: FolderContents) {
    let kept = Set(found.map { $0.files[0] })
    for (key, map) in maps.sorted(by: { $0.key < $1.key }) where !kept.contains(key) {
      maps[key] = nil
      guard before.holds(key) else { continue }
      let isThere = seen?.holds(key) ?? false
      let what = isThere ? "no map of its own any more" : "this map is gone"
      let place =
        map.drawn.isEmpty ? "" : "; its pictures stay in \(pictures.output)/\(map.id ?? "")"
      tell(["\(name(of: key)): \(what)\(place)"])
    }
  }

  /// What a map is checked and drawn with, which is read anew for each look.
  private struct Means {
    let check: MapCheck
    let drawing: MapDrawing
    let words: MapWords
    let standards: Standards
  }

  /// Reads the words and standards that were named on the command line; `nil` when they cannot be
  /// read, which is told.
  private func means(on today: CalendarDate) -> Means? {
    let words = MapWords(asked: pictures.words)
    let standards = Standards(asked: rules.profile)
    let problems = (words.diagnostics + standards.diagnostics).filter { $0.severity == .error }
    if let first = problems.first {
      tell(["Nothing is checked or drawn until this is mended: \(first)"])
      return nil
    }
    var drawing = MapDrawing(
      pictures, date: date.named, words: words, audience: audience, unlessNamed: ViewName.allCases,
      in: run)
    drawing.listsFiles = false
    let check = MapCheck(
      standards: standards, date: date == .today ? .day(today) : date,
      only: RuleChoice.rules(of: rules.only), except: RuleChoice.rules(of: rules.except) ?? [],
      baseline: nil, settings: settings, audience: audience)
    return Means(check: check, drawing: drawing, words: words, standards: standards)
  }

  // MARK: - A map

  /// What became of a map.
  private struct Outcome {
    /// What to say of it, after its name.
    var sentence = ""
    /// The new problems, a line each.
    var lines: [String] = []
    /// What was found; `nil` when it cannot be checked.
    var report: MapReport?
    /// How many pictures were drawn.
    var drawn = 0
    /// Whether all its pictures show what it says.
    var isDrawn = false
    /// Whether there is anything new to say.
    var hasNews = true
  }

  /// Reads, checks and draws a map.
  private mutating func process(
    _ map: UnreadMap, _ means: Means, _ contents: FolderContents
  ) async -> Outcome {
    let key = map.files[0]
    var memory = maps[key] ?? Remembered()
    let document = map.read()
    memory.beside =
      document.isReadable
      ? means.standards.files(beside: document)
        + [means.words.file(beside: document)].compactMap { $0 }
      : memory.beside
    memory.files = contents.digests(of: map.files + memory.beside + named)
    (memory.unstated, memory.namesake) = (map.id, nil)
    defer { maps[key] = memory }

    let report = means.check.report(on: document)
    let isBack = !memory.isWhole && report.isWhole
    memory.isWhole = report.isWhole
    guard report.isWhole else {
      return Outcome(
        sentence: (contents.holds(key) ? "cannot be read, its pictures stay as they are; " : "")
          + Self.first(of: report.diagnostics))
    }
    let change = CheckChange(from: memory.report, to: report, settings)
    memory.report = report
    var outcome = Outcome(sentence: (isBack ? "can be read again; " : "") + change.inWords)
    outcome.report = report
    // At the beginning findings are counted, and none is new.
    if seen != nil { outcome.lines = change.lines }
    guard let whole = document.map, document.isSound else {
      outcome.sentence += "; not drawn until that is mended, its pictures stay as they are"
      if seen == nil { outcome.lines = [Self.first(of: report.diagnostics)] }
      return outcome
    }
    let id = whole.id.rawValue
    let others = maps.filter { $0.key != key && $0.value.id == id && $0.value.namesake == nil }
    if let other = others.keys.min() {
      (memory.namesake, memory.id, memory.drawn) = (other, id, [:])
      outcome.sentence +=
        "; not drawn, because \(name(of: other)) has the id `\(id)` too; give one of them another "
        + "`id:`"
      return outcome
    }
    if memory.id != id {
      if memory.id != nil {
        outcome.sentence += "; its pictures are in \(pictures.output)/\(id) from now on"
      }
      memory.drawn = [:]
      memory.id = id
    }
    let plan = means.drawing.plan(for: whole, of: document)
    guard let jobs = plan.jobs else {
      outcome.sentence +=
        "; not drawn until its words can be read, its pictures stay as they are; "
        + Self.first(of: plan.diagnostics)
      return outcome
    }
    let asides =
      plan.diagnostics.filter { !report.diagnostics.contains($0) }.map(\.description)
      + plan.remarks
    outcome.lines += asides.filter { !memory.asides.contains($0) }
    memory.asides = asides
    await draw(jobs, to: plan.folder, means.drawing, &memory, &outcome)
    outcome.hasNews = !change.isEmpty || outcome.drawn > 0 || !outcome.isDrawn
    return outcome
  }

  /// Draws the pictures of a map that show something else than before.
  private mutating func draw(
    _ jobs: [MapDrawing.Job], to folder: PictureFolder, _ drawing: MapDrawing,
    _ memory: inout Remembered, _ outcome: inout Outcome
  ) async {
    let start = ContinuousClock.now
    let due = jobs.filter { memory.drawn[$0.diagram.name] != $0.diagram }
    for job in due { memory.drawn[job.diagram.name] = nil }
    var done: [Diagram] = []
    var folder = folder
    for job in jobs where memory.drawn[job.diagram.name] == job.diagram {
      folder.leave(job.diagram.name)
    }
    var folders = ["": folder]
    if let map = jobs.first?.map { folders = [map: folder] }
    if !due.isEmpty, !terminal.makeFolder(folder.path) { folders = [:] }
    if !folders.isEmpty {
      await drawing.draw(due, to: &folders, warned: &warned) { place, ending, _ in
        if ending == .fine { done.append(due[place].diagram) }
      }
    }
    for (map, folder) in folders where !Task.isCancelled {
      _ = drawing.clear(folder, of: map)
    }
    for diagram in done { memory.drawn[diagram.name] = diagram }
    outcome.drawn = done.count
    outcome.isDrawn = done.count == due.count
    outcome.sentence +=
      "; " + (due.isEmpty ? "no picture changes" : Self.drawnInWords(done.count, since: start))
    if !outcome.isDrawn {
      outcome.sentence += ", \(due.count - done.count) could not be drawn and stay as they were"
    }
  }

  // MARK: - Wording

  /// What to call a file: its path within the folder that is watched.
  private func name(of file: String) -> String {
    let start = path.hasSuffix("/") ? path : path + "/"
    return file.hasPrefix(start) ? String(file.dropFirst(start.count)) : file
  }

  /// The names of files that were changed, made or taken away.
  private func changedFiles(from old: [String: Int?], to new: [String: Int?]) -> [String] {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }

  /// The first error, and how many more there are.
  private static func first(of diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.filter { $0.severity == .error }
    guard let first = errors.first else { return "" }
    let more = errors.count - 1
    return first.description + (more > 0 ? " (and \(counted(more, "more problem")))" : "")
  }

  private static func drawnInWords(_ count: Int, since start: ContinuousClock.Instant) -> String {
    guard count > 0 else { return "no picture drawn" }
    let tenths = Int(((ContinuousClock.now - start) / .milliseconds(100)).rounded(.up))
    return "\(counted(count, "picture")) drawn in \(tenths / 10).\(tenths % 10) seconds"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension CheckingDate {
  /// Whether another day can bring other findings.
  fileprivate var dependsOnToday: Bool { named == nil }

  /// The day that was named; `nil` when none was.
  fileprivate var named: CalendarDate? {
    if case .day(let day) = self { day } else { nil }
  }
}
