import FingerpostModel

/// When elements were last changed, for people.
struct HistoryText {
  let report: HistoryReport

  /// For a terminal.
  var text: String {
    var blocks = [[report.map.title.onOneLine]]
    for (heading, entries) in sections {
      blocks.append(
        [heading]
          + entries.flatMap { "\($0.name): \(facts(of: $0))".wrapped(indent: "  ", first: "- ") })
    }
    blocks.append(remarks)
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  /// For a paper.
  var markdown: String {
    var text = "# \(report.map.title.inMarkdown)\n"
    for (heading, entries) in sections {
      text += "\n## \(heading)\n\n"
      text += entries.map { "- \($0.name.inMarkdown): \(facts(of: $0).inMarkdown)\n" }.joined()
    }
    return text + remarks.map { "\n\($0.inMarkdown)\n" }.joined()
  }

  private var sections: [(heading: String, entries: [HistoryReport.Entry])] {
    [("Services", .services), ("Routes", .routes), ("Seats", .boards)]
      .map { heading, collection in
        (heading, report.entries.filter { $0.element.collection == collection })
      }.filter { !$0.entries.isEmpty }
  }

  private func facts(of entry: HistoryReport.Entry) -> String {
    var facts = [changed(entry.change)]
    if entry.element.collection == .services {
      facts.append(
        entry.assured.map { "last confirmed \($0.onInWords)" }
          ?? "the map does not say when it was last confirmed")
    }
    return facts.joined(separator: "; ")
  }

  private func changed(_ change: LastChange) -> String {
    switch change {
    case .notCommitted: "changed in the files, and not committed yet"
    case .unknown: "last changed before the versions that can be read"
    case .commit(let commit):
      "last changed \(commit.date?.onInWords ?? "on an unknown day")"
        + (report.showsAuthors ? " by \(commit.author.onOneLine)" : "")
        + ": “\(commit.subject.onOneLine)” (\(commit.shortID))"
    }
  }

  private var remarks: [String] {
    var remarks: [String] = []
    let due = report.due.groups.map(\.entries.count).reduce(0, +)
    if due > 0 {
      let entries = Noun("service is", "services are").counted(due)
      remarks.append("\(entries) due for review; --due writes a list for each who keeps them.")
    }
    if !report.unreadable.isEmpty {
      let commits = report.unreadable.prefix(5).map(\.shortID)
      let rest = report.unreadable.count - commits.count
      remarks.append(
        "Left out, because the map could not be read then: "
          + (commits + (rest > 0 ? ["\(rest) more"] : [])).inSentence() + ".")
    }
    if report.isCutShort {
      remarks.append(
        "This copy of the repository holds the recent commits only, so that older changes are told "
          + "too late; `git fetch --unshallow` brings the rest.")
    }
    return remarks
  }
}

/// When elements were last changed, for programs; `docs/changes.md` describes it.
struct HistoryJSON {
  let report: HistoryReport

  var text: String {
    JSONValue.members([
      "fingerpost-log": 1,
      "id": .string(report.map.id.rawValue),
      "title": .string(report.map.title),
      "entries": .array(report.entries.map(value)),
      "due": .array(
        report.due.groups.map { group in
          .members([
            "owner": JSONValue(group.owner),
            "services": .array(
              group.entries.map {
                .members([
                  "id": .string($0.service.rawValue), "name": .string($0.name),
                  "assured": JSONValue($0.assured?.description),
                ])
              }),
          ])
        }),
      "unreadable": .strings(report.unreadable.map(\.id)),
      "cut-short": .bool(report.isCutShort),
    ]).text() + "\n"
  }

  private func value(of entry: HistoryReport.Entry) -> JSONValue {
    var commit: MapCommit?
    let state: String
    switch entry.change {
    case .notCommitted: state = "not-committed"
    case .unknown: state = "unknown"
    case .commit(let made):
      state = "committed"
      commit = made
    }
    return .members([
      "element": .string(entry.element.description),
      "name": .string(entry.name),
      "state": .string(state),
      "commit": commit.map { .string($0.id) },
      "date": commit.flatMap(\.date).map { .string($0.description) },
      "subject": commit.map { .string($0.subject) },
      "author": report.showsAuthors ? commit.map { .string($0.author) } : nil,
      "assured": entry.element.collection == .services
        ? JSONValue(entry.assured?.description) : nil,
    ])
  }
}
