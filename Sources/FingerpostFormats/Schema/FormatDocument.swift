import FingerpostModel

/// The page that describes the map file, made from the shapes that the reader uses.
public enum FormatDocument {
  /// The page as Markdown, the same text every time.
  public static func markdown() -> String {
    ([introduction] + MapFormat.shapes.map(section)
      + ["## Words", wordsIntroduction]
      + MapFormat.vocabularies.map { table(of: $0.words, heading: $0.title) }
      + [
        table(
          of: MapFormat.knownWords(of: [.kinds]), heading: "kind of service",
          note:
            "A map adds its own under `kinds:`. The same words name the functions that seats on "
            + "a board represent."),
        table(
          of: MapFormat.knownWords(of: [.intensities]), heading: "intensity",
          note: "The scale of a map that declares none under `intensities:`, lowest first."),
      ]).joined(separator: "\n\n") + "\n"
  }

  /// What the file of a profile can hold, as part of a page in Markdown.
  public static func profileKeys() -> String {
    let shapes = [
      Shape<Profile>.profile.description, Shape<RuleSettingRecord>.ruleSetting.description,
      Shape<ExpectedExclusionRecord>.expectedExclusion.description,
      Shape<RuleLimits>.ruleLimits.description,
    ]
    let severities = SettingSeverity.allCases.map { (raw: $0.rawValue, label: $0.label) }
    let page =
      (shapes.map(section) + [table(of: severities, heading: "setting severity")])
      .joined(separator: "\n\n")
    // What the page does not explain itself stands on the page about maps.
    let own = shapes.map(\.name.asID) + ["words-setting-severity"]
    let parts = page.split(separator: "](#", omittingEmptySubsequences: false)
    return "## What stands in a profile\n\n" + parts[0]
      + parts.dropFirst().map { part in
        (own.contains { part.hasPrefix($0 + ")") } ? "](#" : "](map-format.md#") + part
      }.joined()
  }

  // MARK: - Records

  private static func section(_ shape: ShapeDescription) -> String {
    let rows = shape.fields().map { field in
      "| `\(field.key)` | \(field.isRequired ? "yes" : "") | \(takes(field.value)) | \(field.summary.inCell) |"
    }
    return """
      ### \(shape.name)

      \(shape.summary)

      | key | required | takes | meaning |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  /// What a key takes, in words, with links.
  private static func takes(_ value: ValueDescription) -> String {
    switch value {
    case .text: "text"
    case .id: "an [id](#ids)"
    case .reference(let targets): reference(to: targets)
    case .word(let name, let words):
      words.count == 1
        ? "`\(words[0].raw)`" : link(to: MapFormat.Vocabulary(name: name, words: words))
    case .yesNo: "`yes` or `no`"
    case .integer(let range): "a whole number, \(range.lowerBound) to \(range.upperBound)"
    case .pattern(let name, _, let examples, _):
      "\(name): " + examples.map { "`\($0)`" }.joined(separator: ", ")
    case .list(let item): "one or more: " + takes(item)
    case .records(let shape):
      "a list, each a [\(shape.name)](#\(shape.name.asID))".withArticleBeforeLink
    case .record(let shape): "a [\(shape.name)](#\(shape.name.asID))".withArticleBeforeLink
    case .keyed(let shape):
      "under the id of each, a [\(shape.name)](#\(shape.name.asID))".withArticleBeforeLink
        + ", or only its name"
    case .table(let words):
      "a percentage for each of " + words.map { "`\($0.raw)`" }.joined(separator: ", ")
    case .orNone(let inner): takes(inner) + "; or `none`"
    }
  }

  private static func reference(to targets: [ReferenceTarget]) -> String {
    let nouns = targets.map { target in
      switch target {
      case .families: "the word `families`"
      case .kinds: "a [kind of service](#words-kind-of-service)"
      case .intensities: "a [level of intensity](#words-intensity)"
      case .areas, .agreements, .boards, .conditions, .documents, .needs, .organisations,
        .programmes, .services, .sources:
        "a [\(target.noun)](#\(target.noun.asID))".withArticleBeforeLink
      }
    }
    return "the id of " + nouns.joined(separator: ", or ")
  }

  private static func link(to vocabulary: MapFormat.Vocabulary) -> String {
    "a word: [\(vocabulary.title)](#\(vocabulary.definitionName))"
  }

  // MARK: - Words

  private static func table(
    of words: [(raw: String, label: String)], heading: String, note: String? = nil
  ) -> String {
    let rows = words.map { "| `\($0.raw)` | \($0.label.inCell) |" }
    return """
      ### words: \(heading)
      \(note.map { "\n\($0)\n" } ?? "")
      | word | what people are shown |
      |---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  private static let wordsIntroduction = """
    Some keys take one of a few words. A word that stands in none of these lists is reported with
    the nearest one that does.
    """

  // MARK: - Introduction

  private static let introduction = """
    # The map file

    <!-- Made by `fingerpost schema --markdown`; `make docs` writes it anew. -->

    A map is a text file in YAML that says which services there are, how families move between them,
    and who governs them. It says nothing about any one family. `fingerpost init` writes a map to
    start from, and `fingerpost schema` prints this page as a JSON Schema
    ([fingerpost.schema.json](fingerpost.schema.json)), with which editors complete and check a map
    while it is typed.

    ```yaml
    fingerpost: 1
    title: Services for babies and parents, Exampleton
    as-of: 2026-11-01
    organisations:
      trust: {name: Exampleton NHS Foundation Trust, sector: nhs}
    services:
      health-visiting:
        name: Health visiting
        organisation: trust
        intensity: universal
        entry: open
      parent-infant-team:
        name: Parent-infant relationship team
        intensity: specialist
        ages: {from: conception, to: 2 years}
    routes:
      - {from: health-visiting, to: parent-infant-team, kind: referral, step: up}
    ```

    ## The rules in short

    ### Ids

    Services, organisations, boards and what else stands under an id of its own are named by that id
    everywhere else: lower case letters, digits and hyphens, at most 100. Services, organisations,
    boards, programmes and documents need ids that differ from one another, because links can name
    any of them. An item of a list takes an id from its own words; where two would take the same,
    give one of them `id:`.

    ### Not stated, and none

    Leave out what you do not know, or leave nothing after the key: the map does not say, which is an
    open question and never an error. Write `none`, or an empty list `[]`, where you know that there
    is none. The two are not the same.

    ### Ages

    Ages are the child's: `conception`, `20 weeks of pregnancy`, `birth`, `6 weeks`, `9 months`,
    `2 years`, `no limit`. A range is from one age up to, but not including, another.

    ### Dates

    As precise as they are known: `2026-11-21`, `2026-11` or `2026`.

    ### Counts

    As they were stated: `9`, `over 2500`, `at least 3`, `about 18`, `up to 40`, `under 5`. A bound is
    kept, and no figure is put right.

    ### Citations

    `source: toolkit E63` names a source of the map, and after a space the place in it: a fact, a
    page, a line. Everything can have `source` and `note`.

    ### One or several

    Where a key takes one or more values, a single one needs no brackets: `intensity: universal`, or
    `intensity: [targeted, specialist]`.

    ### Folders and atlases

    A folder of files with one `title:` among them is one map, merged. A folder with several is an
    atlas: each file with a title is a map, and the files without one, such as those of organisations
    and areas, belong to all of them. A route to a service of another map of the atlas names it
    `map:service`. Every file begins with `fingerpost: 1`.

    ## What stands in a map
    """
}

extension String {
  /// The text for a cell of a table.
  fileprivate var inCell: String { split(separator: "|").joined(separator: "\\|") }

  /// `a [organisation](…)` as `an [organisation](…)`.
  fileprivate var withArticleBeforeLink: String {
    "aeio".reduce(self) { text, vowel in
      text.split(separator: " a [\(vowel)", omittingEmptySubsequences: false)
        .joined(separator: " an [\(vowel)").withRightFirstArticle(before: vowel)
    }
  }

  private func withRightFirstArticle(before vowel: Character) -> String {
    hasPrefix("a [\(vowel)") ? "an" + dropFirst() : self
  }
}
